package contradict

import (
	"regexp"
	"slices"
	"strings"

	"roleclaims/corpus"
	"roleclaims/extract"
	"roleclaims/extract/duty"
	"roleclaims/extract/nlp"
)

// anything is the concept of a claim about everything: it clashes with a
// denial of any object of the same act.
const anything = "*"

// duty returns a record for each predicate of a responsibility, and for the
// manner in which it is done. Questions claim nothing.
func (r *Reader) duty(doc *article, c *extract.Responsibility, sharedSpan bool) []Record {
	sentence := c.Sentence.Of(doc.Text)
	if strings.HasSuffix(strings.TrimSpace(sentence), "?") {
		return nil
	}
	base := Record{
		Kind: Duty, Role: c.Role, Stance: Does, Doc: doc.ID, Source: doc.Source, Claim: c.ID,
		Start: c.Span.Start, End: c.Span.End, Sentence: c.Sentence.Start, Confidence: c.Confidence,
		Shared: sharedSpan || len(c.SharedWith) > 0, May: c.Modality == "sometimes", Condition: c.Condition,
	}
	reject := r.context(doc, c, &base)
	denied := c.Polarity == extract.Denied || c.Modality == "rarely"
	if reject && !denied {
		denied = true
	}
	var out []Record
	tokens, nominal := r.tokens(doc, c)
	for _, d := range r.duties.Duties(tokens, nominal) {
		rec := base
		rec.Verb, rec.Head, rec.Act, rec.Concept = d.Verb, d.Head, d.Act, d.Concept
		rec.Mods, rec.Generic = r.sort(d.Mods)
		rec.Tail, _ = r.sort(d.Tail)
		rec.Assisting = base.Assisting || d.Assisting
		rec.Shared = base.Shared || d.Shared
		rec.Weak, rec.Vague, rec.Relational = d.Weak, d.Vague, d.Relational
		// A denial inside the phrase may be what made the claim a denied one.
		if denied || d.Denied {
			rec.Stance = DoesNot
		}
		rec.Key = d.Key()
		if d.Everything {
			rec.Key = d.Act + ":" + anything
		}
		if rec.Key == "" {
			continue
		}
		out = append(out, rec)
		if rec.Stance == DoesNot && !d.Vague && d.Class != duty.Focus {
			rec.Key = d.AnyAct + ":" + anything
			out = append(out, rec)
		}
		out = append(out, r.manners.records(rec, d, manner(sentence, c, doc.Text))...)
	}
	return out
}

// sort parts the modifiers that name a whole trade from the others.
func (r *Reader) sort(mods []string) (specific, generic string) {
	var s, g []string
	for _, m := range mods {
		if r.generic[m] {
			g = append(g, m)
		} else {
			s = append(s, m)
		}
	}
	return join(s), join(g)
}

// tokens returns the phrase's tokens with the tags that they have in their
// sentence, and whether it is a noun phrase: its action is then no verb that
// stands in it. A phrase that opens its sentence is tagged behind "They",
// since the tagger takes an imperative for a noun.
func (r *Reader) tokens(doc *article, c *extract.Responsibility) (phrase []nlp.Token, nominal bool) {
	all := nlp.Tokenize(nil, doc.Text, c.Sentence)
	first := slices.IndexFunc(all, func(t nlp.Token) bool { return t.Span.Start >= c.Span.Start })
	if first < 0 || len(all) > 400 {
		return nil, false
	}
	texts := make([]string, 0, len(all)+1)
	shift := 0
	if first == 0 {
		texts, shift = append(texts, "They"), 1
	}
	for i, t := range all {
		w := t.Text
		if i == 0 && w != strings.ToUpper(w) {
			w = strings.ToLower(w)
		}
		texts = append(texts, w)
	}
	tags := make([]nlp.Tag, len(texts))
	doc.tagger.Tag(texts, tags)
	for i := first; i < len(all) && all[i].Span.End <= c.Span.End; i++ {
		all[i].Tag = tags[i+shift]
		phrase = append(phrase, all[i])
	}
	return phrase, !r.duties.Verbal(phrase, c.Action)
}

// yearPattern finds years that a statement may be limited to.
var yearPattern = regexp.MustCompile(`\b(?:19|20)\d\d\b`)

// context reads the words around a phrase into the record's flags and
// reports whether the article rejects the view.
func (r *Reader) context(doc *article, c *extract.Responsibility, rec *Record) (reject bool) {
	sentence := c.Sentence.Of(doc.Text)
	at := c.Span.Start - c.Sentence.Start
	end := c.Span.End - c.Sentence.Start
	var scope []string
	for _, q := range r.cues.find(sentence) {
		gap := at - q.end
		switch q.kind {
		case contrast:
			rec.Contrast = true
		case own:
			rec.Own = rec.Own || q.start <= at
		case may:
			rec.May = rec.May || q.start <= at && gap < 40
		case assist:
			rec.Assisting = rec.Assisting || gap >= 0 && gap < 16
		case shared:
			rec.Shared = rec.Shared || q.start < end
		case small, large, past:
			scope = append(scope, string(q.kind))
		case condition:
			// A clause inside the duty's own words limits its object, not it.
			if q.end <= at || q.start >= end {
				scope = append(scope, string(q.kind))
			}
		case rejected:
			reject = true
		}
	}
	next := opening(doc.Text, c.Sentence.End)
	for _, q := range r.cues.find(next.Of(doc.Text)) {
		rec.Contrast = rec.Contrast || q.kind == contrast
	}
	if rec.Contrast {
		rec.Apart = join(others(doc, c.Role, c.Sentence, next))
	}
	for _, y := range yearPattern.FindAllString(sentence, 1) {
		scope = append(scope, "year-"+y)
	}
	for _, m := range r.places.Find(doc.Text, c.Sentence) {
		if !m.Adjective && !c.Span.Contains(m.Span) {
			scope = append(scope, "place-"+strings.ReplaceAll(m.Name, " ", "-"))
		}
	}
	rec.Scope = join(scope)
	return reject
}

// others returns the roles that parts of a text name beside one.
func others(doc *article, role string, parts ...corpus.Span) []string {
	var out []string
	for _, part := range parts {
		for _, m := range doc.roles.Mentions(nlp.Tokenize(nil, doc.Text, part)) {
			if m.Key != role {
				out = append(out, m.Key)
			}
		}
	}
	return out
}

// opening returns where the first words of the sentence after an offset
// stand, in the same paragraph.
func opening(text string, at int) corpus.Span {
	const words = 8
	for at < len(text) && text[at] == ' ' {
		at++
	}
	seen, end := 0, at
	for ; end < len(text) && text[end] != '\n'; end++ {
		if text[end] == ' ' {
			if seen++; seen == words {
				break
			}
		}
	}
	return corpus.Span{Start: at, End: end}
}
