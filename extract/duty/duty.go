package duty

import (
	"cmp"
	"fmt"
	"strings"
	"sync"
	"unicode"

	"roleclaims/extract/lexicon"
	"roleclaims/extract/nlp"
)

// Frame is the summary of a responsibility that its dataset row shows.
type Frame struct {
	Action string // lemma of the first verb, "" for none
	Object string // head noun with its modifiers, lower-case lemmas, head last; "" for none
	Topic  string // stable key of what the duty is about; never ""
	Denied bool   // the phrase itself denies: "has no authority over"
}

// Duty is one predicate of a phrase in normal form: "managing and mentoring
// the engineering team" has two.
type Duty struct {
	Verb    string   // lemma, "" where the phrase only names an area
	Class   Class    // of the verb; Own for an area
	Act     string   // what is done, by class and type of object: the first half of a key
	Head    string   // lemma of the object's head, "" for none
	Concept string   // what heads of one meaning share: the second half of a key
	AnyAct  string   // Act as it would be of any object
	Mods    []string // normal forms of the words before the head that say which one, sorted
	Tail    []string // the same of what hangs on it ("of the hospital") and of owners
	Denied  bool
	Manner  string // "with X", "without X": the noun behind the preposition, "" for none
	Without bool   // Manner is absent: "without supervision"

	Relational bool // each role has its own ("the team"): says which only by Mods
	Vague      bool // names no area ("projects", "everything")
	Everything bool // "everything", "all"
	Assisting  bool // takes part or helps, does not own
	Shared     bool // done with others: "co-develops"
	Weak       bool // class that never owns: watching, telling, meeting, ensuring

	object string // for Frame
	kind   string // type of the object
}

// Key returns what two duties must share to be about one thing, "" for a duty
// that names nothing to share.
func (d Duty) Key() string {
	if d.Act == "" || d.Concept == "" {
		return ""
	}
	return d.Act + ":" + d.Concept
}

// Reader holds the word lists. It is read-only, but for the memory that
// parsers give back, and safe for concurrent use.
type Reader struct {
	actions  map[string]Class    // by lemma or lemmas
	openings map[string]*opening // of actions of several words, by first word
	longest  int                 // words of the longest action
	nouns    map[string]noun
	empty    map[string]bool // modifiers that change nothing
	owners   map[string]bool
	terms    map[string]string // several words read as one noun
	termLen  int

	termStarts map[string]bool // first words of terms
	topics     map[string]string
	variants   map[string]string // normal forms of modifiers

	parsers sync.Pool // those given back
}

// New reads the tables duty-*. Errors name the table and the row.
func New(lex *lexicon.Lexicon) (*Reader, error) {
	r := &Reader{
		actions:    map[string]Class{},
		openings:   map[string]*opening{},
		termStarts: map[string]bool{},
		nouns:      map[string]noun{},
		empty:      lex.Set("duty-empty"),
		owners:     lex.Set("duty-owners"),
		terms:      lex.Map("duty-terms"),
		topics:     lex.Map("duty-topics"),
		variants:   lex.Map("duty-modifiers"),
	}
	for _, row := range lex.Rows("duty-actions") {
		class := Class(row[1])
		if !known[class] {
			return nil, fmt.Errorf("duty-actions: %s: no class %q", row[0], row[1])
		}
		r.actions[row[0]] = class
		words := strings.Fields(row[0])
		r.longest = max(r.longest, len(words))
		if len(words) > 1 {
			r.open(words, class)
		}
	}
	for term := range r.terms {
		r.termLen = max(r.termLen, 1+strings.Count(term, " "))
		first, _, _ := strings.Cut(term, " ")
		r.termStarts[first] = true
	}
	for _, row := range lex.Rows("duty-objects") {
		n := noun{concept: row[1], kind: row[2]}
		for _, trait := range strings.Fields(row[3]) {
			switch trait {
			case "relational":
				n.relational = true
			case "vague":
				n.vague = true
			case "light":
				n.light = true
			case "broad":
				n.broad = true
			default:
				return nil, fmt.Errorf("duty-objects: %s: no trait %q", row[0], trait)
			}
		}
		r.nouns[row[0]] = n
	}
	return r, nil
}

// opening is what an action of several words begins with, or all of it.
type opening struct {
	class Class // "" where no action ends here
	lemma string
	next  map[string]*opening // by the word that follows
}

// open enters an action of several words.
func (r *Reader) open(words []string, class Class) {
	next := r.openings
	for i, word := range words {
		if next[word] == nil {
			next[word] = &opening{next: map[string]*opening{}}
		}
		at := next[word]
		if i == len(words)-1 {
			at.class, at.lemma = class, strings.Join(words, " ")
		}
		next = at.next
	}
}

// Frame summarises a phrase by its first predicate. The tokens carry tags
// where they are known; nominal says that the phrase was read as a noun
// phrase ("the maintenance of hardware") and not as a verb with its object.
func (r *Reader) Frame(tokens []nlp.Token, nominal bool) Frame {
	p := r.read(tokens, nominal, 1)
	defer r.parsers.Put(p)
	if len(p.duties) == 0 {
		return Frame{Topic: "other"}
	}
	first := &p.duties[0]
	return Frame{Action: first.Verb, Object: first.object, Topic: r.topic(first), Denied: first.Denied}
}

// Verbal reports whether a phrase whose frame has this action is a verb with
// its object and not a noun of action: the verb then stands in it.
func (r *Reader) Verbal(tokens []nlp.Token, action string) bool {
	const near = 5
	verb := firstWord(action)
	if verb == "" {
		return len(tokens) > 0 && tokens[0].Tag.IsVerb()
	}
	opens := true // nothing but "never" and the like stands before
	for _, t := range tokens[:min(len(tokens), near)] {
		if r.verbLemma(t.Word) == verb && (opens || !t.Tag.IsNoun()) {
			return true
		}
		opens = opens && t.Tag == nlp.RB
	}
	return false
}

// topic names what a duty is about: a fixed topic of its concept or its
// verb's class, else the head of its object, else its verb.
func (r *Reader) topic(d *Duty) string {
	for _, m := range d.Mods { // a fixed expression says more than its head: "R&D initiatives"
		if t, ok := r.topics[m]; ok && strings.Contains(m, "-") {
			return t
		}
	}
	if t, ok := r.topics[d.Concept]; ok {
		return t
	}
	if d.kind == "people" {
		return "people"
	}
	if d.Head == "" || d.Vague {
		if t, ok := r.topics[string(d.Class)]; ok {
			return t
		}
	}
	head := d.Head
	if !strings.ContainsFunc(head, unicode.IsLetter) {
		head = "" // a sign taken for a noun
	}
	return cmp.Or(strings.ReplaceAll(head, " ", "-"), d.Verb, "other")
}
