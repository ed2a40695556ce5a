package main

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"example.org/rote/sim"
	"example.org/rote/sim/figure"
	"example.org/rote/sim/sweep"
)

// A field works through the runs of a sweep, several at a time, and writes down
// each result at once: whatever ends the program costs only the runs that were
// on their way.
type field struct {
	command
	sweep *sweep.Grid
	shard sweep.Shard
	out   io.Writer
	cores int

	start   time.Time
	before  int // runs that were known at the start
	of      int // runs of the shard
	done    int // of these, known now
	busy    map[int]bool
	harvest chan crop
	named   bool     // the name of the fact stands in the file
	facts   []string // keys of the facts of the last run
}

// A crop is the result of a run, or nothing if it was stopped.
type crop struct {
	run   int
	whole bool
	fact  *sim.Fact
	facts []string
}

// work measures all runs of the shard that are not known. It returns
// errInterrupted if ctx ends before.
func (f *field) work(ctx context.Context) error {
	runs := f.shard.Runs(f.sweep)
	f.start, f.of, f.before, f.done = time.Now(), len(runs), f.sweep.Known(), f.sweep.Known()
	f.named = f.sweep.FactLines() != ""
	f.busy, f.harvest = map[int]bool{}, make(chan crop)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	clock := time.NewTicker(time.Second)
	defer clock.Stop()
	var failed error
	for f.sow(ctx); len(f.busy) > 0; f.sow(ctx) {
		select {
		case c := <-f.harvest:
			delete(f.busy, c.run)
			if err := f.take(c); err != nil && failed == nil {
				failed = err
				cancel()
			}
		case <-clock.C:
		}
		f.progress()
	}
	f.clear()
	if failed != nil {
		return failed
	}
	if f.done < f.of {
		return f.interrupted()
	}
	return nil
}

// sow starts runs until all cores are busy.
func (f *field) sow(ctx context.Context) {
	for len(f.busy) < f.cores && ctx.Err() == nil {
		run, ok := f.sweep.Next(func(run int) bool { return f.busy[run] || !f.shard.Has(f.sweep, run) })
		if !ok {
			return
		}
		f.busy[run] = true
		go func(address string) { f.harvest <- grow(ctx, f.labs, run, address, f.sweep.Fact) }(f.sweep.RunAddress(run))
	}
}

// grow measures one run.
func grow(ctx context.Context, labs []sim.Info, run int, address, key string) crop {
	r, _, err := sim.Open(labs, address)
	if err != nil {
		panic("rote: a run of the sweep does not open: " + err.Error())
	}
	if !r.Measure(func() bool { return ctx.Err() != nil }) {
		return crop{run: run}
	}
	c := crop{run: run, whole: true, fact: r.Frame().Find(key)}
	for _, fact := range r.Frame().Facts {
		c.facts = append(c.facts, fact.Key)
	}
	return c
}

// take writes down a result.
func (f *field) take(c crop) error {
	if !c.whole {
		return nil
	}
	f.sweep.Put(c.run, c.fact)
	f.done++
	f.facts = c.facts
	text := f.sweep.Row(c.run)
	if lines := f.sweep.FactLines(); !f.named && lines != "" {
		text, f.named = lines+text, true
	}
	_, err := io.WriteString(f.out, text)
	return err
}

// progress shows how far the sweep is, on a terminal.
func (f *field) progress() {
	if !f.terminal {
		return
	}
	left := ""
	if n := f.done - f.before; n > 0 && f.done < f.of {
		left = ", about " + figure.Seconds(time.Since(f.start).Seconds()/float64(n)*float64(f.of-f.done)) + " left"
	}
	fmt.Fprintf(f.stderr, "\r%s %d of %d runs%s\x1b[K", bar(f.done, f.of), f.done, f.of, left)
}

func (f *field) clear() {
	if f.terminal {
		fmt.Fprint(f.stderr, "\r\x1b[K")
	}
}

// interrupted says how to go on.
func (f *field) interrupted() error {
	how := "The same command goes on from there."
	if _, ok := f.out.(kept); ok {
		how = "With -o FILE the same command goes on from there."
	}
	fmt.Fprintf(f.stderr, "rote: stopped after %d of %d runs. %s\n", f.done, f.of, how)
	return errInterrupted
}

// missing says what is wrong if no run has the fact.
func (f *field) missing() string {
	for run := range f.sweep.Runs() {
		if value, known := f.sweep.Get(run); known && value == value {
			return ""
		}
	}
	if len(f.facts) == 0 {
		return ""
	}
	return fmt.Sprintf("no run has the fact %s; the last one has %s", f.sweep.Fact, strings.Join(f.facts, ", "))
}
