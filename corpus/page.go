package corpus

// Format is how the bytes of a page are to be read.
type Format string

// The formats that become documents.
const (
	Text     Format = "text"
	Markdown Format = "markdown"
	HTML     Format = "html"
)

// MaxPageBytes is the size of a page beyond which it is rejected.
const MaxPageBytes = 10 << 20

// Meta is what a side file, a JSON line or front matter says about a page;
// empty fields are not stated. It wins over what the page says of itself.
type Meta struct {
	Source    string
	Title     string
	Author    string
	Publisher string
	Modified  string // YYYY-MM-DD
	Published string // YYYY-MM-DD
	By        string // where Published was found
}

// Page is one input as published: raw bytes and what came with them.
type Page struct {
	URI         string
	Format      Format
	ContentType string // the header that came with Body, "" without one
	FetchedAt   string // RFC 3339, "" for what was not fetched
	Meta        Meta
	Body        []byte
}
