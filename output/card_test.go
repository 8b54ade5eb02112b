package output

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

func TestCardDescribesTheRun(t *testing.T) {
	run := writeRun(t, newCorpus(t))
	body, err := os.ReadFile(filepath.Join(run.Dir, "README.md"))
	must(t, err)
	_, rest, ok := strings.Cut(string(body), "---\n")
	header, text, closed := strings.Cut(rest, "---\n")
	if !ok || !closed {
		t.Fatalf("no header between two lines of three hyphens: %.200s", body)
	}
	var card struct {
		Name    string   `yaml:"pretty_name"`
		License string   `yaml:"license"`
		Sizes   []string `yaml:"size_categories"`
		Configs []struct {
			Name  string `yaml:"config_name"`
			Files string `yaml:"data_files"`
		} `yaml:"configs"`
	}
	must(t, yaml.Unmarshal([]byte(header), &card))
	if card.Name == "" || card.License == "" || len(card.Sizes) != 1 || len(card.Configs) != 8 {
		t.Errorf("header of the card: %+v", card)
	}
	for _, c := range card.Configs {
		if info := run.Manifest.Dataset(c.Name); info == nil || info.File != c.Files {
			t.Errorf("the card has %s in %s, the run %+v", c.Name, c.Files, info)
		}
	}
	for _, want := range []string{"| `salaries` | 3 |", "| `annual_low` | decimal(18,2) |", "read_parquet(\"responsibilities.parquet\")"} {
		if !strings.Contains(text, want) {
			t.Errorf("the card lacks %q", want)
		}
	}
}

// The JSON schema itself is held against the file in CI (.ci/datasets.py);
// here is what it leaves open.
func TestDataPackage(t *testing.T) {
	run := writeRun(t, newCorpus(t))
	body, err := os.ReadFile(filepath.Join(run.Dir, "datapackage.json"))
	must(t, err)
	var p dataPackage
	must(t, json.Unmarshal(body, &p))
	names := map[string]bool{"": true}
	for _, r := range p.Resources {
		names[r.Name] = true
	}
	for i, table := range run.Manifest.Tables() {
		r, info := p.Resources[i], run.Manifest.Dataset(table.Name)
		if r.Path != info.File || r.Bytes != info.Bytes || r.Hash != "sha256:"+info.SHA256 || r.Rows != info.Rows {
			t.Errorf("%s is described as %+v, run.json has %+v", table.Name, r, info)
		}
		compare(t, table.Name+": columns", values(table.Columns, func(c TableItem) string { return c.Name }),
			values(r.TableSchema.Fields, func(f tableField) string { return f.Name }))
		for _, key := range r.TableSchema.ForeignKeys {
			if !names[key.Reference.Resource] {
				t.Errorf("%s points to %s, which is not there", table.Name, key.Reference.Resource)
			}
		}
	}
	if low := p.Resources[2].TableSchema.Fields[5]; low.Type != "number" || low.Constraints.Required || low.Null == "" {
		t.Errorf("salaries.low is described as %+v", low)
	}
}

func TestSizeCategory(t *testing.T) {
	for rows, want := range map[int64]string{0: "n<1K", 999: "n<1K", 1000: "1K<n<10K", 1e6: "1M<n<10M", 2e8: "100M<n<1B"} {
		compare(t, "category", want, sizeCategory(rows))
	}
}
