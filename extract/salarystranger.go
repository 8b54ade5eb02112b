package extract

import (
	"cmp"
	"strings"

	"roleclaims/corpus"
	"roleclaims/extract/clause"
	"roleclaims/extract/wordnet"
)

// anyHolder holds nouns for people that stand for the holders of whatever
// role a text speaks of, or for nobody that is paid.
var anyHolder = map[string]bool{
	"applicant": true, "beginner": true, "candidate": true, "client": true, "colleague": true, "company": true, "contractor": true, "customer": true,
	"earner": true, "employee": true, "employer": true, "entrant": true, "entry": true, "everyone": true, "expert": true, "fellow": true, "female": true, "firm": true,
	"freelance": true, "freelancer": true, "graduate": true, "half": true, "hire": true, "holder": true, "individual": true, "job": true, "junior": true, "lot": true, "majority": true, "male": true,
	"man": true, "many": true, "master": true, "member": true, "minority": true, "most": true, "newcomer": true, "number": true, "one": true, "other": true, "parent": true, "peer": true, "people": true,
	"performer": true, "person": true, "position": true, "practitioner": true, "pro": true, "professional": true, "public": true, "rate": true, "reader": true, "respondent": true,
	"role": true, "senior": true, "somebody": true, "someone": true, "staff": true, "starter": true, "state": true, "user": true, "veteran": true, "woman": true, "worker": true, "country": true,
	"salary": true, "top": true, "range": true, "pay": true, "average": true, "mean": true, "median": true, "figure": true, "bachelor": true, "doctorate": true, "associate": true,
	"general": true, "fresher": true, "learner": true, "amount": true, "total": true, "minimum": true, "maximum": true, "midpoint": true, "bottom": true, "wage": true, "income": true, "stipend": true, "bonus": true, "fee": true, "band": true, "grade": true, "step": true, "scale": true, "earning": true, "compensation": true, "city": true, "year": true, "month": true, "experience": true, "offer": true, "base": true, "private": true, "major": true, "level": true, "mid": true, "minor": true, "independent": true, "native": true, "specialist": true, "generalist": true,
	"owner": true, "trainee": true, "apprentice": true, "intern": true, "novice": true, "talent": true, "recipient": true, "seeker": true, "resident": true, "foreigner": true, "expatriate": true, "expat": true, "local": true, "incumbent": true,
}

// stranger returns the noun for people that a figure's statement has as its
// subject where the recognizer saw no role in it ("Sergeants earn $8,240"):
// its singular, "" for none.
func (pass *passage) stranger(f *figure) string {
	subject, verb := pass.subjectOf(f)
	if noun := pass.p.personal(subject.Lower); noun != "" || clause.Lemma(verb) != "earn" {
		return noun
	}
	return pass.p.unknown(subject.Lower)
}

// ofThing reports whether a figure's statement has a thing as its subject that
// has nothing to do with pay: "The software is $700".
func (pass *passage) ofThing(f *figure) bool {
	subject, _ := pass.subjectOf(f)
	lemma, ok := wordnet.NounLemma(subject.Lower)
	return ok && !anyHolder[lemma] && !wordnet.IsPerson(lemma)
}

// subjectOf returns the noun right before the first verb of a figure's own
// text, or before the "who" there, and the verb; empty words where a role, a
// pronoun or a phrase with a preposition is the subject.
func (pass *passage) subjectOf(f *figure) (subject, verb clause.Word) {
	var words []clause.Word
	for k := range pass.sentences {
		for _, w := range pass.sentences[k].words {
			if w.Span.Start >= f.before.Start && w.Span.End <= f.Span.Start {
				words = append(words, w)
			}
		}
	}
	for i, w := range words {
		if w.Role >= 0 {
			break
		}
		if i == 0 || !endsSubject(w) {
			continue
		}
		at := i - 1
		if at > 0 && (words[at].Lower == "who" || words[at].Lower == "that") {
			at--
		}
		if strings.HasPrefix(string(words[at].Tag), "NN") && !pass.ofSomething(words[:at]) {
			return words[at], w
		}
		break
	}
	return clause.Word{}, clause.Word{}
}

// ofSomething reports whether the noun after words is not the subject's head
// ("the pay of workers is").
func (pass *passage) ofSomething(words []clause.Word) bool {
	for _, w := range words {
		if w.Tag == "IN" || w.Tag == "TO" {
			return true
		}
	}
	return false
}

// endsSubject reports whether a word is a finite verb, by its tag.
func endsSubject(w clause.Word) bool {
	return w.Tag == "VBZ" || w.Tag == "VBP" || w.Tag == "VBD" || w.Tag == "MD"
}

// personal returns the singular of a noun that names people by what they do,
// "" for any other.
func (p *payReading) personal(noun string) string {
	if noun == "" {
		return ""
	}
	lemma, ok := wordnet.NounLemma(noun)
	if !ok {
		lemma = noun
	}
	if anyHolder[lemma] || p.pay.heads[lemma] == "" && !wordnet.IsPerson(lemma) {
		return ""
	}
	return lemma
}

// unknown returns the singular of a noun that is in no dictionary: what earns
// is somebody.
func (p *payReading) unknown(noun string) string {
	lemma, ok := wordnet.NounLemma(noun)
	if ok || noun == "" || anyHolder[strings.TrimSuffix(noun, "s")] {
		return ""
	}
	return cmp.Or(lemma, noun)
}

// keysOfStranger returns the role in the article that a bare head names
// ("agents" of an estate agent), or the key of a title that is one word; nil
// for a noun that may be neither.
func (pass *passage) keysOfStranger(noun string) []string {
	if key := pass.p.longForm(noun, pass.last().scope); key != "" {
		return []string{key}
	}
	if alone := pass.p.pay.heads[noun]; alone == "" || alone == "no" {
		return nil
	}
	return []string{noun}
}

// longForm returns the only role in scope, else in the article, whose title
// ends in a noun, "" for none.
func (p *payReading) longForm(noun string, scope []string) string {
	for _, keys := range [][]string{scope, p.roles.Title(), p.roles.Keys()} {
		var ending []string
		for _, key := range keys {
			if strings.HasSuffix(key, "-"+noun) {
				ending = append(ending, key)
			}
		}
		if len(ending) > 0 {
			if len(ending) > 1 {
				return ""
			}
			return ending[0]
		}
	}
	return ""
}

// shortForm returns the role that a bare head in a figure's own text names,
// where the article has it by its full title; nil for none.
func (pass *passage) shortForm(f *figure) []string {
	for k := range pass.sentences {
		for _, w := range pass.sentences[k].words {
			if w.Role >= 0 || w.Span.Start < f.before.Start || w.Span.End > f.Span.Start || !strings.HasPrefix(string(w.Tag), "NN") {
				continue
			}
			lemma, _ := wordnet.NounLemma(w.Lower)
			if pass.p.pay.heads[lemma] == "" || anyHolder[lemma] {
				continue
			}
			if key := pass.p.longForm(lemma, pass.last().scope); key != "" {
				return []string{key}
			}
		}
	}
	return nil
}

// strangerIn returns the personal noun that a label or a head of a row ends in.
func (p *payReading) strangerIn(label string) string {
	label, _, _ = strings.Cut(label, "(")
	words := textWords(label, corpus.Span{End: len(label)})
	if len(words) == 0 || len(words) > 4 {
		return ""
	}
	return p.personal(words[len(words)-1].lower)
}
