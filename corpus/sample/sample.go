// Package sample holds eight articles written for this project, with their
// answers: what a careful reader finds in them. They show what the program
// does without any input, and they are the test data of the stages.
//
// Two pairs of roles are covered by four articles each, from different
// sources: the CTO and the VP of Engineering, and the nurse practitioner and
// the physician assistant. The companies, the surveys and the figures are
// invented; nothing here says what such people really earn. The articles
// contradict each other on purpose, once or more in every way there is, and
// they hold differences that are no contradictions (another year, another
// place, a duty that both share). One of them is a syndicated copy of another.
//
// The package reads nothing and decides nothing: decoding the articles and
// comparing a run with the answers is the work of others.
package sample

import (
	"embed"
	"io/fs"
)

//go:embed articles
var articles embed.FS

//go:embed answers
var answers embed.FS

// Articles returns the eight articles, each a file at the root: HTML, Markdown
// with front matter, and plain text with a side file NAME.meta.json that names
// the source.
func Articles() fs.FS { return sub(articles, "articles") }

// Answers returns what there is to find. NAME.json holds the claims of the
// article NAME.html, NAME.md or NAME.txt; its phrases and quotes stand word
// for word in the article's canonical text. contradictions.json holds the
// contradictions, traps.json the pairs that only look like one, each with the
// reason that a near miss should give.
func Answers() fs.FS { return sub(answers, "answers") }

func sub(files embed.FS, dir string) fs.FS {
	root, err := fs.Sub(files, dir)
	if err != nil {
		panic(err) // dir is a constant of this file
	}
	return root
}
