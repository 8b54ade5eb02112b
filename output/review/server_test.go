package review

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"roleclaims/output/verdict"
)

// visitor is a browser without a window.
type visitor struct {
	t      *testing.T
	s      *started
	client *http.Client
}

// visit gets in by the start link.
func visit(t *testing.T, s *started) visitor {
	t.Helper()
	jar, err := cookiejar.New(nil)
	must(t, err)
	v := visitor{t, s, &http.Client{Jar: jar}}
	if status, body := v.do("GET", s.StartPath(), "", nil); status != http.StatusOK || !strings.Contains(body, `id="dock"`) {
		t.Fatalf("the start link gives %d", status)
	}
	return v
}

// do sends a request as our page does; change may make it another one.
func (v visitor) do(method, path, body string, change func(*http.Request)) (status int, answer string) {
	v.t.Helper()
	r, err := http.NewRequest(method, v.s.base+path, strings.NewReader(body))
	must(v.t, err)
	if method == "POST" {
		r.Header.Set("Origin", v.s.base)
		r.Header.Set("Content-Type", "application/json")
	}
	if change != nil {
		change(r)
	}
	response, err := v.client.Do(r)
	must(v.t, err)
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	must(v.t, err)
	if header := response.Header; header.Get("Access-Control-Allow-Origin") != "" || header.Get("X-Content-Type-Options") != "nosniff" ||
		!strings.Contains(header.Get("Content-Security-Policy"), "default-src 'none'") || header.Get("Cache-Control") != "no-store" {
		v.t.Errorf("%s %s answers with the headers %v", method, path, header)
	}
	return response.StatusCode, string(text)
}

const first = "0000000000000001"

func judge(id, verdict, more string) string {
	return fmt.Sprintf(`{"ids":[%q],"verdict":%q,"since":0%s}`, id, verdict, more)
}

func TestWhoGetsIn(t *testing.T) {
	s := serve(t, newRun(t, few), "ann")
	v := visit(t, s)
	stranger := visitor{t, s, &http.Client{}}
	header := func(name, value string) func(*http.Request) {
		return func(r *http.Request) { r.Header.Set(name, value) }
	}
	fine := judge(first, "confirmed", "")
	tests := []struct {
		name         string
		who          visitor
		method, path string
		body         string
		change       func(*http.Request)
		want         int
	}{
		{"the page", v, "GET", "/", "", nil, 200},
		{"by localhost", v, "GET", "/", "", func(r *http.Request) { r.Host = strings.Replace(r.Host, "127.0.0.1", "localhost", 1) }, 403}, // without its cookie
		{"by another name", v, "GET", "/", "", func(r *http.Request) { r.Host = "evil.example" }, 421},
		{"by another port", v, "GET", "/", "", func(r *http.Request) { r.Host = "127.0.0.1:1" }, 421},
		{"without the cookie", stranger, "GET", "/", "", nil, 403},
		{"state without the cookie", stranger, "GET", "/state", "", nil, 403},
		{"a verdict without the cookie", stranger, "POST", "/verdicts", fine, nil, 403},
		{"a wrong token", stranger, "GET", "/start?token=0123", "", nil, 403},
		{"no token", stranger, "GET", "/start", "", nil, 403},
		{"a verdict from another page", v, "POST", "/verdicts", fine, header("Origin", "http://evil.example"), 403},
		{"from another port", v, "POST", "/verdicts", fine, header("Origin", "http://127.0.0.1:1"), 403},
		{"from nowhere", v, "POST", "/verdicts", fine, func(r *http.Request) { r.Header.Del("Origin") }, 403},
		{"from a sandbox", v, "POST", "/verdicts", fine, header("Origin", "null"), 403},
		{"by a browser that says so", v, "POST", "/verdicts", fine, header("Sec-Fetch-Site", "cross-site"), 403},
		{"read by another page", v, "GET", "/state", "", header("Sec-Fetch-Site", "cross-site"), 403},
		{"asked before", v, "OPTIONS", "/verdicts", "", header("Origin", "http://evil.example"), 405},
		{"put", v, "PUT", "/verdicts", fine, nil, 405},
		{"a form", v, "POST", "/verdicts", fine, header("Content-Type", "text/plain"), 415},
		{"too large", v, "POST", "/verdicts", judge(first, "confirmed", `,"note":"`+strings.Repeat("n", maxBody)+`"`), nil, 413},
		{"large headers", v, "GET", "/", "", header("X", strings.Repeat("x", 64<<10)), 431},
		{"no JSON", v, "POST", "/verdicts", "ids=1", nil, 400},
		{"two of them", v, "POST", "/verdicts", fine + fine, nil, 400},
		{"unknown fields", v, "POST", "/verdicts", judge(first, "confirmed", `,"x":1`), nil, 400},
		{"nothing to judge", v, "POST", "/verdicts", `{"ids":[],"verdict":"confirmed"}`, nil, 400},
		{"an unknown contradiction", v, "POST", "/verdicts", judge("../x", "confirmed", ""), nil, 400},
		{"no verdict", v, "POST", "/verdicts", judge(first, "guilty", ""), nil, 400},
		{"no reason", v, "POST", "/verdicts", judge(first, "dismissed", ""), nil, 400},
		{"a long note", v, "POST", "/verdicts", judge(first, "unsure", `,"note":"`+strings.Repeat("n", 5000)+`"`), nil, 400},
		{"an unknown page", v, "GET", "/etc/passwd", "", nil, 404},
		{"a page above", v, "GET", "/finding/..%2f..%2frun.json", "", nil, 404},
		{"an unknown article", v, "GET", "/article?finding=" + first + "&doc=x", "", nil, 404},
		{"state since nowhere", v, "GET", "/state?since=x", "", nil, 400},
		{"state since later", v, "GET", "/state?since=999", "", nil, 200},
		{"a verdict", v, "POST", "/verdicts", fine, header("Sec-Fetch-Site", "same-origin"), 200},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.who.t = t
			if tt.name == "large headers" { // answered before any of ours
				r, err := http.NewRequest(tt.method, s.base+tt.path, nil)
				must(t, err)
				tt.change(r)
				response, err := tt.who.client.Do(r)
				must(t, err)
				defer response.Body.Close()
				equal(t, "status", tt.want, response.StatusCode)
				return
			}
			status, body := tt.who.do(tt.method, tt.path, tt.body, tt.change)
			if status != tt.want {
				t.Errorf("%s %s answers %d %.100q, want %d", tt.method, tt.path, status, body, tt.want)
			}
		})
	}
	if got := s.lines(t); len(got) != 1 {
		t.Errorf("the file has %d lines, want that of the one verdict that was taken", len(got))
	}
}

func TestTheCookieIsStrict(t *testing.T) {
	s := serve(t, newRun(t, few), "ann")
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	response, err := client.Get(s.base + s.StartPath())
	must(t, err)
	defer response.Body.Close()
	cookies := response.Cookies()
	if len(cookies) != 1 || !cookies[0].HttpOnly || cookies[0].SameSite != http.SameSiteStrictMode || cookies[0].Domain != "" {
		t.Errorf("cookies %v, want one that no script and no other site can use", cookies)
	}
	if other := serve(t, newRun(t, few), "ann"); other.token == s.token {
		t.Error("two starts have one token")
	}
}

func TestVerdictsAndUndo(t *testing.T) {
	s := serve(t, newRun(t, few), "ann")
	v := visit(t, s)
	ask := func(path, body string) stateReply {
		t.Helper()
		status, text := v.do("POST", path, body, nil)
		equal(t, path, 200, status)
		var reply stateReply
		must(t, json.Unmarshal([]byte(text), &reply))
		return reply
	}
	ask("/verdicts", judge(first, "dismissed", `,"reason":"other-scope","note":"of 2019"`))
	reply := ask("/verdicts", `{"ids":["`+first+`","0000000000000002","0000000000000002"],"verdict":"confirmed","since":1}`)
	equal(t, "judged at once, each once", 2, reply.Step)
	equal(t, "changed since", 2, len(reply.Judged))
	equal(t, "a note that is not sent stays", "of 2019", reply.Judged[first][0].Note)
	equal(t, "a note alone leaves the verdict", verdict.Confirmed, ask("/verdicts", judge(first, "", `,"note":""`)).Judged[first][0].Verdict)
	ask("/undo", `{}`)
	reply = ask("/undo", `{}`)
	equal(t, "back to the first", verdict.OtherScope, reply.Judged[first][0].Reason)
	equal(t, "and none", 0, len(reply.Judged["0000000000000002"]))
	equal(t, "lines", 1+2+1+1+2, len(s.lines(t)))
	ask("/undo", `{}`)
	equal(t, "nothing left", 0, ask("/undo", `{}`).Step)

	status, body := v.do("GET", "/finding/"+first, "", nil)
	if status != 200 || !strings.Contains(body, "<mark>writes the code every day</mark>") {
		t.Errorf("a finding answers %d %s", status, body)
	}
	_, body = v.do("GET", "/", "", nil)
	doc := s.findings[first].B.Quotes[0].Place.DocID
	_, article := v.do("GET", "/article?finding="+first+"&doc="+doc, "", nil)
	if !strings.Contains(article, `<mark class="b">does not write code</mark>`) || strings.Contains(article, "<script") || strings.Contains(article, "\u202e") {
		t.Errorf("the article is %s", article)
	}
	if strings.Contains(body, "\u202e") || bytes.Count([]byte(body), []byte("<script")) != 1 {
		t.Error("the page holds text that can run, or turn")
	}
}

// What was answered is on the disk, however the end comes.
func TestTheEndLosesNothing(t *testing.T) {
	s := serve(t, newRun(t, many(200)), "ann")
	v := visit(t, s)
	var kept atomic.Int64
	var wait sync.WaitGroup
	for tab := range 8 {
		wait.Go(func() {
			for i := range 25 {
				body := judge(fmt.Sprintf("%016x", tab*25+i+1), "confirmed", "")
				r, err := http.NewRequestWithContext(context.Background(), "POST", s.base+"/verdicts", strings.NewReader(body))
				if err != nil {
					t.Error(err)
					return
				}
				r.Header.Set("Origin", s.base)
				r.Header.Set("Content-Type", "application/json")
				response, err := v.client.Do(r)
				if err != nil {
					return // the end
				}
				response.Body.Close()
				if response.StatusCode == http.StatusOK {
					kept.Add(1)
				}
			}
		})
	}
	for kept.Load() < 40 {
		time.Sleep(time.Millisecond)
	}
	began := time.Now()
	must(t, s.stop())
	took := time.Since(began)
	wait.Wait()
	lines := s.lines(t)
	ids := map[string]bool{}
	for _, e := range lines {
		ids[e.Contradiction] = true
	}
	if int64(len(ids)) < kept.Load() {
		t.Errorf("%d verdicts were answered, the file has %d", kept.Load(), len(ids))
	}
	t.Logf("%d verdicts were answered before the end, which took %v; the file has %d", kept.Load(), took.Round(time.Millisecond), len(ids))
}

func TestCut(t *testing.T) {
	text := []rune("0123456789")
	got := cut(text, []mark{{1, 4, "a"}, {3, 6, "b"}, {8, 8, "a"}, {9, 99, "b"}})
	equal(t, "pieces", []piece{{"0", ""}, {"12", "a"}, {"3", "both"}, {"45", "b"}, {"6789", ""}}, got)
}
