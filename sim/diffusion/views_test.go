package diffusion

import (
	"math/rand/v2"
	"testing"

	"example.org/rote/sim"
)

// Inside a unit of work neither Step nor Draw allocates.
func TestViewsMakeNoGarbage(t *testing.T) {
	for view, set := range map[string]func(l *Lab){
		"ucurve":      func(l *Lab) { l.n = 512 },
		"times":       func(l *Lab) { l.n, l.d = 2048, 64 },
		"conditional": func(l *Lab) { l.n = 2048 },
		"network":     func(l *Lab) { l.n = 2048 },
	} {
		l := new(Lab)
		l.Knobs(new(sim.Knobs))
		l.view = view
		set(l)
		s := l.Open(rand.New(rand.NewPCG(1, 1)))
		var f sim.Frame
		s.Draw(&f)
		if got := testing.AllocsPerRun(20, func() { s.Step() }); got > 0 {
			t.Errorf("%s: a Step allocates %g times", view, got)
		}
		if got := testing.AllocsPerRun(20, func() { f.Reset(); s.Draw(&f) }); got > 0 {
			t.Errorf("%s: a Draw allocates %g times", view, got)
		}
	}
}
