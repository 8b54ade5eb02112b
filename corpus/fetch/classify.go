package fetch

import (
	"bytes"
	"fmt"
	"mime"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"roleclaims/corpus/warc"
)

// wantPage says which bodies are read when a page is asked for: those of
// success, of a type that may be an article or a list of them.
func wantPage(status int, contentType string) Outcome {
	if outcome := byStatus(status); outcome != GotPage {
		return outcome
	}
	if kind := mediaType(contentType); kind != "" && kind != "application/octet-stream" && !readable(kind) {
		return BadType
	}
	return ""
}

// wantRobots says the same of a robots.txt.
func wantRobots(status int, _ string) Outcome {
	if outcome := byStatus(status); outcome != GotPage {
		return outcome
	}
	return ""
}

// mediaType returns the type that a header names, without parameters.
func mediaType(contentType string) string {
	kind, _, err := mime.ParseMediaType(contentType)
	if err != nil {
		kind, _, _ = strings.Cut(contentType, ";")
	}
	return strings.ToLower(strings.TrimSpace(kind))
}

// readable reports whether a media type may be an article, or a list of
// articles.
func readable(kind string) bool {
	switch kind {
	case "text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/x-markdown",
		"text/xml", "application/xml", "application/rss+xml", "application/atom+xml", "application/rdf+xml",
		"application/gzip", "application/x-gzip": // sitemaps are gzipped files
		return true
	}
	return false
}

// byStatus names the outcome of an answer by its status alone; GotPage is that
// of success.
func byStatus(status int) Outcome {
	switch status {
	case http.StatusOK, http.StatusNonAuthoritativeInfo:
		return GotPage
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		return Redirected
	case http.StatusNotModified:
		return NotModified
	case http.StatusNotFound, http.StatusGone:
		return NotFound
	case http.StatusUnauthorized, http.StatusForbidden, http.StatusProxyAuthRequired, http.StatusUnavailableForLegalReasons:
		return Forbidden
	case http.StatusTooManyRequests, http.StatusServiceUnavailable:
		return Overloaded
	case http.StatusRequestTimeout, http.StatusTooEarly:
		return ServerError
	}
	if status >= 500 {
		return ServerError
	}
	return HTTPError
}

// judge fills an entry with what was answered, and returns the record to keep
// of it, nil for none. Before is the page that was asked for on condition.
func judge(e *Entry, u *url.URL, got *response, w want) *warc.Record {
	e.Status = got.status
	e.Type = clip(got.header.Get("Content-Type"))
	e.Outcome = w.body(got.status, e.Type)
	if e.Outcome == "" {
		e.Outcome = GotPage
		if w.robots {
			e.Outcome = GotRobots
		}
	}
	switch e.Outcome {
	case GotPage, GotRobots:
		return judgeBody(e, got, w)
	case NotModified:
		return judgeUnchanged(e, got, w.before)
	case Redirected:
		location := got.header.Get("Location")
		to, err := target(u, location)
		if location == "" || err != nil {
			e.Outcome, e.Detail = BadRedirect, fmt.Sprintf("to %.200q", location)
			return nil
		}
		e.Location = to.String()
		return answered(e, got, warc.Response)
	case BadType:
		e.Detail = fmt.Sprintf("%.100q is no text", e.Type)
	default:
		e.Detail = strings.TrimSpace(fmt.Sprintf("%d %s", got.status, http.StatusText(got.status)))
	}
	return nil
}

// judgeBody judges a body that was read.
func judgeBody(e *Entry, got *response, w want) *warc.Record {
	if outcome := failed(got.failure); got.failure != nil && (!w.robots || outcome.passing()) {
		e.Outcome, e.Detail = outcome, clip(got.failure.Error())
		return nil
	}
	if kind := mediaType(e.Type); !w.robots && (kind == "" || kind == "application/octet-stream") {
		e.Type = http.DetectContentType(got.head)
		if kind := mediaType(e.Type); !readable(kind) {
			e.Outcome, e.Detail = BadType, "looks like "+kind
			return nil
		}
	}
	e.ETag, e.LastModified = validator(got.header.Get("ETag")), validator(got.header.Get("Last-Modified"))
	e.Bytes, e.Digest = int64(len(got.body)), warc.Digest(got.body)
	if b := w.before; b != nil && b.Digest == e.Digest && b.Outcome.stored() {
		e.Outcome, e.Page = NotModified, b.body()
		return answered(e, got, warc.Revisit)
	}
	return answered(e, got, warc.Response)
}

// validator returns a header that is to be sent back, unless it is too long to
// be kept.
func validator(header string) string {
	if len(header) > maxText {
		return ""
	}
	return header
}

// judgeUnchanged takes over what is known of the page from before.
func judgeUnchanged(e *Entry, got *response, before *Entry) *warc.Record {
	if before == nil {
		e.Outcome, e.Detail = HTTPError, "304 to a request without condition"
		return nil
	}
	e.Type, e.ETag, e.LastModified = before.Type, before.ETag, before.LastModified
	e.Bytes, e.Digest, e.Page = before.Bytes, before.Digest, before.body()
	return answered(e, got, warc.Revisit)
}

// The profiles of records that repeat an earlier one.
const (
	sameDigest  = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
	notModified = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
)

// answered makes the record of an answer. The headers are those sent, but for
// their order and for what belongs to the connection.
func answered(e *Entry, got *response, kind string) *warc.Record {
	var block bytes.Buffer
	fmt.Fprintf(&block, "HTTP/1.1 %d %s\r\n", got.status, http.StatusText(got.status))
	if err := got.header.Write(&block); err != nil {
		panic(err) // memory takes all
	}
	block.WriteString("\r\n")
	record := &warc.Record{
		Type: kind, URI: e.URL, Date: e.At.UTC().Format(time.RFC3339Nano),
		Other: map[string]string{"Content-Type": "application/http; msgtype=response"},
	}
	if e.Outcome == Redirected && got.header.Get("Content-Length") != "0" {
		record.Other["WARC-Truncated"] = "unspecified" // its body was not read
	}
	if got.remote.IsValid() {
		record.Other["WARC-IP-Address"] = got.remote.String()
	}
	if e.Digest != "" {
		record.Other["WARC-Payload-Digest"] = e.Digest
	}
	switch {
	case kind == warc.Revisit && got.status == http.StatusNotModified:
		record.Other["WARC-Profile"] = notModified
	case kind == warc.Revisit:
		record.Other["WARC-Profile"] = sameDigest
	default:
		block.Write(got.body)
	}
	record.Block = block.Bytes()
	return record
}

// retryAfter returns how long a host wants to be left alone, 0 where it does
// not say.
func retryAfter(header http.Header, now time.Time) time.Duration {
	value := strings.TrimSpace(header.Get("Retry-After"))
	if seconds, err := strconv.ParseUint(value, 10, 31); err == nil {
		return time.Duration(seconds) * time.Second
	}
	if at, err := http.ParseTime(value); err == nil && at.After(now) {
		return at.Sub(now)
	}
	return 0
}
