package output

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// Table documents a dataset: what a notebook has to know of it.
type Table struct {
	Name     string      `json:"name"`
	Row      string      `json:"row"`            // what a row is
	Only     string      `json:"only,omitempty"` // in which runs there is the dataset, "" for all
	Key      []string    `json:"key,omitempty"`  // the columns that tell rows apart
	SortedBy []string    `json:"sorted_by"`      // "-" before a descending column
	Columns  []TableItem `json:"columns"`
}

// TableItem documents a column.
type TableItem struct {
	Name    string   `json:"name"`
	Type    string   `json:"type"` // string, int64, double, boolean, date, timestamp, decimal(18,2), list of string
	Meaning string   `json:"meaning"`
	Unit    string   `json:"unit"`             // what values are counted in or written as
	Null    string   `json:"null,omitempty"`   // what null means; "" where there is none
	Values  []string `json:"values,omitempty"` // all that there are; nil for any
	Ref     string   `json:"ref,omitempty"`    // DATASET.COLUMN that it points to
}

// Explained is the meaning, with all the values that there are.
func (c *TableItem) Explained() string {
	if slices.ContainsFunc(c.Values, func(v string) bool { return !strings.Contains(c.Meaning, v) }) {
		return c.Meaning + ": " + strings.Join(c.Values, ", ")
	}
	return c.Meaning
}

// Schema documents the datasets: eight that every run has, and verdicts.
func Schema() []Table {
	return []Table{
		table(documents), table(responsibilities), table(salaries), table(comparisons),
		table(contradictions), table(evidence), table(nearMisses), table(rejects), table(verdicts),
	}
}

func table[T any](set dataset[T]) Table {
	row := reflect.TypeFor[T]()
	t := Table{Name: set.name, Row: set.grain, Only: set.only, Key: set.key, SortedBy: set.sorted}
	for _, c := range columns(row) {
		t.Columns = append(t.Columns, TableItem{
			Name: c.name, Type: typeName(row.Field(c.field)), Meaning: c.doc, Unit: c.unit, Null: c.null, Values: c.enum, Ref: c.ref,
		})
	}
	return t
}

func typeName(field reflect.StructField) string {
	tag := field.Tag.Get("parquet")
	kind := field.Type
	if kind.Kind() == reflect.Pointer {
		kind = kind.Elem()
	}
	switch {
	case strings.Contains(tag, ",date"):
		return "date"
	case strings.Contains(tag, ",timestamp"):
		return "timestamp"
	case strings.Contains(tag, ",decimal"):
		return "decimal(18,2)"
	case kind.Kind() == reflect.Slice:
		return "list of " + kind.Elem().Name()
	case kind.Kind() == reflect.Float64:
		return "double"
	case kind.Kind() == reflect.Bool:
		return "boolean"
	default:
		return kind.Name()
	}
}

// schemaHead is what SchemaMarkdown says before the tables.
const schemaHead = `# Published datasets

<!-- Generated from the row types in output/rows.go: go test ./output -update -->

A run is a folder. It holds eight Parquet files, one a dataset, each always
there, with no rows where nothing was found; ` + "`verdicts.parquet`" + ` where the run was
reviewed; ` + "`report.html` and `report.md`" + ` for people; ` + "`README.md` and" + `
` + "`datapackage.json`" + `, which describe the datasets to people and programs; and
` + "`run.json`" + `, written last: a folder without it is no finished run. This is
schema version %d; changes to it are additive.

- **Null** has the meaning that the column gives it; most columns have none.
  Lists are never null: no element is an empty list.
- **Spans.** ` + "`start` and `end`" + ` count Unicode code points of
  ` + "`documents.text`" + `, half-open, so that in Python
  ` + "`text[start:end] == quote`" + `. In SQL, ` + "`end`" + ` is a keyword: write
  ` + "`\"end\"`" + `, and ` + "`substring(text, start + 1, \"end\" - start)`" + `.
- **Ids** are content hashes: the same input gives the same ids in every run.
- **Rows are sorted** by the columns named, strings by their bytes, null last.
- All files but ` + "`run.json`" + ` have the same bytes on every run over the
  same input with the same verdicts beside it.
`

// SchemaMarkdown returns docs/schema.md.
func SchemaMarkdown() string {
	var b strings.Builder
	fmt.Fprintf(&b, schemaHead, SchemaVersion)
	for _, t := range Schema() {
		var order []string
		for _, name := range t.SortedBy {
			if plain, ok := strings.CutPrefix(name, "-"); ok {
				name = plain + " descending"
			}
			order = append(order, name)
		}
		fmt.Fprintf(&b, "\n## %s\n\nA row is %s. Sorted by %s.", t.Name, t.Row, strings.Join(order, ", "))
		if t.Only != "" {
			fmt.Fprintf(&b, " The file is there only %s.", t.Only)
		}
		b.WriteString("\n\n")
		writeColumns(&b, &t)
	}
	return b.String()
}

// writeColumns lays out the columns of a dataset.
func writeColumns(b *strings.Builder, t *Table) {
	b.WriteString("| column | type | meaning | unit | null |\n| --- | --- | --- | --- | --- |\n")
	for _, c := range t.Columns {
		fmt.Fprintf(b, "| `%s` | %s | %s | %s | %s |\n", c.Name, c.Type, c.Explained(), c.Unit, cmp.Or(c.Null, "never"))
	}
}
