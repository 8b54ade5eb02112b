package extract

// currencyOf returns the currency of a figure: that of its unit, and of one
// that several currencies share the one that the heads, the notes or a
// heading above name, else that of its place.
func (pass *passage) currencyOf(f *figure) string {
	grammar := pass.p.pay.money
	for _, c := range pass.context {
		if unit := c.unitNamed(); unit != "" && unit != f.Unit && grammar.Currency(f.Unit, unit) == unit {
			return unit
		}
	}
	return grammar.Currency(f.Unit, pass.p.places.Currency(f.local))
}

// noteUnit notes which currency a unit that several share has with the claim
// to be added.
func (p *payReading) noteUnit(f *figure, currency string) {
	usual := p.pay.money.Currency(f.Unit, "")
	switch {
	case usual == f.Unit:
	case p.places.Currency(f.local) == "" && currency == usual:
		p.bare[len(p.found)] = f.Unit
	default:
		if p.local[f.Unit] == nil {
			p.local[f.Unit] = map[string]int{}
		}
		p.local[f.Unit][currency]++
	}
}

// spreadCurrency gives the figures without a place the currency that the same
// sign has in most of those with one.
func (p *payReading) spreadCurrency() {
	for i := range p.found {
		known, all := p.local[p.bare[i]], 0
		for _, n := range known {
			all += n
		}
		for currency, n := range known {
			if 2*n > all {
				p.found[i].Currency = currency
			}
		}
	}
}
