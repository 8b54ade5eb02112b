//go:build ignore

// Gen extracts from WordNet's database what package wordnet asks: single
// words with their categories, counts, antonyms and derived verbs.
//
//	apt-get install wordnet-base
//	go run gen.go -dict /usr/share/wordnet
package main

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"flag"
	"io"
	"log"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// personSenses is how many senses of a noun are looked at for a person.
const personSenses = 3

// deedSenses is how many senses of a noun are looked at for a derived verb.
const deedSenses = 4

// abstract are the lexicographer files of nouns that may name what is done; a
// noun of another kind ("building", "department") names a thing.
var abstract = map[int]bool{4: true, 9: true, 10: true, 11: true, 19: true, 22: true, 26: true, 7: true, 21: true}

// deeds are those of acts, events and processes.
var deeds = map[int]bool{4: true, 11: true, 22: true}

// endings make nouns of verbs.
var endings = []string{"ment", "tion", "sion", "al", "ance", "ence", "ancy", "ency", "ing", "ure", "sis", "age", "ery", "sight", "ship", "y"}

type pointer struct {
	symbol         string
	target         string // part of speech and offset
	source, toWord int    // 1-based, 0 for the whole
}

type synset struct {
	file     int
	words    []string
	pointers []pointer
}

type database struct {
	synsets map[string]synset   // by part of speech and offset
	senses  map[string][]string // by part of speech and lemma
	counts  map[string]int
}

func main() {
	log.SetFlags(0)
	dict := flag.String("dict", "", "folder of index.noun, data.noun, ...")
	out := flag.String("out", "wordnet.tsv.gz", "file to write")
	flag.Parse()
	if err := run(*dict, *out); err != nil {
		log.Fatal(err)
	}
}

func run(dict, out string) error {
	db := database{map[string]synset{}, map[string][]string{}, map[string]int{}}
	for pos, name := range map[string]string{"n": "noun", "v": "verb", "a": "adj"} {
		if err := db.read(dict, pos, name); err != nil {
			return err
		}
	}
	if err := lines(filepath.Join(dict, "cntlist.rev"), db.count); err != nil {
		return err
	}
	var rows []string
	for _, key := range slices.Sorted(maps.Keys(db.senses)) {
		if row := db.row(key[:1], key[1:]); row != "" {
			rows = append(rows, row)
		}
	}
	for mark, name := range map[string]string{"V": "verb.exc", "N": "noun.exc"} {
		err := lines(filepath.Join(dict, name), func(line string) {
			if fields := strings.Fields(line); len(fields) >= 2 && isWord(fields[0]) && isWord(fields[1]) {
				rows = append(rows, mark+"\t"+fields[0]+"\t"+fields[1])
			}
		})
		if err != nil {
			return err
		}
	}
	slices.Sort(rows)
	return write(out, rows)
}

func write(name string, rows []string) error {
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	defer file.Close()
	w, err := gzip.NewWriterLevel(file, gzip.BestCompression)
	if err != nil {
		return err
	}
	if _, err := io.WriteString(w, strings.Join(rows, "\n")+"\n"); err != nil {
		return err
	}
	return cmp.Or(w.Close(), file.Close())
}

func lines(name string, each func(string)) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	scanner := bufio.NewScanner(file)
	scanner.Buffer(nil, 1<<20)
	for scanner.Scan() {
		if line := scanner.Text(); !strings.HasPrefix(line, "  ") { // the licence
			each(line)
		}
	}
	return scanner.Err()
}

func (db *database) read(dict, pos, name string) error {
	err := lines(filepath.Join(dict, "index."+name), func(line string) {
		f := strings.Fields(line)
		if isWord(f[0]) {
			for _, offset := range f[len(f)-number(f[2], 10):] {
				db.senses[pos+f[0]] = append(db.senses[pos+f[0]], pos+offset)
			}
		}
	})
	if err != nil {
		return err
	}
	return lines(filepath.Join(dict, "data."+name), func(line string) {
		f := strings.Fields(line)
		s := synset{file: number(f[1], 10)}
		offset, words := f[0], number(f[3], 16)
		f = f[4:]
		for range words {
			word, _, _ := strings.Cut(f[0], "(") // "(p)" marks where an adjective stands
			s.words, f = append(s.words, word), f[2:]
		}
		pointers := number(f[0], 10)
		f = f[1:]
		for range pointers {
			target := strings.Replace(f[2], "s", "a", 1) + f[1]
			s.pointers = append(s.pointers, pointer{f[0], target, number(f[3][:2], 16), number(f[3][2:], 16)})
			f = f[4:]
		}
		db.synsets[pos+offset] = s
	})
}

// count reads a line of cntlist.rev: "manage%2:41:00:: 1 30".
func (db *database) count(line string) {
	f := strings.Fields(line)
	lemma, rest, _ := strings.Cut(f[0], "%")
	if pos, ok := map[byte]string{'1': "n", '2': "v"}[rest[0]]; ok {
		db.counts[pos+lemma] += number(f[2], 10)
	}
}

// row returns the line for a lemma, "" for none.
func (db *database) row(pos, lemma string) string {
	senses := db.senses[pos+lemma]
	count := strconv.Itoa(db.counts[pos+lemma])
	switch pos {
	case "v":
		return strings.Join([]string{"v", lemma, count, strings.Join(db.antonyms(senses, lemma), " ")}, "\t")
	case "a":
		if antonyms := db.antonyms(senses, lemma); antonyms != nil {
			return strings.Join([]string{"a", lemma, strings.Join(antonyms, " ")}, "\t")
		}
		return ""
	}
	if !db.isCommon(senses, lemma) {
		return ""
	}
	person := ""
	for _, sense := range senses[:min(len(senses), personSenses)] {
		if db.synsets[sense].file == 18 {
			person = "p"
		}
	}
	first := strconv.Itoa(db.synsets[senses[0]].file)
	return strings.Join([]string{"n", lemma, count, first, person, db.verb(senses, lemma)}, "\t")
}

// isCommon reports whether a noun is written in lower case in some sense.
func (db *database) isCommon(senses []string, lemma string) bool {
	return slices.ContainsFunc(senses, func(sense string) bool {
		return slices.Contains(db.synsets[sense].words, lemma)
	})
}

// related returns the words that a lemma's pointers with a symbol lead to, by
// sense.
func (db *database) related(sense, lemma, symbol string) []string {
	var found []string
	s := db.synsets[sense]
	for _, p := range s.pointers {
		if p.symbol == symbol && p.source > 0 && strings.EqualFold(s.words[p.source-1], lemma) {
			if word := strings.ToLower(db.synsets[p.target].words[p.toWord-1]); isWord(word) {
				found = append(found, p.target[:1]+word)
			}
		}
	}
	return found
}

func (db *database) antonyms(senses []string, lemma string) []string {
	var found []string
	for _, sense := range senses {
		for _, word := range db.related(sense, lemma, "!") {
			if !slices.Contains(found, word[1:]) {
				found = append(found, word[1:])
			}
		}
	}
	return found
}

// verb returns the verb that a noun for what is done comes from: of the first
// sense with any, the one most like the noun, "" for none.
func (db *database) verb(senses []string, lemma string) string {
	if !abstract[db.synsets[senses[0]].file] {
		return ""
	}
	derived := slices.ContainsFunc(endings, func(e string) bool { return strings.HasSuffix(lemma, e) })
	for _, sense := range senses[:min(len(senses), deedSenses)] {
		file := db.synsets[sense].file
		if !deeds[file] && !(derived && abstract[file]) {
			continue
		}
		verbs := slices.DeleteFunc(db.related(sense, lemma, "+"), func(w string) bool { return w[0] != 'v' })
		if len(verbs) > 0 {
			best := slices.MaxFunc(verbs, func(a, b string) int {
				return cmp.Or(cmp.Compare(alike(a[1:], lemma), alike(b[1:], lemma)), cmp.Compare(db.counts[a], db.counts[b]), cmp.Compare(b, a))
			})
			return best[1:]
		}
	}
	return ""
}

// alike returns the length of what two words begin with.
func alike(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// isWord reports whether a lemma is one word of letters, hyphens included.
func isWord(lemma string) bool {
	return strings.Trim(lemma, "abcdefghijklmnopqrstuvwxyz-") == "" && lemma != "" && !strings.HasPrefix(lemma, "-")
}

func number(s string, base int) int {
	n, err := strconv.ParseInt(s, base, 64)
	if err != nil {
		log.Fatalf("number %q: %v", s, err)
	}
	return int(n)
}
