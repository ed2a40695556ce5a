package worker

import (
	"example.org/rote/sim"
	"example.org/rote/sim/sweep"
)

// A meter measures runs for a sweep, one at a time. Its owner calls work again
// and again while it is busy.
type meter struct {
	labs []sim.Info
	now  func() float64 // ms

	run    *sim.Run // on its way, or nil
	meter  sweep.Meter
	paused bool
}

// open starts the run of an address, with a sample after every so many ticks or, for
// 0, only one of its end, and leaves one that was on its way.
func (m *meter) open(address string, every int) error {
	m.close()
	run, _, err := sim.Open(m.labs, address)
	m.run, m.paused, m.meter = run, false, sweep.Meter{Run: run, Every: every}
	return err
}

func (m *meter) busy() bool { return m.run != nil && !m.paused }

// work does one slice, and returns the samples at the end of the run, or nil.
func (m *meter) work() []sweep.Sample {
	start := m.now()
	if !m.busy() || !m.meter.Work(func() bool { return m.now()-start >= slice }) {
		return nil
	}
	m.close()
	return m.meter.Samples
}

func (m *meter) close() {
	if m.run != nil {
		m.run.Close()
	}
	m.run = nil
}
