package corpus

import (
	"crypto/sha256"
	"encoding/hex"
)

// Document is one article in canonical form: what every later stage reads. It
// is a value; nothing downstream changes it.
type Document struct {
	ID     string // content hash of URI and Text, see DocumentID
	URI    string // URL, or path relative to the input given, with slashes
	Source string // registrable domain, or what a side file names, or the URI
	Title  string // "" where the article states none
	Author string // "" where the article states none

	Published   string // date of publication as YYYY-MM-DD, "" where none was found
	PublishedBy string // where Published was found ("meta.json", "front-matter", "json-ld", "meta", ...), "" with it
	Publisher   string // "" where the page names none
	Modified    string // date of the last change as YYYY-MM-DD, "" where none was found
	FetchedAt   string // RFC 3339, "" for what was not fetched

	Lang  string // ISO 639-1, "en" for all that is analysed
	Words int    // white-space separated words of Text

	Text   string  // canonical text, UTF-8, see Builder and ParseText
	Blocks []Block // in the order of Text, not overlapping
}

// BlockKind says what a block of an article is.
type BlockKind string

// The kinds of block. A term of a definition list is a Heading of level 6, its
// definition a Paragraph; a figure's caption is a Paragraph.
const (
	Heading   BlockKind = "heading"
	Paragraph BlockKind = "paragraph"
	Item      BlockKind = "item"
	Cell      BlockKind = "cell"
	Quote     BlockKind = "quote"
	Code      BlockKind = "code"
)

// Block is a run of text with one function on the page.
type Block struct {
	Kind BlockKind
	Span Span // into Document.Text; without a list item's bullet or number

	// Level is a heading's rank (1 to 6) or an item's depth in nested lists
	// (1 is outermost); 0 for other kinds.
	Level int

	// Group numbers the list or table that an item or a cell belongs to, from
	// 1, nested lists counting with their outermost list; 0 for other kinds.
	Group int

	// Row and Col place a cell in its table, from 0. Header says that the
	// cell is itself a head (th, the first row of a Markdown table).
	// RowHead and ColHead are the spans of the cell's heads, empty for none:
	// the first cell of its row, where that names the row, and the head of
	// its column.
	Row, Col         int
	Header           bool
	RowHead, ColHead Span

	// Strong holds the runs set in bold, in order: labels and pseudo-headings.
	Strong []Span
}

// DocumentID returns the identity of an article: 16 hex digits of a hash of
// its URI and its text, so that a changed text is another document.
func DocumentID(uri, text string) string {
	h := sha256.New()
	h.Write([]byte(uri))
	h.Write([]byte{0})
	h.Write([]byte(text))
	return hex.EncodeToString(h.Sum(nil)[:8])
}
