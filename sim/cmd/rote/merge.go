package main

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"

	"example.org/rote/sim/sweep"
)

// A part is a file with a part of a sweep.
type part struct {
	file  string
	sweep *sweep.Grid
	shard sweep.Shard
}

// merge joins the parts of a sweep, which must be whole and fit together.
func (c command) merge(args []string) error {
	var o sweepOrder
	flags := flag.NewFlagSet("merge", flag.ContinueOnError)
	flags.StringVar(&o.out, "o", "-", "")
	flags.StringVar(&o.svg, "svg", "", "")
	files, err := c.words(flags, args, "-o FILE and -svg FILE")
	switch {
	case err != nil:
		return err
	case len(files) == 0:
		return fmt.Errorf("merge takes the files of a sweep, got none")
	case o.out == "-" && o.svg == "-":
		return fmt.Errorf("both the results and the SVG go to standard output; allowed is one of them")
	}
	if err := c.checkFiles(files, output{flag: "-o", name: o.out}, output{flag: "-svg", name: o.svg}); err != nil {
		return err
	}
	parts, err := c.readParts(files)
	if err != nil {
		return err
	}
	whole := parts[0].sweep
	for _, p := range parts[1:] {
		whole.Take(p.sweep)
	}
	if err := c.write(o.out, []byte(whole.CSV(sweep.Shard{}))); err != nil {
		return err
	}
	return c.reportSweep(whole, o, "")
}

// readParts reads all files, and checks that they are one sweep.
func (c command) readParts(files []string) ([]part, error) {
	parts := make([]part, len(files))
	for i, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		parts[i].file = file
		if parts[i].sweep, parts[i].shard, err = sweep.Read(c.labs, string(data)); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		if err := parts[i].fits(parts[:i]); err != nil {
			return nil, err
		}
	}
	return parts, allThere(parts)
}

// fits tells why a part does not belong to those before it.
func (p part) fits(others []part) error {
	for _, q := range others {
		switch {
		case p.sweep.Address() != q.sweep.Address():
			return fmt.Errorf("%s holds the sweep %s, and %s %s", q.file, q.sweep.Address(), p.file, p.sweep.Address())
		case max(1, p.shard.Of) != max(1, q.shard.Of):
			return fmt.Errorf("%s holds shard %v, and %s shard %v: the sweep was cut in two ways", q.file, q.shard, p.file, p.shard)
		case p.shard.Index == q.shard.Index:
			return fmt.Errorf("%s and %s both hold shard %v", q.file, p.file, p.shard)
		}
	}
	return nil
}

// allThere tells which shards or runs are missing.
func allThere(parts []part) error {
	var lost []string
	for i := range max(1, parts[0].shard.Of) {
		if !slices.ContainsFunc(parts, func(p part) bool { return p.shard.Index == i }) {
			lost = append(lost, sweep.Shard{Index: i, Of: parts[0].shard.Of}.String())
		}
	}
	if len(lost) > 0 {
		return fmt.Errorf("of %d shards %s missing: %s", parts[0].shard.Of, is(len(lost)), strings.Join(lost, ", "))
	}
	for _, p := range parts {
		if known, of := p.sweep.Known(), len(p.shard.Runs(p.sweep)); known < of {
			return fmt.Errorf("%s lacks %d of %d runs; the command that made it goes on from there", p.file, of-known, of)
		}
	}
	return nil
}

func is(n int) string {
	if n == 1 {
		return "one is"
	}
	return fmt.Sprintf("%d are", n)
}
