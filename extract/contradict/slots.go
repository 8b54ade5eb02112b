package contradict

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"strings"
)

// identity are the fields of a record that the claim's row states in columns
// of its own.
var identity = map[string]bool{"Doc": true, "Source": true, "Claim": true, "Start": true, "End": true, "Confidence": true}

// Slots writes the records of one claim as JSON, "" for none: an array of
// objects that leave out what is empty, and what the claim's row says (article,
// source, id, span, confidence). An open upper end is null.
func Slots(records []Record) string {
	if len(records) == 0 {
		return ""
	}
	list := make([]map[string]any, len(records))
	for i := range records {
		list[i] = map[string]any{}
		r := reflect.ValueOf(&records[i]).Elem()
		for k := range r.NumField() {
			name := r.Type().Field(k).Name
			switch value := r.Field(k); {
			case identity[name] || value.IsZero():
			case value.Kind() == reflect.Float64 && math.IsInf(value.Float(), 1):
				list[i][strings.ToLower(name)] = nil
			default:
				list[i][strings.ToLower(name)] = value.Interface()
			}
		}
	}
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(list); err != nil {
		panic(err) // records hold words, numbers and truth values
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// ReadSlots is the reverse of Slots: each record gets the identity of claim.
// Fields that it doesn't know are an error, since they may decide.
func ReadSlots(slots string, claim Record) ([]Record, error) {
	if slots == "" {
		return nil, nil
	}
	var list []map[string]json.RawMessage
	if err := json.Unmarshal([]byte(slots), &list); err != nil {
		return nil, fmt.Errorf("slots of claim %s: %w", claim.Claim, err)
	}
	fields := map[string]int{}
	for _, field := range reflect.VisibleFields(reflect.TypeFor[Record]()) {
		fields[strings.ToLower(field.Name)] = field.Index[0]
	}
	records := make([]Record, len(list))
	for i, object := range list {
		records[i] = claim
		r := reflect.ValueOf(&records[i]).Elem()
		for name, value := range object {
			at, known := fields[name]
			switch {
			case !known:
				return nil, fmt.Errorf("slots of claim %s: no slot is called %q", claim.Claim, name)
			case string(value) == "null" && r.Field(at).Kind() == reflect.Float64:
				r.Field(at).SetFloat(math.Inf(1))
				continue
			}
			if err := json.Unmarshal(value, r.Field(at).Addr().Interface()); err != nil {
				return nil, fmt.Errorf("slots of claim %s: %s: %w", claim.Claim, name, err)
			}
		}
	}
	return records, nil
}
