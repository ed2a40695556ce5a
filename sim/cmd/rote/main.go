// Command rote runs the labs in a terminal.
//
//	rote labs                      lists the labs
//	rote knobs LAB                 lists the knobs of a lab
//	rote run [flags] ADDRESS       runs an experiment
//	rote sweep [flags] SWEEP       runs a grid of experiments on all cores
//	rote merge [flags] FILES       joins the parts of a sweep
//	rote version                   says which Rote this is
//
// It exits with 0; with 1 if a run or a file failed; with 2 for bad usage, such as an
// unknown lab or fact or a file that is named twice, which is found before any work;
// and when it is stopped with 128 and the signal's number: 130 or 143.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"example.org/rote/sim"
	"example.org/rote/sim/catalog"
)

func main() {
	endAtQuit()
	c := command{labs: catalog.Labs(), stdout: os.Stdout, stderr: os.Stderr, terminal: isTerminal(os.Stderr)}
	code := c.run(os.Args[1:])
	if err := os.Stdout.Close(); err != nil && code == 0 { // which may be where a write fails
		c.say(err)
		code = 1
	}
	os.Exit(code)
}

func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// A command is one call of the program.
type command struct {
	labs           []sim.Info
	stdout, stderr io.Writer
	terminal       bool // stderr is one: show progress
}

const usage = `Rote runs laboratories of memorization.

	rote labs                   list the labs
	rote knobs LAB              list the knobs of a lab: key, range, default, what it does
	rote run [flags] ADDRESS    run an experiment to its end
	rote sweep [flags] SWEEP    run a grid of experiments on all cores
	rote merge [flags] FILES    join the parts of a sweep
	rote version                say which Rote this is: version, revision, Go, processor

Flags of run:
	-steps N     stop after N ticks
	-json        print one JSON object with the facts
	-format F    print the facts as a table: csv, or jsonl, an object a line
	-every K     a row of it at the start, after every K ticks and at the end
	-data FILE   read the data of data=file: an IDX file or a CSV, also with gzip
	-csv FILE    write the marks of all panels as tidy CSV; - is standard output
	-svg FILE    write the picture as SVG; - is standard output
	-preview FILE
	             write a PNG of 1200×630 that stands for a link: the picture and
	             the lab's question, without the number; - is standard output
	-heading TEXT
	             have TEXT in the preview instead of the question

Flags of sweep:
	-seeds K     give each cell K seeds
	-every K     rows with a step: the start, every K ticks and the end of a run
	-n           say how many runs it is, what they take and how much memory, from
	             three of them, and do no more
	-list        print the addresses of the runs, for programs that start others
	-j N         use N cores; the default is all
	-shard I/N   run part I, from 0 to N-1, of N parts
	-o FILE      keep the results in FILE, and go on from there when it exists;
	             the default is standard output
	-format F    csv, or jsonl, an object a line; the default goes by the name FILE
	-svg FILE    write the diagram as SVG

Flags of merge:
	-sweep SWEEP join the output of rote run -format for all runs of SWEEP
	-format F    csv or jsonl, as above
	-o FILE      write the whole sweep to FILE; the default is standard output
	-svg FILE    write the diagram as SVG

An address is a lab and what differs from its defaults:
	rote run diffusion
	rote run -json 'diffusion?c=1e-4&smin=1e-6&p=1000&seed=7'

A sweep is an address in which up to six knobs have a range or a list, and facts
are named, or * for all; rote run prints the facts of a lab. Knobs may change
together (n,d=16:4,32:8), and design=lhs*200 or random*200 takes points within
the ranges, drawn from the seed:
	rote sweep -o copied.csv 'diffusion?steps=40&c=1e-6..0.01*9&n=5,20,80&fact=copied'
`

// run executes the arguments behind the program's name and returns the exit
// code.
func (c command) run(args []string) int {
	err := c.dispatch(args)
	code := exitCode(err)
	if code == 1 || code == 2 && err != errUsage {
		c.say(err)
	}
	return code
}

func (c command) dispatch(args []string) error {
	if len(args) == 0 {
		fmt.Fprint(c.stderr, usage)
		return errUsage
	}
	switch name, rest := args[0], args[1:]; name {
	case "labs":
		return c.plain(rest, c.listLabs)
	case "knobs":
		return c.plain(rest, c.listKnobs)
	case "run":
		return c.runLab(rest)
	case "sweep":
		return c.runSweep(rest)
	case "merge":
		return c.merge(rest)
	case "version", "-version", "--version":
		return c.plain(rest, c.showVersion)
	case "help", "-h", "-help", "--help":
		_, err := fmt.Fprint(c.stdout, usage)
		return err
	default:
		return badUsage("%q is not a command; allowed are labs, knobs, run, sweep, merge, version and help", name)
	}
}

// plain does what has no flags but the one for help.
func (c command) plain(args []string, do func([]string) error) error {
	words, err := c.words(flag.NewFlagSet("", flag.ContinueOnError), args, "-h")
	if err != nil {
		return err
	}
	return do(words)
}

func (c command) listLabs(args []string) error {
	if len(args) > 0 {
		return badUsage("labs takes no arguments, got %q", strings.Join(args, " "))
	}
	rows := [][]string{{"LAB", "TITLE", "PAPER"}}
	for _, info := range c.labs {
		rows = append(rows, []string{info.Name, info.Title, info.Cite})
	}
	return table(c.stdout, rows)
}

func (c command) listKnobs(args []string) error {
	if len(args) != 1 {
		return badUsage("knobs takes one lab; allowed is %s", c.names())
	}
	run, _, err := sim.Open(c.labs, args[0])
	if err != nil {
		return usageError{err}
	}
	rows := [][]string{{"KEY", "RANGE", "DEFAULT", "WHAT IT DOES"}}
	for _, k := range append(run.Knobs.All(), run.Seed) {
		def := k.DefaultText()
		if def == "" {
			def = "none"
		}
		rows = append(rows, []string{k.Key, k.Range(), def, k.Label + ". " + k.HelpText})
	}
	return table(c.stdout, rows)
}

func (c command) names() string {
	var names []string
	for _, info := range c.labs {
		names = append(names, info.Name)
	}
	return strings.Join(names, ", ")
}
