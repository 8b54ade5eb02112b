package clause_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestPredicates holds what one predicate is, and where its phrase ends, in
// the sense of the guide to claims.
func TestPredicates(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		// One predicate.
		{"verb and object", "The baker |kneads dough.", []string{"kneads dough"}},
		{"tail of the object", "The baker |kneads dough for the morning shift.", []string{"kneads dough for the morning shift"}},
		{"verb with preposition", "The clerk |deals with complaints.", []string{"deals with complaints"}},
		{"particle", "They |set up the stage.", []string{"set up the stage"}},
		{"noun list as object", "They |repair roofs, gutters and chimneys.", []string{"repair roofs, gutters and chimneys"}},
		{"two objects by and", "They |inspect bridges and tunnels.", []string{"inspect bridges and tunnels"}},
		{"adjectives by and", "They |write clear and simple reports.", []string{"write clear and simple reports"}},
		{"compound objects", "They |manage sales and marketing campaigns.", []string{"manage sales and marketing campaigns"}},
		{"gerund", "It means |leading the team.", []string{"leading the team"}},
		{"clause of a complement verb", "She |ensures that the bus runs on time.", []string{"ensures that the bus runs on time"}},
		{"complement without that", "She |makes sure the shelves are full.", []string{"makes sure the shelves are full"}},
		{"help with a verb", "They |help patients walk again.", []string{"help patients walk again"}},
		{"how", "They |decide how the budget is spent.", []string{"decide how the budget is spent"}},
		{"infinitive that belongs", "They |teach children to read.", []string{"teach children to read"}},
		{"ability to", "They |assess the patient's ability to work.", []string{"assess the patient's ability to work"}},

		// Coordinated verbs.
		{"shared object", "They |plan and direct the work.", []string{"plan and direct the work"}},
		{"shared object of three", "They |plan, direct and control the work.", []string{"plan, direct and control the work"}},
		{"shared object with or", "They |repair or replace pumps.", []string{"repair or replace pumps"}},
		{"own objects", "They |plan the work and direct the crew.", []string{"plan the work", "direct the crew"}},
		{"own objects of three", "The farmer |ploughs the field, sows barley and feeds the cows.", []string{"ploughs the field", "sows barley", "feeds the cows"}},
		{"comma before and", "He |hires staff, trains them, and writes the rota.", []string{"hires staff", "trains them", "writes the rota"}},
		{"two after a shared one", "They |plan and direct the work and train the crew.", []string{"plan and direct the work", "train the crew"}},
		{"adverb before the second", "She |checks invoices and then pays them.", []string{"checks invoices", "pays them"}},
		{"also", "He |paints walls and also hangs wallpaper.", []string{"paints walls", "hangs wallpaper"}},
		{"nor", "They do not |sell houses nor let flats.", []string{"sell houses", "let flats"}},
		{"bare plurals", "She |treats injuries and plans exercises.", []string{"treats injuries", "plans exercises"}},
		{"gerunds with own objects", "It means |leading teams, writing reports and meeting clients.", []string{"leading teams", "writing reports", "meeting clients"}},
		{"verbs in the complement", "She |ensures that nurses follow procedures and record results.", []string{"ensures that nurses follow procedures and record results"}},
		{"prepositional predicate second", "They |draft contracts and appear in court.", []string{"draft contracts", "appear in court"}},
		{"modal shared", "They can |cut glass and bend pipes.", []string{"cut glass", "bend pipes"}},

		// Participles after a comma.
		{"a further duty", "The foreman |runs the site, scheduling trades and ordering materials.", []string{"runs the site", "scheduling trades", "ordering materials"}},
		{"ensuring", "She |reviews each chart, ensuring that doses are right.", []string{"reviews each chart", "ensuring that doses are right"}},
		{"an effect", "She |automates tests, reducing costs for the firm.", []string{"automates tests"}},
		{"an effect, making", "She |automates tests, making releases safer.", []string{"automates tests"}},
		{"allowing", "He |plans shifts, allowing staff to rest.", []string{"plans shifts"}},

		// What is cut off.
		{"a quotation that closes", "\"She |bakes the bread,\" says he.", []string{"bakes the bread"}},
		{"a quotation within", "He |writes the \"soup of the day\" board.", []string{"writes the \"soup of the day\" board"}},
		{"purpose", "They |inspect lifts to prevent accidents.", []string{"inspect lifts"}},
		{"in order to", "They |inspect lifts in order to prevent accidents.", []string{"inspect lifts"}},
		{"so that", "They |inspect lifts so that nobody is hurt.", []string{"inspect lifts"}},
		{"by doing", "They |cut waste by measuring portions.", []string{"cut waste"}},
		{"relative clause after a comma", "They |write policies, which the board approves.", []string{"write policies"}},
		{"such as", "They |run programmes such as summer camps.", []string{"run programmes"}},
		{"including", "They |handle paperwork, including permits.", []string{"handle paperwork"}},
		{"because", "They |wear helmets because stones fall.", []string{"wear helmets"}},
		{"while", "The {pilot} |flies the plane while the {copilot} talks to the tower.", []string{"flies the plane"}},
		{"rather than", "They |advise clients rather than act for them.", []string{"advise clients"}},
		{"brackets at the end", "They |set targets (monthly or weekly).", []string{"set targets"}},
		{"etc.", "They |repair radios, televisions, etc.", []string{"repair radios, televisions"}},

		// A clause of its own ends the phrase.
		{"new subject after a comma and and", "The {pilot} |flies the plane, and the {copilot} reads the checklist.", []string{"flies the plane"}},
		{"new subject after and", "The {pilot} |flies the plane and the {copilot} reads the checklist.", []string{"flies the plane"}},
		{"new subject after but", "The {pilot} |flies the plane, but the tower clears it.", []string{"flies the plane"}},
		{"semicolon", "The {pilot} |flies the plane; the tower clears it.", []string{"flies the plane"}},
		{"dash", "The {pilot} |flies the plane – nothing else matters.", []string{"flies the plane"}},
		{"relative clause that belongs", "They |treat patients who have broken bones.", []string{"treat patients who have broken bones"}},
		{"that clause that belongs", "They |fix machines that break down.", []string{"fix machines that break down"}},
		{"that may", "They |find flaws that could delay a launch.", []string{"find flaws"}},
	}
	r := newReader(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := r.read(tt.text)
			found, end := r.grammar.Predicates(s.words, s.start)
			if diff := cmp.Diff(tt.want, s.phrases(found)); diff != "" {
				t.Errorf("Predicates(%q) (-want +got):\n%s\ntags %s", tt.text, diff, s.tags())
			}
			if last := found[len(found)-1]; end < last.Last || end > len(s.words) {
				t.Errorf("Predicates(%q) ends at %d, want %d to %d", tt.text, end, last.Last, len(s.words))
			}
		})
	}
}
