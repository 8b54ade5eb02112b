package output

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"reflect"
	"time"
)

// Decimal is an amount in hundredths, as salaries have them.
type Decimal int64

// String prints two decimals: 1200.50.
func (d Decimal) String() string {
	sign, n := "", uint64(d)
	if d < 0 {
		sign, n = "-", -n
	}
	return fmt.Sprintf("%s%d.%02d", sign, n/100, n%100)
}

// MarshalJSON writes a number with two decimals, which loses nothing.
func (d Decimal) MarshalJSON() ([]byte, error) { return []byte(d.String()), nil }

// Date is a day, counted from 1 January 1970.
type Date int32

// String prints YYYY-MM-DD.
func (d Date) String() string { return d.Time().Format(time.DateOnly) }

// Time returns the day's first moment in UTC.
func (d Date) Time() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

// MarshalText writes it as String does.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// Moment is a moment in microseconds since 1970, UTC.
type Moment int64

// String prints RFC 3339 with as many decimals as there are.
func (m Moment) String() string { return m.Time().Format(time.RFC3339Nano) }

// Time returns the moment in UTC.
func (m Moment) Time() time.Time { return time.UnixMicro(int64(m)).UTC() }

// MarshalText writes it as String does.
func (m Moment) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// Cells reads the rows of the dataset called name in their order, a value a
// column of its Table: nil for null, string, int64, float64, bool, []string
// (never nil), Date, Moment or Decimal. An error ends it, such as that of a
// context that ended.
func (r *Run) Cells(ctx context.Context, name string) iter.Seq2[[]any, error] {
	switch name {
	case documents.name:
		return readCells(ctx, r, documents)
	case responsibilities.name:
		return readCells(ctx, r, responsibilities)
	case salaries.name:
		return readCells(ctx, r, salaries)
	case comparisons.name:
		return readCells(ctx, r, comparisons)
	case contradictions.name:
		return readCells(ctx, r, contradictions)
	case evidence.name:
		return readCells(ctx, r, evidence)
	case nearMisses.name:
		return readCells(ctx, r, nearMisses)
	case rejects.name:
		return readCells(ctx, r, rejects)
	case verdicts.name:
		return readCells(ctx, r, verdicts)
	}
	return func(yield func([]any, error) bool) { yield(nil, fmt.Errorf("no dataset is called %q", name)) }
}

func readCells[T any](ctx context.Context, r *Run, set dataset[T]) iter.Seq2[[]any, error] {
	row := reflect.TypeFor[T]()
	convert := make([]func(reflect.Value) any, row.NumField())
	for i := range convert {
		convert[i] = cellOf(row.Field(i))
	}
	return func(yield func([]any, error) bool) {
		for row, err := range read(r, set) {
			if err = cmp.Or(err, ctx.Err()); err != nil {
				yield(nil, err)
				return
			}
			values := make([]any, len(convert))
			for i := range values {
				v := reflect.ValueOf(&row).Elem().Field(i)
				if v.Kind() == reflect.Pointer {
					if v.IsNil() {
						continue
					}
					v = v.Elem()
				}
				values[i] = convert[i](v)
			}
			if !yield(values, nil) {
				return
			}
		}
	}
}

// cellOf returns how a value of a field, not null, becomes a cell.
func cellOf(field reflect.StructField) func(reflect.Value) any {
	switch typeName(field) {
	case "date":
		return func(v reflect.Value) any { return Date(v.Int()) }
	case "timestamp":
		return func(v reflect.Value) any { return Moment(v.Int()) }
	case "decimal(18,2)":
		return func(v reflect.Value) any { return Decimal(v.Int()) }
	case "list of string":
		return func(v reflect.Value) any { return append([]string{}, v.Interface().([]string)...) }
	default:
		return func(v reflect.Value) any { return v.Interface() }
	}
}
