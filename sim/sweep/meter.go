package sweep

import (
	"slices"

	"example.org/rote/sim"
)

// A Meter measures a run: what it states at its end and, if Every is not 0, at the
// start and after every so many ticks. The run is one that has just been opened.
type Meter struct {
	Run     *sim.Run
	Every   int
	Samples []Sample // once Work has returned true
}

// Work works on the run, and reports whether it is at its end. It stops when enough
// returns true, which is asked after every slice and tick; a nil enough never stops it.
func (m *Meter) Work(enough func() bool) (done bool) {
	m.read()
	done = m.Run.Measure(func() bool {
		m.read()
		return enough != nil && enough()
	})
	if done {
		m.take()
	}
	return done
}

// read takes a sample if it is time for one.
func (m *Meter) read() {
	if m.Every > 0 && m.Run.Ticks()%m.Every == 0 && m.last() < m.Run.Ticks() {
		m.take()
	}
}

func (m *Meter) last() int {
	if n := len(m.Samples); n > 0 {
		return m.Samples[n-1].Step
	}
	return -1
}

// take takes a sample, in the place of one of the same tick: the end of a run may come
// after its last tick.
func (m *Meter) take() {
	if step := m.Run.Ticks(); m.last() == step {
		m.Samples = m.Samples[:len(m.Samples)-1]
	}
	m.Samples = append(m.Samples, Sample{m.Run.Ticks(), slices.Clone(m.Run.Frame().Facts)})
}
