package extract

import (
	"roleclaims/extract/clause"
	"roleclaims/extract/nlp"
)

// limits are what a clause sets to a duty read in it.
type limits struct {
	denied   bool
	modality string
	negator  int // word from which a denied phrase is quoted, -1 for none
}

// limitsOf reads negation and modality from a verb group.
func (p *statement) limitsOf(v clause.VerbGroup) limits {
	l := limits{negator: -1}
	for _, i := range v.Adverbs {
		switch word := p.words[i].Lower; word {
		case "not", "n't", "never", "neither", "cannot":
			if i+1 < len(p.words) {
				switch p.words[i+1].Lower {
				case "only", "just", "merely", "simply", "solely":
					continue
				}
			}
			l.denied, l.negator = true, i
			if word == "n't" && i > 0 {
				l.negator = i - 1
			}
		case "longer":
			if i > 0 && p.words[i-1].Lower == "no" {
				l.denied, l.negator = true, i-1
			}
		case "rarely", "seldom", "hardly", "scarcely", "barely":
			l.denied, l.negator, l.modality = true, i, "rarely"
		}
	}
	if l.modality != "" {
		return l
	}
	for i := v.First; i <= v.Verb && i < len(p.words); i++ {
		if m, n := p.reading.words.modality.at(v.Verb+1, p.lower, i); n > 0 {
			l.modality = m
		}
	}
	if l.modality == "" {
		l.modality, _ = p.reading.words.modality.at(len(p.words), p.lower, 0)
	}
	if l.modality == "rarely" {
		l.modality = ""
	}
	return l
}

// frontedDenial reports whether a denial opens the clause of the subject at
// word i and so turns subject and auxiliary round: "under no circumstances may
// a nurse …", "never does the editor …".
func (p *statement) frontedDenial(i int) bool {
	if i < 2 {
		return false
	}
	switch aux := p.words[i-1]; {
	case aux.Tag == nlp.MD, clause.Lemma(aux) == "do", clause.Lemma(aux) == "have", clause.Lemma(aux) == "be":
	default:
		return false
	}
	switch p.words[i-2].Lower {
	case "never", "rarely", "seldom", "scarcely", "hardly", "nor", "neither", "nowhere":
		return true
	case "once":
		return i > 2 && p.words[i-3].Lower == "not"
	case "ever":
		return i > 2 && (p.words[i-3].Lower == "hardly" || p.words[i-3].Lower == "scarcely")
	}
	if i > 3 && p.words[i-3].Lower == "no" { // "on no account", "at no time"
		switch p.words[i-4].Lower {
		case "under", "on", "in", "at", "by":
			return true
		}
	}
	return false
}

// ownAdverbs reads the adverbs right before the verb at i, a later one of a
// series: "edits the copy and never signs it off".
func (p *statement) ownAdverbs(l *limits, i int) {
	for k := i - 1; k > 0 && p.words[k].Tag == nlp.RB; k-- {
		switch p.words[k].Lower {
		case "never", "not":
			l.denied, l.negator = true, k
		case "rarely", "seldom", "hardly", "scarcely", "barely":
			l.denied, l.negator, l.modality = true, k, "rarely"
		}
	}
}
