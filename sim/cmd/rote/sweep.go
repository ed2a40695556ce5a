package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"strings"
	"syscall"

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

func (c command) runSweep(args []string) (err error) {
	o, err := c.parseSweep(args)
	if err != nil {
		return err
	}
	s, repairs, err := sweep.Open(c.labs, o.address)
	if err != nil {
		return err
	}
	for _, repair := range repairs {
		fmt.Fprintln(c.stderr, "rote:", repair)
	}
	if err := c.checkFiles(nil, output{flag: "-o", name: o.out, grows: true}, output{flag: "-svg", name: o.svg}); err != nil {
		return err
	}
	out, err := c.openOutput(s, o)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	b := batch{command: c, grid: s, shard: o.shard, out: out, cores: o.cores}
	if err = b.work(ctx); err != nil {
		return err
	}
	return c.reportSweep(s, o, b.missing())
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
		return o, fmt.Errorf("sweep takes one address with ranges, got %d; quote it, since & and * mean something to a shell", len(words))
	case o.cores < 1:
		return o, fmt.Errorf("-j %d is below 1; allowed is 1 or more", o.cores)
	case seeds && o.seeds < 1:
		return o, fmt.Errorf("-seeds %d is below 1; allowed is 1 or more", o.seeds)
	case o.out == "-" && o.svg == "-":
		return o, fmt.Errorf("both the results and the SVG go to standard output; allowed is one of them")
	}
	o.address = words[0]
	if seeds {
		o.address = withSeeds(o.address, o.seeds)
	}
	if o.shard, err = sweep.ParseShard(shard); err != nil {
		return o, fmt.Errorf("-shard: %w", err)
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

// openOutput opens the file of results. What it holds of this sweep is known
// from then on; results of another are refused.
func (c command) openOutput(s *sweep.Grid, o sweepOrder) (io.WriteCloser, error) {
	head := s.Head(o.shard)
	if o.out == "-" {
		_, err := io.WriteString(c.stdout, head)
		return kept{c.stdout}, err
	}
	file, err := os.OpenFile(o.out, os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o644)
	if err != nil {
		return nil, err
	}
	if err := c.resume(file, s, o.shard, head); err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", o.out, err), file.Close())
	}
	return file, nil
}

// resume reads what a file holds, and cuts off the line in which it was
// interrupted. It cuts nothing else, as another call may be at work on the file.
func (c command) resume(file *os.File, s *sweep.Grid, shard sweep.Shard, head string) error {
	data, err := io.ReadAll(file)
	if err != nil {
		return err
	}
	text := string(data)
	if strings.HasPrefix(head, text) {
		_, err := io.WriteString(file, head[len(text):])
		return err
	}
	text = text[:strings.LastIndexByte(text, '\n')+1]
	old, part, err := sweep.Read(c.labs, text)
	switch {
	case err != nil:
		return fmt.Errorf("%w; name another file with -o, or remove it", err)
	case old.Address() != s.Address():
		return fmt.Errorf("holds the sweep %s and not %s; name another file with -o", old.Address(), s.Address())
	case part.String() != shard.String():
		return fmt.Errorf("holds shard %v and not %v; name another file with -o", part, shard)
	}
	s.Take(old)
	if len(text) < len(data) {
		return file.Truncate(int64(len(text)))
	}
	return nil
}

// A kept writer is not closed: it belongs to somebody else.
type kept struct{ io.Writer }

func (kept) Close() error { return nil }

// reportSweep says what was found, and writes the diagram.
func (c command) reportSweep(s *sweep.Grid, o sweepOrder, missing string) error {
	f := s.Frame()
	if missing != "" {
		fmt.Fprintln(c.stderr, "rote:", missing)
	}
	out := c.stdout
	if o.out == "-" || o.svg == "-" {
		out = c.stderr // the other one carries data
	}
	if err := tell(out, s); err != nil || o.svg == "" {
		return err
	}
	pic := figure.Layout(f, figure.Options{Width: 1100, Height: 760, Head: true, Foot: s.Address()})
	return c.write(o.svg, figure.SVG(pic, s.Title(), f.Says+" "+s.Address()))
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
