package main

import (
	"cmp"
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"runtime"
	"strings"

	"example.org/rote/sim"
	"example.org/rote/sim/figure"
	"example.org/rote/sim/sweep"
)

// A sweepOrder is what sweep was asked for.
type sweepOrder struct {
	seeds, cores int
	shard        sweep.Shard
	every        int    // ticks
	out, svg     string // files, or ""
	format       sweep.Format
	list         bool // print the addresses of the runs
	dry          bool // say what it would take
	address      string
}

func (c command) runSweep(args []string) error {
	o, err := c.parseSweep(args)
	if err != nil {
		return err
	}
	g, err := c.openSweep(o.address)
	if err != nil {
		return err
	}
	if err := c.checkFiles(nil, output{flag: "-o", name: o.out, grows: true}, picture(o.svg)); err != nil {
		return err
	}
	ctx, stop := untilSignal()
	defer stop()
	if err := c.checkFacts(ctx, g); err != nil {
		return err
	}
	switch {
	case o.list:
		stop() // whoever reads may keep it waiting
		return c.list(g, o.shard)
	case o.dry:
		return c.estimate(ctx, g, o)
	}
	b := batch{command: c, grid: g, shard: o.shard, format: o.format, cores: o.cores}
	if o.out == "-" {
		err = b.print(ctx, stop)
	} else {
		err = b.keep(ctx, o)
	}
	stop()
	if err = cmp.Or(err, interrupted(ctx)); err != nil {
		return err
	}
	return c.reportSweep(g, o, b.missing())
}

// list prints the addresses of the runs of a shard, one a line, for programs that start
// others.
func (c command) list(g *sweep.Grid, shard sweep.Shard) error {
	var text strings.Builder
	for _, run := range shard.Runs(g) {
		text.WriteString(g.RunAddress(run))
		if g.Every > 0 {
			fmt.Fprintf(&text, "&every=%d", g.Every)
		}
		text.WriteString("\n")
	}
	_, err := io.WriteString(c.stdout, text.String())
	return err
}

// openSweep opens the sweep of an address, in which nothing may be wrong: the work may
// take days, and is to be what was asked for.
func (c command) openSweep(address string) (*sweep.Grid, error) {
	g, repairs, err := sweep.Open(c.labs, address)
	c.sayAll(repairs)
	if err != nil {
		return nil, usageError{err}
	}
	if len(repairs) > 0 {
		return nil, badUsage("nothing was run; with this repaired it is '%s'", g.Address())
	}
	return g, nil
}

// parseSweep takes flags before and behind the sweep.
func (c command) parseSweep(args []string) (o sweepOrder, err error) {
	shard := ""
	flags := flag.NewFlagSet("sweep", flag.ContinueOnError)
	wholeFlag(flags, &o.seeds, "seeds", 0)
	wholeFlag(flags, &o.cores, "j", runtime.GOMAXPROCS(0))
	flags.StringVar(&shard, "shard", "0/1", "")
	flags.StringVar(&o.out, "o", "-", "")
	flags.StringVar(&o.svg, "svg", "", "")
	wholeFlag(flags, &o.every, "every", 0)
	flags.BoolVar(&o.list, "list", false, "")
	flags.BoolVar(&o.dry, "n", false, "")
	format := formatFlag(flags)
	words, err := c.words(flags, args, "-seeds K, -j N, -shard I/N, -every K, -format csv or jsonl, -o FILE, -svg FILE, -n and -list")
	if err != nil {
		return o, err
	}
	seeds, every := isGiven(flags, "seeds"), isGiven(flags, "every")
	switch {
	case len(words) != 1:
		return o, badUsage("sweep takes one address with ranges, got %d; quote it, since & and * mean something to a shell", len(words))
	case o.cores < 1:
		return o, badUsage("-j %d is below 1; allowed is 1 or more", o.cores)
	case seeds && o.seeds < 1:
		return o, badUsage("-seeds %d is below 1; allowed is 1 or more", o.seeds)
	case o.list && o.dry:
		return o, badUsage("-n and -list are two things; allowed is one of them")
	case o.list && (o.svg != "" || isGiven(flags, "o")):
		return o, badUsage("-list prints addresses, and no results; -o and -svg do not go with it")
	case every && o.every < 1:
		return o, badUsage("-every %d is below 1; allowed is 1 or more", o.every)
	case o.out == "-" && o.svg == "-":
		return o, badUsage("both the results and the SVG go to standard output; allowed is one of them")
	}
	o.address = words[0]
	if seeds {
		o.address = with(o.address, "seeds", o.seeds)
	}
	if every {
		o.address = with(o.address, "every", o.every)
	}
	if o.format, err = parseFormat(*format, o.out); err != nil {
		return o, err
	}
	if o.shard, err = sweep.ParseShard(shard); err != nil {
		return o, badUsage("-shard: %w", err)
	}
	return o, nil
}

func isGiven(flags *flag.FlagSet, name string) (is bool) {
	flags.Visit(func(f *flag.Flag) { is = is || f.Name == name })
	return is
}

// formatFlag declares the flag that says how results are written.
func formatFlag(flags *flag.FlagSet) *string { return flags.String("format", "auto", "") }

// parseFormat reads the format of a file; auto goes by its name.
func parseFormat(text, file string) (sweep.Format, error) {
	switch f := sweep.Format(text); {
	case f == sweep.CSV || f == sweep.JSONL:
		return f, nil
	case text != "auto":
		return "", badUsage("-format %s is none; allowed is csv or jsonl", sim.Quote(text))
	}
	switch strings.ToLower(filepath.Ext(file)) {
	case ".jsonl", ".ndjson":
		return sweep.JSONL, nil
	}
	return sweep.CSV, nil
}

// with replaces a number in an address, unless something is wrong with that, which is then
// found and told by those who open it.
func with(address, key string, n int) string {
	a, repairs := sim.ParseAddress(address)
	if len(repairs) > 0 {
		return address
	}
	kept := a.Pairs[:0]
	for _, p := range a.Pairs {
		if p.Key != key {
			kept = append(kept, p)
		}
	}
	a.Pairs = append(kept, sim.Pair{Key: key, Value: fmt.Sprint(n)})
	return a.String()
}

// reportSweep says what was found, and writes the diagram.
func (c command) reportSweep(s *sweep.Grid, o sweepOrder, missing string) error {
	if facts := s.KnownFacts(); len(facts) > 0 && !known(s, s.Fact) {
		s.Show(facts[0].Key) // all are asked for, and the usual one is not among them
	}
	if missing != "" {
		c.say(missing)
	}
	if versions := versionsOf(s.Makers()); len(versions) > 1 {
		c.say("the runs were measured by " + strings.Join(versions, " and ") + ", which may give other numbers than one another")
	}
	out := c.stdout
	if o.out == "-" || o.svg == "-" {
		out = c.stderr // the other one carries data
	}
	if err := tell(out, s); err != nil || o.svg == "" {
		return err
	}
	return c.write(picture(o.svg), figure.Stamp(drawSweep(s), s.Address(), sim.Maker(revision())))
}

// tell writes the finding of each fact that is asked for, or of the one that is shown if
// all are, and how the diagram is to be read.
func tell(out io.Writer, s *sweep.Grid) error {
	text, shown := "", s.Fact
	for _, key := range told(s) {
		s.Show(key)
		for i := range s.Slices() {
			view := s.Slice(i)
			if name := view.SliceName(); name != "" {
				text += name + ": "
			}
			text += view.Finding() + "\n"
			if note := view.Note(); note != "" {
				text += note + "\n"
			}
		}
	}
	s.Show(shown)
	_, err := io.WriteString(out, text)
	return err
}

func told(s *sweep.Grid) []string {
	if len(s.Facts) > 0 {
		return s.Facts
	}
	return []string{s.Fact}
}
