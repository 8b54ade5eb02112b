// Package lexicon holds the word lists that the rules read: tab-separated
// files that a linguist can edit without reading code, embedded in the
// binary, with an overlay of the user's own. It gives rows; what they mean is
// the business of the package that reads them.
package lexicon

import (
	"bufio"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
)

//go:embed data/*.tsv
var embedded embed.FS

// Lexicon is a set of tables, read-only once loaded. A table's first column
// is its key: lower case and unique.
type Lexicon struct {
	tables map[string]*table
}

type table struct {
	columns []string
	rows    map[string][]string // by key
}

// Load reads the embedded tables and lays overlay over them, file by file: a
// row with a known key replaces it, other rows are added. A nil overlay is
// none. Errors name the file and line.
func Load(overlay fs.FS) (*Lexicon, error) {
	lex := &Lexicon{tables: map[string]*table{}}
	base, err := fs.Sub(embedded, "data")
	if err != nil {
		return nil, err
	}
	if err := lex.read(base); err != nil {
		return nil, err
	}
	if overlay == nil {
		return lex, nil
	}
	known := slices.Sorted(maps.Keys(lex.tables))
	if err := lex.read(overlay); err != nil {
		return nil, err
	}
	for name := range lex.tables {
		if !slices.Contains(known, name) {
			return nil, fmt.Errorf("lexicon: %s.tsv is no table of ours; known are %s", name, strings.Join(known, ", "))
		}
	}
	return lex, nil
}

// Rows returns the rows of a table sorted by key, each with all its columns.
// It panics if there is no such table, which is a mistake of the caller.
func (l *Lexicon) Rows(name string) [][]string {
	t := l.table(name)
	rows := make([][]string, 0, len(t.rows))
	for _, key := range slices.Sorted(maps.Keys(t.rows)) {
		rows = append(rows, t.rows[key])
	}
	return rows
}

// Set returns the keys of a table.
func (l *Lexicon) Set(name string) map[string]bool {
	set := map[string]bool{}
	for key := range l.table(name).rows {
		set[key] = true
	}
	return set
}

// Map returns a table's second column by its first.
func (l *Lexicon) Map(name string) map[string]string {
	m := map[string]string{}
	for key, row := range l.table(name).rows {
		m[key] = row[1]
	}
	return m
}

// Tables returns the names of the tables, sorted.
func (l *Lexicon) Tables() []string { return slices.Sorted(maps.Keys(l.tables)) }

// Columns returns the names of a table's columns.
func (l *Lexicon) Columns(name string) []string { return l.table(name).columns }

// Digest returns a hash of all tables, overlay included, as 16 hex digits.
func (l *Lexicon) Digest() string {
	h := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(l.tables)) {
		fmt.Fprintln(h, name)
		for _, row := range l.Rows(name) {
			fmt.Fprintln(h, strings.Join(row, "\t"))
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

func (l *Lexicon) table(name string) *table {
	t, ok := l.tables[name]
	if !ok {
		panic("lexicon: no table " + name)
	}
	return t
}

func (l *Lexicon) read(files fs.FS) error {
	names, err := fs.Glob(files, "*.tsv")
	if err != nil {
		return err
	}
	for _, name := range names {
		if err := l.readTable(files, name); err != nil {
			return err
		}
	}
	return nil
}

// readTable reads one file: comments begin with #, the first other line names
// the columns.
func (l *Lexicon) readTable(files fs.FS, name string) error {
	file, err := files.Open(name)
	if err != nil {
		return fmt.Errorf("lexicon: %w", err)
	}
	defer file.Close()
	id := strings.TrimSuffix(name, ".tsv")
	t := l.tables[id]
	if t == nil {
		t = &table{rows: map[string][]string{}}
		l.tables[id] = t
	}
	var columns []string
	seen := map[string]bool{}
	scanner := bufio.NewScanner(file)
	for line := 1; scanner.Scan(); line++ {
		text := strings.TrimRight(scanner.Text(), "\r")
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		row := strings.Split(text, "\t")
		switch {
		case columns == nil:
			if t.columns != nil && !slices.Equal(t.columns, row) {
				return fmt.Errorf("lexicon: %s:%d: columns are %q, want %q", name, line, row, t.columns)
			}
			columns, t.columns = row, row
			continue
		case len(row) != len(columns):
			return fmt.Errorf("lexicon: %s:%d: %d columns, want %d (%s)", name, line, len(row), len(columns), strings.Join(columns, ", "))
		case row[0] == "" || row[0] != strings.ToLower(row[0]):
			return fmt.Errorf("lexicon: %s:%d: key %q is empty or not lower case", name, line, row[0])
		case seen[row[0]]:
			return fmt.Errorf("lexicon: %s:%d: key %q stands twice", name, line, row[0])
		}
		seen[row[0]] = true
		t.rows[row[0]] = row
	}
	if err := scanner.Err(); err != nil {
		return fmt.Errorf("lexicon: %s: %w", name, err)
	}
	return nil
}
