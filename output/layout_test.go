package output

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"
)

// What a file of many rows is like inside, as every reader finds it.
func TestLayout(t *testing.T) {
	const rows = groupRows + 5000
	dir := t.TempDir()
	info, err := writeDataset(dir, responsibilities, generated(rows))
	must(t, err)
	compare(t, "rows", int64(rows), info.Rows)
	file := openParquet(t, filepath.Join(dir, info.File))
	meta := file.Metadata()

	var groups []int64
	for _, group := range meta.RowGroups {
		groups = append(groups, group.NumRows)
		var sorted []string
		for _, s := range group.SortingColumns {
			sorted = append(sorted, meta.Schema[1+s.ColumnIdx].Name)
		}
		// Leaves and columns are the same up to the list, which none of these stands behind.
		compare(t, "sorting columns", responsibilities.sorted, sorted)
		for _, chunk := range group.Columns {
			column := chunk.MetaData.PathInSchema[0]
			if chunk.MetaData.Codec != format.Zstd {
				t.Errorf("%s is packed with %v, want zstd", column, chunk.MetaData.Codec)
			}
			dictionary := slices.Contains(chunk.MetaData.Encoding, format.RLEDictionary)
			if want := strings.Contains(tagOf(t, column), ",dict,"); want != dictionary {
				t.Errorf("%s: a dictionary is %v, want %v", column, dictionary, want)
			}
		}
	}
	compare(t, "row groups", []int64{groupRows, 5000}, groups)

	settings := map[string]string{}
	for _, kv := range meta.KeyValueMetadata {
		settings[kv.Key] = kv.Value
	}
	compare(t, "key-value metadata", map[string]string{"roleclaims.dataset": "responsibilities", "roleclaims.schema_version": fmt.Sprint(SchemaVersion)}, settings)

	for i, field := range file.Schema().Fields() {
		if field.ID() != i+1 {
			t.Errorf("%s: field id %d, want %d", field.Name(), field.ID(), i+1)
		}
		if !field.Leaf() && field.Name() != "shared_with" {
			t.Errorf("%s is no flat column", field.Name())
		}
	}
	for i, index := range file.ColumnIndexes() {
		column := meta.RowGroups[0].Columns[i%len(meta.RowGroups[0].Columns)].MetaData.PathInSchema[0]
		bounds := 0
		for k := range index.MaxValues {
			bounds += len(index.MinValues[k]) + len(index.MaxValues[k])
		}
		switch long := slices.Contains(responsibilities.wide, column); {
		case long && bounds > 0:
			t.Errorf("%s: %d bytes of page bounds, want none of long text", column, bounds)
		case !long && column != "condition" && bounds == 0:
			t.Errorf("%s has no page bounds", column)
		}
	}
}

// Long texts change nothing about row groups.
func TestLayoutOfDocuments(t *testing.T) {
	dir := t.TempDir()
	info, err := writeDataset(dir, documents, func(yield func(DocumentRow, error) bool) {
		for i := range groupRows + 100 {
			if !yield(DocumentRow{DocID: fmt.Sprint(i), URI: fmt.Sprintf("%08d", i), Source: "s", Lang: "en", Text: "a text"}, nil) {
				return
			}
		}
	})
	must(t, err)
	var groups []int64
	for _, group := range openParquet(t, filepath.Join(dir, info.File)).Metadata().RowGroups {
		groups = append(groups, group.NumRows)
	}
	compare(t, "row groups", []int64{groupRows, 100}, groups)
}

// No footer repeats a long text: it would be read with every query.
func TestFooterHasNoLongText(t *testing.T) {
	text := strings.Repeat("a very long text ", 5000)
	rows := func(yield func(DocumentRow, error) bool) {
		yield(DocumentRow{DocID: "d", URI: "u", Source: "s", Lang: "en", Text: text}, nil)
	}
	dir := t.TempDir()
	info, err := writeDataset(dir, documents, rows)
	must(t, err)
	body, err := os.ReadFile(filepath.Join(dir, info.File))
	must(t, err)
	length := int(body[len(body)-8]) | int(body[len(body)-7])<<8 | int(body[len(body)-6])<<16
	if length > 8<<10 {
		t.Errorf("a footer of %d bytes for one row of %d", length, len(text))
	}
}

func openParquet(t *testing.T, path string) *parquet.File {
	t.Helper()
	file, err := os.Open(path)
	must(t, err)
	t.Cleanup(func() { file.Close() })
	info, err := file.Stat()
	must(t, err)
	opened, err := parquet.OpenFile(file, info.Size())
	must(t, err)
	return opened
}

// tagOf returns the parquet tag of a column of responsibilities, in commas.
func tagOf(t *testing.T, column string) string {
	t.Helper()
	row := reflect.TypeFor[ResponsibilityRow]()
	for i := range row.NumField() {
		tag := row.Field(i).Tag.Get("parquet")
		if strings.HasPrefix(tag, column+",") {
			return "," + tag + ","
		}
	}
	t.Fatalf("no column %s", column)
	return ""
}
