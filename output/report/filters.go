package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"roleclaims/extract/role"
)

// filters are the choices by which a reader narrows the contradictions down.
// An element of the page names the options it falls under by their keys.
type filters struct {
	Choices []choice
	Total   int
	keys    map[string]map[string]string // by choice and value
}

type choice struct {
	Name, Label string
	Options     []option
}

type option struct {
	Value, Label, Key string
	Count             int
}

// severities are the steps of the filter by severity.
var severities = []string{"0.9", "0.8", "0.7", "0.6", "0.5"}

func newFilters(r *Report) *filters {
	f := &filters{keys: map[string]map[string]string{}}
	var all []Finding
	for _, pairs := range [][]Pair{r.Pairs, r.Listed} {
		for _, p := range pairs {
			all = append(all, p.All()...)
		}
	}
	f.Total = len(all)
	same := func(s string) string { return s }
	f.add("kind", "Kind", all, func(x Finding) []string { return []string{x.Kind} }, func(key string) string { return named(kindNames, key) })
	f.add("tier", "How firm", all, func(x Finding) []string { return []string{x.Tier} }, func(key string) string { return named(tierNames, key) })
	f.add("scope", "Between", all, func(x Finding) []string { return []string{x.Scope} }, func(key string) string { return named(scopeNames, key) })
	f.add("role", "Role", all, func(x Finding) []string { return x.Roles }, role.Name)
	f.add("topic", "Topic", all, func(x Finding) []string { return []string{x.Topic} }, TopicName)
	f.add("source", "Source", all, func(x Finding) []string { return x.Sources }, same)
	if r.Review != nil {
		f.add("verdict", "Verdict", all, func(x Finding) []string { return []string{x.Outcome} }, TopicName)
	}
	return f
}

// add makes a choice of the values that findings have.
func (f *filters) add(name, label string, all []Finding, values func(Finding) []string, words func(string) string) {
	counts := map[string]int{}
	for _, finding := range all {
		for _, value := range slices.Compact(slices.Sorted(slices.Values(values(finding)))) {
			counts[value]++
		}
	}
	c := choice{Name: name, Label: label}
	for value, n := range counts {
		c.Options = append(c.Options, option{Value: value, Label: words(value), Count: n})
	}
	slices.SortFunc(c.Options, func(a, b option) int {
		return cmp.Or(strings.Compare(strings.ToLower(a.Label), strings.ToLower(b.Label)), strings.Compare(a.Value, b.Value))
	})
	f.keys[name] = map[string]string{}
	for i := range c.Options {
		o := &c.Options[i]
		o.Key = fmt.Sprintf("%s%d", name[:2], i)
		f.keys[name][o.Value] = o.Key
	}
	f.Choices = append(f.Choices, c)
}

// of lists the keys of the options that a finding falls under.
func (f *filters) of(x Finding) string {
	keys := []string{f.keys["kind"][x.Kind], f.keys["tier"][x.Tier], f.keys["scope"][x.Scope], f.keys["topic"][x.Topic]}
	for _, role := range x.Roles {
		keys = append(keys, f.keys["role"][role])
	}
	for _, source := range x.Sources {
		keys = append(keys, f.keys["source"][source])
	}
	if key := f.keys["verdict"][x.Outcome]; key != "" {
		keys = append(keys, key)
	}
	return strings.Join(keys, " ")
}
