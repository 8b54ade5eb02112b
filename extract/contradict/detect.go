package contradict

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math"
	"slices"
	"strings"

	"roleclaims/extract/place"
)

// Env is what detection must know beside the records.
type Env struct {
	// Independent names, by the id of a document that is a copy, the source
	// that it counts for. Other documents count for their own.
	Independent map[string]string
	// Places says which locations compare; nil compares equal words only.
	Places *place.Gazetteer
}

// Result is what a set of records gives. Findings are sorted by tier,
// severity and id, near misses by kind, topic, reason and roles.
type Result struct {
	Findings   []Finding
	NearMisses []*NearMiss
}

// The tiers, firmest first (gold/GUIDE.md, "Contradiction").
const (
	Stated        = "stated"
	Contested     = "contested"
	ClaimedByBoth = "claimed-by-both"
)

// Finding is a contradiction: two sides that can't both hold.
type Finding struct {
	ID           string
	Kind         string // pay-order, pay-range, rank, ownership, polarity
	Tier         string
	Scope        string   // cross, within
	Roles        []string // sorted
	Topic        string
	Summary      string // one plain sentence
	Severity     float64
	Confidence   float64
	A, B         Side
	Rule         string
	MissingScope string // what one side leaves out: year, place, component; "" for none

	Place     string // of the amounts compared, "" for none
	Year      int    // 0 for none
	Component string // "" for none
}

// Side is one side of a finding.
type Side struct {
	Evidence []Record // best first, at most five; the first of both sides lead
	Support  int      // independent sources
	Claims   int      // claims, those not in Evidence included
}

// NearMiss is what was looked at and not flagged, one a key and reason.
type NearMiss struct {
	Kind   string
	Roles  []string // sorted
	Topic  string
	Reason string
	Pairs  int
	A, B   Record // the closest example
	Words  string // those that decided
}

// Detect compares what was gathered. It is pure: equal folds and environments
// give equal results.
func (f *Fold) Detect(env Env) Result { return f.detect(env, nil) }

// detect is Detect under the eyes of a watch, nil for none.
func (f *Fold) detect(env Env, w *watch) Result {
	d := NewDetector(env, f.pairs)
	d.watch = w
	result := d.Part(f)
	circles := d.Circles(f)
	result.Findings = append(result.Findings, circles.Findings...)
	result.NearMisses = append(result.NearMisses, circles.NearMisses...)
	result.sort()
	return result
}

// Detector compares records part by part, see Record.Part, so that they need
// not be in memory all at once. What it gives does not depend on how they are
// divided.
type Detector struct {
	env        Env
	compared   Pairs
	neighbours map[string][]string // the roles that each role is compared with, sorted
	places     map[[2]string]bool  // whether two places compare, as found before
	earners    orders
	swept      sweep // room for that of a key
	watch      *watch
}

// NewDetector returns a detector of records whose articles compare these
// pairs of roles.
func NewDetector(env Env, compared Pairs) *Detector {
	return &Detector{
		env: env, compared: compared, neighbours: compared.neighbours(),
		places: map[[2]string]bool{}, earners: orders{},
	}
}

// Part returns the findings and near misses of whole parts, but for circles.
func (d *Detector) Part(f *Fold) Result {
	p := d.begin(f)
	p.duties()
	p.payOrder()
	p.payRange()
	p.rank()
	return p.result()
}

// begin prepares the detection in one fold.
func (d *Detector) begin(f *Fold) *detector {
	return &detector{Detector: d, fold: f, keys: f.keys(), misses: map[missKey]*NearMiss{}, ids: map[string]bool{}}
}

// detector collects the findings of one part.
type detector struct {
	*Detector
	fold     *Fold
	keys     map[Kind][]*keyed
	findings []Finding
	misses   map[missKey]*NearMiss
	ids      map[string]bool
}

type missKey struct{ kind, roles, topic, reason string }

func (d *detector) result() Result {
	r := Result{Findings: d.findings}
	for _, m := range d.misses {
		r.NearMisses = append(r.NearMisses, m)
	}
	r.sort()
	return r
}

func (r *Result) sort() {
	rank := []string{Stated, Contested, ClaimedByBoth}
	slices.SortFunc(r.Findings, func(a, b Finding) int {
		return cmp.Or(
			cmp.Compare(slices.Index(rank, a.Tier), slices.Index(rank, b.Tier)),
			cmp.Compare(b.Severity, a.Severity), strings.Compare(a.ID, b.ID))
	})
	slices.SortFunc(r.NearMisses, func(a, b *NearMiss) int {
		if c := cmp.Or(strings.Compare(a.Kind, b.Kind), strings.Compare(a.Topic, b.Topic), strings.Compare(a.Reason, b.Reason),
			slices.Compare(a.Roles, b.Roles), strings.Compare(a.Words, b.Words)); c != 0 {
			return c
		}
		return cmp.Or(compareRecords(&a.A, &b.A), compareRecords(&a.B, &b.B))
	})
}

// source returns the independent source that a record counts for.
func (d *Detector) source(r *Record) string {
	if s, ok := d.env.Independent[r.Doc]; ok {
		return s
	}
	return r.Source
}

// copies counts those of the records that stand in a copy of another article.
func (d *Detector) copies(records ...*Record) int {
	n := 0
	for _, r := range records {
		if _, ok := d.env.Independent[r.Doc]; ok {
			n++
		}
	}
	return n
}

// copied reports whether one record stands in a copy of the other's article.
func (d *Detector) copied(a, b *Record) bool {
	_, copyA := d.env.Independent[a.Doc]
	_, copyB := d.env.Independent[b.Doc]
	return (copyA || copyB) && d.source(a) == d.source(b)
}

// miss notes a pair that was looked at and not flagged, and returns its row.
func (d *detector) miss(kind string, roles []string, topic, reason string, a, b *Record, deciding ...string) *NearMiss {
	if d.watch != nil {
		d.watch.spared(kind, topic, reason, a, b, deciding)
	}
	key := missKey{kind, strings.Join(roles, " "), topic, reason}
	m := d.misses[key]
	text := strings.Join(deciding, " / ")
	if m == nil {
		roles = slices.Clone(roles)
		slices.Sort(roles)
		m = &NearMiss{Kind: kind, Roles: roles, Topic: topic, Reason: reason, A: *a, B: *b, Words: text}
		d.misses[key] = m
	}
	m.Pairs++
	c := compareRecords(a, &m.A)
	if c == 0 {
		c = compareRecords(b, &m.B)
	}
	if cmp.Or(c, strings.Compare(text, m.Words)) < 0 {
		m.A, m.B, m.Words = *a, *b, text
	}
	return m
}

const (
	bestRows = 5  // rows of evidence a side
	looked   = 40 // records a side that are compared with the other side's
)

// sides are two sets of records under one key, with the rule that says which
// pairs conflict and how good a pair is to lead.
type sides struct {
	a, b      []*counted
	conflicts func(a, b *Record) bool
	score     func(a, b *Record) int
}

// build fills a finding's sides, each row of which conflicts with a row of
// the other, and its scope; false if no pair conflicts.
func (d *detector) build(f *Finding, s sides) bool {
	s.a, s.b = s.a[:min(len(s.a), looked)], s.b[:min(len(s.b), looked)]
	hitA, hitB := make([]int, len(s.a)), make([]int, len(s.b)) // best score, 0 for no conflict
	bestA, bestB, best, copies := -1, -1, math.MinInt, 0
	cross := false
	for i := range s.a {
		for j := range s.b {
			a, b := &s.a[i].Record, &s.b[j].Record
			if a.Doc != b.Doc && d.copied(a, b) {
				d.miss(f.Kind, f.Roles, f.Topic, "duplicate", a, b)
				continue
			}
			if !s.conflicts(a, b) {
				continue
			}
			d.watch.conflict(f, a, b)
			score := 1 + s.score(a, b)
			if d.source(a) != d.source(b) {
				cross = true
				score++
			}
			hitA[i], hitB[j] = max(hitA[i], score), max(hitB[j], score)
			if n := d.copies(a, b); score > best || score == best && n < copies {
				bestA, bestB, best, copies = i, j, score, n // an article leads before its copy
			}
		}
	}
	if bestA < 0 {
		return false
	}
	f.A, f.B = d.side(s.a, hitA, bestA), d.side(s.b, hitB, bestB)
	f.Scope = "within"
	if cross {
		f.Scope = "cross"
	}
	return true
}

// side picks evidence: the leading row, then the best of each further source,
// then the rest; better is what scores higher with some row of the other side.
func (d *detector) side(records []*counted, hit []int, lead int) Side {
	var s Side
	sources, claims := map[string]bool{}, map[string]bool{}
	var later []*Record
	take := func(r *Record) {
		if len(s.Evidence) < bestRows {
			s.Evidence = append(s.Evidence, *r)
		}
	}
	order := append([]int{lead}, indexes(hit, lead)...)
	for _, i := range order {
		r := &records[i].Record
		s.Claims += records[i].count
		if claims[r.id()] {
			continue
		}
		claims[r.id()] = true
		if src := d.source(r); !sources[src] {
			sources[src] = true
			take(r)
		} else {
			later = append(later, r)
		}
	}
	for _, r := range later {
		take(r)
	}
	s.Support = len(sources)
	s.Claims = max(s.Claims, len(claims))
	return s
}

// indexes returns the rows that conflict, best first, without the leading one.
func indexes(hit []int, but int) []int {
	var out []int
	for i, h := range hit {
		if h > 0 && i != but {
			out = append(out, i)
		}
	}
	slices.SortStableFunc(out, func(i, j int) int { return cmp.Compare(hit[j], hit[i]) })
	return out
}

// add completes a finding and keeps it. What else than kind, roles, topic and
// limits makes it another finding stands in apart.
func (d *detector) add(f Finding, apart ...string) {
	slices.Sort(f.Roles)
	source := ""
	if f.Scope == "within" {
		source = d.source(&f.A.Evidence[0])
	}
	year := ""
	if f.Year != 0 {
		year = fmt.Sprint(f.Year)
	}
	parts := []string{f.Kind, f.Scope, strings.Join(f.Roles, " "), f.Topic, strings.ToLower(f.Place), year, f.Component, source}
	parts = append(parts, apart...)
	h := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	f.ID = hex.EncodeToString(h[:8])
	d.watch.settle(f.ID, !d.ids[f.ID])
	if d.ids[f.ID] { // of several under one name the first is the widest
		return
	}
	d.ids[f.ID] = true
	grades := f.Grades()
	f.Severity, f.Confidence = grades.Severity(), grades.Confidence()
	d.findings = append(d.findings, f)
}
