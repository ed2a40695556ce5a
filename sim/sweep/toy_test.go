package sweep_test

import (
	"math/rand/v2"
	"slices"

	"example.org/rote/sim"
	"example.org/rote/sim/sweep"
)

// walk is a lab of walkers on a line. Its fact is the share of them near 0.
type walk struct {
	view     string
	n, steps int
	drift    float64
	near     float64
	both     bool
	pts      []float64

	rng  *rand.Rand
	step int
	x    []float64
}

func (w *walk) Knobs(k *sim.Knobs) {
	k.Choice(&w.view, "view", "What to look at", "map", "count")
	k.Int(&w.n, "n", "Walkers", 5, 1, 2048).Log()
	k.Int(&w.steps, "steps", "Steps", 6, 1, 100)
	k.Float(&w.drift, "c", "Drift", 0, 0, 10).LogZero(1e-6)
	k.Float(&w.near, "tol", "Radius", 0.5, 1e-4, 5).Log()
	k.Bool(&w.both, "both", "Two steps at once", true)
	k.Points(&w.pts, "pts", "Your points")
}

func (w *walk) Open(rng *rand.Rand) sim.Scene {
	w.rng, w.step, w.x = rng, 0, make([]float64, w.n)
	return w
}

func (w *walk) Step() sim.Pace {
	if w.step == w.steps {
		return sim.Done
	}
	for i := range w.x {
		w.x[i] += w.drift + w.rng.Float64() - 0.5
	}
	w.step++
	return sim.Tick
}

func (w *walk) Draw(f *sim.Frame) {
	inside := 0
	for _, x := range w.x {
		if x < w.near && x > -w.near {
			inside++
		}
	}
	if w.view == "count" {
		f.Fact("step", "Steps", "steps", "That are taken.", float64(w.step))
		if w.n > 4 { // of fewer there is nothing to say
			f.Fact("farthest", "Farthest walker", "m", "Of all.", slices.Max(w.x))
		}
	}
	f.Fact("share", "Share near 0", "", "Walkers within the radius.", float64(inside)/float64(w.n))
}

var labs = []sim.Info{
	{Name: "walk", Title: "Walk", New: func() sim.Lab { return new(walk) }},
	{Name: "other", Title: "Other", New: func() sim.Lab { return new(walk) }},
}

// put stores the value of the fact that a sweep shows, or nil if the run has none.
func put(g *sweep.Grid, run int, fact *sim.Fact) {
	if fact == nil {
		g.Put(run)
		return
	}
	f := *fact
	f.Key = g.Fact
	g.Put(run, sweep.Sample{Facts: []sim.Fact{f}})
}
