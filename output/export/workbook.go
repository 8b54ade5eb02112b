package export

import (
	"context"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"roleclaims/output"
)

// The limits of Excel.
const (
	maxRows  = 1 << 20
	maxCell  = 32767 // UTF-16 units
	maxExact = 1e15  // integers from here on lose digits
)

// XLSX writes datasets as a workbook: a sheet a dataset, and one called
// columns that describes them. Lists and text are as in CSV. It returns how
// many texts were longer than a cell of Excel can hold, and were cut.
func XLSX(ctx context.Context, w io.Writer, run *output.Run, tables []output.Table) (cut int, err error) {
	b := book{file: excelize.NewFile(), run: run}
	defer b.file.Close() //nolint:errcheck // it is written by then, or there is an error
	if err := b.styles(); err != nil {
		return 0, err
	}
	for i := range tables {
		if err := b.sheet(ctx, &tables[i]); err != nil {
			return 0, fmt.Errorf("sheet %s: %w", tables[i].Name, err)
		}
	}
	if err := b.dictionary(tables); err != nil {
		return 0, fmt.Errorf("sheet columns: %w", err)
	}
	if err := b.file.DeleteSheet("Sheet1"); err != nil { // every new file has it
		return 0, err
	}
	b.file.SetActiveSheet(0)
	return b.cut, b.file.Write(w)
}

type book struct {
	file *excelize.File
	run  *output.Run
	cut  int

	head, day, moment, amount int // styles
}

func (b *book) styles() error {
	for _, s := range []struct {
		id    *int
		style excelize.Style
	}{
		{&b.head, excelize.Style{Font: &excelize.Font{Bold: true}}},
		{&b.day, excelize.Style{CustomNumFmt: format("yyyy-mm-dd")}},
		{&b.moment, excelize.Style{CustomNumFmt: format("yyyy-mm-dd hh:mm:ss")}},
		{&b.amount, excelize.Style{CustomNumFmt: format("#,##0.00")}},
	} {
		id, err := b.file.NewStyle(&s.style)
		if err != nil {
			return err
		}
		*s.id = id
	}
	return nil
}

func format(code string) *string { return &code }

// sheet writes a dataset.
func (b *book) sheet(ctx context.Context, t *output.Table) error {
	info := b.run.Manifest.Dataset(t.Name)
	if info == nil {
		return errors.New("run.json has no such dataset")
	}
	if info.Rows >= maxRows {
		return fmt.Errorf("%d rows, Excel holds %d: export it as csv or jsonl", info.Rows, maxRows-1)
	}
	var names []any
	for _, c := range t.Columns {
		names = append(names, c.Name)
	}
	s, err := b.open(t.Name, names, 18, int(info.Rows))
	if err != nil {
		return err
	}
	for row, err := range b.run.Cells(ctx, t.Name) {
		if err != nil {
			return err
		}
		for i := range row {
			row[i] = b.cell(row[i])
		}
		if err := s.add(row); err != nil {
			return err
		}
	}
	return s.Flush()
}

// dictionary writes what each column is.
func (b *book) dictionary(tables []output.Table) error {
	rows := 0
	for _, t := range tables {
		rows += len(t.Columns)
	}
	s, err := b.open("columns", []any{"dataset", "column", "type", "meaning", "unit", "null"}, 24, rows)
	if err != nil {
		return err
	}
	for _, t := range tables {
		for _, c := range t.Columns {
			if err := s.add([]any{t.Name, c.Name, c.Type, c.Explained(), c.Unit, c.Null}); err != nil {
				return err
			}
		}
	}
	return s.Flush()
}

// sheetWriter writes rows one below the other.
type sheetWriter struct {
	*excelize.StreamWriter
	row int
}

// open begins a sheet with a line of names that stays in sight. Some readers
// read no more than the extent that a sheet declares, so that it comes first.
func (b *book) open(name string, names []any, width float64, rows int) (*sheetWriter, error) {
	if _, err := b.file.NewSheet(name); err != nil {
		return nil, err
	}
	last, err := excelize.CoordinatesToCellName(len(names), 1+rows)
	if err != nil {
		return nil, err
	}
	if err := b.file.SetSheetDimension(name, "A1:"+last); err != nil {
		return nil, err
	}
	stream, err := b.file.NewStreamWriter(name)
	if err != nil {
		return nil, err
	}
	if err := stream.SetColWidth(1, len(names), width); err != nil {
		return nil, err
	}
	if err := stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return nil, err
	}
	for i, name := range names {
		names[i] = excelize.Cell{StyleID: b.head, Value: name}
	}
	s := &sheetWriter{StreamWriter: stream}
	return s, s.add(names)
}

func (s *sheetWriter) add(values []any) error {
	s.row++
	at, err := excelize.CoordinatesToCellName(1, s.row)
	if err != nil {
		return err
	}
	return s.SetRow(at, values)
}

// cell turns a value into what Excel shows best without losing any of it, but
// the end of a long text.
func (b *book) cell(value any) any {
	switch v := value.(type) {
	case output.Date:
		return excelize.Cell{StyleID: b.day, Value: v.Time()}
	case output.Moment:
		return excelize.Cell{StyleID: b.moment, Value: v.Time()}
	case output.Decimal:
		if v >= maxExact || v <= -maxExact {
			return v.String()
		}
		return excelize.Cell{StyleID: b.amount, Value: float64(v) / 100}
	case string, []string:
		short, was := fit(text(v))
		if was {
			b.cut++
		}
		return short
	default:
		return v // null, whole numbers, fractions, truth values
	}
}

// fit cuts a text to what a cell holds and reports whether it did.
func fit(s string) (string, bool) {
	if len(s) <= maxCell {
		return s, false
	}
	units, end := 0, 0 // end is where the text is cut if it turns out too long
	for at, r := range s {
		size := 1
		if r >= 1<<16 {
			size = 2
		}
		if units+size <= maxCell-1 { // one for the sign that something is left out
			end = at + utf8.RuneLen(r)
		}
		units += size
	}
	if units <= maxCell {
		return s, false
	}
	return s[:end] + "…", true
}
