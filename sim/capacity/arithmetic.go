package capacity

// An arithmetic is the precision in which a network is evaluated: single rounds
// every operation to float32. Operations on float32 numbers that are done in
// float64 and then rounded give the bits of float32 arithmetic.
type arithmetic struct{ single bool }

func (p arithmetic) of(x float64) float64 {
	if p.single {
		return float64(float32(x))
	}
	return x
}

// dot returns Σ a[i]·b[i] + first, summed in order.
func (p arithmetic) dot(a, b []float64, first float64) float64 {
	sum := p.of(first)
	for i, v := range a {
		sum = p.of(sum + p.of(float64(p.of(v)*p.of(b[i]))))
	}
	return sum
}

// line returns the position of x on the line.
func (m *memory) line(p arithmetic, x []float64) float64 { return p.dot(m.u, x, 0) }

// ramps fills a, one for each group, at a position on the line.
func (m *memory) ramps(p arithmetic, a []float64, t float64) {
	for i := range m.groups {
		g := &m.groups[i]
		a[i] = clamp(p.of(float64(p.of(g.slope) * p.of(t-p.of(g.mid)))))
	}
}

// z returns the zig-zag of a unit for the ramps a.
func (m *memory) z(p arithmetic, u *unit, a []float64) float64 { return p.dot(u.c, a[u.first:], u.b) }

// readout returns what the third layer says of class k at the number y: 1 within
// an eighth of the spacing of the levels, 0 beyond three eighths. It is
// (H(q(y-c)+2) - H(q(y-c)-2))/2 with q = 8/spacing: four ReLU.
func readout(p arithmetic, y float64, k, classes int) float64 {
	q := p.of(4 * float64(classes-1))
	s := p.of(float64(q * p.of(y-p.of(level(k, classes)))))
	return p.of(p.of(clamp(p.of(s+2))-clamp(p.of(s-2))) / 2)
}
