package pipeline

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"iter"

	"roleclaims/corpus"
	"roleclaims/corpus/fetch"
	"roleclaims/corpus/read"
)

// storeEnding follows the name of the output folder in that of the store of
// fetched pages, where none is named.
const storeEnding = ".pages"

// FetchConfig says what to fetch, how, and where to keep it.
type FetchConfig struct {
	Inputs []string     // addresses, and whatever names addresses; none goes on with what the store was asked for
	Store  string       // folder
	Fetch  fetch.Config // manners
}

// Fetch fetches what inputs name into a store. Of inputs that hold pages
// themselves, files, it returns the count: they need no fetching. A Misuse is
// the user's to mend; when ctx ends, the error is that of ctx and what was
// fetched is kept.
func Fetch(ctx context.Context, cfg FetchConfig, opts Options) (summary *fetch.Summary, files int, err error) {
	if cfg.Store == "" {
		return nil, 0, Misuse{errors.New("no store: name a folder with --out STORE")}
	}
	if err := cfg.Fetch.Validate(); err != nil {
		return nil, 0, Misuse{err}
	}
	var links []read.Link
	if len(cfg.Inputs) > 0 {
		if links, files, err = addresses(ctx, cfg.Inputs, opts.Stdin); err != nil {
			return nil, 0, err
		}
	} else if !fetch.IsStore(cfg.Store) {
		return nil, 0, Misuse{errors.New("no input: give addresses, or files that list them")}
	}
	store, err := fetch.Open(cfg.Store)
	if err != nil {
		return nil, 0, Misuse{err}
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	if len(cfg.Inputs) == 0 {
		links = askedAgain(store.Asks())
	}
	summary, err = fetch.Crawl(ctx, store, links, cfg.Fetch, opts.fetching())
	return summary, files, err
}

// addresses returns the addresses that inputs name. What can't be read is a
// Misuse, since there is no run to keep it in.
func addresses(ctx context.Context, inputs []string, stdin io.Reader) (links []read.Link, files int, err error) {
	found, err := read.Find(inputs)
	if err != nil {
		return nil, 0, Misuse{err}
	}
	for input := range found.Pages(ctx, stdin) {
		switch {
		case input.Link != nil:
			links = append(links, *input.Link)
		case input.Reject == nil:
			files++
		case input.Reject.Reason != "duplicate-uri":
			return nil, 0, Misuse{fmt.Errorf("%s: %s: %s", input.Reject.URI, input.Reject.Reason, input.Reject.Detail)}
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, 0, err
	}
	if len(links) == 0 {
		return nil, 0, Misuse{errors.New("the inputs name no address: there is nothing to fetch")}
	}
	return links, files, nil
}

// askedAgain returns the addresses that a store was given, without those that
// links led to.
func askedAgain(asks []fetch.Ask) []read.Link {
	var links []read.Link
	for _, ask := range asks {
		if ask.Depth == 0 {
			links = append(links, read.Link{URL: ask.URL, Kind: read.Auto, Meta: ask.Meta})
		}
	}
	return links
}

// fetching returns what a crawl needs of the options.
func (o Options) fetching() fetch.Options {
	return fetch.Options{Version: Version, Log: o.Log, Progress: o.Fetching}
}

// took passes on the pages of inputs and keeps the addresses, which are
// fetched when all inputs were read. A page with the uri of an earlier one is a
// reject: of two documents with one uri, neither could be told apart.
func (r *run) took(inputs iter.Seq[read.Input]) iter.Seq[read.Input] {
	return func(yield func(read.Input) bool) {
		for input := range inputs {
			if input.Link != nil {
				r.links = append(r.links, *input.Link)
				continue
			}
			if input.Reject == nil {
				key := sha256.Sum256([]byte(input.Page.URI))
				if r.seen[key] {
					input = read.Input{File: input.File, Reject: repeatedURI(input.Page.URI)}
				}
				r.seen[key] = true
			}
			if !yield(input) {
				return
			}
		}
	}
}

// repeatedURI is the reject of a page whose uri an earlier one has.
func repeatedURI(uri string) *corpus.Reject {
	return &corpus.Reject{URI: uri, Stage: corpus.StageRead, Reason: "duplicate-uri", Detail: "an earlier page has this uri"}
}

// fetched returns the pages that the run's addresses lead to, fetched now or
// before, and those of the stores among the inputs.
func (r *run) fetched(ctx context.Context) (iter.Seq[read.Input], error) {
	var pages []iter.Seq[read.Input]
	for _, dir := range r.stores {
		store, err := fetch.View(dir)
		if err != nil {
			return nil, Misuse{err}
		}
		pages = append(pages, store.Pages(store.Asks()))
		r.robotsIgnored = append(r.robotsIgnored, store.RobotsIgnored()...)
	}
	if len(r.links) > 0 {
		store, err := r.crawl(ctx)
		if err != nil {
			return nil, err
		}
		pages = append(pages, store.Pages(r.summary.Fetched.Asks))
		r.robotsIgnored = append(r.robotsIgnored, store.RobotsIgnored()...)
	}
	return joined(pages), nil
}

// crawl fetches the run's addresses, and returns the store that holds them.
func (r *run) crawl(ctx context.Context) (_ *fetch.Store, err error) {
	if err := r.cfg.Fetch.Validate(); err != nil {
		return nil, Misuse{err}
	}
	dir := r.cfg.StoreDir()
	store, err := fetch.Open(dir)
	if err != nil {
		return nil, Misuse{err}
	}
	r.summary.Store = dir
	r.summary.Fetched, err = fetch.Crawl(ctx, store, r.links, r.cfg.Fetch, r.opts.fetching())
	if err := errors.Join(err, store.Close()); err != nil {
		return nil, err
	}
	return fetch.View(dir)
}
