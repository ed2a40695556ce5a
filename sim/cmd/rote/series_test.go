package main

import (
	"math/rand/v2"

	"example.org/rote/sim"
)

// series is a lab of n ticks. It states how many were taken, their sum, and from the
// third on when that was.
type series struct{ n, step int }

func (l *series) Knobs(k *sim.Knobs) { k.Int(&l.n, "n", "Number", 1, 1, 9) }

func (l *series) Open(*rand.Rand) sim.Scene {
	l.step = 0
	return l
}

func (l *series) Step() sim.Pace {
	if l.step == l.n {
		return sim.Done
	}
	l.step++
	return sim.Tick
}

func (l *series) Draw(f *sim.Frame) {
	if l.step > 2 {
		f.Fact("late", "Third, \"late\"", "ticks", "When the third was.", 3)
	}
	f.Fact("step", "Steps", "", "That were taken, as the column says that has the name of this fact.", float64(l.step))
	f.Fact("sum", "Sum", "", "Of the ticks.", float64(l.step*(l.step+1))/2)
}

func seriesInfo() sim.Info {
	return sim.Info{Name: "series", New: func() sim.Lab { return new(series) }}
}
