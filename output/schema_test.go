package output

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
)

var update = flag.Bool("update", false, "rewrite golden files and docs/schema.md")

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		must(t, os.WriteFile(path, []byte(got), 0o666))
		return
	}
	want, err := os.ReadFile(path)
	must(t, err)
	compare(t, path+" (go test ./output -update)", string(want), got)
}

// A change of the published schema is a visible diff.
func TestSchemaGolden(t *testing.T) {
	var b bytes.Buffer
	printSchema(t, &b, documents)
	printSchema(t, &b, responsibilities)
	printSchema(t, &b, salaries)
	printSchema(t, &b, comparisons)
	printSchema(t, &b, contradictions)
	printSchema(t, &b, evidence)
	printSchema(t, &b, nearMisses)
	printSchema(t, &b, rejects)
	printSchema(t, &b, verdicts)
	golden(t, filepath.Join("testdata", "schema.txt"), b.String())
}

func printSchema[T any](t *testing.T, b *bytes.Buffer, set dataset[T]) {
	t.Helper()
	schema := parquet.SchemaOf(new(T))
	must(t, parquet.PrintSchema(b, set.name, schema))
	fmt.Fprintf(b, "\nsorted by %s\n", strings.Join(set.sorted, ", "))
	var ids []string
	for _, field := range schema.Fields() {
		ids = append(ids, fmt.Sprintf("%s=%d", field.Name(), field.ID()))
	}
	fmt.Fprintf(b, "ids %s\n\n", strings.Join(ids, " "))
}

func TestSchemaPage(t *testing.T) {
	golden(t, filepath.Join("..", "docs", "schema.md"), SchemaMarkdown())
}

func TestEveryColumnIsDescribed(t *testing.T) {
	nullable := map[string]bool{}
	optional(nullable, documents)
	optional(nullable, responsibilities)
	optional(nullable, salaries)
	optional(nullable, comparisons)
	optional(nullable, contradictions)
	optional(nullable, evidence)
	optional(nullable, nearMisses)
	optional(nullable, rejects)
	optional(nullable, verdicts)
	names := []string{}
	for _, table := range Schema() {
		names = append(names, table.Name+".parquet")
		lists := 0
		for i, c := range table.Columns {
			if c.Name == "" || c.Meaning == "" || c.Unit == "" {
				t.Errorf("%s: column %d (%s) lacks a meaning (%q) or a unit (%q)", table.Name, i, c.Name, c.Meaning, c.Unit)
			}
			if nullable[table.Name+"."+c.Name] != (c.Null != "") {
				t.Errorf("%s.%s: it may be null: %v; what null means: %q", table.Name, c.Name, nullable[table.Name+"."+c.Name], c.Null)
			}
			if set, column, _ := strings.Cut(c.Ref, "."); c.Ref != "" && !has(set, column) {
				t.Errorf("%s.%s points to %s, which is not there", table.Name, c.Name, c.Ref)
			}
			if strings.ContainsAny(c.Meaning+c.Unit+c.Null, "|\n") {
				t.Errorf("%s.%s: a bar or a line end breaks the table", table.Name, c.Name)
			}
			if strings.HasPrefix(c.Type, "list") {
				lists++
			}
		}
		if lists > 1 {
			t.Errorf("%s has %d lists, want one at most", table.Name, lists)
		}
	}
	compare(t, "files", append(slices.Clone(files[:8]), verdictsFile), names)
}

// optional notes the columns that Parquet lets be null, by DATASET.COLUMN.
func optional[T any](all map[string]bool, set dataset[T]) {
	for _, field := range parquet.SchemaOf(new(T)).Fields() {
		all[set.name+"."+field.Name()] = field.Optional()
	}
}

func has(set, column string) bool {
	return slices.ContainsFunc(Schema(), func(t Table) bool {
		return t.Name == set && slices.ContainsFunc(t.Columns, func(c TableItem) bool { return c.Name == column })
	})
}

// The types that some reader gets wrong, silently (docs/adr).
func TestNoTrapsInTags(t *testing.T) {
	for _, row := range []reflect.Type{
		reflect.TypeFor[DocumentRow](), reflect.TypeFor[ResponsibilityRow](), reflect.TypeFor[SalaryRow](), reflect.TypeFor[ComparisonRow](),
		reflect.TypeFor[ContradictionRow](), reflect.TypeFor[EvidenceRow](), reflect.TypeFor[NearMissRow](), reflect.TypeFor[RejectRow](), reflect.TypeFor[VerdictRow](),
	} {
		for i := range row.NumField() {
			field := row.Field(i)
			tag := "," + field.Tag.Get("parquet") + ","
			for _, trap := range []string{",enum,", ",json,", ",uuid,"} {
				if strings.Contains(tag, trap) {
					t.Errorf("%s.%s: %s", row.Name(), field.Name, trap)
				}
			}
			pointer, optional := field.Type.Kind() == reflect.Pointer, strings.Contains(tag, ",optional,")
			if pointer != optional {
				t.Errorf("%s.%s: optional is %v and pointer is %v", row.Name(), field.Name, optional, pointer)
			}
			if field.Type.Kind() == reflect.Slice && !strings.Contains(tag, ",list,") {
				t.Errorf("%s.%s: a slice without list", row.Name(), field.Name)
			}
			if strings.Contains(tag, ",date,") && field.Type != reflect.TypeFor[*int32]() {
				t.Errorf("%s.%s: a date that is no *int32", row.Name(), field.Name)
			}
			if !strings.Contains(tag, fmt.Sprintf(",id(%d),", i+1)) {
				t.Errorf("%s.%s: field id is not %d", row.Name(), field.Name, i+1)
			}
		}
	}
}
