package sim_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"example.org/rote/sim"
	"example.org/rote/sim/simtest"
)

// A chest is a whole lab. Things fall into drawers; one that is alone is remembered.
type chest struct {
	view   string
	things int
}

func (l *chest) Knobs(k *sim.Knobs) {
	k.Choice(&l.view, "view", "What to look at", "drawers", "curve").Names("The drawers", "Thing by thing")
	k.Int(&l.things, "m", "Things", 100, 1, 1000).Log().Rising().Main()
}

func (l *chest) Open(rng *rand.Rand) sim.Scene {
	s := &filling{lab: l, rng: rng, drawers: make([]float64, 100), n: []float64{0}, alone: []float64{0}}
	if l.view == "curve" {
		return &curve{s}
	}
	return s
}

type filling struct { // the scene of the drawers; a tick is a thing
	lab      *chest
	rng      *rand.Rand
	drawers  []float64 // things in each
	n, alone []float64 // things so far, and those alone, at the start and after each tick
	goal     int       // the value of the live knob
}

func (s *filling) Step() sim.Pace {
	switch {
	case s.goal != s.lab.things: // the live knob has changed
		s.goal = s.lab.things
		return sim.Busy
	case len(s.n) > s.goal:
		return sim.Done
	}
	drawer := &s.drawers[s.rng.IntN(len(s.drawers))]
	*drawer++
	change := map[float64]float64{1: 1, 2: -1}[*drawer] // a second thing hides the first
	s.n, s.alone = append(s.n, float64(len(s.n))), append(s.alone, s.alone[len(s.n)-1]+change)
	return sim.Tick
}

func (s *filling) Draw(f *sim.Frame) {
	n, alone := s.n[len(s.n)-1], s.alone[len(s.n)-1]
	f.Unit, f.Says = "thing", fmt.Sprintf("%d drawers hold %g things, %g of them alone.", len(s.drawers), n, alone)
	f.Fact("alone", "Remembered", "", "Share of the things that are alone in a drawer.", alone/n) // NaN at the start: left out
	f.Headline = sim.Headline{Fact: "alone", Of: int(n), Words: "things lie alone"}
	f.Panel("One in a drawer?").Field(sim.Field{Name: "things", W: 10, H: 10, Values: s.drawers, X1: 10, Y1: 10})
}

type curve struct{ *filling } // the scene of the same filling, thing by thing
func (s *curve) Draw(f *sim.Frame) {
	f.Panel("Alone so far?").Axes(sim.Axis{Name: "things"}, sim.Axis{Name: "alone"}).Line(sim.Line{X: s.n, Y: s.alone})
	s.filling.Draw(f)
}

func chestInfo() sim.Info {
	return sim.Info{Name: "chest", Title: "Drawers", Question: "How many of 100 things do 100 drawers keep apart?", Cite: "Folklore.",
		Presets: []sim.Preset{{Name: "Full", Address: "chest"}}, Small: "chest?m=20", Seconds: 5, New: func() sim.Lab { return new(chest) }}
}

func Example() {
	run, _, _ := sim.Open([]sim.Info{chestInfo()}, "chest")
	run.Finish()
	fmt.Println(run.Frame().Says)
	// Output: 100 drawers hold 100 things, 37 of them alone.
}

func TestExample(t *testing.T) { simtest.Test(t, chestInfo()) }
