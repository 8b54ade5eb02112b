// Package fidelity measures how much of the articles on web pages comes through
// corpus/html, and how much else: on folders in the layout of the public
// article extraction benchmark (html/ID.html.gz and ground-truth.json), by that
// benchmark's shingles, and by the elements that survive. It does not judge
// meta data, and of Markdown and text, which come whole, it knows nothing.
package fidelity
