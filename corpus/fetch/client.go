package fetch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptrace"
	"net/netip"
	"time"

	"code.dny.dev/ssrf"

	"roleclaims/corpus/warc"
)

// Limits of what a server may send beside a page.
const (
	maxHeaders = 64 << 10
	maxRobots  = 500 << 10 // of a robots.txt; what follows is not read
)

// maxDial is how long a connection may take: hosts that are gone would else
// hold up those that are there.
const maxDial = 10 * time.Second

// client sends single requests: it follows no redirect, keeps no cookie, and
// uses no proxy, which would resolve names past our checks.
type client struct {
	http  *http.Transport
	agent string
	cfg   Config
}

// newClient makes a client by settings that were validated.
func newClient(cfg Config, version string) *client {
	allowed, _ := cfg.prefixes()
	v4, v6 := []netip.Prefix{}, []netip.Prefix{}
	for _, prefix := range allowed {
		if prefix.Addr().Is4() {
			v4 = append(v4, prefix)
		} else {
			v6 = append(v6, prefix)
		}
	}
	guard := ssrf.New(ssrf.WithAnyPort(), ssrf.WithAllowedV4Prefixes(v4...), ssrf.WithAllowedV6Prefixes(v6...))
	// The guard is asked about the address that is dialled, so no name can hide it.
	dialer := &net.Dialer{Timeout: min(cfg.Timeout, maxDial), Control: guard.Safe}
	return &client{
		http: &http.Transport{
			DialContext:            dialer.DialContext,
			ForceAttemptHTTP2:      true,
			DisableCompression:     true, // bodies are kept as they were sent
			DisableKeepAlives:      true, // on a connection used before, a request that fails is sent again at once
			TLSHandshakeTimeout:    cfg.Timeout,
			MaxResponseHeaderBytes: maxHeaders,
		},
		agent: userAgent(cfg, version),
		cfg:   cfg,
	}
}

// agentName is what robots.txt calls us.
const agentName = "roleclaims"

// userAgent says who asks, and how to reach them.
func userAgent(cfg Config, version string) string {
	return fmt.Sprintf("%s/%s (+%s)", agentName, version, cfg.Contact)
}

// response is an answer that was read to its end, as far as it was wanted.
type response struct {
	status  int
	header  http.Header
	body    []byte     // as sent, packed or not
	head    []byte     // first bytes of the unpacked body, for a look at what it is
	failure error      // why the body is not whole; nil if it is, or was not wanted
	remote  netip.Addr // who answered
}

// want says what of an answer is read.
type want struct {
	robots bool                               // cut at the size of a robots.txt, whatever it is
	body   func(status int, t string) Outcome // "" if a body with this header Content-Type is to be read
	before *Entry                             // ask on condition that the page has changed; nil asks for all
}

// get sends one request. The error is of a request that got no answer.
func (c *client) get(ctx context.Context, address string, w want) (*response, error) {
	ctx, cancel := context.WithTimeout(ctx, c.cfg.Timeout)
	defer cancel()
	var remote netip.Addr
	ctx = httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{GotConn: func(info httptrace.GotConnInfo) {
		if tcp, ok := info.Conn.RemoteAddr().(*net.TCPAddr); ok {
			remote = tcp.AddrPort().Addr().Unmap()
		}
	}})
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	c.setHeaders(request.Header, w.before)
	answer, err := c.http.RoundTrip(request)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	got := &response{status: answer.StatusCode, header: answer.Header, remote: remote}
	if w.body(got.status, got.header.Get("Content-Type")) == "" {
		c.readBody(got, answer.Body, w.robots)
	}
	return got, nil
}

// setHeaders says who we are and what we read.
func (c *client) setHeaders(header http.Header, before *Entry) {
	header.Set("User-Agent", c.agent)
	header.Set("Accept", "text/html, application/xhtml+xml, text/plain;q=0.9, text/markdown;q=0.9, application/xml;q=0.8, */*;q=0.1")
	header.Set("Accept-Language", "en, *;q=0.5")
	header.Set("Accept-Encoding", "gzip")
	if before == nil {
		return
	}
	if before.ETag != "" {
		header.Set("If-None-Match", before.ETag)
	}
	if before.LastModified != "" {
		header.Set("If-Modified-Since", before.LastModified)
	}
}

// readBody reads a body as it was sent, and unpacks it on the way to see that
// it can be and stays within the limit; what is over it is given up at once.
func (c *client) readBody(got *response, body io.Reader, robots bool) {
	limit := c.cfg.MaxBytes
	if robots {
		limit = maxRobots
		body = io.LimitReader(body, limit)
	}
	var sent bytes.Buffer
	look := &prefix{most: 512}
	got.failure = warc.Unpack(look, io.TeeReader(body, &sent), got.header.Get("Content-Encoding"), limit)
	got.body, got.head = sent.Bytes(), look.bytes
}

// prefix keeps the first bytes that are written to it.
type prefix struct {
	most  int
	bytes []byte
}

// Write keeps what there is room for.
func (p *prefix) Write(b []byte) (int, error) {
	p.bytes = append(p.bytes, b[:min(len(b), p.most-len(p.bytes))]...)
	return len(b), nil
}

// failed names the outcome of a request that got no answer, or half of one.
func failed(err error) Outcome {
	var network net.Error
	switch {
	case errors.Is(err, ssrf.ErrProhibitedIP), errors.Is(err, ssrf.ErrProhibitedNetwork), errors.Is(err, ssrf.ErrInvalidHostPort):
		return PrivateAddress
	case errors.Is(err, warc.ErrTooLarge):
		return TooLarge
	case errors.Is(err, warc.ErrDamaged):
		return Damaged
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &network) && network.Timeout():
		return Timeout
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return CutShort
	}
	return Unreachable
}

// private reports whether an address is not on the public internet.
func private(ip netip.Addr) bool {
	return !ip.IsValid() || ssrf.New(ssrf.WithAnyPort()).SafeAddr(ip) != nil
}
