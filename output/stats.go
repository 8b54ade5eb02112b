package output

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"
)

// columnStats gathers what run.json says of each column.
type columnStats struct {
	columns []columnStat
}

type columnStat struct {
	column
	nulls    int64
	wide     bool // long text: its ends tell nothing
	format   func(reflect.Value) string
	min, max reflect.Value
}

func newColumnStats(row reflect.Type, wide []string) *columnStats {
	s := &columnStats{}
	for _, c := range columns(row) {
		s.columns = append(s.columns, columnStat{
			column: c,
			wide:   slices.Contains(wide, c.name),
			format: formatOf(row.Field(c.field).Tag.Get("parquet")),
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
			infos[i].Min, infos[i].Max = c.format(c.min), c.format(c.max)
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

// formatOf returns how the values of a column are printed, by its parquet tag.
func formatOf(tag string) func(reflect.Value) string {
	switch {
	case strings.Contains(tag, ",date"):
		return func(v reflect.Value) string { return dateOf(int32(v.Int())) }
	case strings.Contains(tag, ",timestamp"):
		return func(v reflect.Value) string { return time.UnixMicro(v.Int()).UTC().Format(time.RFC3339) }
	case strings.Contains(tag, ",decimal"):
		return func(v reflect.Value) string { return decimal(v.Int()) }
	default:
		return func(v reflect.Value) string { return fmt.Sprint(v.Interface()) }
	}
}

// dateOf prints days since 1970 as YYYY-MM-DD.
func dateOf(days int32) string {
	return time.Unix(int64(days)*86400, 0).UTC().Format(time.DateOnly)
}

// decimal prints hundredths with two decimals.
func decimal(hundredths int64) string {
	sign := ""
	if hundredths < 0 {
		sign, hundredths = "-", -hundredths
	}
	return fmt.Sprintf("%s%d.%02d", sign, hundredths/100, hundredths%100)
}
