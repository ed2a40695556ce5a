package simtest

import (
	"fmt"
	"math/rand/v2"

	"example.org/rote/sim"
	"example.org/rote/sim/exact"
)

// toy is a small lab that keeps the contract, but for its faults: each of these
// is one way to break it.
type toy struct {
	faults fault

	view   string
	n      int
	c, tol float64
	pts    []float64

	rng    *rand.Rand
	x      []float64
	slices int
	inside float64
	long   int
	first  float64 // the tol at the start
	used   float64 // the tol that inside is for
	steps  int
	old    []byte
}

type fault uint

const (
	drawChanges fault = 1 << iota
	resetForgets
	liveTicks
	liveForgotten
	liveDraws // a live change draws a random number
	infinite
	shortList
	noSentence
	factTwice
	factIsKnob
	factReserved
	totalGrows
	totalWrong
	panelVanishes
	garbage
	unknownRole
	emptyPanel
	endless
	lateLive // the last slices of a long run forget the live knob
)

func (l *toy) has(f fault) bool { return l.faults&f != 0 }

func (l *toy) Knobs(k *sim.Knobs) {
	k.Choice(&l.view, "view", "View", "one", "two")
	k.Int(&l.n, "n", "Walkers", 5, 1, 2000).Log()
	k.In(&l.view, "two").Float(&l.c, "c", "Drift", 0, 0, 10).LogZero(1e-6)
	k.Float(&l.tol, "tol", "Radius", 0.5, 1e-4, 5).Log().Live().Help("How near counts.")
	k.Points(&l.pts, "pts", "Your points")
	k.Int(&l.long, "long", "Slices of a tick", 2, 2, 1000)
}

func (l *toy) Open(rng *rand.Rand) sim.Scene {
	l.rng, l.slices, l.first = rng, 0, l.tol
	l.x = make([]float64, l.n)
	if !l.has(resetForgets) {
		l.steps = 0
	}
	for i := range l.x {
		l.x[i] = exact.Normal(rng) + float64(l.steps)
	}
	copy(l.x, l.pts)
	l.measure()
	return l
}

const toyTicks = 7

func (l *toy) Step() sim.Pace {
	switch {
	case l.used != l.tol && !l.has(liveForgotten):
		l.measure()
		if l.has(liveDraws) {
			l.rng.Uint64()
		}
		if l.has(liveTicks) {
			return sim.Tick
		}
		return sim.Busy
	case l.slices == l.long*toyTicks && !l.has(endless):
		return sim.Done
	}
	if l.has(garbage) {
		l.old = make([]byte, 10000)
	}
	for i := range l.x {
		l.x[i] += l.c + exact.Normal(l.rng)
	}
	l.measure()
	l.slices++
	l.steps++
	if l.has(lateLive) && l.slices == 5000 {
		l.x[0] += l.first
	}
	if l.slices%l.long != 0 {
		return sim.Busy
	}
	return sim.Tick
}

func (l *toy) measure() {
	l.inside = 0
	if !l.has(liveForgotten) || l.slices == 0 {
		l.used = l.tol
	}
	for _, x := range l.x {
		if x < l.used && x > -l.used {
			l.inside++
		}
	}
}

func (l *toy) Draw(f *sim.Frame) {
	f.Unit, f.Headline = "step", sim.Headline{Fact: "near", Words: "walkers are near 0"}
	f.Of, f.Says = toyTicks, fmt.Sprintf("Walkers near 0: %g of %d.", l.inside, l.n)
	p := f.Panel("Where are they?").Axes(sim.Axis{Name: "x"}, sim.Axis{Name: "y"})
	p.Short = "Where?"
	p.Point(sim.Points{Name: "walkers", X: l.x, Y: l.x})
	more := f.Panel("What is more?")
	more.Short, more.Empty = "More?", "Nothing is."
	f.Fact("near", "Near 0", "", "Walkers within the radius.", l.inside)
	if l.has(drawChanges) {
		l.x[0] += 1e-9
	}
	l.drawFaults(f)
}

func (l *toy) drawFaults(f *sim.Frame) {
	p := &f.Panels[0]
	half := l.slices > l.long*toyTicks/2
	switch {
	case l.has(infinite) && half:
		p.Label(sim.Label{Text: "here", X: 1 / (l.tol - l.tol)})
	case l.has(shortList):
		p.Points[0].Sizes = l.x[:len(l.x)/2+1]
		p.Line(sim.Line{X: l.x, Y: l.x[1:]})
	case l.has(noSentence):
		f.Says = "walkers near 0"
	case l.has(factTwice):
		f.Fact("near", "Again", "", "The same.", 1)
	case l.has(factIsKnob):
		f.Fact("tol", "Radius", "", "The radius.", 1)
	case l.has(factReserved):
		f.Fact("seed", "Seed", "", "The seed.", 1)
	case l.has(totalGrows) && half:
		f.Of++
	case l.has(totalWrong):
		f.Of = 2 * toyTicks
	case l.has(panelVanishes) && half:
		f.Panels = f.Panels[:1]
	case l.has(unknownRole):
		p.Label(sim.Label{Text: "here", Role: sim.Roles})
	case l.has(emptyPanel):
		f.Panels[1].Empty = ""
	}
}

func info(faults fault) sim.Info {
	return sim.Info{
		Name: "toy", Title: "Toy", Question: "Where do they walk?", Cite: "Nobody (2000).", Seconds: 1,
		Small:   "toy?long=2",
		Presets: []sim.Preset{{Name: "Few", Address: "toy?n=3"}, {Name: "Drift", Address: "toy?view=two&c=0.1&seed=2"}},
		Sweeps:  []sim.Sweep{{Question: "How many are near?", Address: "toy?n=3..9*2&tol=0.5..2*3&fact=near&seeds=2"}},
		New:     func() sim.Lab { return &toy{faults: faults} },
	}
}
