package sim

import "math"

// A Scale maps a control's positions to values. The zero Scale is linear.
// Positions count stops: 0 is the first, [Knob.Stops] the last; values between
// stops are reached by fractions of a stop.
type Scale struct {
	Log  bool
	Zero bool    // the first stop is 0, the next is Low
	Low  float64 // least value above 0 of a log scale
}

// stopsPerDecade is the grain of log scales.
const stopsPerDecade = 25

// Stops returns the position of the last stop: at least 1.
func (k *Knob) Stops() int {
	switch {
	case k.Scale.Log:
		n := int(math.Ceil(stopsPerDecade*math.Log10(k.Max/k.Scale.Low) - 1e-9))
		return max(1, n) + k.firstLog()
	case k.Kind == IntKind:
		return max(1, int(k.Max-k.Min))
	default:
		return 100
	}
}

func (k *Knob) firstLog() int {
	if k.Scale.Zero {
		return 1
	}
	return 0
}

// ValueAt returns the value at a position, rounded to a short number: three
// digits, and whole for an Int.
func (k *Knob) ValueAt(position float64) float64 {
	return k.nearest(roundDigits(k.valueAt(position), 3))
}

func (k *Knob) valueAt(position float64) float64 {
	last := float64(k.Stops())
	if position >= last {
		return k.Max
	}
	if !k.Scale.Log {
		return k.Min + (k.Max-k.Min)*max(0, position)/last
	}
	steps := position - float64(k.firstLog())
	if steps < 0 && k.Scale.Zero {
		return 0
	}
	return k.Scale.Low * math.Pow(10, max(0, steps)/stopsPerDecade)
}

// PositionOf returns the position of a value, which need not be a stop.
func (k *Knob) PositionOf(x float64) float64 {
	last := float64(k.Stops())
	switch {
	case x >= k.Max:
		return last
	case !k.Scale.Log:
		return last * max(0, x-k.Min) / (k.Max - k.Min)
	case k.Scale.Zero && x < k.Scale.Low:
		return 0
	}
	steps := stopsPerDecade * math.Log10(x/k.Scale.Low)
	return min(last, max(0, steps)+float64(k.firstLog()))
}

// nearest returns the valid value next to x, which is not NaN.
func (k *Knob) nearest(x float64) float64 {
	if k.Kind == BoolKind {
		return min(1, max(0, math.Round(x)))
	}
	if k.Kind == IntKind {
		x = math.Round(x)
	}
	return min(k.Max, max(k.Min, x))
}

func roundDigits(x float64, digits int) float64 {
	if x == 0 || math.IsInf(x, 0) {
		return x
	}
	unit := math.Pow(10, float64(digits-1)-math.Floor(math.Log10(math.Abs(x))))
	if math.IsInf(unit, 0) || unit == 0 {
		return x
	}
	if unit < 1 {
		return math.Round(x*unit) * math.Round(1/unit)
	}
	return math.Round(x*unit) / unit
}
