package output

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// The scales of many roles are what counting all of them first gives.
func TestPayScales(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	type key struct{ currency, role string }
	counts := map[key]int{}
	var p payrolls
	for role := range 60 {
		for _, currency := range []string{"EUR", "GBP", "USD"} {
			k := key{currency, fmt.Sprintf("role-%02d", role)}
			for range r.IntN(50) { // the same number for many
				counts[k]++
				p.add(&SalaryRow{Role: k.role, Currency: currency, Statistic: "range", Quote: fmt.Sprint(counts[k])})
			}
		}
	}
	p.close()

	var want []string
	byCurrency := map[string][]key{}
	claims := map[string]int{}
	for k, n := range counts {
		byCurrency[k.currency] = append(byCurrency[k.currency], k)
		claims[k.currency] += n
	}
	currencies := []string{"EUR", "GBP", "USD"}
	slices.SortFunc(currencies, func(a, b string) int { return cmp.Compare(claims[b], claims[a]) })
	left := payTotal
	for _, currency := range currencies {
		keys := byCurrency[currency]
		slices.SortFunc(keys, func(a, b key) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), strings.Compare(a.role, b.role)) })
		shown := 0
		for _, k := range keys[:payRoles] {
			rows := min(counts[k], payRows)
			if left -= rows; left < 0 {
				break
			}
			shown++
			want = append(want, fmt.Sprintf("%s %s %d rows, the last %d, %d left out", currency, k.role, rows, rows, counts[k]-rows))
		}
		want = append(want, fmt.Sprintf("%s: %d roles left out", currency, len(keys)-shown))
	}

	var got []string
	for _, s := range p.scales(nil) {
		for _, role := range s.Roles {
			got = append(got, fmt.Sprintf("%s %s %d rows, the last %s, %d left out", s.Currency, role.Role, len(role.Rows), role.Rows[len(role.Rows)-1].Quote, role.Omitted))
		}
		got = append(got, fmt.Sprintf("%s: %d roles left out", s.Currency, s.Omitted))
	}
	compare(t, "scales", want, got)
}
