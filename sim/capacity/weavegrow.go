package capacity

import "example.org/rote/sim/sketch"

// A web is what of a weave grows zig-zag by zig-zag.
type web struct {
	beads  sketch.Trace // n in the sum, then those of the zig-zags
	values []float64    // the labels of the beads
	zigs   sketch.Trace
}

// newWeb returns an empty web with room for n points, and for zig-zags of so many
// places over a number of rows and groups.
func newWeb(n, places, rows, groups int) web {
	return web{sketch.NewTrace(2 * n), make([]float64, 0, 2*n), sketch.NewTrace(4*places + 3*rows*groups)}
}

func (w *web) clear() {
	w.beads.Clear()
	w.zigs.Clear()
	w.values = w.values[:0]
}

func (w *web) bead(x, middle, scale, label float64) {
	w.beads.To(x, middle+float64(scale*label))
	w.values = append(w.values, label)
}

// A growth is what a web is about: with another one it begins anew.
type growth struct {
	fit   int // which of the networks that were built
	tick  int // of a network that is not built yet
	out   int // the output shown
	begun int // columns of a first zig-zag that is not complete
}

// growth returns that of the present tick.
func (s *snake) growth() growth {
	stage, _ := s.stage()
	_, begun, zigs := s.inPlace()
	g := growth{fit: s.tally.fits, out: s.output()}
	if stage < drawing {
		g.tick = s.tick
	}
	if zigs == 0 {
		g.begun = begun
	}
	return g
}

// grow does one slice of what is to be shown of the present tick, and reports
// whether there was any. What is shown does not change.
func (w *weave) grow(s *snake) bool {
	stage, _ := s.stage()
	m := s.shownMemory(stage)
	if g := s.growth(); g != w.of {
		w.of = g
		w.begin(s, m)
		return true
	}
	units := m.output(w.of.out)[:s.tally.added(m, w.of.out)]
	if w.units == len(units) {
		return false
	}
	for cost := 0; w.units < len(units) && cost < sliceWork; cost += w.total.cost() {
		u := &units[w.units]
		w.units++
		w.zig(s, m, u, len(u.c))
		w.total.add(w, m, units[:w.units])
	}
	w.f.Clear()
	for i, t := range w.total.X {
		w.f.To(t, w.total.Y[i]-s.tally.off(m, w.of.out))
	}
	return true
}

// begin begins a web, with the points and the columns of the first zig-zag.
func (w *weave) begin(s *snake, m *memory) {
	if w.isShown {
		w.growing, w.spare, w.isShown = w.spare, w.growing, false
	}
	w.growing.clear()
	w.stand(m)
	for i := range s.task.n {
		w.growing.bead(w.at[i], w.ground(), w.scale, s.task.label(i)[w.of.out])
	}
	if w.of.begun > 0 {
		w.zig(s, m, &m.output(w.of.out)[0], w.of.begun)
	}
	w.units = 0
	w.f.Clear()
	w.total.begin(w, m)
}
