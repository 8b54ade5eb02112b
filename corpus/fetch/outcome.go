package fetch

// Outcome is how a request, or what was to be one, came out: a short stable
// word, the reason of a reject where there is no page.
type Outcome string

// The outcomes that leave something in the store.
const (
	GotPage     Outcome = "page"         // stored
	NotModified Outcome = "not-modified" // the page that is stored still holds
	Redirected  Outcome = "redirect"     // to an address that is asked in its turn
	GotRobots   Outcome = "robots"       // a robots.txt, stored
)

// The outcomes of requests that were answered badly or not at all.
const (
	NotFound    Outcome = "not-found"    // 404 or 410
	Forbidden   Outcome = "forbidden"    // 401, 403, 407 or 451
	HTTPError   Outcome = "http-error"   // another status that is no success
	ServerError Outcome = "server-error" // 5xx or 408, still so after all retries
	Overloaded  Outcome = "overloaded"   // 429 or 503, still so after all retries
	Timeout     Outcome = "timeout"      // the answer took too long
	Unreachable Outcome = "unreachable"  // no such host, or no connection
	CutShort    Outcome = "cut-short"    // the answer broke off
	Damaged     Outcome = "damaged"      // the body can't be unpacked
	TooLarge    Outcome = "too-large"    // over the limit, or a bomb
	BadType     Outcome = "bad-type"     // no text
	BadRedirect Outcome = "bad-redirect" // to nowhere, or to what is no web address
)

// The outcomes for which no request was made.
const (
	BadURL            Outcome = "bad-url"
	RobotsDenied      Outcome = "robots-denied"      // robots.txt forbids the page
	RobotsUnreachable Outcome = "robots-unreachable" // so all must be taken as forbidden
	PrivateAddress    Outcome = "private-address"    // the host is not on the public internet
	HostPaused        Outcome = "host-paused"        // it asked for a longer pause than we wait
)

// The outcomes of chains of redirects.
const (
	TooManyRedirects Outcome = "too-many-redirects"
	RedirectLoop     Outcome = "redirect-loop"
	NotFetched       Outcome = "not-fetched" // the crawl ended before
)

// stored reports whether there is a page.
func (o Outcome) stored() bool { return o == GotPage || o == NotModified }

// refused reports whether no request was made: other settings may decide
// otherwise, so that it is decided anew each time.
func (o Outcome) refused() bool {
	switch o {
	case BadURL, RobotsDenied, RobotsUnreachable, PrivateAddress, HostPaused:
		return true
	}
	return false
}

// passing reports whether the same request may come out otherwise a little
// later.
func (o Outcome) passing() bool {
	switch o {
	case ServerError, Overloaded, Timeout, Unreachable, CutShort:
		return true
	}
	return false
}
