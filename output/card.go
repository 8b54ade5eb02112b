package output

import (
	"fmt"
	"path/filepath"
	"strings"
)

// The files that describe a run to those who open it without us: generated
// from the row types and the manifest, so that the same datasets have the same
// description.
const (
	cardFile    = "README.md"
	packageFile = "datapackage.json"
)

const (
	cardTitle   = "Claims about job roles"
	cardSummary = "What articles say about job roles (duties, pay, rank), with the words that say it, and where sources contradict each other. Found by rules, not by people."
)

var cardTags = []string{"job-roles", "responsibilities", "salaries", "contradictions", "information-extraction"}

// writeCard writes README.md and datapackage.json to folder.
func writeCard(folder string, m *Manifest) error {
	body, err := describePackage(m)
	if err != nil {
		return err
	}
	if err := writeFile(filepath.Join(folder, packageFile), body); err != nil {
		return err
	}
	return writeFile(filepath.Join(folder, cardFile), []byte(describeCard(m)))
}

// describeCard returns README.md: a dataset card, with the header that the
// Hugging Face hub reads.
func describeCard(m *Manifest) string {
	var b strings.Builder
	largest := int64(0)
	for _, set := range m.Datasets {
		largest = max(largest, set.Rows)
	}
	fmt.Fprintf(&b, "---\npretty_name: %s\nlanguage:\n- en\nlicense: unknown\nsize_categories:\n- %s\ntags:\n", cardTitle, sizeCategory(largest))
	for _, tag := range cardTags {
		fmt.Fprintf(&b, "- %s\n", tag)
	}
	b.WriteString("configs:\n")
	tables := m.Tables()
	for _, t := range tables {
		fmt.Fprintf(&b, "- config_name: %s\n  data_files: %s.parquet\n", t.Name, t.Name)
		if t.Name == responsibilities.name {
			b.WriteString("  default: true\n")
		}
	}
	fmt.Fprintf(&b, "---\n\n# %s\n\n%s\n%s\n| dataset | rows | a row is | key |\n| --- | ---: | --- | --- |\n", cardTitle, cardSummary, cardOpening)
	for _, t := range tables {
		fmt.Fprintf(&b, "| `%s` | %d | %s | %s |\n", t.Name, m.Dataset(t.Name).Rows, t.Row, codeList(t.Key))
	}
	b.WriteString(cardReading)
	for _, t := range tables {
		fmt.Fprintf(&b, "\n### %s\n\n", t.Name)
		writeColumns(&b, &t)
	}
	return b.String()
}

// sizeCategory names a number of rows as the hub does.
func sizeCategory(rows int64) string {
	names := []string{"n<1K", "1K<n<10K", "10K<n<100K", "100K<n<1M", "1M<n<10M", "10M<n<100M", "100M<n<1B", "1B<n<10B"}
	for i, limit := 0, int64(1000); i < len(names); i, limit = i+1, limit*10 {
		if rows < limit {
			return names[i]
		}
	}
	return "10B<n<100B"
}

func codeList(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return "`" + strings.Join(names, "`, `") + "`"
}

const cardOpening = `
## How to open

Each dataset is one Parquet file, always there, with no rows where nothing was found; only ` + "`verdicts.parquet`" + ` comes with
the first review.

` + "```python" + `
import pandas as pd
duties = pd.read_parquet("responsibilities.parquet")

import polars as pl
pay = pl.read_parquet("salaries.parquet")

import duckdb
duckdb.sql("select role, topic, phrase, source from 'responsibilities.parquet'").df()
` + "```" + `

` + "```r" + `
duties <- arrow::read_parquet("responsibilities.parquet")
` + "```" + `

` + "`datapackage.json`" + ` describes every column for programs (Frictionless Data Package 2.0), ` + "`run.json`" + ` has counts, nulls, least and
greatest values, digests and the settings of the run, ` + "`report.html`" + ` is the page for people.

## What is in it
`

const cardReading = `
## How to read it

- **Join** claims to their article by ` + "`doc_id`" + `, evidence to its finding by ` + "`contradiction_id`" + ` and to its claim by ` + "`claim_id`" + `.
- **Spans** count Unicode code points of ` + "`documents.text`" + `: in Python ` + "`text[start:end] == quote`" + ` (` + "`phrase`" + ` in responsibilities).
- **Amounts** are exact decimals, as stated; ` + "`annual_low`, `annual_high`" + ` are per year. pandas has them as objects: ` + "`.astype(float)`" + `.
- **Moments** are in UTC. DuckDB's ` + "`fetchall`" + ` wants the module ` + "`pytz`" + ` for them.
- **Copies** of one article are all here, and their claims too. Before you count voices, leave out articles with ` + "`duplicate_of`" + `.
- **A contradiction** is a pair worth a look. ` + "`claimed-by-both`" + ` (two roles said to own one thing) is no headline: roles may share it.
- **Rows are sorted** by the columns that datapackage.json names.

## Limits

- English only. Rules and word lists found the claims: some are missed, some are wrong. ` + "`confidence`" + ` is what part of a rule's claims
  people agreed with, on articles with answers; it is no chance for a single row.
- A source is who published an article, not who is right; few articles a role are no survey.
- Amounts are what articles say, of any year and place; neither inflation nor purchasing power is taken out.
- The quoted texts belong to their publishers; see ` + "`uri`" + ` for each.

## Columns
`
