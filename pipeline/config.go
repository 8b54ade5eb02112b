package pipeline

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"roleclaims/corpus"
	"roleclaims/corpus/fetch"
)

// Config says what a run reads, how, and where it writes. It stands in
// run.json as JSON.
type Config struct {
	Inputs  []string `json:"inputs"`            // files, folders, globs, "-" for standard input; none is the embedded sample
	Out     string   `json:"out"`               // folder that the run becomes
	Roles   []string `json:"roles,omitempty"`   // keys or titles; keep only claims about no other role; none is all
	Limit   int      `json:"limit,omitempty"`   // read only so many pages, in the inputs' order; 0 is all
	Workers int      `json:"workers"`           // pages analysed at a time, 1 or more
	Force   bool     `json:"force,omitempty"`   // Out may be a run of ours, which is replaced
	Lexicon string   `json:"lexicon,omitempty"` // folder of word lists laid over the embedded ones; "" is none
	Disable []string `json:"disable,omitempty"` // ids of rules that are switched off
	Memory  int      `json:"memory,omitempty"`  // bytes of records that are held before they go to a temporary file; 0 is DefaultMemory
	Temp    string   `json:"temp,omitempty"`    // folder for temporary files, which a run leaves none of; "" is beside Out

	Store string       `json:"store,omitempty"` // folder that keeps fetched pages, for addresses among the inputs; "" is Out with ".pages" behind it
	Fetch fetch.Config `json:"fetch,omitzero"`  // how addresses are fetched; run.json has it where any was
}

// StoreDir returns the folder that keeps fetched pages.
func (c Config) StoreDir() string {
	if c.Store != "" {
		return c.Store
	}
	return filepath.Clean(c.Out) + storeEnding
}

// DefaultMemory holds the records of some hundred thousand claims.
const DefaultMemory = 64 << 20

// Validate reports the first setting that makes no sense, by its flag's name.
func (c Config) Validate() error {
	switch {
	case c.Out == "":
		return errors.New("no output folder: name one with --out DIR")
	case c.Limit < 0:
		return fmt.Errorf("--limit %d: want 1 or more, or 0 for all", c.Limit)
	case c.Workers < 1:
		return fmt.Errorf("--workers %d: want 1 or more", c.Workers)
	case c.Memory < 0:
		return fmt.Errorf("--memory: %d bytes: want 1 or more, or 0 for %d", c.Memory, DefaultMemory)
	}
	if rel, err := filepath.Rel(c.Out, c.StoreDir()); err == nil && filepath.IsLocal(rel) {
		return fmt.Errorf("--store %s lies in the output folder %s, which the next run replaces: choose a folder outside", c.Store, c.Out)
	}
	for _, role := range c.Roles {
		if strings.TrimSpace(role) == "" {
			return errors.New("--roles has an empty name: write them as --roles 'CTO,VP of Engineering'")
		}
	}
	if slices.ContainsFunc(c.Inputs, corpus.WebAddress) {
		if err := c.Fetch.Validate(); err != nil {
			return err
		}
	}
	for i, input := range c.Inputs {
		if input == "" {
			return fmt.Errorf("input %d is empty: name a file, a folder, or - for standard input", i+1)
		}
	}
	return nil
}

// results is the part of the settings that changes what a run gives, roles in
// their canonical form.
type results struct {
	Roles   []string `json:"roles,omitempty"`
	Limit   int      `json:"limit,omitempty"`
	Disable []string `json:"disable,omitempty"` // sorted and unique
}

// Misuse is an error that the user can mend: a setting, an input or an output
// folder that will not do. Its message says what to do.
type Misuse struct{ Err error }

func (m Misuse) Error() string { return m.Err.Error() }

// Unwrap returns the cause.
func (m Misuse) Unwrap() error { return m.Err }
