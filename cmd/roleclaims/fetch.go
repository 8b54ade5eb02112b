package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"roleclaims/corpus/fetch"
	"roleclaims/pipeline"
)

// registerManners adds the flags that say how to fetch; the defaults are those
// of a good guest.
func registerManners(flags *pflag.FlagSet, c *fetch.Config) {
	*c = fetch.Default()
	flags.StringVar(&c.Contact, "contact", "", "`ADDRESS` of mail or web where site owners can reach you; it stands in the User-Agent (required to fetch)")
	flags.IntVar(&c.Depth, "depth", 0, "follow links `N` steps from the addresses given")
	flags.BoolVar(&c.SameSite, "same-site", false, "follow only links that stay on the site of their page")
	flags.IntVar(&c.MaxPages, "max-pages", c.MaxPages, "follow links to at most `N` pages of a host")
	flags.DurationVar(&c.MaxAge, "max-age", 0, "ask again, on condition, for stored pages older than this `TIME`: 720h; 0 never does")
	flags.BoolVar(&c.RetryFailed, "retry-failed", false, "ask again for what failed before")
	flags.DurationVar(&c.Delay, "delay", c.Delay, "least `TIME` between two requests to a host; a second at least, but for hosts of your own")
	flags.DurationVar(&c.MaxCrawlDelay, "max-crawl-delay", c.MaxCrawlDelay, "obey a host's Crawl-delay up to this `TIME`")
	flags.DurationVar(&c.MaxPause, "max-pause", c.MaxPause, "wait for a host that asks for a pause up to this `TIME`; one that wants more is left alone")
	flags.DurationVar(&c.Timeout, "timeout", c.Timeout, "`TIME` for one request")
	flags.IntVar(&c.Retries, "retries", c.Retries, "send a request that failed in a way that may pass `N` times again")
	flags.IntVar(&c.Connections, "connections", c.Connections, "ask `N` hosts at a time, one request each")
	flags.StringVar(&c.AllowPrivate, "allow-private", "", "also ask hosts off the public internet, all or those in `NETWORKS`: --allow-private=10.1.0.0/16")
	flags.Lookup("allow-private").NoOptDefVal = fetch.AllPrivate
	flags.StringVar(&c.IgnoreRobots, "ignore-robots", "", "don't ask for robots.txt, for a `REASON` that run.json keeps: 'the site is our own'")
}

// fetchSettings are the flags of the fetch command as typed.
type fetchSettings struct {
	store      string
	manners    fetch.Config
	strict     bool
	json       bool
	configFile string
	talk       talk
}

func newFetch(t terminal, env func(string) (string, bool)) *cobra.Command {
	var s fetchSettings
	cmd := &cobra.Command{
		Use:   "fetch [INPUT...] --out STORE",
		Short: "Fetch pages from the web, politely, and keep them",
		Long: `Fetch loads pages from the web into a store: a folder of web archives (WARC) and a
journal. roleclaims run STORE analyses them, as often as you like, without fetching
again.

An INPUT is an address, or a file that lists addresses: a list (.urls, .txt), a sitemap
or feed (.xml, .rss, .atom), a table (.csv, .tsv) or .jsonl with a column url, or - for
standard input. The address of a sitemap or feed stands for the pages that it lists.
Without INPUT a store that is there is gone on with.

A host is asked one thing at a time, with pauses of a second, or as long as it takes to
answer, or as it asks for; robots.txt is obeyed; only public addresses are asked. What
the store holds is not asked for again. A fetch that was stopped or killed goes on
where it was when it is started again.

Exit codes: 0 done; 2 wrong use; 3 some addresses gave no page, with --strict; 4 the
machine or the program failed; 130 interrupted.`,
		Example: `  roleclaims fetch https://example.org/cto-vs-vp --contact me@example.org --out pages
  roleclaims fetch list.urls https://example.org/sitemap.xml --contact me@example.org --out pages
  roleclaims run pages --out out`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := load(cmd.Flags(), env, &s.configFile); err != nil {
				return fmt.Errorf("%w; see %s --help", err, cmd.CommandPath())
			}
			return fetchOnce(cmd.Context(), s, args, t, env)
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVarP(&s.store, "out", "o", "", "`STORE`, a folder, to keep the pages in (required)")
	registerManners(flags, &s.manners)
	flags.BoolVar(&s.strict, "strict", false, "exit with 3 if an address gave no page")
	flags.BoolVar(&s.json, "json", false, "print a summary object on standard output")
	registerConfig(flags, &s.configFile)
	s.talk.register(flags)
	return cmd
}

// fetchOnce fetches and says what came.
func fetchOnce(ctx context.Context, s fetchSettings, inputs []string, t terminal, env func(string) (string, bool)) error {
	bar := newProgress(t.err, onTerminal(t.err))
	cfg := pipeline.FetchConfig{Inputs: inputs, Store: s.store, Fetch: s.manners}
	summary, files, err := pipeline.Fetch(ctx, cfg, pipeline.Options{Stdin: t.in, Log: s.talk.logger(t.err), Fetching: bar.fetched})
	bar.done()
	if summary != nil {
		writeFetched(t.err, summary, s.talk.style(t.err, env))
	}
	switch {
	case summary != nil && errors.Is(err, context.Canceled):
		return outcome{exitInterrupted, fmt.Sprintf("interrupted; what was fetched is kept, and the same command goes on in %s", s.store)}
	case err != nil:
		return classify(err)
	}
	if files > 0 {
		fmt.Fprintf(t.err, "%s of the inputs %s no fetching: give them to roleclaims run\n", count(files, "page"), plural(files, "needs", "need"))
	}
	if s.json {
		if err := writeJSON(t.out, summary); err != nil {
			return internalError{fmt.Errorf("summary: %w", err)}
		}
	}
	if failed := summary.Addresses - summary.Outcomes[fetch.GotPage] - summary.Outcomes[fetch.NotModified]; s.strict && failed > 0 {
		return outcome{exitRejects, fmt.Sprintf("%d of the addresses gave no page (--strict)", failed)}
	}
	return nil
}

// writeFetched tells a person what was fetched, what was there, and what
// failed how.
func writeFetched(w io.Writer, s *fetch.Summary, c style) {
	say := func(head, format string, args ...any) {
		fmt.Fprintf(w, "%s%-9s%s %s\n", c.bold, head, c.off, fmt.Sprintf(format, args...))
	}
	say("fetched", "%s (%s) by %s", count(s.Pages, "page"), size(s.Bytes), count(s.Requests, "request"))
	if s.Kept > 0 {
		say("", "%s before", plural(s.Kept, "1 was in the store", "%d were in the store"))
	}
	failures := maps.Clone(s.Outcomes)
	delete(failures, fetch.GotPage)
	delete(failures, fetch.NotModified)
	if len(failures) > 0 {
		var parts []string
		for _, outcome := range slices.Sorted(maps.Keys(failures)) {
			parts = append(parts, fmt.Sprintf("%d %s", failures[outcome], outcome))
		}
		say("no page", "%s", strings.Join(parts, ", "))
	}
	if s.Passing > 0 {
		say("", "%s in a way that may pass: try again with --retry-failed", plural(s.Passing, "1 failed", "%d failed"))
	}
	if s.Skipped > 0 {
		say("skipped", "%s over --max-pages of a host", count(s.Skipped, "link"))
	}
}

// size writes a number of bytes as people read it.
func size(bytes int64) string {
	switch {
	case bytes >= 1e9:
		return fmt.Sprintf("%.1f GB", float64(bytes)/1e9)
	case bytes >= 1e6:
		return fmt.Sprintf("%.1f MB", float64(bytes)/1e6)
	case bytes >= 1e3:
		return fmt.Sprintf("%.1f kB", float64(bytes)/1e3)
	}
	return fmt.Sprintf("%d B", bytes)
}
