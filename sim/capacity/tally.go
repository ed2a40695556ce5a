package capacity

import "math"

// A tally evaluates a snake network at all points, zig-zag by zig-zag.
type tally struct {
	ramps []float64 // n×groups
	sums  []float64 // n×dy: sums of the first units
	units int       // so many are added
	leaks int       // of those, times |z| < 1 at a point that the unit does not own
	known bool      // the ramps are those of the network
	owner []int     // n: which of the zig-zags of an output has the point

	fits   int     // networks so far
	knots  curve   // scratch
	pieces int     // of the output shown, between the first knots
	seen   int     // so many
	slope  float64 // of the last piece
}

func newTally(s *snake) tally {
	n := s.task.n
	return tally{ramps: make([]float64, n*len(s.used.groups)), sums: make([]float64, n*s.task.dy), owner: make([]int, n),
		knots: newCurve(s.used.knotsOf())}
}

func (y *tally) reset(s *snake) {
	*y = tally{ramps: y.ramps, sums: y.sums, owner: y.owner, knots: y.knots, fits: y.fits + 1}
	clear(y.sums)
	for place, i := range s.used.order {
		y.owner[i] = s.used.owner[place]
	}
}

// work adds a slice of units, up to the count.
func (y *tally) work(s *snake, count int) {
	if !y.known {
		y.fill(s)
		return
	}
	cost := 0
	for y.units < count && cost < sliceWork {
		u := &s.used.units[y.units]
		y.add(s, u, y.units%(len(s.used.units)/s.used.dy))
		y.units++
		cost += s.task.n * (len(u.c) + 4)
	}
}

func (y *tally) fill(s *snake) {
	p, g := s.arithmetic(), len(s.used.groups)
	for i := range s.task.n {
		s.used.ramps(p, y.ramps[i*g:(i+1)*g], s.used.line(p, s.task.point(i)))
	}
	y.known = true
}

// add adds one unit, the index-th of its output.
func (y *tally) add(s *snake, u *unit, index int) {
	p, m := s.arithmetic(), s.used
	for i := range s.task.n {
		z := y.z(s, u, i)
		sum := &y.sums[i*m.dy+u.out]
		*sum = p.of(*sum + clamp(z))
		if math.Abs(z) < 1 && y.owner[i] != index {
			y.leaks++
		}
	}
}

// z returns the zig-zag of a unit at point i.
func (y *tally) z(s *snake, u *unit, i int) float64 {
	g := len(s.used.groups)
	return s.used.z(s.arithmetic(), u, y.ramps[i*g:(i+1)*g])
}

// answer returns what the units added so far say of point i and an output.
func (y *tally) answer(s *snake, i, out int) float64 {
	return s.arithmetic().of(y.sums[i*s.used.dy+out] - y.off(s.used, out))
}

// off returns the constant for the units added so far: with their own one they
// are a network for the labels of their own points.
func (y *tally) off(m *memory, out int) float64 {
	if len(m.p1) > 1 {
		return m.off
	}
	return 1 - float64(y.added(m, out)%2)
}

// added returns how many of the units added serve an output.
func (y *tally) added(m *memory, out int) int {
	n := len(m.units) / m.dy
	return min(n, max(0, y.units-out*n))
}
