package main

import (
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"roleclaims/output"
	"roleclaims/pipeline"
)

func newVersion(term terminal) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version of the program and of its datasets",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintf(term.out, "roleclaims %s (datasets version %d, %s %s/%s)\n",
				pipeline.Version, output.SchemaVersion, runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return failed(err)
		},
	}
}
