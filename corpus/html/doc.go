// Package html turns a web page into canonical text with blocks: readability
// picks the region of the article, which is widened where it misses most of the
// page's text, and a walk of the original tree inside that region makes the
// blocks, so that headings, lists and tables keep their structure. It does not
// fetch anything, does not run scripts, and does not judge the language or the
// worth of a page.
package html
