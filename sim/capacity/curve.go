package capacity

import (
	"slices"

	"example.org/rote/sim/sketch"
)

// A curve is a function along the line, linear between its knots.
type curve struct{ sketch.Trace }

// newCurve returns an empty curve with room for n knots.
func newCurve(n int) curve { return curve{sketch.NewTrace(n)} }

// at returns the value at a place: constant outside, linear inside. The curve
// has a knot and no breaks.
func (c *curve) at(t float64) float64 {
	i, _ := slices.BinarySearch(c.X, t)
	switch {
	case i == 0:
		return c.Y[0]
	case i == len(c.X):
		return c.Y[i-1]
	}
	share := (t - c.X[i-1]) / (c.X[i] - c.X[i-1])
	return c.Y[i-1] + float64(share*(c.Y[i]-c.Y[i-1]))
}

// A mean gives means of a curve over intervals.
type mean struct {
	curve *curve
	area  []float64 // under the curve, from its first knot to each
}

// of takes another curve.
func (m *mean) of(c *curve) {
	m.curve, m.area = c, append(m.area[:0], 0)
	for i := 1; i < len(c.X); i++ {
		m.area = append(m.area, m.area[i-1]+float64((c.X[i]-c.X[i-1])*(c.Y[i]+c.Y[i-1])/2))
	}
}

// over returns the mean from lo to hi, lo < hi.
func (m *mean) over(lo, hi float64) float64 { return (m.upTo(hi) - m.upTo(lo)) / (hi - lo) }

// upTo returns the area from the first knot to t, negative before it.
func (m *mean) upTo(t float64) float64 {
	c := m.curve
	i, _ := slices.BinarySearch(c.X, t)
	if i == 0 {
		return float64((t - c.X[0]) * c.Y[0])
	}
	return m.area[i-1] + float64((t-c.X[i-1])*(c.at(t)+c.Y[i-1])/2)
}
