package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"roleclaims/output"
)

func newScore(out io.Writer) *cobra.Command {
	return &cobra.Command{
		Use:   "score MADE RUN",
		Short: "Count what a run found of what claims planted",
		Long: `Score counts which of the contradictions that roleclaims-gen claims planted in MADE are
in RUN, a run that roleclaims merge made of MADE/claims, and which of the pairs that
only look like one were flagged. A pair counts as found where a contradiction
of its kind has its second claim as evidence.

Exit code 1: something planted was not found, or a trap was sprung.`,
		Example: "  roleclaims merge made/claims --out found && roleclaims-gen score made found",
		Args:    cobra.ExactArgs(2),
		RunE: func(_ *cobra.Command, args []string) error {
			t, err := readAnswers(filepath.Join(args[0], "answers.jsonl"))
			if err != nil {
				return fmt.Errorf("%w; name a folder that roleclaims-gen claims --out DIR wrote", err)
			}
			run, err := output.Open(args[1])
			if err != nil {
				return fmt.Errorf("%w; name a folder that roleclaims merge --out DIR wrote", err)
			}
			if err := t.read(run); err != nil {
				return internalError{err}
			}
			fmt.Fprintf(out, "%d of %d planted contradictions found, %d of %d traps sprung\n", t.found, t.planted, t.sprung, t.traps)
			if t.missed() {
				return errMissed
			}
			return nil
		},
	}
}

// readAnswers reads what writeClaims planted.
func readAnswers(name string) (*tally, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var t tally
	for lines := json.NewDecoder(file); ; {
		var a answer
		switch err := lines.Decode(&a); {
		case errors.Is(err, io.EOF):
			return &t, nil
		case err != nil:
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		t.add(planted{kind: a.Kind, reason: a.Trap, first: a.A.Claim, second: a.B.Claim})
	}
}

// read takes up the evidence of a run's contradictions.
func (t *tally) read(run *output.Run) error {
	kinds := map[string]string{}
	for row, err := range run.Contradictions() {
		if err != nil {
			return err
		}
		kinds[row.ContradictionID] = row.Kind
	}
	for row, err := range run.Evidence() {
		if err != nil {
			return err
		}
		t.see(kinds[row.ContradictionID], row.ClaimID)
	}
	return nil
}
