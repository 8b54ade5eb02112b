// Package fetch loads pages from the web as a well-behaved crawler does, and
// keeps what came for ever: a store of WARC files with a journal, so that a
// page is never fetched twice and a killed crawl goes on where it was. It is
// the only package that opens connections. It does not read what pages say,
// but for the links that it is told to follow.
//
// A host is asked one thing at a time, with a pause between; robots.txt is
// obeyed; only public addresses are asked. A redirect is no part of a request:
// its target is a request of its own, with all checks of its own. Every
// request that was answered stands in the journal before the next one to its
// host goes out.
package fetch
