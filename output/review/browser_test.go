package review

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"roleclaims/output/browsertest"
	"roleclaims/output/report"
	"roleclaims/output/verdict"
)

// page is an open review.
type page struct {
	*browsertest.Tab
	t *testing.T
}

func open(t *testing.T, b *browsertest.Browser, s *started, view browsertest.View) page {
	t.Helper()
	p := page{b.Open(t, s.base+s.StartPath(), view), t}
	p.Wait(`document.documentElement.dataset.review === "ready"`)
	return p
}

// said waits for what the review says.
func (p page) said(text string) {
	p.t.Helper()
	p.Wait(fmt.Sprintf(`document.getElementById("said").textContent === %q`, text))
}

func (p page) current() string {
	return browsertest.Eval[string](p.Tab, `(document.querySelector(".current")?.id || "c-").slice(2).replace(/^0+/, "")`)
}

// chips are the verdicts under a contradiction, by the script's words.
func (p page) chips(n int) string {
	return browsertest.Eval[string](p.Tab, fmt.Sprintf(`Array.from(document.querySelectorAll("#c-%016x > .verdicts li"), (e) => e.textContent).join("; ").replace(/, \d{4}-\d\d-\d\d/g, "")`, n))
}

func (p page) click(id string) {
	p.t.Helper()
	browsertest.Eval[bool](p.Tab, fmt.Sprintf(`document.querySelector(%q).click(), true`, id))
}

// words tells what the lines of the file say.
func words(entries []verdict.Entry) []string {
	var all []string
	for _, e := range entries {
		all = append(all, strings.TrimSpace(fmt.Sprintf("%s %s %s %s", strings.TrimLeft(e.Contradiction, "0"), e.Verdict, e.Reason, e.Note)))
	}
	return all
}

func equal(t *testing.T, what string, want, got any) {
	t.Helper()
	if !reflect.DeepEqual(want, got) {
		t.Errorf("%s: %q, want %q", what, got, want)
	}
}

func TestReviewInTheBrowser(t *testing.T) {
	browser := browsertest.Start(t)

	t.Run("every key", func(t *testing.T) {
		s := serve(t, newRun(t, many(10)), "ann")
		p := open(t, browser, s, browsertest.View{})
		p.Press("j", "j", "k")
		equal(t, "after j, j, k", "1", p.current())
		p.Press("c", "1", "2", "3", "4", "5", "6", "u")
		p.said("unsure, kept.")
		equal(t, "the file", []string{
			"1 confirmed", "2 dismissed same-meaning", "3 dismissed other-scope", "4 dismissed wrong-role",
			"5 dismissed wrong-amount", "6 dismissed not-a-claim", "7 dismissed other", "8 unsure",
		}, words(s.lines(t)))
		equal(t, "then comes", "9", p.current())
		equal(t, "progress", "9 of 10 in the queue, 8 judged", browsertest.Eval[string](p.Tab, `document.getElementById("where").textContent`))
		equal(t, "shown", "dismissed, wrong role by ann", p.chips(4))

		p.Press("n")
		p.Do(chromedp.SendKeys(chromedp.CSS("#note-text"), "see page 2"))
		p.click("#note-dialog [value=save]")
		p.said("Note kept.")
		equal(t, "a note alone", "note by ann: see page 2", p.chips(9))
		p.Press("c")
		p.said("confirmed, kept.")
		equal(t, "a verdict keeps the note", "confirmed by ann: see page 2", p.chips(9))

		p.Press("z")
		p.said("Undone.")
		equal(t, "undo brings the note back", "note by ann: see page 2", p.chips(9))
		p.Press("z", "z")
		p.Wait(`!document.querySelector("#c-0000000000000008 > .verdicts")`)
		equal(t, "undone", "8", p.current())

		p.Press("k", "k", "k", "k", "k", "k", "k", "o")
		equal(t, "next open", "8", p.current())
		p.Press("a")
		p.Wait(`!document.getElementById("reader").hidden`)
		equal(t, "article A", "On https://yes.example/a: does the task 7 of batch-0", browsertest.Eval[string](p.Tab, `document.getElementById("article-title").textContent + ": " + document.querySelector("#article mark.a").textContent`))
		p.Press("b")
		p.Wait(`document.getElementById("article-title").textContent === "On https://no.example/b"`)
		p.Press("Escape")
		p.Wait(`document.getElementById("reader").hidden`)
		p.Press("/")
		equal(t, "filter", "q", browsertest.Eval[string](p.Tab, `document.activeElement.name`))
		p.Press("c")
		equal(t, "a key in a field is text", "c", browsertest.Eval[string](p.Tab, `document.activeElement.value`))

		p.Do(chromedp.Reload())
		p.Wait(`document.documentElement.dataset.review === "ready"`)
		equal(t, "after a reload", "confirmed by ann", p.chips(1))
	})

	t.Run("keys can be switched off", func(t *testing.T) {
		s := serve(t, newRun(t, few), "ann")
		p := open(t, browser, s, browsertest.View{})
		p.Press("j")
		p.click("#keys")
		p.Press("c", "j")
		equal(t, "no key works", "1", p.current())
		p.Do(chromedp.Reload())
		p.Wait(`document.documentElement.dataset.review === "ready"`)
		equal(t, "it is remembered", "false", browsertest.Eval[string](p.Tab, `document.getElementById("keys").getAttribute("aria-checked")`))
		p.click(`[data-verdict=confirmed]`)
		p.said("confirmed, kept.")
		equal(t, "buttons still do", []string{"1 confirmed"}, words(s.lines(t)))
	})

	t.Run("a filter is a queue, judged in bulk and undone at once", func(t *testing.T) {
		s := serve(t, newRun(t, many(40)), "ann")
		p := open(t, browser, s, browsertest.View{})
		p.Press("j", "c")
		p.said("confirmed, kept.")
		choose(p, "q", "batch-1")
		p.Wait(`document.getElementById("where").textContent === "10 in the queue, 0 judged"`)
		browsertest.Eval[bool](p.Tab, `document.activeElement.blur(), true`)
		p.Press("m")
		equal(t, "what is asked", "The filters show 10; 10 will be judged. Undo takes all of them back at once.", browsertest.Eval[string](p.Tab, `document.getElementById("bulk-what").textContent`))
		p.click("#bulk-dialog [value=cancel]")
		equal(t, "cancelled", 1, len(s.lines(t)))
		browsertest.Eval[bool](p.Tab, `document.activeElement.blur(), true`)
		p.Press("m")
		browsertest.Eval[bool](p.Tab, `(() => { const s = document.getElementById("bulk-verdict"); s.selectedIndex = 2; s.dispatchEvent(new Event("change", {bubbles: true})); return true; })()`)
		equal(t, "the button says it", "Other scope: judge 10", browsertest.Eval[string](p.Tab, `document.getElementById("bulk-go").textContent`))
		p.click("#bulk-go")
		p.said("10 judged, kept.")
		equal(t, "lines", 11, len(s.lines(t)))
		equal(t, "one of them", "dismissed, other scope by ann", p.chips(12))
		choose(p, "q", "")
		choose(p, "verdict", "dismissed")
		p.Wait(`document.getElementById("shown").value === "10 of 40 shown"`)
		choose(p, "verdict", "open")
		p.Wait(`document.getElementById("shown").value === "29 of 40 shown"`)
		browsertest.Eval[bool](p.Tab, `document.activeElement.blur(), true`)
		p.Press("z")
		p.said("Undone: 10 verdicts.")
		equal(t, "state", 1, len(verdict.Fold(s.lines(t))))
	})

	t.Run("a re-run keeps verdicts, and marks those on other words", func(t *testing.T) {
		run := newRun(t, few)
		s := serve(t, run, "ann")
		p := open(t, browser, s, browsertest.View{})
		p.Press("j", "c", "1", "2")
		p.said("other scope, kept.")
		p.Do(chromedp.Navigate("about:blank"))
		must(t, s.stop())

		file, err := os.OpenFile(s.file, os.O_APPEND|os.O_WRONLY, 0)
		must(t, err)
		fmt.Fprintln(file, "<<<<<<< a merge gone wrong")
		must(t, file.Close())
		changed := slices.Clone(few)
		changed[1].yes = "hires most engineers"
		again := writeRun(t, run.Dir, append(changed[:2], changed[3:]...)) // renumbered: 3 is another duty now
		p = open(t, browser, serve(t, again, "ann"), browsertest.View{})
		p.said("1 line of the file can't be read, and stays as it is.")
		equal(t, "carried over", "confirmed by ann", p.chips(1))
		equal(t, "stale", "stale: dismissed, same meaning by ann", p.chips(2))
		choose(p, "verdict", "stale")
		p.Wait(`document.getElementById("shown").value === "2 of 4 shown"`)

		html, err := os.ReadFile(filepath.Join(run.Dir, "report.html"))
		must(t, err)
		for _, want := range []string{"1 confirmed, 2 stale, 1 open", "stale: dismissed, same meaning</b> by ann"} {
			if !strings.Contains(string(html), want) {
				t.Errorf("the report of the next run lacks %q", want)
			}
		}
	})

	t.Run("two tabs lose nothing", func(t *testing.T) {
		s := serve(t, newRun(t, many(20)), "ann")
		one, two := open(t, browser, s, browsertest.View{}), open(t, browser, s, browsertest.View{})
		one.Press("j", "c", "c", "c")
		two.Press("j", "j", "j", "u", "u")
		one.said("confirmed, kept.")
		two.said("unsure, kept.")
		one.Press("c")
		one.Wait(`document.querySelectorAll("[data-f] > .verdicts").length === 4`)
		got := words(s.lines(t))
		slices.Sort(got)
		equal(t, "the file", []string{"1 confirmed", "2 confirmed", "3 confirmed", "3 unsure", "4 confirmed", "4 unsure"}, got)
		two.Wait(`document.querySelector("#c-0000000000000001 > .verdicts") !== null`) // it learns of the other's
	})

	t.Run("a verdict that is not kept is not shown", func(t *testing.T) {
		s := serve(t, newRun(t, few), "ann")
		p := open(t, browser, s, browsertest.View{})
		must(t, s.stop())
		p.Press("j", "c")
		p.said("Not kept: the server does not answer. Is the command still running?")
		equal(t, "shown", "", p.chips(1))
		equal(t, "back at it", "1", p.current())
		p.Problems() // that the server is gone is logged
	})

	t.Run("hostile text runs nowhere", func(t *testing.T) {
		s := serve(t, newRun(t, few), `<img src=x onerror="window.hacked=1">`)
		p := open(t, browser, s, browsertest.View{})
		p.Press("j", "c", "j", "j", "j", "a")
		p.Wait(`document.querySelector("#article .text")?.textContent.includes("<script>") === true`)
		p.Press("n")
		p.Do(chromedp.SendKeys(chromedp.CSS("#note-text"), `</q><svg onload="window.hacked=1">`))
		p.click("#note-dialog [value=save]")
		p.said("Note kept.")
		equal(t, "hacked", false, browsertest.Eval[bool](p.Tab, `"hacked" in window`))
		equal(t, "elements", 0, browsertest.Eval[int](p.Tab, `document.querySelectorAll("img, [onerror], [onload], #article script").length`))
		equal(t, "turned text", false, browsertest.Eval[bool](p.Tab, `/[\u202a-\u202e]/.test(document.documentElement.outerHTML)`))
	})

	for _, dark := range []bool{false, true} {
		for _, width := range []int64{1280, 390} {
			t.Run(fmt.Sprintf("accessible, dark %t, %d pixels", dark, width), func(t *testing.T) {
				s := serve(t, newRun(t, few), "ann")
				p := open(t, browser, s, browsertest.View{Width: width, Height: 900, Dark: dark})
				p.Press("j", "c", "1")
				p.said("same meaning, kept.")
				check := func(what string) {
					t.Helper()
					if wide := browsertest.Eval[int64](p.Tab, `document.documentElement.scrollWidth`); wide > width {
						t.Errorf("%s: the page is %d wide", what, wide)
					}
					for _, breach := range p.Breaches() {
						t.Errorf("%s: %s", what, breach)
					}
				}
				check("queue")
				p.Press("a")
				p.Wait(`!document.getElementById("reader").hidden`)
				check("article")
				p.Press("Escape", "n")
				check("note")
				p.click("#note-dialog [value=cancel]")
				p.Press("m")
				check("bulk")
			})
		}
	}
}

func choose(p page, field, value string) {
	p.t.Helper()
	browsertest.Eval[bool](p.Tab, fmt.Sprintf(`(() => {
		const field = document.getElementById("filters").elements[%q];
		field.value = %q;
		field.dispatchEvent(new Event("input", {bubbles: true}));
		return true;
	})()`, field, value))
}

// Times are printed, not judged: they are the machine's too.
func TestReviewOfManyContradictions(t *testing.T) {
	browser := browsertest.Start(t)
	s := serve(t, newRun(t, many(5000)), "ann")
	var paints, keys []float64
	for range 3 {
		p := open(t, browser, s, browsertest.View{})
		p.Wait(`performance.getEntriesByName("first-contentful-paint").length > 0`)
		paints = append(paints, browsertest.Eval[float64](p.Tab, `performance.getEntriesByName("first-contentful-paint")[0].startTime`))
		p.Press("j")
		for range 5 {
			keys = append(keys, browsertest.Eval[float64](p.Tab, `new Promise((done) => {
				const from = performance.now(), said = document.getElementById("said");
				said.textContent = "";
				new MutationObserver((_, o) => { o.disconnect(); requestAnimationFrame(() => setTimeout(() => done(performance.now() - from))); }).observe(said, {childList: true});
				document.querySelector("[data-verdict=confirmed]").click();
			})`))
		}
		choose(p, "q", "task 4999")
		p.Press("Escape")
		browsertest.Eval[bool](p.Tab, `document.activeElement.blur(), true`)
		p.Press("j")
		p.Wait(`document.querySelector(".brief.current .side.a mark")?.textContent === "does the task 4999 of batch-499"`)
	}
	slices.Sort(paints)
	slices.Sort(keys)
	t.Logf("5,000 contradictions: page %.1f MB, first paint %.0f ms (median of %d, aim 1000), verdict to kept and shown %.0f ms (median of %d)",
		float64(len(s.page))/1e6, paints[len(paints)/2], len(paints), keys[len(keys)/2], len(keys))
	if _, err := report.Fragment(s.findings[fmt.Sprintf("%016x", 5000)]); err != nil {
		t.Error(err)
	}
}
