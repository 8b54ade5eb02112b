// Package feed reads the entries of RSS and Atom feeds. It does not fetch feeds,
// and of an entry it reads what names the page, not its text: that is often
// cut, and the page itself is what is analysed.
package feed

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/mmcdole/gofeed"
)

// Entry is one article that a feed names; fields are "" where the feed is
// silent.
type Entry struct {
	Link      string
	Title     string
	Author    string // several are parted by ", "
	Published string // RFC 3339 where it could be read, else as written
}

// Parse reads a feed. Feeds are often broken; what the parser can't read is an
// error.
func Parse(body []byte) (entries []Entry, err error) {
	parsed, err := gofeed.NewParser().Parse(bytes.NewReader(body))
	if err != nil {
		return nil, fmt.Errorf("feed: %w", err)
	}
	if parsed == nil {
		return nil, errors.New("feed: nothing in it")
	}
	for _, item := range parsed.Items {
		entry := Entry{Link: item.Link, Title: item.Title, Published: item.Published}
		if item.PublishedParsed != nil {
			entry.Published = item.PublishedParsed.Format("2006-01-02T15:04:05Z07:00")
		}
		var names []string
		for _, person := range item.Authors {
			if person != nil && strings.TrimSpace(person.Name) != "" {
				names = append(names, person.Name)
			}
		}
		entry.Author = strings.Join(names, ", ")
		entries = append(entries, entry)
	}
	return entries, nil
}
