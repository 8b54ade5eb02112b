package extract_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

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
	files, err := filepath.Glob("testdata/salaries/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("goldens: %v, %v", files, err)
	}
	x := newExtractor(t, extract.Options{})
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			page := archive.Files[0]
			doc := parse(t, page.Name, page.Data)
			var got strings.Builder
			for _, s := range x.Extract(doc).Salaries {
				got.WriteString(showPay(s) + "\n")
			}
			if *update {
				archive.Files = []txtar.File{page, {Name: "salaries", Data: []byte(got.String())}}
				if err := os.WriteFile(file, txtar.Format(archive), 0o600); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(lines(string(archive.Files[1].Data)), lines(got.String())); diff != "" {
				t.Errorf("salaries (-want +got):\n%s", diff)
			}
		})
	}
}
