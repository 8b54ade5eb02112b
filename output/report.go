package output

import (
	"context"
	"path/filepath"

	"roleclaims/output/report"
)

// describe writes to a folder what follows from the datasets of a run: what
// reviewers say, if any do, as one more dataset, which the manifest then has,
// and of all of them the card, the data package and the report.
func (r *Run) describe(ctx context.Context, folder string, review *Review) error {
	if review != nil {
		var err error
		if review.hashes, err = r.evidenceHashes(); err != nil {
			return err
		}
		if err := r.writeVerdicts(folder, review); err != nil {
			return err
		}
	}
	if err := writeCard(folder, &r.Manifest); err != nil {
		return err
	}
	content, err := r.gather(ctx, review, fullFindings)
	if err != nil {
		return err
	}
	page, err := report.HTML(content)
	if err != nil {
		return err
	}
	if err := writeFile(filepath.Join(folder, "report.html"), page); err != nil {
		return err
	}
	return writeFile(filepath.Join(folder, "report.md"), report.Markdown(content))
}

// Report gathers what the page shows, without a review, from the datasets. It
// holds in memory what is shown, and a few counters a role, topic and source.
func (r *Run) Report(ctx context.Context) (*report.Report, error) {
	return r.gather(ctx, nil, fullFindings)
}

// Quoted is Report with the quotes of all contradictions that are on the page,
// those in a line too.
func (r *Run) Quoted(ctx context.Context) (*report.Report, error) {
	return r.gather(ctx, nil, fullFindings+briefFindings)
}
