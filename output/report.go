package output

import (
	"path/filepath"

	"roleclaims/output/report"
)

// writeReport writes report.md and report.html of a run to a folder, with what
// reviewers say, if any do, which becomes a dataset too.
func (r *Run) writeReport(folder string, review *Review) error {
	if review != nil {
		var err error
		if review.hashes, err = r.evidenceHashes(); err != nil {
			return err
		}
		if err := writeVerdicts(folder, review); err != nil {
			return err
		}
	}
	content, err := r.gather(review, fullFindings)
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
func (r *Run) Report() (*report.Report, error) { return r.gather(nil, fullFindings) }

// Quoted is Report with the quotes of all contradictions that are on the page,
// those in a line too.
func (r *Run) Quoted() (*report.Report, error) { return r.gather(nil, fullFindings+briefFindings) }
