package clause_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestNominals holds the lists that follow "responsible for" or "their duties
// include".
func TestNominals(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"one", "They are responsible for |payroll.", []string{"payroll"}},
		{"with a tail", "They are responsible for |the safety of the passengers.", []string{"the safety of the passengers"}},
		{"three with a comma", "They are responsible for |catering, cleaning, and security.", []string{"catering, cleaning, and security"}},
		{"three phrases", "They are responsible for |the annual budget, new hires, and office space.", []string{"the annual budget", "new hires", "office space"}},
		{"last and without a comma", "They are responsible for |the annual budget, new hires and office space.", []string{"the annual budget", "new hires", "office space"}},
		{"four phrases", "They are responsible for |the menu, the wine list, staff rotas and food hygiene.", []string{"the menu", "the wine list", "staff rotas", "food hygiene"}},
		{"two by and", "They are responsible for |hiring and training.", []string{"hiring and training"}},
		{"shared tail", "They are responsible for |the purchase, storage, and sale of grain.", []string{"the purchase, storage, and sale of grain"}},
		{"shared adjective", "They are responsible for |mechanical and electrical systems.", []string{"mechanical and electrical systems"}},
		{"adjectives with a comma", "They are responsible for |safe, efficient operations.", []string{"safe, efficient operations"}},
		{"gerund", "They are responsible for |running the kitchen.", []string{"running the kitchen"}},
		{"gerunds", "They are responsible for |running the kitchen, training cooks and ordering food.", []string{"running the kitchen", "training cooks", "ordering food"}},
		{"two gerunds", "They are responsible for |training cooks and ordering food.", []string{"training cooks", "ordering food"}},
		{"gerunds with one object", "They are responsible for |hiring and training cooks.", []string{"hiring and training cooks"}},
		{"noun, then gerund", "They are responsible for |the kitchen and training the cooks.", []string{"the kitchen", "training the cooks"}},
		{"both", "They are responsible for |both food and drink.", []string{"food and drink"}},
		{"as well as", "They are responsible for |the kitchen as well as the bar.", []string{"the kitchen", "the bar"}},
		{"for again", "They are responsible for |the kitchen and for training cooks.", []string{"the kitchen", "training cooks"}},
		{"relative clause that belongs", "They are responsible for |tools that cut steel.", []string{"tools that cut steel"}},
		{"purpose cut", "They are responsible for |safety checks to prevent fires.", []string{"safety checks"}},
		{"examples cut", "They are responsible for |utilities, including water.", []string{"utilities"}},
		{"new clause cut", "They are responsible for |utilities, and the {clerk} reads the meters.", []string{"utilities"}},
		{"while cut", "They are responsible for |utilities, while the {clerk} reads the meters.", []string{"utilities"}},
		{"how", "They are responsible for |how the money is spent.", []string{"how the money is spent"}},
		{"company of an ampersand", "They are responsible for |R&D budgets.", []string{"R&D budgets"}},
	}
	r := newReader(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := r.read(tt.text)
			found, end := r.grammar.Nominals(s.words, s.start)
			if diff := cmp.Diff(tt.want, s.phrases(found)); diff != "" {
				t.Errorf("Nominals(%q) (-want +got):\n%s\ntags %s", tt.text, diff, s.tags())
			}
			if end > len(s.words) {
				t.Errorf("Nominals(%q) ends at %d of %d words", tt.text, end, len(s.words))
			}
		})
	}
}
