package output

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
)

// Manifest is run.json: what was run on what, and what came of it. It is
// written last, so that a folder with it is a finished run. It alone holds
// what differs from run to run: clock times, paths, worker counts.
type Manifest struct {
	// RunID hashes what decides the result; Commit sets it.
	RunID         string `json:"run_id"`
	Tool          string `json:"tool"`           // name and version of the program
	SchemaVersion int    `json:"schema_version"` // Commit sets it
	Lexicon       string `json:"lexicon"`        // digest of the word lists
	Inputs        string `json:"inputs"`         // digest of the bytes of all inputs, in a fixed order

	// Config is the part of the settings that changes results, Local the part
	// that does not (paths, workers).
	Config json.RawMessage `json:"config,omitempty"`
	Local  json.RawMessage `json:"local,omitempty"`

	Pages   int            `json:"pages"`             // inputs read: documents plus page-stage rejects; Commit sets it
	Ignored map[string]int `json:"ignored,omitempty"` // files that were no inputs, by their ending

	Started  string `json:"started,omitempty"`  // RFC 3339
	Finished string `json:"finished,omitempty"` // RFC 3339

	Datasets []DatasetInfo `json:"datasets"` // Commit sets them
}

// DatasetInfo describes one file of a run.
type DatasetInfo struct {
	Name    string       `json:"name"`
	File    string       `json:"file"`
	Rows    int64        `json:"rows"`
	Bytes   int64        `json:"bytes"`
	SHA256  string       `json:"sha256"`
	Columns []ColumnInfo `json:"columns"`
}

// ColumnInfo describes one column of a dataset. Min and Max are set for
// numbers, dates and short strings, as they would be printed.
type ColumnInfo struct {
	Name  string `json:"name"`
	Nulls int64  `json:"nulls"`
	Min   string `json:"min,omitempty"`
	Max   string `json:"max,omitempty"`
}

// Dataset returns the description of the dataset called name, nil for none.
func (m *Manifest) Dataset(name string) *DatasetInfo {
	for i := range m.Datasets {
		if m.Datasets[i].Name == name {
			return &m.Datasets[i]
		}
	}
	return nil
}

// Tables documents the datasets that the run has.
func (m *Manifest) Tables() []Table {
	return slices.DeleteFunc(Schema(), func(t Table) bool { return m.Dataset(t.Name) == nil })
}

// write writes run.json to folder.
func (m *Manifest) write(folder string) error {
	body, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return fmt.Errorf("write %s: %w", manifestFile, err)
	}
	return writeFile(filepath.Join(folder, manifestFile), append(body, '\n'))
}

// runID hashes what decides the bytes of the datasets.
func (m *Manifest) runID() string {
	h := sha256.New()
	for _, part := range []string{m.Tool, fmt.Sprint(m.SchemaVersion), m.Lexicon, m.Inputs, string(m.Config)} {
		fmt.Fprintf(h, "%d:%s\n", len(part), part)
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}
