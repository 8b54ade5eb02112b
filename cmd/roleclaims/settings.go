package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/pflag"
	"go.yaml.in/yaml/v3"

	"roleclaims/corpus/fetch"
	"roleclaims/pipeline"
)

// settings are the flags of the run command as typed; config makes of them
// what the engine reads.
type settings struct {
	out        string
	roles      []string
	limit      int
	workers    int
	memory     int // megabytes
	temp       string
	force      bool
	strict     bool
	json       bool
	configFile string
	failOn     severity
	lexicon    string
	disable    []string
	store      string
	manners    fetch.Config
	talk       talk
}

// envPrefix begins the environment variable of a flag: ROLECLAIMS_FAIL_ON for
// --fail-on.
const envPrefix = "ROLECLAIMS_"

func (s *settings) register(flags *pflag.FlagSet) {
	s.failOn = severity{never: true}
	flags.SortFlags = false
	flags.StringVarP(&s.out, "out", "o", "", "`DIR` to write the run to (required)")
	flags.StringSliceVar(&s.roles, "roles", nil, "keep only claims about these `ROLES`, by key or title: 'CTO,VP of Engineering'")
	flags.IntVar(&s.limit, "limit", 0, "read only the first `N` articles; 0 reads all")
	flags.IntVar(&s.workers, "workers", runtime.GOMAXPROCS(0), "`N` articles are analysed at a time; changes no result")
	flags.IntVar(&s.memory, "memory", pipeline.DefaultMemory>>20, "`MB` of what is compared are held in memory, the rest in a temporary file; changes no result")
	flags.StringVar(&s.temp, "temp", "", "`DIR` for the temporary file; without it beside the output folder")
	flags.BoolVar(&s.force, "force", false, "replace the run that stands in the output folder")
	flags.BoolVar(&s.strict, "strict", false, "exit with 3 if an article could not be used")
	flags.BoolVar(&s.json, "json", false, "print a summary object on standard output")
	flags.Var(&s.failOn, "fail-on", "exit with 1 if a contradiction is at least so severe: a number from 0 to 1, or low (0.2), medium (0.5), high (0.8)")
	registerLexicon(flags, &s.lexicon)
	flags.StringSliceVar(&s.disable, "disable-rule", nil, "switch these `RULES` off, by the ids in the column rule: item-nominal,participle")
	registerConfig(flags, &s.configFile)
	s.talk.register(flags)
	flags.StringVar(&s.store, "store", "", "`DIR` that keeps fetched pages, for addresses among the inputs; without it the output folder's name with .pages behind it")
	registerManners(flags, &s.manners)
}

func registerConfig(flags *pflag.FlagSet, file *string) {
	flags.StringVar(file, "config", "", "YAML `FILE` of settings, keys as the flags' names; flags win over "+envPrefix+"* variables, those over the file")
}

// load fills flags that were not typed, and says what is wrong with them.
func (s *settings) load(flags *pflag.FlagSet, env func(string) (string, bool)) error {
	if err := load(flags, env, &s.configFile); err != nil {
		return err
	}
	if s.memory < 1 {
		return fmt.Errorf("--memory %d: want 1 or more", s.memory)
	}
	return nil
}

// load fills flags that were not typed, first from the environment, then from
// the file that --config names.
func load(flags *pflag.FlagSet, env func(string) (string, bool), configFile *string) error {
	var err error
	flags.VisitAll(func(flag *pflag.Flag) {
		name := envPrefix + strings.ToUpper(strings.ReplaceAll(flag.Name, "-", "_"))
		if value, _ := env(name); value != "" && !flag.Changed && flag.Name != "help" && err == nil {
			if setErr := flags.Set(flag.Name, value); setErr != nil {
				err = fmt.Errorf("%s: %s", name, cause(setErr))
			}
		}
	})
	if err != nil || *configFile == "" {
		return err
	}
	data, err := os.ReadFile(*configFile)
	if err != nil {
		return fmt.Errorf("--config: %w", err)
	}
	if err := loadFile(flags, data); err != nil {
		return fmt.Errorf("%s: %w", *configFile, err)
	}
	return nil
}

func loadFile(flags *pflag.FlagSet, data []byte) error {
	values, err := oneDocument(data)
	if err != nil {
		return err
	}
	var known []string
	flags.VisitAll(func(flag *pflag.Flag) {
		if flag.Name == "help" || flag.Name == "config" {
			return
		}
		known = append(known, flag.Name)
	})
	for _, key := range slices.Sorted(maps.Keys(values)) {
		if !slices.Contains(known, key) {
			return fmt.Errorf("unknown key %q; known are %s", key, strings.Join(known, ", "))
		}
		if flags.Changed(key) {
			continue
		}
		value, err := flagValue(values[key])
		if err == nil {
			err = flags.Set(key, value)
		}
		if err != nil {
			return fmt.Errorf("%s: %s", key, cause(err))
		}
	}
	return nil
}

// oneDocument reads the settings of a YAML file. What stands behind a second
// "---" would be left out unsaid, so it is an error.
func oneDocument(data []byte) (map[string]any, error) {
	values := map[string]any{}
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	if err := decoder.Decode(&values); err != nil && !errors.Is(err, io.EOF) {
		var shape *yaml.TypeError
		if errors.As(err, &shape) {
			return nil, errors.New("want lines of KEY: VALUE, with the names of flags as keys")
		}
		return nil, err
	}
	for {
		var more any
		switch err := decoder.Decode(&more); {
		case errors.Is(err, io.EOF):
			return values, nil
		case err != nil:
			return nil, err
		case more != nil:
			return nil, errors.New("holds several YAML documents: put all settings into one, without a line of --- between them")
		}
	}
}

// cause says what is wrong with a value, without the flag's name.
func cause(err error) string {
	var number *strconv.NumError
	var value *pflag.InvalidValueError
	switch {
	case errors.As(err, &number):
		return fmt.Sprintf("%q is no such value: %v", number.Num, number.Err)
	case errors.As(err, &value):
		return value.Unwrap().Error()
	}
	return err.Error()
}

// flagValue writes a YAML value as one would type it after the flag.
func flagValue(value any) (string, error) {
	switch v := value.(type) {
	case []any:
		record := make([]string, len(v))
		for i, one := range v {
			record[i] = fmt.Sprint(one)
		}
		var line strings.Builder
		w := csv.NewWriter(&line)
		if err := w.Write(record); err != nil {
			return "", err
		}
		w.Flush()
		return strings.TrimSuffix(line.String(), "\n"), w.Error()
	case string, bool, int, float64:
		return fmt.Sprint(v), nil
	default:
		return "", fmt.Errorf("want a word, a number or a list, not %v", value)
	}
}

func (s *settings) config(inputs []string) pipeline.Config {
	return pipeline.Config{
		Inputs:  inputs,
		Out:     s.out,
		Roles:   s.roles,
		Limit:   s.limit,
		Workers: s.workers,
		Memory:  s.memory << 20,
		Temp:    s.temp,
		Force:   s.force,
		Lexicon: s.lexicon,
		Disable: s.disable,
		Store:   s.store,
		Fetch:   s.manners,
	}
}

// newColor is a flag for colour.
func newColor() choice { return choice{"auto", []string{"auto", "always", "never"}} }

// choice is a flag with a few allowed words.
type choice struct {
	value   string
	allowed []string
}

// String returns the word chosen.
func (c *choice) String() string { return c.value }

// Type names the flag's values in help.
func (c *choice) Type() string { return "word" }

// Set takes an allowed word.
func (c *choice) Set(value string) error {
	if !slices.Contains(c.allowed, value) {
		return fmt.Errorf("want %s", strings.Join(c.allowed, ", "))
	}
	c.value = value
	return nil
}

// severity is a threshold of contradictions, or never.
type severity struct {
	never bool
	least float64
	text  string
}

// String returns the threshold as typed, "" for never.
func (s *severity) String() string { return s.text }

// Type names the flag's values in help.
func (s *severity) Type() string { return "severity" }

// Set takes a number from 0 to 1, or a word for one.
func (s *severity) Set(value string) error {
	words := map[string]float64{"low": 0.2, "medium": 0.5, "high": 0.8}
	least, ok := words[value]
	if !ok {
		var err error
		least, err = strconv.ParseFloat(value, 64)
		if err != nil || !(least >= 0 && least <= 1) {
			return errors.New("want a number from 0 to 1, or low, medium or high")
		}
	}
	*s = severity{least: least, text: value}
	return nil
}
