package crew

import (
	"math/rand/v2"
	"sync/atomic"

	"example.org/rote/sim"
)

// toy is a lab whose fact says which run it was: the product of its knobs and
// its seed. It panics where dies is true, and after that many deaths no more.
type toy struct {
	a, b, steps, left int
	seed              uint64
}

// deaths is how many runs of the toy are still to panic.
var deaths atomic.Int64

func (l *toy) Knobs(k *sim.Knobs) {
	k.Int(&l.a, "a", "One", 1, 1, 100)
	k.Int(&l.b, "b", "Another", 1, 1, 100)
	k.Int(&l.steps, "steps", "Steps", 20, 1, 1000)
}

func (l *toy) Open(rng *rand.Rand) sim.Scene {
	l.left, l.seed = l.steps, rng.Uint64()
	return l
}

func (l *toy) Step() sim.Pace {
	if l.left--; l.left < 0 {
		return sim.Done
	}
	if l.left == l.steps/2 && deaths.Add(-1) >= 0 {
		panic("the toy is broken")
	}
	return sim.Tick
}

func (l *toy) Draw(f *sim.Frame) {
	f.Fact("steps", "Steps", "", "So far.", float64(l.steps-l.left))
	if (l.a+l.b)%5 > 0 {
		f.Fact("which", "Which", "", "It was.", float64(l.a*1000+l.b)+float64(l.seed%1024)/1024)
	}
}

var labs = []sim.Info{{Name: "toy", Title: "Toy", New: func() sim.Lab { return new(toy) }}}
