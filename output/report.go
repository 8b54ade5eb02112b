package output

import (
	"path/filepath"

	"roleclaims/output/report"
)

// writeReport writes report.md and report.html of a run.
func writeReport(r *Run) error {
	content, err := r.Report()
	if err != nil {
		return err
	}
	page, err := report.HTML(content)
	if err != nil {
		return err
	}
	if err := writeFile(filepath.Join(r.Dir, "report.html"), page); err != nil {
		return err
	}
	return writeFile(filepath.Join(r.Dir, "report.md"), report.Markdown(content))
}
