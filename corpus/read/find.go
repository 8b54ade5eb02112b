package read

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"roleclaims/corpus"
)

// Stdin is the uri of standard input where it is one page.
const Stdin = "stdin"

// Inputs are the files that a run reads, found before anything is read.
type Inputs struct {
	// Ignored counts the files of unknown endings in the folders given and,
	// once Pages has come to its end, the records of archives that are no pages.
	Ignored int

	files []inputFile
}

// inputFile is one file, one address, or standard input.
type inputFile struct {
	fsys    fs.FS
	name    string // in fsys
	uri     string
	kind    kind
	named   bool // given by its name, not found in a folder
	stdin   bool
	address bool // uri is a web address
}

// Len returns the number of files, addresses and standard input counting as one
// each.
func (in *Inputs) Len() int { return len(in.files) }

// Find resolves arguments: files, folders with all below them, globs, web
// addresses, and "-" for standard input. Its errors are of one line and say what to do.
//
// The uri of a file is its path relative to the folder given, that of a file
// given by name its base name. Where two inputs would have one uri, each gets
// the base name of its argument before it, and where that does not part them
// either, the path as given. One file that is given twice is read once.
func Find(args []string) (*Inputs, error) {
	if len(args) == 0 {
		return nil, errors.New("no input: give files, folders, addresses or - for standard input")
	}
	in := &Inputs{}
	var found []candidate
	for _, arg := range args {
		more, err := in.resolve(arg)
		if err != nil {
			return nil, err
		}
		found = append(found, more...)
	}
	in.files = nameAll(unique(found))
	return in, nil
}

// FindFS resolves one folder or file of fsys, as Find does for the file
// system: for pages that are embedded in a program.
func FindFS(fsys fs.FS, name string) (*Inputs, error) {
	in := &Inputs{}
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("input %s: %w", name, err)
	}
	if !info.IsDir() {
		c, err := single(fsys, name, name)
		if err != nil {
			return nil, err
		}
		in.files = nameAll([]candidate{c})
		return in, nil
	}
	found, err := in.folder(fsys, name, name)
	if err != nil {
		return nil, err
	}
	in.files = nameAll(found)
	return in, nil
}

// candidate is a file with the names from which its uri is made.
type candidate struct {
	file inputFile
	real string // identifies the file itself
	base string // base name of the argument
	long string // path as given
}

// resolve finds the files of one argument.
func (in *Inputs) resolve(arg string) ([]candidate, error) {
	if arg == "-" {
		return []candidate{{file: inputFile{uri: Stdin, stdin: true}, real: "-", base: "-", long: "-"}}, nil
	}
	if corpus.WebAddress(arg) {
		return []candidate{{file: inputFile{uri: arg, address: true}, real: arg, base: arg, long: arg}}, nil
	}
	info, err := os.Stat(arg)
	if err == nil {
		if err := sniff(arg, info); err != nil {
			return nil, err
		}
		return in.existing(arg, info)
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("can't read %q: %w", arg, cause(err))
	}
	if strings.Contains(arg, "**") {
		return nil, fmt.Errorf("%q: ** is no pattern here: give the folder, its subfolders are read too", arg)
	}
	matches, globErr := filepath.Glob(arg)
	if globErr != nil || len(matches) == 0 {
		if strings.ContainsAny(arg, "*?[") {
			return nil, fmt.Errorf("no file matches %q: check the pattern", arg)
		}
		return nil, fmt.Errorf("no such file or folder: %q: check the path", arg)
	}
	return in.matched(arg, matches)
}

// matched finds the files of a glob. Its files of unknown endings are counted,
// not refused: nobody named them.
func (in *Inputs) matched(arg string, matches []string) ([]candidate, error) {
	var found []candidate
	for _, match := range matches {
		info, err := os.Stat(match)
		if err != nil {
			continue // a link that leads nowhere
		}
		if !info.IsDir() && kindOf(match) == "" {
			in.ignore(match)
			continue
		}
		more, err := in.existing(match, info)
		if err != nil {
			return nil, err
		}
		found = append(found, more...)
	}
	if len(found) == 0 {
		return nil, fmt.Errorf("%q matches no file that can be read: give files ending in %s", arg, endingList)
	}
	return found, nil
}

// existing finds the files of a path that is there.
func (in *Inputs) existing(arg string, info fs.FileInfo) ([]candidate, error) {
	if info.IsDir() {
		return in.folder(disk(arg), ".", arg)
	}
	folder, name := filepath.Split(arg)
	if folder == "" {
		folder = "."
	}
	if !info.Mode().IsRegular() && info.Mode()&fs.ModeNamedPipe == 0 {
		return nil, fmt.Errorf("%q is no regular file: give a file, a folder or - for standard input", arg)
	}
	c, err := single(disk(folder), name, arg)
	if err != nil {
		return nil, err
	}
	return []candidate{c}, nil
}

// single returns a file that was given by its name, or why it can't be read.
func single(fsys fs.FS, name, arg string) (candidate, error) {
	if strings.HasSuffix(strings.ToLower(name), sideEnding) {
		return candidate{}, fmt.Errorf("%q is a side file: give the page that it describes", arg)
	}
	kind := kindOf(name)
	if kind == "" {
		return candidate{}, fmt.Errorf("can't read %q: %s", arg, advice(name))
	}
	base := path.Base(filepath.ToSlash(name))
	return candidate{
		file: inputFile{fsys: fsys, name: name, uri: base, kind: kind, named: true},
		real: realPath(arg), base: base, long: filepath.ToSlash(arg),
	}, nil
}

// sniff refuses a file that was given by name and holds no text, whatever its
// ending: in a folder it becomes a reject.
func sniff(name string, info fs.FileInfo) error {
	if !info.Mode().IsRegular() || kindOf(name) == "" || kindOf(name) == archive {
		return nil
	}
	file, err := open(disk(filepath.Dir(name)), filepath.Base(name))
	if err != nil {
		return fmt.Errorf("can't read %q: %w", name, cause(err))
	}
	defer file.Close()
	head := make([]byte, 4096)
	n, err := io.ReadFull(file, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return fmt.Errorf("can't read %q: %w", name, cause(err))
	}
	if kind := binaryKind(head[:n]); kind != "" {
		return fmt.Errorf("can't read %q: it holds %s: convert it to text first", name, kind)
	}
	return nil
}

// cause strips the path from a file error: the message names it already.
func cause(err error) error {
	var pathErr *fs.PathError
	if errors.Is(err, fs.ErrPermission) {
		return errors.New("permission denied: give yourself the right to read it")
	}
	if errors.As(err, &pathErr) {
		return pathErr.Err
	}
	return err
}

// realPath identifies a file however it was given.
func realPath(name string) string {
	if abs, err := filepath.Abs(name); err == nil {
		name = abs
	}
	if target, err := filepath.EvalSymlinks(name); err == nil {
		return target
	}
	return name
}

// unique drops files that were found twice.
func unique(found []candidate) []candidate {
	seen := make(map[string]bool)
	return slices.DeleteFunc(found, func(c candidate) bool {
		again := seen[c.real]
		seen[c.real] = true
		return again
	})
}

// nameAll gives every file a uri of its own.
func nameAll(found []candidate) []inputFile {
	for _, rename := range []func(candidate) string{
		func(c candidate) string { return path.Join(c.base, c.file.uri) },
		func(c candidate) string { return c.long },
	} {
		count := make(map[string]int)
		for _, c := range found {
			count[c.file.uri]++
		}
		for i, c := range found {
			if count[c.file.uri] > 1 {
				found[i].file.uri = rename(c)
			}
		}
	}
	files := make([]inputFile, len(found))
	for i, c := range found {
		files[i] = c.file
		files[i].uri = strings.ToValidUTF8(c.file.uri, "\ufffd")
	}
	return files
}
