package report

import (
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"roleclaims/output/browsertest"
)

// saved writes a report's page to a file and returns its address.
func saved(t *testing.T, r *Report) string {
	t.Helper()
	page, err := HTML(r)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "report.html")
	if err := os.WriteFile(path, page, 0o666); err != nil {
		t.Fatal(err)
	}
	return (&url.URL{Scheme: "file", Path: path}).String()
}

// visible lists the contradictions that are shown, by their ids.
const visible = `Array.from(document.querySelectorAll("[data-f]")).filter((e) => e.checkVisibility({contentVisibilityAuto: false})).map((e) => e.id.slice(2))`

// choose sets a field of the filters as a user does.
func choose(field, value string) string {
	return fmt.Sprintf(`(() => {
		const field = document.getElementById("filters").elements[%q];
		field.value = %q;
		field.dispatchEvent(new Event("input", {bubbles: true}));
		return field.value;
	})()`, field, value)
}

func TestInTheBrowser(t *testing.T) {
	browser := browsertest.Start(t)
	address := saved(t, sample())
	all := []string{"8d1c", "77aa", "66cc", "0b0b", "51e7"}

	filters := []struct {
		field, value string
		want         []string
	}{
		{"kind", "polarity", []string{"0b0b"}},
		{"tier", "claimed-by-both", []string{"51e7"}},
		{"scope", "within", []string{"0b0b"}},
		{"role", "vp-of-engineering", []string{"8d1c", "77aa", "66cc", "51e7"}},
		{"topic", "pay", []string{"77aa", "66cc"}},
		{"source", "notes/kitchen.txt", []string{"77aa", "66cc", "0b0b"}},
		{"verdict", "dismissed", []string{"8d1c"}},
		{"severity", "0.8", []string{"8d1c"}},
		{"q", "morning  SUPPLIES", []string{"0b0b"}},
		{"q", "nothing has this", []string{}},
	}
	for _, tt := range filters {
		t.Run("filter by "+tt.field, func(t *testing.T) {
			tab := browser.Open(t, address, browsertest.View{})
			same(t, "all", all, browsertest.Eval[[]string](tab, visible))
			if got := browsertest.Eval[string](tab, choose(tt.field, tt.value)); got != tt.value {
				t.Fatalf("there is no %s %q", tt.field, tt.value)
			}
			same(t, "filtered", tt.want, browsertest.Eval[[]string](tab, visible))
			same(t, "count", fmt.Sprintf("%d of 5 shown", len(tt.want)), browsertest.Eval[string](tab, `document.getElementById("shown").value`))
			same(t, "groups without any", false, browsertest.Eval[bool](tab, `Array.from(document.querySelectorAll(".pair")).some((p) => !p.hidden && !p.querySelector("[data-f]:not([hidden])"))`))
			tab.Do(chromedp.Reload())
			same(t, "after a reload", tt.want, browsertest.Eval[[]string](tab, visible))
			browsertest.Eval[bool](tab, `document.querySelector("#filters button[type=reset]").click(), true`)
			tab.Wait(`document.getElementById("shown").value === "5 shown"`)
			tab.Do(chromedp.NavigateBack())
			tab.Wait(fmt.Sprintf(`document.getElementById("shown").value === "%d of 5 shown"`, len(tt.want)))
		})
	}
	t.Run("filters add up, and a table sets them", func(t *testing.T) {
		tab := browser.Open(t, address+"?role=vp-of-engineering&severity=0.5&kind=no-such", browsertest.View{})
		same(t, "filtered", []string{"8d1c", "77aa", "66cc"}, browsertest.Eval[[]string](tab, visible))
		browsertest.Eval[bool](tab, `document.querySelector("#sources a").click(), true`)
		same(t, "of a source", []string{"8d1c", "77aa", "66cc", "51e7"}, browsertest.Eval[[]string](tab, visible))
	})
	t.Run("a cell of the matrix opens its quotes", func(t *testing.T) {
		tab := browser.Open(t, address, browsertest.View{NoScript: true})
		browsertest.Eval[bool](tab, `document.querySelector(".matrix button").focus(), true`)
		tab.Press("Enter")
		tab.Wait(`document.querySelector(":popover-open") !== null`)
		same(t, "open", "sets the strategy", browsertest.Eval[string](tab, `document.querySelector(":popover-open mark").textContent`))
	})
	t.Run("without script all is there", func(t *testing.T) {
		tab := browser.Open(t, address+"?kind=polarity", browsertest.View{NoScript: true})
		same(t, "all", all, browsertest.Eval[[]string](tab, visible))
		same(t, "no filters", true, browsertest.Eval[bool](tab, `document.getElementById("filters").hidden`))
	})
	t.Run("it prints, with what is folded away", func(t *testing.T) {
		tab := browser.Open(t, address, browsertest.View{})
		pdf, err := chromedp.Run(tab.Ctx, chromedp.PrintToPDF())
		if err != nil || len(pdf) < 10_000 {
			t.Errorf("a PDF of %d bytes, %v", len(pdf), err)
		}
		same(t, "open while printing", true, browsertest.Eval[bool](tab, `dispatchEvent(new Event("beforeprint")), !document.querySelector("details:not([open])")`))
		same(t, "folded again", true, browsertest.Eval[bool](tab, `dispatchEvent(new Event("afterprint")), !document.querySelector("details[open]")`))
	})
	for _, width := range []int64{1280, 390, 320} {
		for _, dark := range []bool{false, true} {
			t.Run(fmt.Sprintf("%d pixels, dark %t", width, dark), func(t *testing.T) {
				tab := browser.Open(t, address, browsertest.View{Width: width, Height: 900, Dark: dark})
				if wide := browsertest.Eval[int64](tab, `document.documentElement.scrollWidth`); wide > width {
					t.Errorf("the page is %d wide", wide)
				}
				for _, breach := range tab.Breaches() {
					t.Error(breach)
				}
			})
		}
	}
	for i, text := range hostile {
		t.Run(fmt.Sprintf("hostile %d", i), func(t *testing.T) {
			r := sample()
			poison(reflect.ValueOf(r).Elem(), text+`<svg onload=alert(1)>`)
			tab := browser.Open(t, saved(t, r), browsertest.View{})
			same(t, "scripts", 1, browsertest.Eval[int](tab, `document.scripts.length`))
			same(t, "handlers", 0, browsertest.Eval[int](tab, `document.querySelectorAll("[onload], [onerror], img, iframe, a[href^='javascript']").length`))
			same(t, "turned text", false, browsertest.Eval[bool](tab, `/[\u202a-\u202e\u2066-\u2069]/.test(document.documentElement.outerHTML)`))
		})
	}
}

func same(t *testing.T, what string, want, got any) {
	t.Helper()
	if !reflect.DeepEqual(want, got) {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}

// many returns a report of n contradictions: the first 500 in full, with as
// many words as they can have.
func many(n int) *Report {
	r := sample()
	full, listed := r.Pairs[0].Topics[0].Findings[0], r.Listed
	// As long as they come: four quotes a side, with the most of their paragraphs.
	lead := full.A.Quotes[0]
	lead.Before, lead.After = strings.Repeat("The words before it. ", 20), strings.Repeat("The words after it. ", 21)
	further := lead
	further.Before, further.After = lead.Before[:160], lead.After[:160]
	full.A.Quotes, full.B.Quotes = []Quote{lead, further, further, further}, []Quote{lead, further, further, further}
	r.Pairs, r.Listed, r.Omitted = nil, nil, 0
	for i := range n - len(listed) {
		f := full
		f.ID = fmt.Sprintf("%016x", i)
		f.Kind = []string{"ownership", "polarity", "rank", "pay-order", "pay-range"}[i%5]
		f.Topic = fmt.Sprintf("topic %d", i%97)
		f.Severity = 0.99 - float64(i)/float64(2*n)
		f.Sources = []string{fmt.Sprintf("source%d.example", i%211), "harbour-weekly.example"}
		at := i % 60
		if at == len(r.Pairs) {
			f.Roles = []string{fmt.Sprintf("role-%d", at), "vp-of-engineering"}
			r.Pairs = append(r.Pairs, Pair{Roles: f.Roles})
		}
		pair := &r.Pairs[at]
		f.Roles = pair.Roles
		if i < 500 {
			pair.Topics = append(pair.Topics, Topic{Name: f.Topic, Findings: []Finding{f}})
		} else {
			f.A.Quotes, f.B.Quotes = nil, nil
			pair.Brief = append(pair.Brief, f)
		}
	}
	r.Listed = listed
	return r
}

// Times are printed, not judged: they are the machine's too.
func TestManyContradictions(t *testing.T) {
	browser := browsertest.Start(t)
	address := saved(t, many(5000))
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(u.Path)
	if err != nil {
		t.Fatal(err)
	}
	if info.Size() > 10_000_000 {
		t.Errorf("the page has %d bytes, want at most 10 MB", info.Size())
	}
	var paints, filters []float64
	for range 5 {
		tab := browser.Open(t, address, browsertest.View{})
		same(t, "shown", "5,000 shown", browsertest.Eval[string](tab, `document.getElementById("shown").value`))
		tab.Wait(`performance.getEntriesByName("first-contentful-paint").length > 0`)
		paints = append(paints, browsertest.Eval[float64](tab, `performance.getEntriesByName("first-contentful-paint")[0].startTime`))
		for _, step := range [][2]string{{"kind", "rank"}, {"kind", ""}, {"role", "role-7"}, {"role", ""}, {"source", "source42.example"}, {"q", "topic 42"}, {"source", ""}, {"q", ""}} {
			filters = append(filters, browsertest.Eval[float64](tab, fmt.Sprintf(`new Promise((done) => {
				const from = performance.now();
				%s;
				requestAnimationFrame(() => setTimeout(() => done(performance.now() - from)));
			})`, choose(step[0], step[1]))))
		}
	}
	t.Logf("5,000 contradictions: page %.1f MB, first paint %.0f ms (median of %d, aim 1000), filter to next frame %.0f ms (median of %d, aim 100; slowest %.0f)",
		float64(info.Size())/1e6, median(paints), len(paints), median(filters), len(filters), slices.Max(filters))
}

func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[len(sorted)/2]
}
