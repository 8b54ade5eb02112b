package place

import (
	"slices"
	"strings"

	"roleclaims/corpus"
)

// exclusions begin the part of a location that names what it leaves out.
var exclusions = []string{"excluding", "excl.", "outside", "except", "without", "other than"}

// parts are words before a place that single out a part of it.
var parts = []string{
	"inner", "outer", "central", "greater", "fringe", "rural", "urban",
	"north", "south", "east", "west", "northern", "southern", "eastern", "western", "rest",
}

// Comparable reports whether figures for the locations a and b, in the text's
// words, may be held against each other: the two are equal, one lies in the
// other, or one is empty or unknown. Two different parts of one place
// ("Inner London", "Outer London") are not comparable, nor is a place with
// one that leaves it out ("England (excluding London)").
func (g *Gazetteer) Comparable(a, b string) bool {
	if a == "" || b == "" || strings.EqualFold(a, b) {
		return true
	}
	inA, outA := split(a)
	inB, outB := split(b)
	if g.excludes(outA, inB) || g.excludes(outB, inA) {
		return false
	}
	placesA, placesB := g.named(inA), g.named(inB)
	if len(placesA) == 0 || len(placesB) == 0 {
		return true
	}
	for _, x := range placesA {
		for _, y := range placesB {
			if x.Name == y.Name {
				return samePart(inA, inB)
			}
			if g.within(x.Name, y.Name) || g.within(y.Name, x.Name) {
				return true
			}
		}
	}
	return false
}

// split cuts what a location leaves out from the rest of it.
func split(location string) (in, out string) {
	for _, word := range exclusions {
		// ASCII words only, so that the offset holds in the text as it stands.
		if at := indexFold(location, word); at >= 0 {
			return strings.TrimRight(location[:at], " (,"), location[at+len(word):]
		}
	}
	return location, ""
}

func indexFold(s, word string) int {
	for at := 0; at+len(word) <= len(s); at++ {
		if strings.EqualFold(s[at:at+len(word)], word) {
			return at
		}
	}
	return -1
}

// excludes reports whether a place named in location lies in one that is
// left out.
func (g *Gazetteer) excludes(out, location string) bool {
	for _, left := range g.Find(out, corpus.Span{End: len(out)}) {
		for _, m := range g.named(location) {
			if g.within(m.Name, left.Name) {
				return true
			}
		}
	}
	return false
}

// samePart reports whether two wordings of one place may mean the same part.
func samePart(a, b string) bool {
	partA, partB := part(a), part(b)
	return partA == "" || partB == "" || partA == partB
}

func part(location string) string {
	for _, word := range strings.Fields(strings.ToLower(location)) {
		if word = strings.Trim(word, "(),."); slices.Contains(parts, word) {
			return word
		}
	}
	return ""
}
