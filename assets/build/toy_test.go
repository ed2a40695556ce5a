package main

import (
	"math/rand/v2"

	"example.org/rote/sim"
)

// A toy is a lab with a knob of every kind, three ticks long.
type toy struct {
	view, data string
	n          int
	c, tol     float64
	snake      bool
	pts        []float64
	at         int
}

func (l *toy) Knobs(k *sim.Knobs) {
	k.Choice(&l.view, "view", "What to look at", "flow", "curve")
	k.Choice(&l.data, "data", "Data", "paper", "yours")
	k.Int(&l.n, "n", "Number of points", 20, 1, 2048).Log().Help("More points fill the gaps.")
	k.In(&l.view, "curve").Float(&l.c, "c", "Strength c", 0, 0, 10).LogZero(1e-6)
	k.Float(&l.tol, "tol", "Copy tolerance", 0.01, 1e-4, 0.5).Log().Live()
	k.Bool(&l.snake, "snake", "Alternate <order>", true)
	k.Points(&l.pts, "pts", "Your points").When("Only with data = yours.", func() bool { return l.data == "yours" })
}

func (l *toy) Open(*rand.Rand) sim.Scene { l.at = 0; return l }

func (l *toy) Step() sim.Pace {
	if l.at == 3 {
		return sim.Done
	}
	l.at++
	return sim.Tick
}

func (l *toy) Draw(f *sim.Frame) {
	f.Of, f.Says = 3, "Three dots & nothing more."
	p := f.Panel("Where are the dots?")
	p.Points = append(p.Points, sim.Points{X: []float64{0, 1, 2}, Y: []float64{0, 1, 0}})
	f.Fact("copied", "Copied", "", "Share of samples on a training point.", 0.25)
}

var toyInfo = sim.Info{
	Name: "toy", Title: "A toy", Question: "What is a toy?", Cite: "Nobody (2025). Toys.", Seconds: 1,
	Presets: []sim.Preset{{Name: "Standard", Address: "toy"}, {Name: "Few & off", Address: "toy?n=3&c=0.1"}},
	New:     func() sim.Lab { return new(toy) },
}
