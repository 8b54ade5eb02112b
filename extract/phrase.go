package extract

import (
	"strings"

	"roleclaims/corpus"
	"roleclaims/extract/duty"
	"roleclaims/extract/money"
	"roleclaims/extract/nlp"
	"roleclaims/extract/place"
	"roleclaims/extract/role"
)

// Phrase is what the word lists and readers make of a few words that stand
// alone, for people who edit the lists.
type Phrase struct {
	Doc      *corpus.Document // of the words alone, into which all spans point
	Tokens   []nlp.Token
	Roles    []role.Mention
	Title    []string // keys of the roles that the words name as an article's title
	Money    []money.Amount
	Places   []place.Mention
	Section  string // kind of section that the words open as a heading, "" for none
	Modality string // "" for none
	Frame    duty.Frame
	Duties   []duty.Duty
	Claims   Claims
}

// Phrase reads a few words as it would read them in an article that says no
// more: as a sentence where they name a role, else as an item of a list.
func (x *Extractor) Phrase(text string) Phrase {
	doc := phraseDocument(text, corpus.Paragraph)
	r := x.read(doc)
	if len(r.roles.Keys()) == 0 {
		doc = phraseDocument(text, corpus.Item)
		r = x.read(doc)
	}
	text = doc.Text
	whole := corpus.Span{End: len(text)}
	p := Phrase{
		Doc:     doc,
		Title:   x.roles.Inventory(&corpus.Document{Title: text}).Title(),
		Money:   x.pay.money.Find(text, whole),
		Places:  x.places.Find(text, whole),
		Section: r.kindOf(text),
		Claims:  x.Extract(doc),
	}
	p.Modality = x.words.modality.in(strings.Fields(strings.ToLower(text)))
	for _, s := range r.sentences {
		p.Tokens = append(p.Tokens, s.tokens...)
		p.Roles = append(p.Roles, s.mentions...)
	}
	nominal := len(p.Tokens) == 0 || !p.Tokens[0].Tag.IsVerb()
	p.Frame, p.Duties = x.frames.Frame(p.Tokens, nominal), x.frames.Duties(p.Tokens, nominal)
	return p
}

func phraseDocument(text string, kind corpus.BlockKind) *corpus.Document {
	text = strings.ToValidUTF8(strings.Join(strings.Fields(text), " "), "\ufffd")
	block := corpus.Block{Kind: kind, Span: corpus.Span{End: len(text)}}
	if kind == corpus.Item {
		block.Level, block.Group = 1, 1
	}
	return &corpus.Document{ID: corpus.DocumentID("phrase", text), URI: "phrase", Lang: "en", Text: text, Blocks: []corpus.Block{block}}
}
