package output

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// packageProfile is the JSON schema that datapackage.json follows.
const packageProfile = "https://datapackage.org/profiles/2.0/datapackage.json"

// dataPackage is a run as a Frictionless data package; what begins with x_ is
// ours, which the standard allows.
type dataPackage struct {
	Schema      string         `json:"$schema"`
	Name        string         `json:"name"`
	Title       string         `json:"title"`
	Description string         `json:"description"`
	Keywords    []string       `json:"keywords"`
	Version     int            `json:"x_schema_version"`
	Resources   []dataResource `json:"resources"`
}

type dataResource struct {
	Name        string      `json:"name"`
	Path        string      `json:"path"`
	Title       string      `json:"title"`
	Type        string      `json:"type"`
	Format      string      `json:"format"`
	MediaType   string      `json:"mediatype"`
	Bytes       int64       `json:"bytes"`
	Hash        string      `json:"hash"`
	Rows        int64       `json:"x_rows"`
	SortedBy    []string    `json:"x_sorted_by"`
	TableSchema tableSchema `json:"schema"`
}

type tableSchema struct {
	Fields      []tableField `json:"fields"`
	PrimaryKey  []string     `json:"primaryKey,omitempty"`
	ForeignKeys []foreignKey `json:"foreignKeys,omitempty"`
}

type tableField struct {
	Name        string           `json:"name"`
	Type        string           `json:"type"`
	Description string           `json:"description"`
	Unit        string           `json:"x_unit"`
	Null        string           `json:"x_null,omitempty"`
	Parquet     string           `json:"x_parquet"` // its type there
	Constraints fieldConstraints `json:"constraints"`
}

type fieldConstraints struct {
	Required bool     `json:"required"`
	Enum     []string `json:"enum,omitempty"`
}

type foreignKey struct {
	Fields    []string `json:"fields"`
	Reference struct {
		Resource string   `json:"resource,omitempty"`
		Fields   []string `json:"fields"`
	} `json:"reference"`
}

// describePackage returns datapackage.json of a run with these datasets.
func describePackage(m *Manifest) ([]byte, error) {
	p := dataPackage{
		Schema: packageProfile, Name: "roleclaims-run", Title: cardTitle, Description: cardSummary,
		Keywords: cardTags, Version: m.SchemaVersion,
	}
	for _, t := range m.Tables() {
		info := m.Dataset(t.Name)
		p.Resources = append(p.Resources, dataResource{
			Name: t.Name, Path: info.File, Title: "A row is " + t.Row, Type: "table", Format: "parquet",
			MediaType: "application/vnd.apache.parquet", Bytes: info.Bytes, Hash: packageHash(info), Rows: info.Rows,
			SortedBy: t.SortedBy, TableSchema: describeTable(&t),
		})
	}
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(&p); err != nil {
		return nil, fmt.Errorf("describe the run: %w", err)
	}
	return b.Bytes(), nil
}

func packageHash(info *DatasetInfo) string { return "sha256:" + info.SHA256 }

func describeTable(t *Table) tableSchema {
	s := tableSchema{PrimaryKey: t.Key}
	for _, c := range t.Columns {
		s.Fields = append(s.Fields, tableField{
			Name: c.Name, Type: packageType(c.Type), Description: c.Meaning, Unit: c.Unit, Null: c.Null, Parquet: c.Type,
			Constraints: fieldConstraints{Required: c.Null == "", Enum: slices.Clone(c.Values)},
		})
		if set, column, ok := strings.Cut(c.Ref, "."); ok {
			key := foreignKey{Fields: []string{c.Name}}
			key.Reference.Fields = []string{column}
			if set != t.Name { // the table itself has no name here
				key.Reference.Resource = set
			}
			s.ForeignKeys = append(s.ForeignKeys, key)
		}
	}
	return s
}

// packageType is what the standard calls a type of ours.
func packageType(name string) string {
	switch name {
	case "int64":
		return "integer"
	case "double", "decimal(18,2)":
		return "number"
	case "timestamp":
		return "datetime"
	case "list of string":
		return "array"
	}
	return name // string, boolean, date
}
