package pipeline

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"iter"

	"roleclaims/output"
)

// WriteClaims writes articles with their claims and records, which were made
// elsewhere, as a run in dir, absent or empty. Nothing in it is compared:
// it has neither copies nor contradictions, until Merge finds them. Equal
// articles give equal bytes, since the manifest tells no time. A Misuse is the
// user's to mend.
func WriteClaims(ctx context.Context, dir string, articles iter.Seq2[Analysis, error]) (err error) {
	lex, err := LoadLexicon("")
	if err != nil {
		return err
	}
	draft, err := output.Create(ctx, dir, false)
	if err != nil {
		return Misuse{err}
	}
	defer func() { err = errors.Join(err, draft.Abort()) }()
	var inputs digest
	for a, err := range articles {
		if err = errors.Join(err, ctx.Err()); err != nil {
			return err
		}
		if err := draft.Add(a.Document, &a.Claims, slots(a.Records)); err != nil {
			return err
		}
		inputs.add(sha256.Sum256(fmt.Appendf(nil, "%s %v", a.Document.ID, a.Records)))
	}
	config, err := json.Marshal(results{})
	if err != nil {
		return fmt.Errorf("manifest: %w", err)
	}
	_, err = draft.Commit(output.Manifest{Tool: tool(), Lexicon: lex.Digest(), Inputs: inputs.String(), Config: config})
	return err
}
