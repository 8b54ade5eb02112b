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
	open  bool  // a mention may begin here: the first piece of a token
	close bool  // a mention may end here: the last piece of a token
	caps  bool  // begins with a capital
}

// form is what is known of the lower-case form of a piece.
type form struct {
	lower  string // "" for what is too long to be a word
	word   *word  // what the lexicon says
	learnt *word  // what the article says so far
	age    int    // that of the article's own titles when learnt was last added to
}

// pieces cuts tokens and looks each piece up.
func (inv *Inventory) pieces(dst []piece, tokens []nlp.Token) (out []piece, any bool) {
	for i, token := range tokens {
		start := 0
		text := token.Text
		for {
			n := joint(text[start:])
			end := len(text)
			// A sign at the edge of a token is part of it.
			if n > 0 && start+n+1 < len(text) {
				end = start + n
			}
			dst = append(dst, inv.piece(token, i, start, end))
			last := &dst[len(dst)-1]
			any = any || last.own != nil || last.word != nil && last.word.mayName()
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

func (inv *Inventory) piece(token nlp.Token, index, start, end int) piece {
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
	var buffer [32]byte
	lower, ok := lowered(buffer[:0], p.text)
	if !ok {
		return p
	}
	p.form = inv.form(lower, p.text)
	p.own = p.learnt
	return p
}

// tooLong is the form of all that is too long to be a word.
var tooLong form

// form returns the form of a lower-case word, looked up once an article; text
// is the word as it stands.
func (inv *Inventory) form(lower []byte, text string) *form {
	if f, ok := inv.forms[string(lower)]; ok {
		return f
	}
	if text != string(lower) {
		text = string(lower)
	}
	f := inv.newForm()
	*f = form{lower: text, word: inv.rec.words[text], learnt: inv.own[text]}
	inv.forms[text] = f
	return f
}

// mayName reports whether a title can end or stand at the word.
func (w *word) mayName() bool { return w.head != nil || w.title != nil || len(w.phrases) > 0 }

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

// lowered writes text in lower case to buffer; longer words than the buffer
// holds are no words of the lexicon.
func lowered(buffer []byte, text string) ([]byte, bool) {
	if len(text) > cap(buffer) {
		return nil, false
	}
	for i := 0; i < len(text); i++ {
		c := text[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		buffer = append(buffer, c)
	}
	return buffer, true
}

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
func (p *piece) can(be kinds) bool {
	return p.own != nil && p.own.kinds&be != 0 || p.word != nil && p.word.kinds&be != 0
}

func (p *piece) stop() bool { return p.word != nil && p.word.stop }

func (p *piece) function() bool { return p.word != nil && p.word.function }
