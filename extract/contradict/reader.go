package contradict

import (
	"roleclaims/corpus"
	"roleclaims/extract"
	"roleclaims/extract/duty"
	"roleclaims/extract/lexicon"
	"roleclaims/extract/nlp"
	"roleclaims/extract/place"
	"roleclaims/extract/role"
)

// Reader makes records of claims while their text is at hand. It is read-only
// and safe for concurrent use.
type Reader struct {
	duties    *duty.Reader
	roles     *role.Recognizer
	model     *nlp.Model
	places    *place.Gazetteer
	cues      cues
	manners   manners
	opposites opposites
	generic   map[string]bool
}

// New reads the tables duty-*, contradict-* and the places of a lexicon.
func New(lex *lexicon.Lexicon) (*Reader, error) {
	duties, err := duty.New(lex)
	if err != nil {
		return nil, err
	}
	model, err := nlp.Load()
	if err != nil {
		return nil, err
	}
	cues, err := newCues(lex)
	if err != nil {
		return nil, err
	}
	manners, err := newManners(lex)
	if err != nil {
		return nil, err
	}
	opposites, err := newOpposites(lex)
	if err != nil {
		return nil, err
	}
	roles, err := role.New(lex)
	if err != nil {
		return nil, err
	}
	return &Reader{duties, roles, model, place.New(lex), cues, manners, opposites, lex.Set("contradict-generic")}, nil
}

// Records returns what the fold needs of one document's claims, in the order
// of the claims. A claim that does not lie within its sentence gives none.
func (r *Reader) Records(doc *corpus.Document, claims *extract.Claims) []Record {
	var out []Record
	shared := sharedSpans(claims.Responsibilities)
	art := article{Document: doc, tagger: r.model.Tagger(), roles: r.roles.Inventory(doc)}
	amounts := amountsByID(claims.Salaries)
	for i := range claims.Responsibilities {
		c := &claims.Responsibilities[i]
		if !within(doc.Text, c.Span) || !within(doc.Text, c.Sentence) || !c.Sentence.Contains(c.Span) {
			continue
		}
		out = append(out, r.duty(&art, r.passage(&art, c.Sentence), c, shared[c.Span] > 1)...)
	}
	art.tagger.Release()
	art.roles.Release()
	for i := range claims.Salaries {
		out = append(out, r.pay(doc, &claims.Salaries[i])...)
	}
	for i := range claims.Comparisons {
		out = append(out, r.order(doc, &claims.Comparisons[i], amounts)...)
	}
	return append(out, edges(doc, claims)...)
}

// article is a document with what reading it takes.
type article struct {
	*corpus.Document
	tagger *nlp.Tagger
	roles  *role.Inventory
	last   *passage // of the claim before: claims of one sentence follow each other
}

// named returns the keys of the roles that a stretch of the text names.
func (a *article) named(span corpus.Span) []string {
	var keys []string
	for _, m := range a.roles.Mentions(nlp.Tokenize(nil, a.Text, span)) {
		keys = append(keys, m.Key)
	}
	return keys
}

// sharedSpans counts the roles that each phrase is a duty of: one that says
// "both" is a claim of each.
func sharedSpans(duties []extract.Responsibility) map[corpus.Span]int {
	roles := map[corpus.Span]map[string]bool{}
	for _, c := range duties {
		if roles[c.Span] == nil {
			roles[c.Span] = map[string]bool{}
		}
		roles[c.Span][c.Role] = true
	}
	counts := map[corpus.Span]int{}
	for span, set := range roles {
		counts[span] = len(set)
	}
	return counts
}

func within(text string, s corpus.Span) bool {
	return 0 <= s.Start && s.Start <= s.End && s.End <= len(text)
}
