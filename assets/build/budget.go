package main

import (
	"fmt"
	"io"
	"maps"
	"path"
	"slices"
	"strings"
	"text/tabwriter"
)

// The budgets, in bytes: what a student on a slow line has to wait for.
const (
	pageBudget  = 60_000    // of a lab's page with its styles and scripts, gzip
	labBudget   = 1_050_000 // of lab.wasm without any lab, brotli at the best level
	eachBudget  = 100_000   // of each lab in it
	stageBudget = 2_300_000 // of stage.wasm, brotli at the best level
)

// report prints the sizes, and returns an error for what is over its budget. The
// programs are held to theirs in a release only: brotli at the level of every
// day is up to a fifth larger.
func (w *workshop) report(out io.Writer, packed site) error {
	table := tabwriter.NewWriter(out, 0, 8, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "bytes\tgzip\tbrotli\t  \t")
	for _, name := range slices.Sorted(maps.Keys(w.site)) {
		fmt.Fprintf(table, "%d\t%d\t%d\t  %s\t\n", len(w.site[name]), len(packed[name+".gz"]), len(packed[name+".br"]), name)
	}
	if err := table.Flush(); err != nil {
		return err
	}
	over := w.checkPages(out, packed)
	over = append(over, w.check(out, "lab.wasm", len(packed[w.parts.Lab+".br"]), labBudget+eachBudget*len(w.labs), w.release)...)
	over = append(over, w.check(out, "stage.wasm", len(packed[w.parts.StageWasm+".br"]), stageBudget, w.release)...)
	if len(over) > 0 {
		return fmt.Errorf("over budget: %s", strings.Join(over, "; "))
	}
	return nil
}

// checkPages adds up what a lab's page loads besides pictures, the font and the
// programs.
func (w *workshop) checkPages(out io.Writer, packed site) (over []string) {
	shared := 0
	for _, name := range []string{w.parts.Style, w.parts.Boot, w.parts.Exec, w.parts.Stage, w.parts.Guard} {
		shared += len(packed[name+".gz"])
	}
	for _, info := range w.labs {
		name := path.Join(info.Name, "index.html")
		size := shared + len(packed[name+".gz"])
		over = append(over, w.check(out, "HTML, CSS and JavaScript of "+info.Name, size, pageBudget, true)...)
	}
	return over
}

func (w *workshop) check(out io.Writer, what string, size, budget int, binding bool) (over []string) {
	line := fmt.Sprintf("%s: %d of %d bytes", what, size, budget)
	fmt.Fprintln(out, line)
	if size > budget && binding {
		return []string{line}
	}
	return nil
}
