package diffusion

import "math"

// A backdrop is what lies behind the samples: a raster of the log density or of
// the nearest training point, and arrows of the pull. It is computed in slices
// and shown when it is whole.
type backdrop struct {
	rows        int // of columns(rows) cells each
	window      window
	sigma       float64   // of the arrows, and of the raster unless that is below blur
	cells       bool      // nearest points instead of the density
	blur        float64   // a density with less noise would fall between the cells
	at, end     int       // next cell or arrow of the pending ones
	shown       int       // cells of a whole raster, or 0
	paint       []float64 // a raster, being computed
	whole       []float64 // one that is complete
	isCells     bool      // what whole is
	shownSigma  float64
	hi, painted float64 // largest log density of whole, of paint

	x, y, dx, dy, nextX, nextY []float64 // a raster of arrows
	point, v                   []float64 // scratch
}

const (
	arrows     = 13 // rows of them
	logDepth   = 8  // range of the log density that is shown, in nats
	manyForMap = 512
)

func newBackdrop(s *flow) backdrop {
	rows := 48
	if s.pull.mix.n() > manyForMap {
		rows = 24
	}
	b := backdrop{rows: rows, window: s.window, paint: make([]float64, columns(rows)*rows), whole: make([]float64, columns(rows)*rows),
		point: make([]float64, 2), v: make([]float64, 2)}
	b.blur = b.window.half / float64(rows)
	b.at = -1
	for _, a := range []*[]float64{&b.x, &b.y, &b.dx, &b.dy, &b.nextX, &b.nextY} {
		*a = make([]float64, columns(arrows)*arrows)
	}
	for i := range b.x {
		b.x[i], b.y[i] = b.window.centre(i, arrows)
	}
	return b
}

// aim says what is to be seen now. What is already there is not done again.
func (b *backdrop) aim(s *flow) {
	if s.lab.field == plain {
		b.at, b.end = -1, -1
		return
	}
	sigma, cells := s.sigma(), s.lab.field != "density"
	if s.lab.look > 0 {
		sigma = max(s.lab.look, 1e-6) // the square of a tiny number would be 0
	}
	if b.at >= 0 && sigma == b.sigma && cells == b.cells {
		return
	}
	b.sigma, b.cells = sigma, cells
	b.at, b.end, b.painted = 0, len(b.paint)+len(b.x), math.Inf(-1)
	if b.shown > 0 && cells == b.isCells && (cells || max(sigma, b.blur) == b.shownSigma) {
		b.at = len(b.paint) // only the arrows are new
	}
}

// work does one slice, and reports whether there was any to do.
func (b *backdrop) work(s *flow) bool {
	if b.at == b.end {
		return false
	}
	slice := max(1, slicePairs/(s.pull.mix.n()*s.pull.cost()))
	for end := min(b.end, b.at+slice); b.at < end; b.at++ {
		switch i := b.at - len(b.paint); {
		case i >= 0:
			b.arrow(s.pull, i)
		case b.cells:
			b.paint[b.at] = float64(1 + b.nearest(s.points, b.at))
		default:
			b.density(s.pull.mix, b.at)
		}
		if b.at == len(b.paint)-1 {
			b.turn()
		}
	}
	if b.at == b.end {
		b.dx, b.nextX = b.nextX, b.dx
		b.dy, b.nextY = b.nextY, b.dy
	}
	return true
}

// turn shows the raster that has just become whole.
func (b *backdrop) turn() {
	b.whole, b.paint = b.paint, b.whole
	b.shown, b.isCells, b.hi, b.shownSigma = len(b.whole), b.cells, b.painted, max(b.sigma, b.blur)
}

func (b *backdrop) centre(cell int) []float64 {
	b.point[0], b.point[1] = b.window.centre(cell, b.rows)
	return b.point
}

func (b *backdrop) nearest(points []float64, cell int) int {
	at, _, _ := nearest(points, b.centre(cell))
	return at
}

func (b *backdrop) density(mix *mixture, cell int) {
	sigma := max(b.sigma, b.blur)
	log := mix.logDensity(mix.at(b.v, b.centre(cell), sigma), sigma)
	b.paint[cell] = log
	b.painted = max(b.painted, log)
}

// arrow computes arrow i: the direction of the pull, its length compressed to
// below the distance of the arrows.
func (b *backdrop) arrow(p *pull, i int) {
	b.point[0], b.point[1] = b.x[i], b.y[i]
	a, _ := p.at(b.v, b.point, b.sigma)
	length := float64(a * math.Sqrt(dot(b.v, b.v)))
	scale := a * 1.8 * b.window.half / arrows / (1 + length)
	b.nextX[i], b.nextY[i] = scale*b.v[0], scale*b.v[1]
}
