// Package export writes the datasets of a run in other forms: JSON Lines for
// programs, CSV and Excel workbooks for tables. It knows nothing of what the
// columns mean.
package export

import (
	"bufio"
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"roleclaims/output"
)

// JSONL writes a dataset as JSON Lines: an object a row with all columns in
// their order, null where nothing is stated. Decimals are numbers with two
// decimals, dates and moments strings; nothing is lost.
func JSONL(ctx context.Context, w io.Writer, run *output.Run, table *output.Table) error {
	keys := make([][]byte, len(table.Columns))
	for i, c := range table.Columns {
		key, err := json.Marshal(c.Name)
		if err != nil {
			return err
		}
		keys[i] = append(key, ':')
	}
	var line bytes.Buffer
	encoder := json.NewEncoder(&line)
	encoder.SetEscapeHTML(false)
	buffer := bufio.NewWriter(w)
	for row, err := range run.Cells(ctx, table.Name) {
		if err != nil {
			return err
		}
		line.Reset()
		for i, value := range row {
			line.WriteString(opening(i))
			line.Write(keys[i])
			if err := encoder.Encode(value); err != nil {
				return fmt.Errorf("%s.%s: %w", table.Name, table.Columns[i].Name, err)
			}
			line.Truncate(line.Len() - 1) // the line end behind every value
		}
		line.WriteString("}\n")
		if _, err := buffer.Write(line.Bytes()); err != nil {
			return err
		}
	}
	return buffer.Flush()
}

// opening is what stands before a key.
func opening(i int) string {
	if i == 0 {
		return "{"
	}
	return ","
}

// CSV writes a dataset as comma-separated values after a line of names. What
// is null is empty, and so is an empty text. Elements of a list are parted by
// ListSeparator. Text that a spreadsheet would take for a formula is made Safe.
func CSV(ctx context.Context, w io.Writer, run *output.Run, table *output.Table) error {
	writer := csv.NewWriter(w)
	record := make([]string, len(table.Columns))
	for i, c := range table.Columns {
		record[i] = c.Name
	}
	if err := writer.Write(record); err != nil {
		return err
	}
	for row, err := range run.Cells(ctx, table.Name) {
		if err != nil {
			return err
		}
		for i, value := range row {
			record[i] = text(value)
		}
		if err := writer.Write(record); err != nil {
			return err
		}
	}
	writer.Flush()
	return writer.Error()
}

// ListSeparator parts the elements of a list in a cell; no key has it.
const ListSeparator = "; "

// text writes a value into a cell of text.
func text(value any) string {
	switch v := value.(type) {
	case nil:
		return ""
	case string:
		return Safe(v)
	case []string:
		return Safe(strings.Join(v, ListSeparator))
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64)
	default:
		return fmt.Sprint(v)
	}
}

// Safe puts an apostrophe before a text that spreadsheets would take for a
// formula, which could send data away or run programs: one that begins with =,
// +, -, @, a tab or a line end.
func Safe(s string) string {
	if s != "" && strings.IndexByte("=+-@\t\r\n", s[0]) >= 0 {
		return "'" + s
	}
	return s
}
