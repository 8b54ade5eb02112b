package pipeline

import (
	"fmt"
	"runtime/debug"

	"roleclaims/corpus"
	"roleclaims/corpus/decode"
	"roleclaims/extract"
	"roleclaims/extract/contradict"
	"roleclaims/extract/lexicon"
)

// Analysis is what one page gave: a document with its claims and the records
// that detection folds and its fingerprint, or a reject. Reject is nil for a document.
type Analysis struct {
	Document    *corpus.Document
	Claims      extract.Claims
	Records     []contradict.Record
	Fingerprint corpus.Fingerprint
	Reject      *corpus.Reject
	Stack       string // of the panic that made the reject, "" for none
}

// Analyzer takes one page its whole way. It is read-only and may be used by
// several goroutines at once.
type Analyzer struct {
	extractor *extract.Extractor
	reader    *contradict.Reader
	roles     []string // canonical keys; nil is all
	disabled  []string // ids of rules, sorted and unique
}

// NewAnalyzer prepares the analysis by the word lists of lex. Roles, keys or
// titles as people write them, limit the claims to those about no other role;
// rules named by disable find nothing.
func NewAnalyzer(lex *lexicon.Lexicon, roles, disable []string) (*Analyzer, error) {
	disabled, err := ruleIDs(lex, disable)
	if err != nil {
		return nil, err
	}
	extractor, err := extract.New(lex, extract.Options{Disable: disabled})
	if err != nil {
		return nil, err
	}
	reader, err := contradict.New(lex)
	if err != nil {
		return nil, err
	}
	keys, err := roleKeys(lex, roles)
	if err != nil {
		return nil, err
	}
	return &Analyzer{extractor, reader, keys, disabled}, nil
}

// Analyze reads a page. It is a pure function of the page, and never panics:
// a bug that one page brings to light costs that page alone.
func (a *Analyzer) Analyze(page corpus.Page) (result Analysis) {
	defer func() {
		if cause := recover(); cause != nil {
			result = Analysis{
				Reject: &corpus.Reject{URI: page.URI, Stage: corpus.StageExtract, Reason: "panic", Detail: fmt.Sprint(cause)},
				Stack:  string(debug.Stack()),
			}
		}
	}()
	doc, reject := decode.Decode(page)
	if reject != nil {
		return Analysis{Reject: reject}
	}
	claims := keepRoles(a.extractor.Extract(doc), a.roles)
	return Analysis{
		Document:    doc,
		Claims:      claims,
		Records:     a.reader.Records(doc, &claims),
		Fingerprint: corpus.NewFingerprint(doc),
	}
}
