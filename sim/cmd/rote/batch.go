package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"time"

	"example.org/rote/sim"
	"example.org/rote/sim/crew"
	"example.org/rote/sim/figure"
	"example.org/rote/sim/sweep"
)

// A batch is the work of one sweep: a crew on the cores of this machine. In a file,
// each result is written down at once: whatever ends the program costs only the runs
// that were on their way.
type batch struct {
	command
	grid   *sweep.Grid
	shard  sweep.Shard
	format sweep.Format
	out    *resultsFile // or nil: results are printed in the end
	cores  int

	crew   crew.Crew
	events chan func()   // what other goroutines have to say to the crew
	over   chan struct{} // closed when nobody listens any more
	of     int           // runs of the shard
	done   int           // of these, known now
	facts  []sim.Fact    // of the last run
	failed error         // a result could not be written
}

// keep works on a file from which the same command goes on.
func (b *batch) keep(ctx context.Context, o sweepOrder) error {
	file, err := b.openResults(b.grid, o)
	if err != nil {
		return err
	}
	b.out = file
	if err := b.work(ctx); err != nil {
		return errors.Join(err, file.Close())
	}
	return errors.Join(b.tidy(file, o.out), file.Close())
}

// print works on standard output. The head goes out at once: if that fails, the work
// would be for nothing. After the work a signal ends the program as any other, also when
// nobody reads.
func (b *batch) print(ctx context.Context, stop func()) error {
	b.grid.MadeBy(sim.Maker(revision()))
	head := b.grid.Journal(b.format, b.shard, sim.Maker(revision())).Start()
	if _, err := io.WriteString(b.stdout, head); err != nil {
		return err
	}
	err := b.work(ctx)
	stop()
	if b.failed != nil {
		return err
	}
	_, failed := io.WriteString(b.stdout, strings.TrimPrefix(b.grid.File(b.format, b.shard), head))
	return cmp.Or(err, failed)
}

// work measures all runs of the shard that are not known. It returns an
// [interruption] if ctx ends before.
func (b *batch) work(ctx context.Context) error {
	b.of, b.done = len(b.shard.Runs(b.grid)), b.grid.Known()
	b.events, b.over = make(chan func()), make(chan struct{})
	defer close(b.over)
	start := time.Now()
	b.crew = crew.Crew{Hire: b.hire, Result: b.result, Told: b.told, Moved: func() {},
		Now: func() float64 { return float64(time.Since(start).Milliseconds()) },
		After: func(ms float64, do func()) {
			time.AfterFunc(time.Duration(ms)*time.Millisecond, func() { b.post(do) })
		}}
	b.crew.Open(b.grid, b.shard)
	b.crew.Resize(min(b.cores, b.of, runtime.NumCPU())) // more would cost memory alone
	b.crew.Play()
	b.listen(ctx)
	b.clear()
	if b.failed == nil && b.out != nil {
		b.failed = b.out.inPlace()
	}
	switch {
	case b.failed != nil:
		return b.failed
	case b.done == b.of:
		return nil
	case ctx.Err() != nil:
		return b.stopped(ctx)
	}
	return fmt.Errorf("%d of %d runs could not be measured", b.of-b.done, b.of)
}

// listen lets the crew hear one thing after the other, until it is at rest.
func (b *batch) listen(ctx context.Context) {
	clock := time.NewTicker(time.Second)
	defer clock.Stop()
	stop := ctx.Done()
	for b.crew.State() == crew.Running || !b.crew.Resting() {
		select {
		case do := <-b.events:
			do()
		case <-stop:
			b.crew.Cancel()
			stop = nil
		case <-clock.C:
		}
		b.progress()
	}
}

// post lets the goroutine of the crew do something.
func (b *batch) post(do func()) {
	select {
	case b.events <- do:
	case <-b.over:
	}
}

func (b *batch) hire(h *crew.Hand) crew.Worker {
	return crew.Local(b.labs, func(n crew.News) {
		b.post(func() {
			if n.Kind == crew.Measured {
				b.facts = n.End()
			}
			b.crew.Heard(h, n)
		})
	})
}

// result writes a result down.
func (b *batch) result(run int) {
	b.done++
	if b.out == nil {
		return
	}
	if err := b.out.add(run); err != nil && b.failed == nil {
		b.failed = err
		b.crew.Cancel()
	}
}

func (b *batch) told(sentence string) {
	b.clear()
	b.say(sentence)
}

// progress shows how far the sweep is, on a terminal.
func (b *batch) progress() {
	if !b.terminal {
		return
	}
	left := ""
	if ms, ok := b.crew.Left(); ok && b.done < b.of {
		left = ", about " + figure.Seconds(ms/1000) + " left"
	}
	fmt.Fprintf(b.stderr, "\r%s %d of %d runs%s\x1b[K", bar(b.done, b.of), b.done, b.of, left)
}

func (b *batch) clear() {
	if b.terminal {
		fmt.Fprint(b.stderr, "\r\x1b[K")
	}
}

// stopped says how to go on.
func (b *batch) stopped(ctx context.Context) error {
	how := "The same command goes on from there."
	if b.out == nil {
		how = "With -o FILE the same command goes on from there."
	}
	b.say(fmt.Sprintf("stopped after %d of %d runs. %s", b.done, b.of, how))
	return interrupted(ctx)
}

// missing says what is wrong if no run has a fact that was asked for.
func (b *batch) missing() string {
	i := slices.IndexFunc(b.grid.Facts, func(key string) bool { return !known(b.grid, key) })
	if i < 0 || len(b.facts) == 0 {
		return ""
	}
	var keys []string
	for _, fact := range b.facts {
		keys = append(keys, fact.Key)
	}
	return fmt.Sprintf("no run has the fact %s; the last one has %s", b.grid.Facts[i], strings.Join(keys, ", "))
}
