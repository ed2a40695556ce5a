package sweep

import (
	"math"
	"slices"

	"example.org/rote/sim/exact"
)

// A series is a fact along a range, while the other knob stands still.
type series struct {
	at    []float64 // on the scale on which the range is drawn, rising
	value []float64 // same length, without NaN
}

// A place is where a series comes to an edge, on the scale of the range.
type place struct {
	at     float64
	cell   float64 // the distance of the two values between which it lies
	rising bool    // from below the edge to above it
	open   int     // of an extreme: -1 at the first value of the series, 1 at the last, else 0
}

// places returns where s comes to the edge, in order: where it crosses it, or
// where it is least or greatest if the edge is infinite.
func (s series) places(edge float64) []place {
	switch {
	case len(s.at) < 2:
		return nil
	case math.IsInf(edge, 0):
		return s.extreme(edge)
	}
	return s.crossings(edge)
}

// crossings returns where s goes from one side of the edge to the other, by
// interpolation between neighbours. Values that lie on the edge belong to the
// crossing: at an end of the series they are where it arrives, or where it
// leaves; between two values of one side they are none.
func (s series) crossings(edge float64) (out []place) {
	last, on := -1, -1 // the last value off the edge, and the first on it since then
	for i, v := range s.value {
		switch {
		case v == edge && on < 0:
			on = i
		case v == edge:
		default:
			if p, ok := s.crossing(last, on, i, edge); ok {
				out = append(out, p)
			}
			last, on = i, -1
		}
	}
	if last >= 0 && on >= 0 {
		out = append(out, place{at: s.at[on], cell: s.at[on] - s.at[last], rising: s.value[last] < edge})
	}
	return out
}

// crossing returns the place between the values last and i, which lie off the
// edge, if it is one. The values from on to i, if there are any, lie on the edge.
func (s series) crossing(last, on, i int, edge float64) (place, bool) {
	rising := s.value[i] > edge
	switch {
	case last < 0 && on < 0 || last >= 0 && (s.value[last] > edge) == rising:
		return place{}, false
	case last < 0:
		return place{at: s.at[i-1], cell: s.at[i] - s.at[i-1], rising: rising}, true
	case on >= 0:
		return place{at: (s.at[on] + s.at[i-1]) / 2, cell: s.at[on] - s.at[last], rising: rising}, true
	}
	a, b := s.value[last], s.value[i]
	cell := s.at[i] - s.at[last]
	return place{at: s.at[last] + (edge-a)/(b-a)*cell, cell: cell, rising: rising}, true
}

// extreme returns where s is least, for an edge of -Inf, or greatest, unless all
// values are equal.
func (s series) extreme(edge float64) []place {
	lo, hi := slices.Min(s.value), slices.Max(s.value)
	if lo == hi {
		return nil
	}
	best := lo
	if edge > 0 {
		best = hi
	}
	first, last := slices.Index(s.value, best), len(s.value)-1
	for s.value[last] != best {
		last--
	}
	p := place{at: (s.at[first] + s.at[last]) / 2}
	if first == last && first > 0 && last < len(s.at)-1 {
		p.at = s.vertex(first)
	}
	switch end := len(s.at) - 1; {
	case first == 0 && last < end:
		p.open, p.cell = -1, s.at[last+1]-s.at[last]
	case last == end && first > 0:
		p.open, p.cell = 1, s.at[first]-s.at[first-1]
	case first > 0:
		p.cell = max(s.at[first]-s.at[first-1], s.at[last+1]-s.at[last])
	}
	return []place{p}
}

// vertex returns where the parabola through value i, an extreme, and its
// neighbours is level. It goes through the logarithms of values that span more
// than two decades.
func (s series) vertex(i int) float64 {
	value := func(k int) float64 { return s.value[k] }
	if isWide(slices.Min(s.value), slices.Max(s.value)) {
		value = func(k int) float64 { return exact.Log(s.value[k]) }
	}
	left, right := s.at[i]-s.at[i-1], s.at[i+1]-s.at[i]
	a, b := (value(i)-value(i-1))/left, (value(i+1)-value(i))/right
	return s.at[i] - (a*right+b*left)/(b-a)/2
}
