package extract

import (
	"fmt"
	"testing"

	"roleclaims/corpus"
	"roleclaims/corpus/decode"
)

func TestOrderScope(t *testing.T) {
	tests := []struct{ text, want string }{
		{"In Germany, notaries earn more than bailiffs.", "@Germany"},
		{"German notaries earn more than bailiffs.", ""},
		{"In 1995 notaries earned more than bailiffs.", "#1995"},
		{"In total compensation, notaries earn more than bailiffs.", "+total"},
		{"Notaries earn more than bailiffs, mostly because bailiffs get no bonus.", ""},
		{"A notary reports to the bailiff on base pay.", ""},
		{"By base salary notaries earn more than bailiffs, by total compensation less.", ""},
		{"In small public offices the notary reports to the bailiff.", "?small public offices"},
		{"At family-owned shops, bakers report to the butcher.", "?family-owned shops"},
		{"In France and Spain, notaries earn more than bailiffs.", ""},
		{"Oslo lies in Norway. There, notaries earn more than bailiffs.", ""},
		{"Schools in Norway are small. There, notaries earn more than bailiffs.", "@Norway"},
		{"Notaries earn more than bailiffs.", ""},
	}
	x := newExtractor(t)
	for _, tt := range tests {
		doc, reject := decode.Decode(corpus.Page{URI: "article", Format: corpus.Text, Body: []byte(tt.text)})
		if reject != nil {
			t.Fatal(reject)
		}
		found := x.Extract(doc).Comparisons
		if len(found) != 1 {
			t.Errorf("%s: %d comparisons, want 1", tt.text, len(found))
			continue
		}
		got, c := "", found[0]
		for _, part := range []struct{ mark, value string }{{"+", c.Component}, {"@", c.Location}, {"?", c.Condition}} {
			if part.value != "" {
				got += part.mark + part.value
			}
		}
		if c.Year != 0 {
			got += fmt.Sprintf("#%d", c.Year)
		}
		if got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.text, got, tt.want)
		}
	}
}
