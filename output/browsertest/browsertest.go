// Package browsertest opens pages in a browser for the tests of those who make
// them: with or without script, in both colour schemes, at any width. It is
// imported by tests only.
package browsertest

import (
	"context"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"roleclaims/corpus/tooltest"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// Browser is a running browser, closed with the test that started it.
type Browser struct{ ctx context.Context }

// Start runs a headless Chromium, named by ROLECLAIMS_CHROMIUM or found by its
// usual names. Without one the test is skipped, and fails where CI is set.
func Start(t *testing.T) *Browser {
	t.Helper()
	options := append([]chromedp.ExecAllocatorOption{}, chromedp.DefaultExecAllocatorOptions[:]...)
	options = append(options, chromedp.ExecPath(find(t)), chromedp.NoSandbox, chromedp.DisableGPU)
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, cancel := chromedp.NewContext(allocator)
	t.Cleanup(func() { cancel(); stop() })
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("start the browser: %v", err)
	}
	return &Browser{ctx}
}

func find(t *testing.T) string {
	t.Helper()
	for _, name := range []string{os.Getenv("ROLECLAIMS_CHROMIUM"), "chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); name != "" && err == nil {
			return path
		}
	}
	tooltest.Missing(t, "a Chromium browser (name it by ROLECLAIMS_CHROMIUM)")
	return ""
}

// View is how a page is looked at; the zero value is 1280 by 900, light, with
// script.
type View struct {
	Width, Height int64
	Dark          bool
	NoScript      bool
}

// Tab is one open page.
type Tab struct {
	Ctx context.Context

	t        *testing.T
	mu       sync.Mutex
	problems []string
}

// Open opens an address in a new tab. What the page logs as an error, such as
// a breach of its policy, fails the test when it ends.
func (b *Browser) Open(t *testing.T, address string, view View) *Tab {
	t.Helper()
	ctx, cancel := chromedp.NewContext(b.ctx)
	ctx, expire := context.WithTimeout(ctx, 2*time.Minute)
	tab := &Tab{Ctx: ctx, t: t}
	t.Cleanup(func() {
		for _, problem := range tab.Problems() {
			t.Errorf("the page logs: %s", problem)
		}
		expire()
		cancel()
	})
	if view.Width == 0 {
		view.Width, view.Height = 1280, 900
	}
	scheme := "light"
	if view.Dark {
		scheme = "dark"
	}
	if err := chromedp.Do(ctx); err != nil { // opens the tab
		t.Fatalf("open a tab: %v", err)
	}
	if err := chromedp.Listen(ctx, tab.listen); err != nil {
		t.Fatalf("listen to a tab: %v", err)
	}
	call(tab, log.Enable, cdp.Empty{})
	call(tab, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: view.Width, Height: view.Height, DeviceScaleFactor: 1, Mobile: view.Width < 600})
	call(tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
	call(tab, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: view.NoScript})
	tab.Do(chromedp.Navigate(address))
	return tab
}

// call sends one command of the protocol.
func call[P, R any](tab *Tab, command cdp.Command[P, R], params P) {
	tab.t.Helper()
	if _, err := chromedp.Call(tab.Ctx, command, params); err != nil {
		tab.t.Fatalf("in the browser: %v", err)
	}
}

func (tab *Tab) listen(event any) {
	tab.mu.Lock()
	defer tab.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		tab.problems = append(tab.problems, exception(e.ExceptionDetails))
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError {
			tab.problems = append(tab.problems, e.Entry.Text+" "+e.Entry.URL)
		}
	}
}

func exception(d *runtime.ExceptionDetails) string {
	if d.Exception != nil {
		return d.Exception.Description
	}
	return d.Text
}

// Problems returns what the page has logged as errors, and forgets it.
func (tab *Tab) Problems() []string {
	tab.mu.Lock()
	defer tab.mu.Unlock()
	problems := tab.problems
	tab.problems = nil
	return problems
}

// Do runs actions; an error ends the test.
func (tab *Tab) Do(actions ...chromedp.Action[chromedp.Void]) {
	tab.t.Helper()
	if err := chromedp.Do(tab.Ctx, actions...); err != nil {
		tab.t.Fatalf("in the browser: %v", err)
	}
}

// Press presses keys one after another: letters and signs, "Enter", "Escape".
// A page that takes a key for itself keeps it out of the text, as it does when
// a person presses it.
func (tab *Tab) Press(keys ...string) {
	tab.t.Helper()
	for _, key := range keys {
		down := input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeKeyDown, Key: key, Text: key}
		switch key {
		case "Enter":
			down.Text, down.WindowsVirtualKeyCode = "\r", 13
		case "Escape":
			down.Type, down.Text, down.WindowsVirtualKeyCode = input.DispatchKeyEventTypeRawKeyDown, "", 27
		}
		up := down
		up.Type, up.Text = input.DispatchKeyEventTypeKeyUp, ""
		call(tab, input.DispatchKeyEvent, down)
		call(tab, input.DispatchKeyEvent, up)
	}
}

// Eval returns what an expression of JavaScript gives in the page; a promise
// is waited for.
func Eval[T any](tab *Tab, expression string) T {
	tab.t.Helper()
	result, err := chromedp.Run(tab.Ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		tab.t.Fatalf("evaluate %s: %v", expression, err)
	}
	return result
}

// Wait waits until an expression is true, ten seconds at most.
func (tab *Tab) Wait(expression string) {
	tab.t.Helper()
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if Eval[bool](tab, expression) {
			return
		}
	}
	tab.t.Fatalf("never came true: %s", expression)
}

// Shot saves a picture of the window, or of the whole page.
func (tab *Tab) Shot(path string, whole bool) {
	tab.t.Helper()
	action := chromedp.CaptureScreenshot()
	if whole {
		action = chromedp.FullScreenshot(100)
	}
	picture, err := chromedp.Run(tab.Ctx, action)
	if err != nil {
		tab.t.Fatalf("take a picture: %v", err)
	}
	if err := os.WriteFile(path, picture, 0o666); err != nil {
		tab.t.Fatal(err)
	}
}

// Breaches runs axe-core over the page and lists what breaks WCAG 2.2, level
// AA. ROLECLAIMS_AXE names axe.min.js; without it the test is skipped, and
// fails where CI is set.
func (tab *Tab) Breaches() []string {
	tab.t.Helper()
	path := os.Getenv("ROLECLAIMS_AXE")
	source, err := os.ReadFile(path)
	if err != nil {
		tooltest.Missing(tab.t, "axe-core (name its axe.min.js by ROLECLAIMS_AXE)")
	}
	Eval[bool](tab, string(source)+"; true")
	found := Eval[[]string](tab, `axe.run(document, {
		runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], resultTypes: ["violations"],
	}).then((r) => r.violations.flatMap((v) => v.nodes.slice(0, 5).map((n) => v.id + ": " + n.html.slice(0, 200) + " " + (n.any[0] || n.all[0] || n.none[0] || {}).message)))`)
	for i := range found {
		found[i] = strings.Join(strings.Fields(found[i]), " ")
	}
	return found
}
