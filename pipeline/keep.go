package pipeline

import (
	"reflect"
	"strings"

	"roleclaims/extract/contradict"
)

// keeper makes what the fold keeps independent of the article it came from: a
// piece of a text keeps the whole text in memory for as long as it lives. Equal
// strings are kept once.
type keeper map[string]string

// text returns a string that shares no memory with an article.
func (k keeper) text(s string) string {
	kept, ok := k[s]
	if !ok {
		kept = strings.Clone(s)
		k[kept] = kept
	}
	return kept
}

// record returns a record none of whose strings share memory with an article.
func (k keeper) record(r contradict.Record) contradict.Record {
	fields := reflect.ValueOf(&r).Elem()
	for i := range fields.NumField() {
		if field := fields.Field(i); field.Kind() == reflect.String {
			field.SetString(k.text(field.String()))
		}
	}
	return r
}
