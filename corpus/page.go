package corpus

// Format is how the bytes of a page are to be read.
type Format string

// The formats that become documents.
const (
	Text     Format = "text"
	Markdown Format = "markdown"
	HTML     Format = "html"
)

// Meta is what a side file, a JSON line or front matter says about a page;
// empty fields are not stated. It wins over what the page says of itself.
type Meta struct {
	Source    string
	Title     string
	Author    string
	Published string // YYYY-MM-DD
	By        string // where Published was found
}

// Page is one input as published: raw bytes and what came with them.
type Page struct {
	URI    string
	Format Format
	Meta   Meta
	Body   []byte
}
