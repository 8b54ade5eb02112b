package read

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// disk is a folder of the file system. Other than os.DirFS it opens any name
// that the system lists, valid UTF-8 or not.
type disk string

func (d disk) Open(name string) (fs.File, error)          { return os.Open(d.path(name)) }
func (d disk) Stat(name string) (fs.FileInfo, error)      { return os.Stat(d.path(name)) }
func (d disk) ReadDir(name string) ([]fs.DirEntry, error) { return os.ReadDir(d.path(name)) }

func (d disk) path(name string) string { return filepath.Join(string(d), filepath.FromSlash(name)) }

// folder finds the files below a folder of fsys, which was given as arg.
func (in *Inputs) folder(fsys fs.FS, root, arg string) ([]candidate, error) {
	before := in.Ignored
	w := &folderWalk{in: in, fsys: fsys, root: root, arg: arg, seen: make(map[string]bool)}
	if err := w.walk(root); err != nil {
		return nil, err
	}
	if len(w.found) > 0 {
		slices.SortFunc(w.found, func(a, b candidate) int { return strings.Compare(a.file.uri, b.file.uri) })
		return w.found, nil
	}
	if in.Ignored > before {
		return nil, fmt.Errorf("folder %q has no file that can be read: the endings read there are %s", arg, folderList)
	}
	return nil, fmt.Errorf("folder %q is empty: put files ending in %s there", arg, folderList)
}

// folderWalk gathers files. It follows links to folders, reads each folder
// once, so that links in a circle end, and leaves out what begins with a dot.
type folderWalk struct {
	in    *Inputs
	fsys  fs.FS
	root  string
	arg   string
	seen  map[string]bool // folders, by identity
	found []candidate
}

func (w *folderWalk) walk(dir string) error {
	id := w.identity(dir)
	if w.seen[id] {
		return nil
	}
	w.seen[id] = true
	entries, err := fs.ReadDir(w.fsys, dir)
	if err != nil {
		return fmt.Errorf("can't read folder %q: %w", path.Join(filepath.ToSlash(w.arg), w.relative(dir)), cause(err))
	}
	for _, entry := range entries {
		if strings.HasPrefix(entry.Name(), ".") {
			continue
		}
		if err := w.entry(path.Join(dir, entry.Name())); err != nil {
			return err
		}
	}
	return nil
}

// entry takes one entry of a folder in.
func (w *folderWalk) entry(name string) error {
	info, err := fs.Stat(w.fsys, name)
	switch {
	case err != nil:
		w.in.Ignored++ // a link that leads nowhere
	case info.IsDir():
		return w.walk(name)
	case kindOf(name) == "" || kindOf(name).named() || !info.Mode().IsRegular():
		w.in.ignore(name)
	default:
		rel := w.relative(name)
		w.found = append(w.found, candidate{
			file: inputFile{fsys: w.fsys, name: name, uri: rel, kind: kindOf(name)},
			real: w.identity(name),
			base: path.Base(filepath.ToSlash(filepath.Clean(w.arg))),
			long: path.Join(filepath.ToSlash(w.arg), rel),
		})
	}
	return nil
}

// relative returns the path of name below the folder given.
func (w *folderWalk) relative(name string) string {
	if w.root == "." {
		return name
	}
	return strings.TrimPrefix(strings.TrimPrefix(name, w.root), "/")
}

// identity names a file or folder as the system knows it, links resolved.
func (w *folderWalk) identity(name string) string {
	if d, ok := w.fsys.(disk); ok {
		return realPath(d.path(name))
	}
	return name
}

// ignore counts a file that is no input; side files are part of one.
func (in *Inputs) ignore(name string) {
	if !strings.HasSuffix(strings.ToLower(name), sideEnding) {
		in.Ignored++
	}
}
