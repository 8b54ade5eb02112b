package contradict

// watch notes each time that detection compares two claims. A nil watch notes
// nothing.
type watch struct {
	a, b    string // ids of the claims
	seen    []Comparison
	pending []int // those in seen that conflict and whose finding is not told yet
}

// between reports whether two records are of the two claims, and whether the
// second claim's comes first.
func (w *watch) between(a, b *Record) (ours, turned bool) {
	switch {
	case w == nil:
		return false, false
	case a.Claim == w.a && b.Claim == w.b:
		return true, false
	}
	return a.Claim == w.b && b.Claim == w.a, true
}

func (w *watch) note(c Comparison, turned bool) {
	if turned {
		c.A, c.B = c.B, c.A
		if len(c.Words) == 2 {
			c.Words = []string{c.Words[1], c.Words[0]}
		}
	}
	w.seen = append(w.seen, c)
}

// spared notes a pair that a rule looked at and did not flag.
func (w *watch) spared(kind, topic, reason string, a, b *Record, deciding []string) {
	if ours, turned := w.between(a, b); ours {
		w.note(Comparison{Kind: kind, Topic: topic, Outcome: Spared, Reason: reason, Words: deciding, A: *a, B: *b}, turned)
	}
}

// conflict notes a pair that can't both hold; the finding comes later.
func (w *watch) conflict(f *Finding, a, b *Record) {
	if ours, turned := w.between(a, b); ours {
		w.pending = append(w.pending, len(w.seen))
		w.note(Comparison{Kind: f.Kind, Topic: f.Topic, Rule: f.Rule, A: *a, B: *b}, turned)
	}
}

// settle names the finding that the pairs noted last belong to. One that is
// not kept stands behind another of its name.
func (w *watch) settle(id string, kept bool) {
	if w == nil {
		return
	}
	for _, i := range w.pending {
		c := &w.seen[i]
		c.Finding, c.Outcome = id, Flagged
		if !kept {
			c.Outcome, c.Reason = Spared, Outweighed
		}
	}
	w.pending = nil
}
