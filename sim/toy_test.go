package sim_test

import (
	"fmt"
	"math/rand/v2"

	"example.org/rote/sim"
	"example.org/rote/sim/exact"
)

// walk is a lab with a knob of every kind: a few walkers in the plane. A tick is
// two slices, and the share of walkers within a live radius is its fact.
type walk struct {
	view  string
	n     int
	steps int
	drift float64
	near  float64
	both  bool
	pts   []float64

	rng    *rand.Rand
	slices int
	x      []float64
	share  float64
	used   float64 // the radius that share is for
}

func (w *walk) Knobs(k *sim.Knobs) {
	k.Choice(&w.view, "view", "What to look at", "map", "count").Help("One walk, two views.")
	k.Int(&w.n, "n", "Walkers", 5, 1, 2048).Log()
	k.Int(&w.steps, "steps", "Steps", 6, 1, 100)
	k.In(&w.view, "map").Float(&w.drift, "c", "Drift", 0, 0, 10).LogZero(1e-6)
	k.Float(&w.near, "tol", "Radius", 0.5, 1e-4, 5).Log().Live()
	k.Bool(&w.both, "both", "Two steps at once", true).When("There are no steps.", func() bool { return w.steps > 1 })
	k.Points(&w.pts, "pts", "Your points")
}

func (w *walk) Open(rng *rand.Rand) sim.Scene {
	w.rng, w.slices = rng, 0
	w.x = append(make([]float64, 0, w.n+len(w.pts)), w.pts...)
	for len(w.x) < w.n {
		w.x = append(w.x, exact.Normal(rng))
	}
	w.measure()
	return w
}

func (w *walk) Step() sim.Pace {
	switch {
	case w.used != w.near:
		w.measure()
		return sim.Busy
	case w.slices == 2*w.steps:
		return sim.Done
	}
	for i := range w.x {
		w.x[i] += w.drift + exact.Normal(w.rng)
	}
	w.measure()
	w.slices++
	if w.slices%2 == 1 {
		return sim.Busy
	}
	return sim.Tick
}

func (w *walk) measure() {
	inside := 0
	for _, x := range w.x {
		if x < w.near && x > -w.near {
			inside++
		}
	}
	w.share, w.used = float64(inside)/float64(len(w.x)), w.near
}

func (w *walk) Draw(f *sim.Frame) {
	f.Of = w.steps
	f.Says = fmt.Sprintf("%d walkers.", len(w.x))
	p := f.Panel("Where are they?").Axes(sim.Axis{Name: "x"}, sim.Axis{Name: "y"})
	p.Point(sim.Points{X: w.x, Y: make([]float64, len(w.x))})
	f.Fact("share", "Share near 0", "", "Walkers within the radius.", w.share)
}

// Touch sets the live radius on a press, and the points, which restart, on a
// drag.
func (w *walk) Touch(t sim.Touch) {
	switch t.Kind {
	case sim.Press:
		w.near = min(5, max(1e-4, t.X))
	case sim.Drag:
		w.pts = []float64{t.X, t.Y}
	}
}

var labs = []sim.Info{
	{Name: "walk", Title: "Walk", New: func() sim.Lab { return new(walk) }},
	{Name: "other", Title: "Other", New: func() sim.Lab { return new(walk) }},
}
