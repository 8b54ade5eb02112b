package read

import (
	"path"
	"path/filepath"
	"strings"

	"roleclaims/corpus"
)

// kind is what a file is, by its ending.
type kind string

const (
	text     kind = "text"
	markdown kind = "markdown"
	html     kind = "html"
	lines    kind = "lines"   // JSON Lines: pages, or addresses
	archive  kind = "archive" // WARC: pages
	table    kind = "table"   // CSV, TSV: pages, or addresses
	listing  kind = "listing" // a sitemap or a feed: addresses
	list     kind = "list"    // one address a line
)

// endings maps the endings of files that are read to what they are; each may
// have .gz after it.
var endings = map[string]kind{
	".txt": text, ".md": markdown, ".markdown": markdown,
	".html": html, ".htm": html, ".xhtml": html,
	".jsonl": lines, ".ndjson": lines, ".warc": archive,
	".csv": table, ".tsv": table, ".xml": listing, ".rss": listing, ".atom": listing, ".urls": list,
}

// endingList names the endings for messages.
const endingList = ".txt .md .markdown .html .htm .xhtml .jsonl .ndjson .warc .csv .tsv .xml .rss .atom .urls, and .gz after these"

// folderList names the endings that are read where they lie in a folder.
const folderList = ".txt .md .markdown .html .htm .xhtml .jsonl .ndjson .warc, and .gz after these"

// sideEnding ends the name of a side file: that of the page, without its
// ending, and this.
const sideEnding = ".meta.json"

// format returns the format of a page of this kind.
func (k kind) format() corpus.Format {
	switch k {
	case markdown:
		return corpus.Markdown
	case html:
		return corpus.HTML
	}
	return corpus.Text
}

// named reports whether files of this kind are read only where they are given
// by name: what lists pages that lie elsewhere is often there by chance, and
// reading it would fetch them.
func (k kind) named() bool { return k == table || k == listing || k == list }

// kindOf returns what a file is by its name, "" for what is not read.
func kindOf(name string) kind {
	if strings.HasSuffix(strings.ToLower(name), sideEnding) {
		return ""
	}
	return endings[ending(trimGzip(name))]
}

// ending returns the ending of a name, in lower case.
func ending(name string) string { return strings.ToLower(path.Ext(filepath.ToSlash(name))) }

// trimGzip returns the name that a file has once it is unpacked.
func trimGzip(name string) string {
	if ending(name) == ".gz" {
		return name[:len(name)-len(".gz")]
	}
	return name
}

// advice says what to do about a file whose ending is not read.
func advice(name string) string {
	switch ending(name) {
	case ".pdf":
		return "PDF is not read: convert it to text first, for example with pdftotext"
	case ".doc", ".docx", ".odt", ".rtf":
		return "word processor files are not read: save it as .html or .txt first"
	case ".json":
		return "JSON is not read: write one page a line to a .jsonl file"
	case ".xls", ".xlsx", ".ods":
		return "spreadsheets are not read: save it as .csv, with a head row that names the columns"
	case ".gz", ".zip", ".zst", ".bz2", ".xz", ".tar":
		return "archives are not read, .gz of one file and .warc.gz aside: unpack it first"
	case "":
		return "it has no ending: rename it to one of " + endingList + ", or pipe it in and give -"
	}
	return "its ending is not known: the endings read are " + endingList
}
