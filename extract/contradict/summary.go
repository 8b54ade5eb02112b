package contradict

import (
	"strings"

	"roleclaims/extract/role"
)

// topicOf writes a duty's key for people: "set:strategy" is "set strategy".
func topicOf(key string) string {
	act, concept, _ := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(key, "manner:"), opposing), ":")
	switch act {
	case "do":
		act = "carry out"
	}
	concept = strings.ReplaceAll(strings.ReplaceAll(concept, "-", " "), ":", " under ")
	if concept == anything {
		concept = "everything"
	}
	return act + " " + concept
}

// deed writes what a record's role does for people: "set the product
// roadmap".
func deed(r *Record) string {
	act := r.Act
	switch {
	case act == "do":
		act = "carry out"
	case r.Weak && r.Verb != "":
		act = r.Verb
	}
	thing := strings.Join(append(append(words(r.Mods), words(r.Generic)...), strings.ReplaceAll(r.Head, "-", " ")), " ")
	if thing == "" || r.Head == anything || r.Head == "everything" {
		return strings.TrimSpace(act + " " + thing)
	}
	return act + " the " + thing
}

// title writes a role's key for people: "vp-of-engineering" is "VP of
// Engineering".
func title(key string) string { return role.Name(key) }
