package output

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"github.com/parquet-go/parquet-go"
)

// validate checks a dataset by itself, and hands each row to check.
func validate[T any](ctx context.Context, v *validation, set dataset[T], check func(row int64, of *T) error) error {
	info := v.run.Manifest.Dataset(set.name)
	if !v.schema(info.File, parquet.SchemaOf(new(T))) {
		return nil
	}
	stats := newColumnStats(reflect.TypeFor[T](), set.wide)
	r := rowsOf[T]{v: v, file: info.File, columns: columns(reflect.TypeFor[T]()), order: set.sortFields(), key: set.keyFields(), seen: map[brief]bool{}}
	for row, err := range read(v.run, set) {
		if err != nil {
			v.problem(info.File, r.n+1, "", "%v", err)
			return nil
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		value := reflect.ValueOf(&row).Elem()
		stats.add(value)
		r.row(value)
		if err := check(r.n, &row); err != nil {
			return err
		}
	}
	v.done.Rows += r.n
	if r.n != info.Rows {
		v.problem(info.File, 0, "", "%d rows, run.json says %d", r.n, info.Rows)
	}
	counted := stats.infos()
	for _, said := range info.Columns {
		i := slices.IndexFunc(counted, func(c ColumnInfo) bool { return c.Name == said.Name })
		if i < 0 {
			v.problem(manifestFile, 0, set.name+"."+said.Name, "no column is called so")
		} else if counted[i] != said {
			v.problem(info.File, 0, said.Name, "%s, run.json says %s", ends(counted[i]), ends(said))
		}
	}
	return nil
}

func ends(c ColumnInfo) string {
	return fmt.Sprintf("%d nulls, least %q, greatest %q", c.Nulls, c.Min, c.Max)
}

// schema compares the columns of a file with ours; false if its rows can't be
// read as ours. A run of an older schema may lack columns.
func (v *validation) schema(name string, want *parquet.Schema) bool {
	file, err := os.Open(filepath.Join(v.run.Dir, name))
	if err != nil {
		v.problem(name, 0, "", "%v", cause(err))
		return false
	}
	defer file.Close()
	size, err := file.Seek(0, 2)
	if err != nil {
		v.problem(name, 0, "", "%v", cause(err))
		return false
	}
	opened, err := parquet.OpenFile(file, size)
	if err != nil {
		v.problem(name, 0, "", "is no Parquet file: %v", err)
		return false
	}
	ours, theirs := map[string]string{}, map[string]string{}
	for _, f := range want.Fields() {
		ours[f.Name()] = fieldOf(f)
	}
	fits := true
	for _, f := range opened.Schema().Fields() {
		theirs[f.Name()] = fieldOf(f)
		if known, ok := ours[f.Name()]; !ok {
			v.problem(name, 0, f.Name(), "is no column of this dataset")
		} else if known != theirs[f.Name()] {
			v.problem(name, 0, f.Name(), "is %s, want %s", theirs[f.Name()], known)
			fits = false
		}
	}
	for _, f := range want.Fields() {
		if theirs[f.Name()] == "" && v.run.Manifest.SchemaVersion == SchemaVersion {
			v.problem(name, 0, f.Name(), "is missing")
		}
	}
	return fits
}

// fieldOf prints what must be equal of a column.
func fieldOf(f parquet.Field) string {
	var b strings.Builder
	// A strings.Builder takes whatever is written to it.
	_ = parquet.PrintSchema(&b, "column", parquet.Group{f.Name(): f})
	return strings.Join(strings.Fields(b.String()), " ")
}

// keyFields returns the columns of the key, as columns to sort by.
func (d *dataset[T]) keyFields() []sortField {
	return (&dataset[T]{name: d.name, sorted: d.key}).sortFields()
}

// rowsOf checks the rows of a dataset one after the other, without looking at
// any other dataset.
type rowsOf[T any] struct {
	v          *validation
	file       string
	columns    []column
	order, key []sortField

	n    int64 // of the row looked at
	last string
	seen map[brief]bool // keys
}

func (r *rowsOf[T]) row(value reflect.Value) {
	r.n++
	place := sortKey(value, r.order)
	if r.n > 1 && place < r.last {
		r.v.problem(r.file, r.n, "", "stands before the row before it in the dataset's order")
	}
	r.last = place
	if len(r.key) > 0 {
		key := briefOf(sortKey(value, r.key))
		if r.seen[key] {
			r.v.problem(r.file, r.n, r.key[0].name, "an earlier row has the same key")
		}
		r.seen[key] = true
	}
	for i := range r.columns {
		r.cell(&r.columns[i], value.Field(r.columns[i].field))
	}
}

func (r *rowsOf[T]) cell(c *column, value reflect.Value) {
	if value.Kind() == reflect.Pointer {
		if value.IsNil() {
			return
		}
		value = value.Elem()
	}
	if c.enum != nil && !slices.Contains(c.enum, value.String()) {
		r.v.problem(r.file, r.n, c.name, "%q is none of %s", value.String(), strings.Join(c.enum, ", "))
	}
	if value.Kind() == reflect.Float64 {
		if x := value.Float(); !(x >= 0 && x <= 1) {
			r.v.problem(r.file, r.n, c.name, "%g is not from 0 to 1", x)
		}
	}
}
