package main

import (
	"fmt"
	"io"
	"os"
	"strconv"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"roleclaims/output"
	"roleclaims/output/explain"
	"roleclaims/pipeline"
)

func newExplain(t terminal, env func(string) (string, bool)) *cobra.Command {
	var asJSON, claims bool
	var lexicon string
	color := newColor()
	cmd := &cobra.Command{
		Use:   "explain RUN [CONTRADICTION | CLAIM CLAIM]",
		Short: "Say why a contradiction was flagged, or why two claims were not",
		Long: `Explain says what detection makes of a contradiction, or of any two claims of a
finished run: their slots side by side, how they compare slot by slot, and the rule
that flagged or the reason that spared them. For a contradiction it adds the evidence
of both sides, best first, and how its severity and confidence came about.

An ID is that of the column contradiction_id or claim_id, or as much of its
beginning as no other has. With RUN alone the contradictions are listed, with
--claims the claims.

Exit codes: 0 done; 2 wrong use; 4 the machine or the program failed.`,
		Example: `  roleclaims explain out                      # lists the contradictions
  roleclaims explain out 3f2a                 # the one whose id begins with 3f2a
  roleclaims explain out --claims | grep Nurse
  roleclaims explain out 9c41 e07b --json     # two claims`,
		Args:              cobra.RangeArgs(1, 3),
		ValidArgsFunction: completeRuns(1, true),
		RunE: func(cmd *cobra.Command, args []string) error {
			if claims && len(args) > 1 {
				return fmt.Errorf("--claims lists the claims of a run: give no ids with it; see %s --help", cmd.CommandPath())
			}
			run, err := openRun(args[0])
			if err != nil {
				return err
			}
			if len(args) == 1 {
				return listRun(t.out, run, claims, asJSON)
			}
			explainer, err := newExplainer(run, lexicon, t.err)
			if err != nil {
				return classify(err)
			}
			layout := explain.Text{Color: colored(color.value, t.out, env), Width: columns(t.out, env)}
			if len(args) == 2 {
				found, err := explainer.Contradiction(args[1])
				if err != nil {
					return classify(err)
				}
				if asJSON {
					return failed(writeJSON(t.out, found))
				}
				return failed(layout.WriteContradiction(t.out, found))
			}
			pair, err := explainer.Claims(args[1], args[2])
			if err != nil {
				return classify(err)
			}
			if asJSON {
				return failed(writeJSON(t.out, pair))
			}
			return failed(layout.WritePair(t.out, pair))
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.BoolVar(&claims, "claims", false, "list the claims of the run, with their ids")
	flags.BoolVar(&asJSON, "json", false, "print an object, or with a list one object a line")
	registerLexicon(flags, &lexicon)
	flags.Var(&color, "color", "colour on standard output: auto, always or never")
	return cmd
}

// newExplainer prepares an explanation, and says where it may be another than
// the run's.
func newExplainer(run *output.Run, lexicon string, talk io.Writer) (*pipeline.Explainer, error) {
	lex, err := pipeline.LoadLexicon(lexicon)
	if err != nil {
		return nil, err
	}
	if m := run.Manifest; m.Tool != "roleclaims "+pipeline.Version {
		fmt.Fprintf(talk, "roleclaims: the run was written by %s; it is explained by the rules of %s\n", m.Tool, pipeline.Version)
	} else if m.Lexicon != lex.Digest() {
		fmt.Fprintln(talk, "roleclaims: the run read other word lists, so places may compare otherwise here; name them with --lexicon DIR")
	}
	return pipeline.NewExplainer(run, lex)
}

// openRun opens a finished run that the user named.
func openRun(dir string) (*output.Run, error) {
	run, err := output.Open(dir)
	if err != nil {
		return nil, fmt.Errorf("%w; name a folder that roleclaims run --out DIR wrote", err)
	}
	return run, nil
}

// columns is how wide a stream is: as its terminal, or as the environment
// says, or 100.
func columns(w io.Writer, env func(string) (string, bool)) int {
	if file, ok := w.(*os.File); ok {
		if width, _, err := term.GetSize(int(file.Fd())); err == nil && width > 0 {
			return width
		}
	}
	text, _ := env("COLUMNS")
	if width, err := strconv.Atoi(text); err == nil && width >= 20 {
		return width
	}
	return 100
}
