package sim

// The methods of this file lend the panel's own memory to a mark, so that a lab
// keeps no arrays of its own for one dot or one rule.

// lend returns n numbers that live as long as the frame.
func (p *Panel) lend(n int) []float64 {
	from := len(p.lent)
	if from+n > cap(p.lent) {
		p.lent, from = make([]float64, 0, max(64, 2*cap(p.lent), n)), 0
	}
	p.lent = p.lent[:from+n]
	return p.lent[from : from+n : from+n]
}

func (p *Panel) lendAll(xs ...float64) []float64 {
	lent := p.lend(len(xs))
	copy(lent, xs)
	return lent
}

// Level appends m as a rule at y, from x0 to x1.
func (p *Panel) Level(m Line, y, x0, x1 float64) {
	m.X, m.Y = p.lendAll(x0, x1), p.lendAll(y, y)
	p.Line(m)
}

// Upright appends m as a rule at x, from y0 to y1.
func (p *Panel) Upright(m Line, x, y0, y1 float64) {
	m.X, m.Y = p.lendAll(x, x), p.lendAll(y0, y1)
	p.Line(m)
}

// Dot appends m as one point at (x, y).
func (p *Panel) Dot(m Points, x, y float64) {
	m.X, m.Y = p.lendAll(x), p.lendAll(y)
	p.Point(m)
}

// Map appends m with its places in pairs: x, y of the first point, of the second,
// and so on. The length of pairs is even.
func (p *Panel) Map(m Points, pairs []float64) {
	n := len(pairs) / 2
	m.X, m.Y = p.lend(n), p.lend(n)
	for i := range n {
		m.X[i], m.Y[i] = pairs[2*i], pairs[2*i+1]
	}
	p.Point(m)
}
