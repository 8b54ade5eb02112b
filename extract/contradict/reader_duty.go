package contradict

import (
	"sort"
	"strings"

	"roleclaims/extract"
	"roleclaims/extract/duty"
	"roleclaims/extract/nlp"
)

// anything is the concept of a claim about everything: it clashes with a
// denial of any object of the same act.
const anything = "*"

// duty returns a record for each predicate of a responsibility, and for the
// manner in which it is done. Questions claim nothing.
func (r *Reader) duty(doc *article, in *passage, c *extract.Responsibility, sharedSpan bool) []Record {
	if strings.HasSuffix(strings.TrimSpace(in.text), "?") {
		return nil
	}
	base := Record{
		Kind: Duty, Role: c.Role, Stance: Does, Doc: doc.ID, Source: doc.Source, Claim: c.ID,
		Start: c.Span.Start, End: c.Span.End, Sentence: c.Sentence.Start, Confidence: c.Confidence,
		Shared: sharedSpan || len(c.SharedWith) > 0, May: c.Modality == "sometimes", Condition: c.Condition,
	}
	reject := in.context(c, &base)
	denied := c.Polarity == extract.Denied || c.Modality == "rarely"
	if reject && !denied {
		denied = true
	}
	var out []Record
	tokens, nominal := r.tokens(doc, in, c)
	takenBack := !denied && len(tokens) > 0 && negators[strings.ToLower(tokens[0].Text)]
	for _, d := range r.duties.Duties(tokens, nominal) {
		rec := base
		rec.Verb, rec.Head, rec.Act, rec.Concept = d.Verb, d.Head, d.Act, d.Concept
		rec.Mods, rec.Generic = r.sort(d.Mods)
		rec.Tail, _ = r.sort(d.Tail)
		rec.Assisting = base.Assisting || d.Assisting
		rec.Shared = base.Shared || d.Shared
		rec.Weak, rec.Vague, rec.Relational = d.Weak, d.Vague, d.Relational
		// A denial inside the phrase may be what made the claim a denied one; in a
		// claim that is asserted all the same, one at its start was taken back.
		if denied || d.Denied && !takenBack {
			rec.Stance = DoesNot
		}
		out = append(out, r.opposites.records(rec, d)...)
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
		out = append(out, r.manners.records(rec, d, manner(in.text, c, doc.Text))...)
	}
	return out
}

// negators open the phrase of a denied claim.
var negators = map[string]bool{"not": true, "never": true, "n't": true, "rarely": true, "hardly": true, "seldom": true}

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
func (r *Reader) tokens(doc *article, in *passage, c *extract.Responsibility) (phrase []nlp.Token, nominal bool) {
	first := sort.Search(len(in.tokens), func(i int) bool { return in.tokens[i].Span.Start >= c.Span.Start })
	if first == len(in.tokens) {
		return nil, false
	}
	tags := in.tags(doc.tagger, first == 0)
	for i := first; i < len(in.tokens) && in.tokens[i].Span.End <= c.Span.End; i++ {
		t := in.tokens[i]
		t.Tag = tags[i]
		phrase = append(phrase, t)
	}
	return phrase, !r.duties.Verbal(phrase, c.Action)
}
