package output

import (
	"encoding/binary"
	"fmt"
	"math"
	"reflect"
	"strings"

	"github.com/parquet-go/parquet-go"
)

// dataset describes one published table; T is its row.
type dataset[T any] struct {
	name  string
	grain string // what a row is
	only  string // in which runs there is the dataset, "" for all
	// key names the columns that tell rows apart, none where nothing does.
	key []string
	// sorted names the columns that rows are sorted by, "-" before a
	// descending one. The last ones break ties.
	sorted []string
	// wide names the columns of long text, whose bounds would swell the
	// footer and tell nothing.
	wide []string
}

// groupRows is the number of rows in a row group.
const groupRows = 64 << 10

// The datasets.
var (
	documents = dataset[DocumentRow]{
		name: "documents", grain: "an article that was analysed", key: []string{"doc_id"},
		sorted: []string{"uri", "doc_id"}, wide: []string{"text", "text_sha256", "title"},
	}
	responsibilities = dataset[ResponsibilityRow]{
		name: "responsibilities", grain: "a duty that an article gives to a role, or denies it", key: []string{"claim_id"},
		sorted: []string{"role", "topic", "source", "start", "claim_id"}, wide: []string{"phrase", "sentence", "slots"},
	}
	salaries = dataset[SalaryRow]{
		name: "salaries", grain: "a statement of pay for a role", key: []string{"claim_id"},
		sorted: []string{"role", "currency", "source", "start", "claim_id"}, wide: []string{"sentence", "slots"},
	}
	comparisons = dataset[ComparisonRow]{
		name: "comparisons", grain: "an order between two roles: role_a relation role_b", key: []string{"claim_id"},
		sorted: []string{"relation", "role_a", "role_b", "source", "claim_id"}, wide: []string{"quote", "sentence", "slots"},
	}
	contradictions = dataset[ContradictionRow]{
		name: "contradictions", grain: "two sides that can't both hold", key: []string{"contradiction_id"},
		sorted: []string{"tier", "-severity", "contradiction_id"}, wide: []string{"summary", "quote_a", "quote_b"},
	}
	evidence = dataset[EvidenceRow]{
		name: "contradiction_evidence", grain: "a claim on one side of a contradiction", key: []string{"contradiction_id", "side", "rank"},
		sorted: []string{"contradiction_id", "side", "rank", "claim_id"}, wide: []string{"quote"},
	}
	nearMisses = dataset[NearMissRow]{
		name: "near_misses", grain: "what was looked at and not flagged: a key and a reason",
		sorted: []string{"kind", "topic", "reason", "claim_a", "claim_b"}, wide: []string{"quote_a", "quote_b", "words"},
	}
	rejects = dataset[RejectRow]{
		name: "rejects", grain: "a page, or a money string, that was not used",
		sorted: []string{"uri", "stage", "start", "reason"}, wide: []string{"detail", "quote"},
	}
	verdicts = dataset[VerdictRow]{
		name: "verdicts", grain: "what one reviewer says of one contradiction in the end", only: "in a run that was reviewed",
		key:    []string{"contradiction_id", "reviewer"},
		sorted: []string{"contradiction_id", "reviewer"}, wide: []string{"note"},
	}
)

// quotes is not published: it keeps one row a claim, to be found by its id
// when the claim turns out to be evidence.
var quotes = dataset[EvidenceRow]{name: "quotes", sorted: []string{"claim_id", "doc_id"}}

// column is one column of a dataset, as its struct field says.
type column struct {
	name            string
	field           int
	doc, unit, null string
	enum            []string // nil for any value
	ref             string   // DATASET.COLUMN, "" for none
	optional        bool
}

// columns returns the columns of a row type in their order.
func columns(row reflect.Type) []column {
	cols := make([]column, row.NumField())
	for i := range cols {
		field := row.Field(i)
		name, _, _ := strings.Cut(field.Tag.Get("parquet"), ",")
		cols[i] = column{
			name: name, field: i,
			doc: field.Tag.Get("doc"), unit: field.Tag.Get("unit"), null: field.Tag.Get("null"), ref: field.Tag.Get("ref"),
			optional: field.Type.Kind() == reflect.Pointer,
		}
		if enum := field.Tag.Get("enum"); enum != "" {
			cols[i].enum = strings.Split(enum, ",")
		}
	}
	return cols
}

// sortField is a column to sort by.
type sortField struct {
	name       string
	field      int
	descending bool
}

func (d *dataset[T]) sortFields() []sortField {
	cols := columns(reflect.TypeFor[T]())
	fields := make([]sortField, len(d.sorted))
	for i, spec := range d.sorted {
		name := strings.TrimPrefix(spec, "-")
		fields[i] = sortField{name: name, field: -1, descending: name != spec}
		for _, c := range cols {
			if c.name == name {
				fields[i].field = c.field
			}
		}
		if fields[i].field < 0 {
			panic(fmt.Sprintf("output: %s has no column %s to sort by", d.name, name))
		}
	}
	return fields
}

// writerOptions returns how the dataset is laid out in its file, and where its
// writer keeps pages until then.
func (d *dataset[T]) writerOptions(pages *pagePool) []parquet.WriterOption {
	var order []parquet.SortingColumn
	for _, f := range d.sortFields() {
		if f.descending {
			order = append(order, parquet.Descending(f.name))
		} else {
			order = append(order, parquet.Ascending(f.name))
		}
	}
	options := []parquet.WriterOption{
		parquet.Compression(newCompression()),
		parquet.MaxRowsPerRowGroup(groupRows),
		parquet.ColumnPageBuffers(pages),
		parquet.CreatedBy("roleclaims", fmt.Sprint(SchemaVersion), ""),
		parquet.KeyValueMetadata("roleclaims.dataset", d.name),
		parquet.KeyValueMetadata("roleclaims.schema_version", fmt.Sprint(SchemaVersion)),
		parquet.SortingWriterConfig(parquet.SortingColumns(order...)),
	}
	for _, name := range d.wide {
		options = append(options, parquet.SkipPageBounds(name))
	}
	return options
}

// sortKey returns a string that orders as the row does: by its sort columns,
// strings by bytes, numbers by value, null last.
func sortKey(row reflect.Value, fields []sortField) string {
	return string(appendSortKey(nil, row, fields))
}

// appendSortKey appends the row's key. No key is the beginning of another one
// of the same columns.
func appendSortKey(key []byte, row reflect.Value, fields []sortField) []byte {
	for _, f := range fields {
		from := len(key)
		key = appendKey(key, row.Field(f.field))
		if f.descending {
			for i := from; i < len(key); i++ {
				key[i] = ^key[i]
			}
		}
	}
	return key
}

func appendKey(key []byte, v reflect.Value) []byte {
	switch v.Kind() {
	case reflect.String:
		// A zero byte within is escaped, so that the end sorts first.
		key = append(key, strings.ReplaceAll(v.String(), "\x00", "\x00\xff")...)
		return append(key, 0, 0)
	case reflect.Int32, reflect.Int64:
		return binary.BigEndian.AppendUint64(key, uint64(v.Int())^1<<63)
	case reflect.Float64:
		bits := math.Float64bits(v.Float())
		if bits>>63 == 1 {
			bits = ^bits
		} else {
			bits |= 1 << 63
		}
		return binary.BigEndian.AppendUint64(key, bits)
	case reflect.Pointer:
		if v.IsNil() {
			return append(key, 1)
		}
		return appendKey(append(key, 0), v.Elem())
	default:
		panic(fmt.Sprintf("output: rows are not sorted by %s", v.Type()))
	}
}
