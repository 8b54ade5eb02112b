package output

import (
	"fmt"
	"reflect"
	"slices"
)

// columnStats gathers what run.json says of each column.
type columnStats struct {
	columns []columnStat
}

type columnStat struct {
	column
	nulls    int64
	wide     bool // long text: its ends tell nothing
	cell     func(reflect.Value) any
	min, max reflect.Value
}

func newColumnStats(row reflect.Type, wide []string) *columnStats {
	s := &columnStats{}
	for _, c := range columns(row) {
		s.columns = append(s.columns, columnStat{
			column: c,
			wide:   slices.Contains(wide, c.name),
			cell:   cellOf(row.Field(c.field)),
		})
	}
	return s
}

// add counts a row in.
func (s *columnStats) add(row reflect.Value) {
	for i := range s.columns {
		c := &s.columns[i]
		v := row.Field(c.field)
		if v.Kind() == reflect.Pointer {
			if v.IsNil() {
				c.nulls++
				continue
			}
			v = v.Elem()
		}
		if c.wide || v.Kind() == reflect.Slice || v.Kind() == reflect.Bool {
			continue
		}
		// The value is copied: v is a field of a row that will be reused.
		if !c.min.IsValid() || less(v, c.min) {
			c.min = reflect.ValueOf(v.Interface())
		}
		if !c.max.IsValid() || less(c.max, v) {
			c.max = reflect.ValueOf(v.Interface())
		}
	}
}

func (s *columnStats) infos() []ColumnInfo {
	infos := make([]ColumnInfo, len(s.columns))
	for i, c := range s.columns {
		infos[i] = ColumnInfo{Name: c.name, Nulls: c.nulls}
		if c.min.IsValid() {
			infos[i].Min, infos[i].Max = fmt.Sprint(c.cell(c.min)), fmt.Sprint(c.cell(c.max))
		}
	}
	return infos
}

func less(a, b reflect.Value) bool {
	switch a.Kind() {
	case reflect.String:
		return a.String() < b.String()
	case reflect.Float64:
		return a.Float() < b.Float()
	default:
		return a.Int() < b.Int()
	}
}
