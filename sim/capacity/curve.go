package capacity

import (
	"math"
	"slices"
)

// A curve is a function along the line, linear between its knots. NaN breaks it.
type curve struct{ x, y []float64 }

// newCurve returns an empty curve with room for n knots.
func newCurve(n int) curve { return curve{x: make([]float64, 0, n), y: make([]float64, 0, n)} }

func (c *curve) clear() { c.x, c.y = c.x[:0], c.y[:0] }

// to adds a knot. It is not inlined, as two appends are much code.
//
//go:noinline
func (c *curve) to(x, y float64) { c.x, c.y = append(c.x, x), append(c.y, y) }

// lift breaks the curve.
func (c *curve) lift() { c.to(math.NaN(), math.NaN()) }

// at returns the value at a place: constant outside, linear inside. The curve
// has a knot and no breaks.
func (c *curve) at(t float64) float64 {
	i, _ := slices.BinarySearch(c.x, t)
	switch {
	case i == 0:
		return c.y[0]
	case i == len(c.x):
		return c.y[i-1]
	}
	share := (t - c.x[i-1]) / (c.x[i] - c.x[i-1])
	return c.y[i-1] + float64(share*(c.y[i]-c.y[i-1]))
}

// A mean gives means of a curve over intervals.
type mean struct {
	curve *curve
	area  []float64 // under the curve, from its first knot to each
}

// of takes another curve.
func (m *mean) of(c *curve) {
	m.curve, m.area = c, append(m.area[:0], 0)
	for i := 1; i < len(c.x); i++ {
		m.area = append(m.area, m.area[i-1]+float64((c.x[i]-c.x[i-1])*(c.y[i]+c.y[i-1])/2))
	}
}

// over returns the mean from lo to hi, lo < hi.
func (m *mean) over(lo, hi float64) float64 { return (m.upTo(hi) - m.upTo(lo)) / (hi - lo) }

// upTo returns the area from the first knot to t, negative before it.
func (m *mean) upTo(t float64) float64 {
	c := m.curve
	i, _ := slices.BinarySearch(c.x, t)
	if i == 0 {
		return float64((t - c.x[0]) * c.y[0])
	}
	return m.area[i-1] + float64((t-c.x[i-1])*(c.at(t)+c.y[i-1])/2)
}
