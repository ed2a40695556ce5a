package sweep

import (
	"slices"
	"strconv"

	"example.org/rote/sim"
	"example.org/rote/sim/exact"
)

// spread returns n values from lo to hi, which are such values and lo < hi: in
// equal steps, or equal ratios on a log scale, but for rounding to short
// numbers. Whole numbers are distinct. There may be fewer than n.
func spread(k *sim.Knob, lo, hi float64, n int) []float64 {
	if k.Kind == sim.IntKind {
		n = min(n, int(hi-lo)+1)
	}
	values := make([]float64, n)
	for i := range values {
		values[i] = min(hi, max(lo, between(k, lo, hi, i, n-1)))
	}
	values[0], values[n-1] = lo, hi
	if k.Kind == sim.IntKind {
		apart(values)
	}
	return slices.Compact(values)
}

// between returns the value i of last steps on the way from lo to hi, rounded.
func between(k *sim.Knob, lo, hi float64, i, last int) float64 {
	part := float64(i) / float64(last)
	if !k.Scale.Log {
		step := (hi - lo) / float64(last)
		return k.Nearest(round(lo+float64(part*(hi-lo)), 'f', max(0, 3-sim.Decade(step))))
	}
	low, high := exact.Log(lo), exact.Log(hi)
	x := exact.Exp(low + float64(part*(high-low)))
	switch step := (high - low) / float64(last); {
	case k.Kind == sim.IntKind:
		return k.Nearest(x)
	case step > 0.02:
		return round(x, 'e', 2)
	default:
		return round(x, 'e', 5)
	}
}

// round writes x in a format of package strconv, and reads it back: a short
// number, and the same on every platform.
func round(x float64, format byte, digits int) float64 {
	x, _ = strconv.ParseFloat(strconv.FormatFloat(x, format, digits, 64), 64)
	return x
}

// apart moves whole numbers, which rise from the first to the last, apart so
// that they are distinct. There is room.
func apart(values []float64) {
	last := len(values) - 1
	for i := 1; i < last; i++ {
		values[i] = max(values[i], values[i-1]+1)
	}
	for i := last; i > 0; i-- {
		values[i-1] = min(values[i-1], values[i]-1)
	}
}
