package duty

import (
	"strings"
	"testing"

	"roleclaims/corpus"
	"roleclaims/extract/nlp"

	"github.com/google/go-cmp/cmp"
)

// tagged tokenizes and tags a phrase as it would be within its sentence:
// behind "They" where it is a verb phrase.
func tagged(t testing.TB, phrase string, nominal bool) []nlp.Token {
	t.Helper()
	model, err := nlp.Load()
	if err != nil {
		t.Fatal(err)
	}
	tokens := nlp.Tokenize(nil, phrase, corpus.Span{End: len(phrase)})
	var words []*nlp.Word
	if !nominal {
		words = append(words, nlp.WordOf("They"))
	}
	for _, token := range tokens {
		words = append(words, token.Word)
	}
	tags := make([]nlp.Tag, len(words))
	model.NewTagger().Tag(words, tags)
	for i := range tokens {
		tokens[i].Tag = tags[i+len(words)-len(tokens)]
	}
	return tokens
}

// show writes a duty as "verb > key [modifiers] flags".
func show(d Duty) string {
	s := d.Verb + " > " + d.Key()
	if list := append(append([]string{}, d.Mods...), d.Tail...); len(list) > 0 {
		s += " [" + strings.Join(list, " ") + "]"
	}
	for _, flag := range []struct {
		on   bool
		name string
	}{
		{d.Denied, "denied"}, {d.Relational, "relational"}, {d.Vague, "vague"}, {d.Assisting, "assisting"}, {d.Shared, "shared"}, {d.Weak, "weak"},
	} {
		if flag.on {
			s += " " + flag.name
		}
	}
	return s
}

func TestDuties(t *testing.T) {
	r := reader(t)
	tests := []struct {
		phrase string // "=" before a noun phrase
		want   []string
	}{
		{"manage and mentor the nursing team", []string{"manage > manage:team [nurse] relational", "mentor > train:people [nurse] relational"}},
		{"plan, cook and serve the meals", []string{"plan > set:meal", "cook > build:meal", "serve > deliver:meal"}},
		{"draw up contracts and train the paralegals", []string{"draw up > set:contract", "train > train:people [paralegal]"}},
		{"=the maintenance of hardware and software", []string{"maintain > run:operations", "maintain > run:operations"}},
		{"=hardware and software management", []string{"manage > run:operations", "manage > run:operations"}},
		{"handle the operational and the people tasks", []string{"handle > run:operations", "handle > run:task [people] vague"}},
		{"never signs the maintenance release", []string{"sign > approve:release [maintenance] denied"}},
		{"=the recruitment of nurses", []string{"recruit > hire:people [nurse]"}},
		{"perform the cleaning of the theatre", []string{"clean > clean:theatre"}},
		{"oversee the construction of the bridge", []string{"oversee > run:construction [bridge]"}},
		{"oversee the maintenance of the bridge", []string{"maintain > run:bridge"}},
		{"take care of the garden", []string{"take care of > run:garden"}},
		{"make decisions about the menu", []string{"decide > set:menu"}},
		{"ensure that the trains run on time", []string{"keep > run:train"}},
		{"ensure quality", []string{"ensure > ensure:quality weak"}},
		{"refrain from giving legal advice", []string{"give > perform:advice [law] denied vague assisting"}},
		{"stay out of the kitchen", []string{" > run:kitchen denied assisting"}},
		{"have no say in the casting", []string{"have > run:casting denied"}},
		{"write no reports", []string{"write > build:report denied"}},
		{"not be allowed to prescribe drugs", []string{"prescribe > prescribe:medication denied"}},
		{"take part in the hiring of cooks", []string{"hire > hire:people [cook] assisting"}},
		{"co-develop the curriculum", []string{"develop > set:curriculum shared"}},
		{"provide direction to the team", []string{"provide > tell:strategy weak"}},
		{"lead R&D initiatives", []string{"lead > run:research-and-development"}},
		{"have a clear vision", []string{"have > have:strategy weak"}},
		{"manage projects", []string{"manage > run:project vague"}},
		{"treat patients without supervision", []string{"treat > treat:patient"}},
		{"decide which stories go on the front page", []string{"decide > pick:story"}},
		{"hold exit interviews", []string{"hold > run:interview [exit]"}},
		{"not only train nurses but also hire them", []string{"train > train:people [nurse]", "hire > hire:them vague"}},
		{"have little say in the menu", []string{"have > set:menu denied"}},
		{"teach little children", []string{"teach > train:people [child little]"}},
		{"work at a senior level", nil},
		{"not in charge of training the nurses", []string{"train > train:people [nurse] denied"}},
		{"have no part in hiring the cooks", []string{"hire > hire:people [cook] denied assisting"}},
		{"=The menu is written", []string{"write > set:menu"}},
		{"=The spare parts are not usually purchased", []string{"purchase > buy:part [spare] denied vague"}},
		{"=Cooks must be hired", []string{"hire > hire:people [cook]"}},
		{"take night shifts one week in five", []string{"take > run:shift [night]"}},
	}
	for _, tt := range tests {
		t.Run(tt.phrase, func(t *testing.T) {
			phrase, nominal := strings.CutPrefix(tt.phrase, "=")
			var got []string
			for _, d := range r.Duties(tagged(t, phrase, nominal), nominal) {
				got = append(got, show(d))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("Duties(%q) (-want +got):\n%s", phrase, diff)
			}
		})
	}
}

func TestManner(t *testing.T) {
	r := reader(t)
	got := r.Duties(tagged(t, "treat patients without supervision", false), false)
	if len(got) != 1 || got[0].Manner != "supervision" || !got[0].Without {
		t.Errorf("Duties = %+v, want one without supervision", got)
	}
}
