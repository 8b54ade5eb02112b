package extract_test

import (
	"bytes"
	"fmt"
	"strconv"
	"testing"

	"golang.org/x/tools/txtar"

	"roleclaims/corpus/goldentest"
	"roleclaims/extract"
)

// showPay writes a claim of pay in one line.
func showPay(s extract.Salary) string {
	end := func(v *int64) string {
		if v == nil {
			return "*"
		}
		return strconv.FormatFloat(float64(*v)/100, 'f', -1, 64)
	}
	line := fmt.Sprintf("%s %s..%s %s/%s %s %s", s.Role, end(s.Low), end(s.High), s.Currency, s.Period, s.Statistic, s.Component)
	if s.Location != "" {
		line += " @" + s.Location
	}
	if s.Year != 0 {
		line += " #" + strconv.Itoa(s.Year)
	}
	if s.Condition != "" {
		line += " if " + s.Condition
	}
	return line
}

func TestGoldenSalaries(t *testing.T) {
	x := newExtractor(t, extract.Options{})
	goldentest.Archives(t, "testdata/salaries/*.txtar", func(t *testing.T, page txtar.File) []txtar.File {
		var got bytes.Buffer
		for _, s := range x.Extract(parse(t, page.Name, page.Data)).Salaries {
			got.WriteString(showPay(s) + "\n")
		}
		return []txtar.File{{Name: "salaries", Data: got.Bytes()}}
	})
}
