package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"math"
	"strings"
	"text/tabwriter"

	"example.org/rote/sim"
	"example.org/rote/sim/figure"
	"example.org/rote/sim/sweep"
)

// An order is what run was asked for.
type order struct {
	steps    int // ticks, or -1 for all
	json     bool
	csv, svg string       // files, or ""
	preview  string       // file, or ""
	heading  string       // of the preview, or "" for the lab's question
	data     string       // the visitor's file, or ""
	format   sweep.Format // of the facts, or ""
	every    int          // ticks from one row of facts to the next, or 0
	address  string
	repairs  []string // of it, so far
}

func (c command) runLab(args []string) error {
	o, err := c.parse(args)
	if err != nil {
		c.sayAll(o.repairs)
		return err
	}
	run, repairs, err := sim.Open(c.labs, o.address)
	if err != nil {
		return usageError{err}
	}
	repairs = append(o.repairs, repairs...)
	var inputs []string
	if o.data != "" {
		inputs = append(inputs, o.data)
	}
	if err := c.checkFiles(inputs, marks(o.csv), picture(o.svg), card(o.preview)); err != nil {
		return err
	}
	if err := supply(run, o.data); err != nil {
		return err
	}
	c.sayAll(repairs)
	if o.format != "" {
		return c.printRow(run, repairs, o)
	}
	if err := c.advance(run, o.steps); err != nil {
		c.say(fmt.Sprintf("stopped at step %d; nothing is written.", run.Ticks()))
		return err
	}
	return c.report(run, repairs, o)
}

// parse takes flags before and behind the address.
func (c command) parse(args []string) (order, error) {
	var o order
	flags := flag.NewFlagSet("run", flag.ContinueOnError)
	wholeFlag(flags, &o.steps, "steps", -1)
	flags.BoolVar(&o.json, "json", false, "")
	flags.StringVar(&o.csv, "csv", "", "")
	flags.StringVar(&o.svg, "svg", "", "")
	flags.StringVar(&o.preview, "preview", "", "")
	flags.StringVar(&o.heading, "heading", "", "")
	flags.StringVar(&o.data, "data", "", "")
	wholeFlag(flags, &o.every, "every", 0)
	format := formatFlag(flags)
	addresses, err := c.words(flags, args, "-steps N, -json, -format csv or jsonl, -every K, -csv FILE, -svg FILE, -preview FILE, -heading TEXT and -data FILE")
	switch {
	case err != nil:
		return o, err
	case len(addresses) != 1:
		return o, badUsage("run takes one address, got %d; quote it, since & and ? mean something to a shell", len(addresses))
	}
	if o.heading != "" && o.preview == "" {
		return o, badUsage("-heading is that of -preview FILE, which is not given")
	}
	o.address = addresses[0]
	if err := o.parseRow(*format, isGiven(flags, "every")); err != nil {
		return o, err
	}
	if n := count(o.json, o.format != "", o.csv == "-", o.svg == "-", o.preview == "-"); n > 1 {
		return o, badUsage("%d outputs go to standard output; allowed is one of -json, -format or -every, -csv -, -svg - and -preview -", n)
	}
	switch given := isGiven(flags, "steps"); {
	case given && o.steps < 0:
		return o, badUsage("-steps %d is below 0; allowed is 0 or more", o.steps)
	case given && o.format != "":
		return o, badUsage("-steps does not go with -format and -every; say at=%d in the address", o.steps)
	}
	return o, nil
}

// advance goes to tick n, to the tick that the address asks for, or to the end. It
// returns an [interruption] if a signal comes first.
func (c command) advance(run *sim.Run, n int) error {
	ctx, stop := untilSignal()
	defer stop()
	enough := func() bool { return ctx.Err() != nil }
	if at := int(run.At.Number()); n < 0 && at > 0 {
		n = at
	}
	if n < 0 {
		n = math.MaxInt
	}
	if !c.terminal {
		for !run.Seek(n, enough) && !enough() {
		}
		return interrupted(ctx)
	}
	for !run.Done() && run.Ticks() < n && !enough() {
		run.Seek(run.Ticks()+1, enough)
		c.progress(run)
	}
	fmt.Fprint(c.stderr, "\r\x1b[K")
	return interrupted(ctx)
}

func (c command) progress(run *sim.Run) {
	step, of := run.Ticks(), run.Frame().Of
	if of == 0 {
		fmt.Fprintf(c.stderr, "\rstep %d", step)
		return
	}
	fmt.Fprintf(c.stderr, "\r%s step %d of %d", bar(step, of), step, of)
}

// bar draws how much of the work is done.
func bar(n, of int) string {
	const width = 30
	full := min(width, width*n/of)
	return "[" + strings.Repeat("#", full) + strings.Repeat(".", width-full) + "]"
}

func (c command) report(run *sim.Run, repairs []string, o order) error {
	f := run.Frame()
	if o.svg != "" {
		pic := figure.Layout(f, figure.Options{Width: 1100, Height: 760, Head: true, Foot: run.Address()})
		if err := c.write(picture(o.svg), figure.Stamp(figure.SVG(pic, run.Info.Title, f.Says), run.Address(), sim.Maker(revision()))); err != nil {
			return err
		}
	}
	if o.csv != "" {
		if err := c.write(marks(o.csv), allCSV(run, f)); err != nil {
			return err
		}
	}
	if o.preview != "" {
		if err := c.writePreview(o, run); err != nil {
			return err
		}
	}
	switch {
	case o.json:
		return c.printJSON(run, f, repairs)
	case o.svg == "" && o.csv == "" && o.preview == "":
		return c.printFacts(f)
	}
	return nil
}

// allCSV joins the tables of all panels under one head.
func allCSV(run *sim.Run, f *sim.Frame) []byte {
	var all []byte
	for i := range f.Panels {
		part := figure.CSV(run.Address(), run.Seed.Text(), sim.Maker(revision()), f.Step, f, i)
		if len(all) > 0 {
			_, rest, _ := strings.Cut(string(part), "\n")
			part = []byte(rest)
		}
		all = append(all, part...)
	}
	return all
}

// A result is what -json prints.
type result struct {
	Rote     string          `json:"rote"`     // the version
	Revision string          `json:"revision"` // of the source, or ""
	Address  string          `json:"address"`
	Step     int             `json:"step"`
	Of       int             `json:"of"`
	Done     bool            `json:"done"`
	Says     string          `json:"says"`
	Repairs  []string        `json:"repairs"`
	Facts    map[string]fact `json:"facts"`
}

type fact struct {
	Value float64 `json:"value"`
	Unit  string  `json:"unit"`
	Name  string  `json:"name"`
}

func (c command) printJSON(run *sim.Run, f *sim.Frame, repairs []string) error {
	r := result{sim.Version, revision(), run.Address(), f.Step, f.Of, run.Done(), f.Says, repairs, map[string]fact{}}
	if r.Repairs == nil {
		r.Repairs = []string{}
	}
	for _, x := range f.Facts {
		r.Facts[x.Key] = fact{x.Value, x.Unit, x.Name}
	}
	out := json.NewEncoder(c.stdout)
	out.SetEscapeHTML(false)
	return out.Encode(r)
}

func (c command) printFacts(f *sim.Frame) error {
	if _, err := fmt.Fprintln(c.stdout, f.Says); err != nil {
		return err
	}
	rows := [][]string{{"FACT", "VALUE", "UNIT", "WHAT IT IS"}}
	for _, x := range f.Facts {
		rows = append(rows, []string{x.Key, figure.Number(x.Value), x.Unit, x.Name + ": " + x.Help})
	}
	return table(c.stdout, rows)
}

func table(w io.Writer, rows [][]string) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, row := range rows {
		fmt.Fprintln(t, strings.TrimRight(strings.Join(row, "\t"), "\t "))
	}
	return t.Flush()
}
