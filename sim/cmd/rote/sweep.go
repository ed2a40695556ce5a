package main

import (
	"flag"
	"fmt"
	"io"
	"runtime"

	"example.org/rote/sim"
	"example.org/rote/sim/figure"
	"example.org/rote/sim/sweep"
)

// A sweepOrder is what sweep was asked for.
type sweepOrder struct {
	seeds, cores int
	shard        sweep.Shard
	out, svg     string // files, or ""
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
	if err := c.checkFiles(nil, output{flag: "-o", name: o.out, grows: true}, output{flag: "-svg", name: o.svg, begins: pictureHead}); err != nil {
		return err
	}
	ctx, stop := untilSignal()
	defer stop()
	if err := c.checkFact(ctx, g); err != nil {
		return err
	}
	b := batch{command: c, grid: g, shard: o.shard, out: c.stdout, cores: o.cores}
	if o.out == "-" {
		err = b.print(ctx)
	} else {
		err = b.keep(ctx, o)
	}
	if err != nil {
		return err
	}
	return c.reportSweep(g, o, b.missing())
}

// openSweep opens the sweep of an address, in which nothing may be wrong: the work may
// take days, and is to be what was asked for.
func (c command) openSweep(address string) (*sweep.Grid, error) {
	g, repairs, err := sweep.Open(c.labs, address)
	if err != nil {
		return nil, usageError{err}
	}
	for _, repair := range repairs {
		c.say(repair)
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
	flags.IntVar(&o.seeds, "seeds", 0, "")
	flags.IntVar(&o.cores, "j", runtime.GOMAXPROCS(0), "")
	flags.StringVar(&shard, "shard", "0/1", "")
	flags.StringVar(&o.out, "o", "-", "")
	flags.StringVar(&o.svg, "svg", "", "")
	words, err := c.words(flags, args, "-seeds K, -j N, -shard I/N, -o FILE and -svg FILE")
	if err != nil {
		return o, err
	}
	seeds := false
	flags.Visit(func(f *flag.Flag) { seeds = seeds || f.Name == "seeds" })
	switch {
	case len(words) != 1:
		return o, badUsage("sweep takes one address with ranges, got %d; quote it, since & and * mean something to a shell", len(words))
	case o.cores < 1:
		return o, badUsage("-j %d is below 1; allowed is 1 or more", o.cores)
	case seeds && o.seeds < 1:
		return o, badUsage("-seeds %d is below 1; allowed is 1 or more", o.seeds)
	case o.out == "-" && o.svg == "-":
		return o, badUsage("both the results and the SVG go to standard output; allowed is one of them")
	}
	o.address = words[0]
	if seeds {
		o.address = withSeeds(o.address, o.seeds)
	}
	if o.shard, err = sweep.ParseShard(shard); err != nil {
		return o, badUsage("-shard: %w", err)
	}
	return o, nil
}

// withSeeds replaces the number of seeds in an address.
func withSeeds(address string, seeds int) string {
	a, _ := sim.ParseAddress(address)
	kept := a.Pairs[:0]
	for _, p := range a.Pairs {
		if p.Key != "seeds" {
			kept = append(kept, p)
		}
	}
	a.Pairs = append(kept, sim.Pair{Key: "seeds", Value: fmt.Sprint(seeds)})
	return a.String()
}

// reportSweep says what was found, and writes the diagram.
func (c command) reportSweep(s *sweep.Grid, o sweepOrder, missing string) error {
	f := s.Frame()
	if missing != "" {
		c.say(missing)
	}
	out := c.stdout
	if o.out == "-" || o.svg == "-" {
		out = c.stderr // the other one carries data
	}
	if err := tell(out, s); err != nil || o.svg == "" {
		return err
	}
	pic := figure.Layout(f, figure.Options{Width: 1100, Height: 760, Head: true, Foot: s.Address()})
	return c.write(o.svg, figure.Stamp(figure.SVG(pic, s.Title(), f.Says+" "+s.Address()), s.Address(), sim.Maker(revision())))
}

// tell writes the finding, and how the diagram is to be read.
func tell(out io.Writer, s *sweep.Grid) error {
	text := s.Finding() + "\n"
	if note := s.Note(); note != "" {
		text += note + "\n"
	}
	_, err := io.WriteString(out, text)
	return err
}
