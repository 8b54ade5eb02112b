package fetch

import (
	"bytes"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/jimsmart/grobotstxt"

	"roleclaims/corpus/warc"
)

// robotsAge is how long a robots.txt holds.
const robotsAge = 24 * time.Hour

// rules are what a site's robots.txt says to us.
type rules struct {
	text  string
	deny  string        // why nothing may be asked, whatever the text, for people; "" if the text decides
	why   Outcome       // the same as an outcome
	delay time.Duration // Crawl-delay, 0 for none
	wild  int           // bytes of the lines with a wildcard
}

// maxCompare bounds the work of comparing an address with the rules: the bytes
// of rules with wildcards times those of the address. Rules of people are a
// thousandth of it; hostile ones would take minutes an address.
const maxCompare = 50 << 20

// robotsURL returns where the rules for an address stand.
func robotsURL(u *url.URL) *url.URL {
	return &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}
}

// allows reports whether an address may be asked. Rules that cost too much to
// compare forbid it.
func (r *rules) allows(u *url.URL) bool {
	return r.deny == "" && r.wild*len(u.RequestURI()) <= maxCompare && grobotstxt.AgentAllowed(r.text, agentName, u.String())
}

// rulesOf returns the rules that follow from the last answer on the way to a
// robots.txt, by RFC 9309: what is not there forbids nothing, what can't be
// had forbids all. A site that wants to be asked less often is not asked. The
// body is that of the answer, as it was sent.
func rulesOf(e *Entry, answer *warc.Answer) *rules {
	switch e.Outcome {
	case GotRobots, GotPage, NotModified:
		var text bytes.Buffer
		// What was cut off at the limit is not unpacked to its end.
		_ = warc.Unpack(&text, bytes.NewReader(answer.Body), answer.Header.Get("Content-Encoding"), maxRobots)
		return parseRobots(text.Bytes())
	case NotFound, Forbidden, HTTPError, BadRedirect, TooManyRedirects, RedirectLoop:
		return &rules{}
	}
	return &rules{why: RobotsUnreachable, deny: fmt.Sprintf("robots.txt: %s: %s", e.Outcome, e.Detail)}
}

// parseRobots reads a robots.txt.
func parseRobots(text []byte) *rules {
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	if len(text) > maxRobots {
		text = text[:maxRobots]
	}
	r := &rules{text: string(text)}
	for _, line := range strings.FieldsFunc(r.text, func(c rune) bool { return c == '\n' || c == '\r' }) {
		if strings.Contains(line, "*") {
			r.wild += len(line)
		}
	}
	var reader delayReader
	grobotstxt.Parse(r.text, &reader)
	r.delay = reader.delay()
	return r
}

// delayReader finds the Crawl-delay for us in a robots.txt, which the library
// reads but does not interpret: that of the groups that name us, else that of
// the groups for all.
type delayReader struct {
	inGroup   bool // a rule was read since the last User-agent line
	ours, all bool // whom the group is for
	named     bool // a group names us
	our, any  time.Duration
}

// delay returns the one that holds.
func (d *delayReader) delay() time.Duration {
	if d.named {
		return d.our
	}
	return d.any
}

// HandleUserAgent begins a group, or adds to whom it is for.
func (d *delayReader) HandleUserAgent(_ int, value string) {
	if d.inGroup {
		d.inGroup, d.ours, d.all = false, false, false
	}
	name := strings.TrimSpace(value)
	if end := strings.IndexFunc(name, notOfName); end >= 0 && name != "*" {
		name = name[:end]
	}
	switch {
	case name == "*":
		d.all = true
	case strings.EqualFold(name, agentName):
		d.ours, d.named = true, true
	}
}

// notOfName reports whether a character ends the name of a crawler.
func notOfName(c rune) bool {
	return !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '-' || c == '_')
}

// HandleUnknownAction takes the lines that RFC 9309 has no rule for, Crawl-delay
// among them.
func (d *delayReader) HandleUnknownAction(_ int, action, value string) {
	if !strings.EqualFold(strings.TrimSpace(action), "crawl-delay") {
		return
	}
	d.inGroup = true
	seconds, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
	if err != nil || !(seconds > 0) {
		return
	}
	delay := time.Duration(min(seconds, robotsAge.Seconds()) * float64(time.Second))
	if d.ours {
		d.our = max(d.our, delay)
	}
	if d.all {
		d.any = max(d.any, delay)
	}
}

// HandleAllow is a rule.
func (d *delayReader) HandleAllow(int, string) { d.inGroup = true }

// HandleDisallow is a rule.
func (d *delayReader) HandleDisallow(int, string) { d.inGroup = true }

// HandleRobotsStart is of no interest.
func (*delayReader) HandleRobotsStart() {}

// HandleRobotsEnd is of no interest.
func (*delayReader) HandleRobotsEnd() {}

// HandleSitemap is of no interest.
func (*delayReader) HandleSitemap(int, string) {}
