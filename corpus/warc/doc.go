// Package warc reads and writes web archives (WARC/1.0 and 1.1), plain or with
// one gzip member a record. It is the only door to the library for them, and
// keeps from it what strangers' archives could do: a record over a limit is
// skipped, a damaged one costs itself alone, and a body never unpacks without
// bound. It does not fetch and does not know what pages say.
package warc
