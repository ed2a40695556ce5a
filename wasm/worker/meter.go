package worker

import "example.org/rote/sim"

// A meter measures runs for a sweep, one at a time. Its owner calls work again
// and again while it is busy.
type meter struct {
	labs []sim.Info
	now  func() float64 // ms

	run    *sim.Run // on its way, or nil
	paused bool
}

// open starts the run of an address, and leaves one that was on its way.
func (m *meter) open(address string) error {
	m.close()
	run, _, err := sim.Open(m.labs, address)
	m.run, m.paused = run, false
	return err
}

func (m *meter) busy() bool { return m.run != nil && !m.paused }

// work does one slice, and returns the frame at the end of the run, or nil.
func (m *meter) work() *sim.Frame {
	start := m.now()
	if !m.busy() || !m.run.Measure(func() bool { return m.now()-start >= slice }) {
		return nil
	}
	f := m.run.Frame()
	m.close()
	return f
}

func (m *meter) close() {
	if m.run != nil {
		m.run.Close()
	}
	m.run = nil
}
