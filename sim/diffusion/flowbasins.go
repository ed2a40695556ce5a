package diffusion

// basinSteps is how many steps of rk4 find the end of a start.
const basinSteps = 24

// A basins is the map of where a start at each place ends: the flow from the
// first noise level, whatever the sampler of the run.
type basins struct {
	rows   int
	window window
	points []float64
	move   *sampler
	end    []float64 // a raster: 1 + the distinct point at the end
	cell   int
	level  int
	x      []float64 // 2, where the start of the present cell is now
}

func newBasins(s *flow) basins {
	l, rows := s.lab, 40
	if s.pull.mix.n() > manyForMap/2 {
		rows = 20
	}
	plan := newSchedule(s.plan.sigma[0], max(l.smin, 0.01), basinSteps, l.c, l.process)
	return basins{rows: rows, window: s.window, points: s.points, end: make([]float64, columns(rows)*rows),
		move: newSampler(rk4, s.pull, plan, 1, nil), x: make([]float64, 2)}
}

func (b *basins) done() bool { return b.cell == len(b.end) }

// work does one slice, and reports whether there was any to do.
func (b *basins) work() bool {
	if b.done() {
		return false
	}
	cost := b.move.evaluations() * b.move.pull.mix.n()
	for pairs := slicePairs; pairs > 0 && !b.done(); pairs -= cost {
		if b.level == 0 {
			b.x[0], b.x[1] = b.window.centre(b.cell, b.rows)
		}
		b.move.step(b.x, b.x, 0, b.level)
		if b.level++; b.level == basinSteps {
			at, _, _ := nearest(b.points, b.x)
			b.end[b.cell] = float64(1 + at)
			b.cell, b.level = b.cell+1, 0
		}
	}
	return true
}
