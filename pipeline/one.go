package pipeline

import (
	"context"
	"fmt"
	"io"

	"roleclaims/corpus/read"
)

// AnalyzeOne takes the one page of an input its whole way, by the settings'
// word lists and rules, and writes nothing. Of settings it reads Inputs, which
// names one, Roles, Lexicon and Disable.
func AnalyzeOne(ctx context.Context, cfg Config, stdin io.Reader) (Analysis, error) {
	lex, err := LoadLexicon(cfg.Lexicon)
	if err != nil {
		return Analysis{}, err
	}
	analyzer, err := NewAnalyzer(lex, cfg.Roles, cfg.Disable)
	if err != nil {
		return Analysis{}, blame(err, cfg.Lexicon)
	}
	found, err := held(ctx, cfg, stdin)
	if err != nil {
		return Analysis{}, err
	}
	var pages []read.Input
	for input := range limited(found, 2) {
		pages = append(pages, input)
	}
	switch {
	case ctx.Err() != nil:
		return Analysis{}, ctx.Err()
	case len(pages) == 0:
		return Analysis{}, Misuse{fmt.Errorf("%s holds no article", cfg.Inputs[0])}
	case len(pages) > 1:
		return Analysis{}, Misuse{fmt.Errorf("%s holds several articles: name one file, or give one line of a .jsonl file on standard input", cfg.Inputs[0])}
	case pages[0].Reject != nil:
		return Analysis{Reject: pages[0].Reject}, nil
	}
	return analyzer.Analyze(pages[0].Page), nil
}
