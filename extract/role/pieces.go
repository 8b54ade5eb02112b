package role

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"roleclaims/extract/nlp"
)

// piece is a token, or a part of one at a hyphen or slash: "front-end" is
// matched like "front end".
type piece struct {
	text string
	*form
	own   *word // what the article said of the word when its passage was opened
	token int32
	start int32 // in the text that the token is of
	end   int32
	match int32 // see memo
	kinds kinds // of form and own
	open  bool  // a mention may begin here: the first piece of a token
	close bool  // a mention may end here: the last piece of a token
	caps  bool  // begins with a capital
}

// form is what the lexicon knows of a piece as it is written.
type form struct {
	lower string // letters of ASCII in lower case, "" for what is too long to be a word
	word  *word
	kinds kinds // of word, and what the form itself is
	look  looks // of lower, all where it has letters beyond ASCII
	// abbreviation says that it is an abbreviation in capitals, a plural s aside:
	// "SRE", "SREs".
	abbreviation bool
}

// pieces cuts tokens and looks each piece up.
func (inv *Inventory) pieces(dst []piece, tokens []nlp.Token) (out []piece, any bool) {
	for i := range tokens {
		token := &tokens[i]
		start := 0
		text := token.Text
		for {
			n := -1
			if token.Word.Joined {
				n = joint(text[start:])
			}
			end := len(text)
			// A sign at the edge of a token is part of it.
			if n > 0 && start+n+1 < len(text) {
				end = start + n
			}
			dst = append(dst, inv.piece(token, i, start, end))
			last := &dst[len(dst)-1]
			any = any || last.can(asTitle|asHead|opensPhrase)
			if end == len(text) {
				break
			}
			_, width := utf8.DecodeRuneInString(text[end:])
			start = end + width
			if start >= len(text) {
				last.close = true
				break
			}
		}
	}
	return dst, any
}

// joint returns the offset of the first hyphen or slash in text, -1 for none.
func joint(text string) int {
	for i := range len(text) {
		if c := text[i]; c == '-' || c == '/' || c == "‑"[0] && strings.HasPrefix(text[i:], "‑") {
			return i
		}
	}
	return -1
}

func (inv *Inventory) piece(token *nlp.Token, index, start, end int) piece {
	text := token.Text[start:end]
	p := piece{
		text: text, form: &tooLong, token: int32(index), open: start == 0, close: end == len(token.Text),
		start: int32(token.Span.Start + start), end: int32(token.Span.Start + end),
	}
	// "Sr." and "Jr." keep their stop in the token and some a hyphen at the
	// edge; curly apostrophes count as straight ones.
	if last := text[len(text)-1]; text[0] == '-' || last == '.' || last == '-' {
		p.text = cmp.Or(strings.TrimLeft(strings.TrimRight(text, ".-"), "-"), text)
	} else if rest, ok := strings.CutPrefix(text, "’"); ok {
		p.text = straight(rest)
	}
	first, _ := utf8.DecodeRuneInString(text)
	p.caps = unicode.IsUpper(first)
	switch {
	case len(p.text) > maxForm:
	case len(p.text) == len(token.Text):
		p.form = inv.rec.forms.Of(token.Word, inv.rec.fill)
	default:
		p.form = inv.rec.forms.Of(nlp.WordOf(p.text), inv.rec.fill)
	}
	p.kinds = p.form.kinds
	if w := inv.own[p.lower]; w != nil {
		p.learn(w)
	}
	return p
}

// learn takes what the article says of the word.
func (p *piece) learn(w *word) {
	p.own = w
	p.kinds |= w.kinds
}

// tooLong is the form of all that is too long to be a word.
var tooLong = form{look: anyLook}

// maxForm is the length in bytes of the longest word of the lexicon.
const maxForm = 32

// fill sets the form of a word.
func (r *Recognizer) fill(f *form, w *nlp.Word) {
	f.lower, f.look = lowered(w.Text)
	f.abbreviation = isCapitals(w.Text)
	f.word, f.kinds = r.words[f.lower], marks[f.lower]
	if f.word != nil {
		f.kinds |= f.word.kinds
	}
}

// marks are the words that are asked for wherever a title may stand.
var marks = map[string]kinds{"a": anArticle, "an": anArticle, "the": anArticle, "chief": isChief, "officer": isOfficer, "officers": isOfficer}

// straight returns a clitic with a straight apostrophe.
func straight(rest string) string {
	switch rest {
	case "s":
		return "'s"
	case "ll":
		return "'ll"
	case "d":
		return "'d"
	}
	return rest
}

// lowered returns text with the letters of ASCII in lower case, and what it
// looks like.
func lowered(text string) (lower string, is looks) {
	letters := []byte(text)
	for i, c := range letters {
		if 'A' <= c && c <= 'Z' {
			letters[i] += 'a' - 'A'
		} else if c >= utf8.RuneSelf {
			is = anyLook
		}
	}
	lower = string(letters)
	return lower, is | look(lower)
}

// anyLook is that of a word whose letters have other forms in lower case.
const anyLook = ^looks(0)

// isCapitals reports whether text is an abbreviation in capitals, a plural s
// aside: "SRE", "SREs".
func isCapitals(text string) bool {
	body := strings.TrimSuffix(text, "s")
	letters := 0
	for _, r := range body {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 1
}

// isWord reports whether the piece begins with a letter.
func (p *piece) isWord() bool {
	r, _ := utf8.DecodeRuneInString(p.text)
	return unicode.IsLetter(r)
}

// is reports whether the piece is one of the lower-case words given.
func (p *piece) is(words ...string) bool {
	for _, w := range words {
		if p.lower == w {
			return true
		}
	}
	return false
}

// can reports whether an entry of one of some kinds begins with the piece.
func (p *piece) can(be kinds) bool { return p.kinds&be != 0 }

func (p *piece) stop() bool { return p.word != nil && p.word.stop }

func (p *piece) function() bool { return p.word != nil && p.word.function }
