package output

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
)

// Problem is something in a run that does not hold.
type Problem struct {
	File   string
	Row    int64  // counted from 1; 0 for the file as a whole
	Column string // "" for the row as a whole
	What   string
}

// String says where and what in a line.
func (p Problem) String() string {
	where := p.File
	if p.Row > 0 {
		where += fmt.Sprintf(", row %d", p.Row)
	}
	if p.Column != "" {
		where += ", " + p.Column
	}
	return where + ": " + p.What
}

// Validated is what Validate looked at.
type Validated struct {
	Files    int
	Rows     int64
	Links    int64 // keys that point to another row
	Spans    int64 // quotes compared with the text
	Problems int64
}

// Validate checks a run: the files against run.json, each dataset against its
// schema (columns, values, order), keys between datasets, and spans against
// quotes. It hands over what does not hold. Rows are looked at only if all
// files are what run.json says. Texts go to temporary files in the system's
// folder for them. Its errors are our own failures and the end of the context;
// a file that can't be read is a problem.
func (r *Run) Validate(ctx context.Context, found func(Problem)) (*Validated, error) {
	v := &validation{run: r, found: found, links: newLinks(ctx)}
	err := v.all(ctx)
	return &v.done, errors.Join(err, v.links.texts.remove())
}

// validation is a run while it is validated.
type validation struct {
	run   *Run
	found func(Problem)
	done  Validated
	links *links
}

func (v *validation) problem(file string, row int64, column, format string, args ...any) {
	v.done.Problems++
	v.found(Problem{file, row, column, fmt.Sprintf(format, args...)})
}

// all goes through the datasets, those that others point to first.
func (v *validation) all(ctx context.Context) error {
	intact := true
	for _, t := range Schema() {
		info := v.run.Manifest.Dataset(t.Name)
		switch {
		case info != nil:
			intact = v.file(info) && intact
		case t.Only == "":
			v.problem(manifestFile, 0, "", "has no dataset %s", t.Name)
			intact = false
		case v.exists(t.Name + ".parquet"):
			v.problem(t.Name+".parquet", 0, "", "is no part of the run: run.json does not name it")
		}
	}
	v.described()
	if !intact {
		return nil
	}
	for _, step := range []func() error{
		func() error { return validate(ctx, v, documents, v.document) },
		func() error { return validate(ctx, v, salaries, v.salary) },
		func() error { return validate(ctx, v, responsibilities, v.responsibility) },
		func() error { return validate(ctx, v, comparisons, v.comparison) },
		func() error { return validate(ctx, v, contradictions, v.contradiction) },
		func() error { return validate(ctx, v, evidence, v.evidence) },
		func() error { return validate(ctx, v, nearMisses, v.nearMiss) },
		func() error { return validate(ctx, v, rejects, v.reject) },
		func() error { return v.verdicts(ctx) },
	} {
		if err := step(); err != nil {
			return err
		}
	}
	v.whole()
	return nil
}

func (v *validation) exists(name string) bool {
	_, err := os.Lstat(filepath.Join(v.run.Dir, name))
	return err == nil
}

// file reports whether a file is what run.json says.
func (v *validation) file(info *DatasetInfo) bool {
	v.done.Files++
	file, err := os.Open(filepath.Join(v.run.Dir, info.File))
	if err != nil {
		v.problem(info.File, 0, "", "%v", cause(err))
		return false
	}
	defer file.Close()
	hash := sha256.New()
	size, err := io.Copy(hash, file)
	switch sum := hex.EncodeToString(hash.Sum(nil)); {
	case err != nil:
		v.problem(info.File, 0, "", "%v", cause(err))
	case size != info.Bytes:
		v.problem(info.File, 0, "", "%d bytes, run.json says %d", size, info.Bytes)
	case sum != info.SHA256:
		v.problem(info.File, 0, "", "SHA-256 is %s, run.json says %s", sum, info.SHA256)
	default:
		return true
	}
	return false
}

// describedSince is the version of the schema from which on runs have a data
// package.
const describedSince = 2

// described compares what datapackage.json says of the files with run.json. Its
// words may be those of another version of the program.
func (v *validation) described() {
	if v.run.Manifest.SchemaVersion < describedSince {
		return
	}
	v.done.Files++
	body, err := os.ReadFile(filepath.Join(v.run.Dir, packageFile))
	if err != nil {
		v.problem(packageFile, 0, "", "%v", cause(err))
		return
	}
	var p dataPackage
	if err := json.Unmarshal(body, &p); err != nil {
		v.problem(packageFile, 0, "", "%v", err)
		return
	}
	for _, info := range v.run.Manifest.Datasets {
		i := slices.IndexFunc(p.Resources, func(r dataResource) bool { return r.Name == info.Name })
		if i < 0 {
			v.problem(packageFile, 0, info.Name, "is missing")
			continue
		}
		if r := p.Resources[i]; r.Path != info.File || r.Bytes != info.Bytes || r.Hash != packageHash(&info) || r.Rows != info.Rows {
			v.problem(packageFile, 0, info.Name, "its path, size, digest or rows are not what run.json says")
		}
	}
}

// cause leaves out the path, which the problem names.
func cause(err error) error {
	var path *os.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}
