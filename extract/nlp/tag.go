package nlp

// Tag is a part of speech of the Penn Treebank (Santorini, Part-of-Speech
// Tagging Guidelines, 1990), or what a mark of punctuation is.
type Tag uint8

// The tags of words.
const (
	Untagged Tag = iota // not asked for yet
	CC                  // "and"
	CD                  // "two"
	DT                  // "the"
	EX                  // "there"
	FW                  // a foreign word
	IN                  // "of", "because"
	JJ                  // "good"
	JJR                 // "better"
	JJS                 // "best"
	LS                  // the mark of an item
	MD                  // "must"
	NN                  // "cook"
	NNS                 // "cooks"
	NNP                 // "Ohio"
	NNPS                // "Alps"
	PDT                 // "all" in "all the cooks"
	POS                 // "'s"
	PRP                 // "they"
	PRPS                // "their"
	RB                  // "often"
	RBR                 // "more often"
	RBS                 // "most often"
	RP                  // "up" in "set up"
	SYM                 // a sign
	TO                  // "to"
	UH                  // "well"
	VB                  // "lead"
	VBD                 // "led"
	VBG                 // "leading"
	VBN                 // "led" in "was led"
	VBP                 // "lead" in "they lead"
	VBZ                 // "leads"
	WDT                 // "which"
	WP                  // "who"
	WPS                 // "whose"
	WRB                 // "how"

	openQuote
	closeQuote
)

// tagNames holds the names by tag, those of other marks after those above, what
// is no mark either at the end.
var tagNames = [...]string{
	"", "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNS", "NNP", "NNPS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS",
	"RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "``", "''", ",", ".", ":", "(", ")", "$", "#", "-NONE-",
}

// String returns the tag as the Penn Treebank writes it, "" for none.
func (t Tag) String() string { return tagNames[t] }

// TagOf returns the tag that a name of the Penn Treebank has.
func TagOf(name string) Tag {
	for t, n := range tagNames {
		if n == name {
			return Tag(t)
		}
	}
	return Tag(len(tagNames) - 1)
}

// IsNoun reports the tags of nouns and names.
func (t Tag) IsNoun() bool { return NN <= t && t <= NNPS }

// IsAdjective reports the tags of adjectives.
func (t Tag) IsAdjective() bool { return JJ <= t && t <= JJS }

// IsAdverb reports the tags of adverbs.
func (t Tag) IsAdverb() bool { return RB <= t && t <= RBS }

// AsksOrRelates reports the tags of "who", "which", "how" and the like.
func (t Tag) AsksOrRelates() bool { return WDT <= t && t <= WRB }

// IsVerb reports the tags of verbs, but for modal ones.
func (t Tag) IsVerb() bool { return VB <= t && t <= VBZ }
