package main

import (
	"context"
	"fmt"
	"math"
	"runtime"
	"strings"
	"time"

	"example.org/rote/sim"
	"example.org/rote/sim/figure"
	"example.org/rote/sim/sweep"
)

// A cost is what a run takes.
type cost struct {
	seconds float64
	bytes   uint64 // of the heap
	atLeast bool   // it was not measured to its end, and nobody knows how far that is
}

// probing is how long a run is measured at most to know what the sweep takes.
const probing = 5 * time.Second

// estimate says what a sweep would take, from its first run, one in the middle and the
// last, and leaves it at that.
func (c command) estimate(ctx context.Context, g *sweep.Grid, o sweepOrder) error {
	runs := o.shard.Runs(g)
	var all cost
	least, most, n := math.Inf(1), 0.0, 0
	for _, i := range middles(len(runs)) {
		one, err := c.probe(ctx, g.RunAddress(runs[i]))
		if err != nil {
			return err
		}
		all.seconds += one.seconds
		all.bytes = max(all.bytes, one.bytes)
		all.atLeast = all.atLeast || one.atLeast
		least, most, n = min(least, one.seconds), max(most, one.seconds), n+1
	}
	total, cores := 0.0, min(o.cores, max(1, len(runs)))
	if n > 0 {
		total = all.seconds / float64(n) * float64(len(runs))
	}
	about := "about"
	if all.atLeast {
		about = "at least"
	}
	const mb = 1 << 20
	_, err := fmt.Fprintf(c.stdout, "%d runs: %s\n%s %.3g core-seconds, as %d of them take %.2g s to %.2g s: %s on %d cores\n%s %.3g MB of memory on %d cores\n",
		len(runs), size(g, len(runs)), about, total, n, least, most, figure.Seconds(total/float64(cores)), cores,
		about, (float64(all.bytes)*float64(cores)+float64(heap()))/mb, cores)
	return err
}

// size says how the runs of a sweep come about.
func size(g *sweep.Grid, runs int) string {
	var words []string
	for _, r := range g.Ranges() {
		words = append(words, fmt.Sprintf("%d values of %s", len(r.Values), r.Knob.Key))
	}
	text := strings.Join(words, " × ")
	if g.Seeds > 1 {
		text += fmt.Sprintf(" × %d seeds", g.Seeds)
	}
	if runs < g.Runs() {
		text += fmt.Sprintf(", %d in all", g.Runs())
	}
	return text
}

// middles returns the first, the middle and the last of n indices, as far as there are
// so many.
func middles(n int) []int {
	switch n {
	case 0:
		return nil
	case 1, 2:
		return []int{0, n - 1}[:n]
	}
	return []int{0, n / 2, n - 1}
}

// probe measures what a run takes, the first part of it if it is long.
func (c command) probe(ctx context.Context, address string) (cost, error) {
	runtime.GC()
	before, start := heap(), time.Now()
	r, _, err := sim.Open(c.labs, address)
	if err != nil {
		return cost{}, err
	}
	defer r.Close()
	one, looked := cost{}, start
	enough := func() bool {
		if now := time.Now(); now.Sub(looked) > 50*time.Millisecond {
			looked = now
			one.see(before)
		}
		return ctx.Err() != nil || time.Since(start) > probing
	}
	for !enough() && !r.Measure(enough) {
	}
	one.see(before)
	one.seconds = time.Since(start).Seconds()
	if end := ticks(r); !r.Done() && r.Ticks() < end {
		one.seconds *= float64(end) / math.Max(0.5, float64(r.Ticks()))
	} else if !r.Done() && end == 0 {
		one.atLeast = true
	}
	return one, interrupted(ctx)
}

// ticks is how many ticks a run has to do, as far as it knows.
func ticks(r *sim.Run) int {
	if at := int(r.At.Number()); at > 0 {
		return at
	}
	return r.Frame().Of
}

// see takes the memory that a run has now.
func (o *cost) see(before uint64) {
	if now := heap(); now > before {
		o.bytes = max(o.bytes, now-before)
	}
}

// heap is how much memory of the heap is in use, in bytes.
func heap() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
