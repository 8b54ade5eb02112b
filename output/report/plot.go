package report

import "slices"

// A plot is drawn in units of its own, 0 to plotWidth from left to right; the
// page stretches it to the width it has.
const plotWidth = 1000

// scale maps hundredths a year to plot units.
type scale struct {
	top   int64 // hundredths at plotWidth
	ticks []tick
}

type tick struct {
	X     int
	Label string
}

// newScale returns a scale from nothing to a round number over most of the
// amounts: one that lies far outside is cut rather than flattening the rest.
func newScale(currency string, rows []PayRow) scale {
	var ends []int64
	for _, row := range rows {
		for _, end := range []*int64{row.Low, row.High} {
			if end != nil {
				ends = append(ends, *end)
			}
		}
	}
	if len(ends) == 0 {
		ends = []int64{100}
	}
	slices.Sort(ends)
	highest := ends[len(ends)-1]
	if usual := ends[len(ends)*9/10]; highest/3 > usual {
		highest = usual
	}
	const steps = 5 // at most
	step := roundStep((max(highest, 1) + steps - 1) / steps)
	s := scale{top: step * ((max(highest, 1) + step - 1) / step)}
	for at := int64(0); at <= s.top; at += step {
		s.ticks = append(s.ticks, tick{X: int(at * plotWidth / s.top), Label: short(at)})
	}
	s.ticks[0].Label = currency + " 0"
	return s
}

// roundStep returns the least of 1, 2, 2.5 and 5 times a power of ten, in
// whole units, that is no less than n hundredths.
func roundStep(n int64) int64 {
	for power := int64(100); power < 1e17; power *= 10 {
		for _, step := range []int64{power, power * 2, power * 5 / 2, power * 5} {
			if step >= n {
				return step
			}
		}
	}
	return n
}

// short prints hundredths in thousands or millions.
func short(hundredths int64) string {
	units := hundredths / 100
	switch {
	case units >= 1_000_000:
		return trimTenths(units/100_000) + "m"
	case units >= 1000:
		return trimTenths(units/100) + "k"
	default:
		return money(hundredths)
	}
}

func trimTenths(tenths int64) string {
	if tenths%10 == 0 {
		return money(tenths / 10 * 100)
	}
	return money(tenths/10*100) + "." + string(rune('0'+tenths%10))
}

// bar is a pay claim in plot units. An end that is open, or cut off by the
// scale, is drawn as a dashed line to the margin.
type bar struct {
	From, To int // the solid part
	Dot      bool
	Left     int // start of a dashed part that ends at From; -1 for none
	Right    int // end of a dashed part that starts at To; -1 for none
}

func (s scale) bar(row PayRow) bar {
	b := bar{Left: -1, Right: -1}
	switch {
	case row.Low == nil && row.High == nil:
		return b
	case row.Low == nil:
		b.To = s.x(*row.High)
		b.From, b.Left, b.Dot = b.To, max(0, b.To-plotWidth/10), true
	case row.High == nil:
		b.From = s.x(*row.Low)
		b.To, b.Right, b.Dot = b.From, min(plotWidth, b.From+plotWidth/10), true
	default:
		b.From, b.To = s.x(*row.Low), s.x(*row.High)
		b.Dot = b.To-b.From < 4
		if *row.High > s.top {
			b.To, b.Right = plotWidth-plotWidth/20, plotWidth
			b.From = min(b.From, b.To)
		}
	}
	return b
}

// x returns where an amount lies, within the plot.
func (s scale) x(amount int64) int {
	amount = min(max(amount, 0), s.top)
	return int(float64(amount) / float64(s.top) * plotWidth)
}
