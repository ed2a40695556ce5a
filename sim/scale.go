package sim

import (
	"math"
	"strconv"
	"strings"
)

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
		return max(1, int(math.Ceil(k.logPosition(k.Max)-1e-9)))
	case k.Kind == IntKind:
		return max(1, int(k.Max-k.Min))
	default:
		return 100
	}
}

// ValueAt returns the value at a position, rounded to a short number. It never
// falls while the position rises. Each stop of an Int, but perhaps the last one,
// is a number of its own.
func (k *Knob) ValueAt(position float64) float64 {
	last := float64(k.Stops())
	switch {
	case position >= last:
		return k.Max
	case !(position > 0):
		return k.Min
	case k.Scale.Log:
		return k.Nearest(roundDigits(k.logValue(position), 3))
	case k.Kind == IntKind:
		return k.Nearest(k.Min + position)
	}
	span := k.Max - k.Min
	return k.Nearest(roundTo(k.Min+span*position/last, Decade(span/1000)))
}

// PositionOf returns the position of a value, which need not be a stop.
func (k *Knob) PositionOf(x float64) float64 {
	last := float64(k.Stops())
	switch {
	case x >= k.Max:
		return last
	case !(x > k.Min):
		return 0
	case k.Scale.Log:
		return min(last, k.logPosition(x))
	}
	return last * (x - k.Min) / (k.Max - k.Min)
}

// logValue is the inverse of logPosition from the first stop above 0 on.
func (k *Knob) logValue(position float64) float64 {
	zero, ones := k.firstStops()
	above := position - zero
	switch {
	case above < 0:
		return 0
	case above <= ones:
		return k.Scale.Low + above
	}
	return (k.Scale.Low + ones) * math.Pow(10, (above-ones)/stopsPerDecade)
}

func (k *Knob) logPosition(x float64) float64 {
	zero, ones := k.firstStops()
	switch {
	case x < k.Scale.Low:
		return 0
	case x <= k.Scale.Low+ones:
		return zero + x - k.Scale.Low
	}
	return zero + ones + stopsPerDecade*math.Log10(x/(k.Scale.Low+ones))
}

// firstStops returns how many stops come before the scale is logarithmic: one
// for the zero, and for an Int steps of 1 while the log steps would be shorter.
func (k *Knob) firstStops() (zero, ones float64) {
	const firstWhole = 10.4 // from here on 10^(1/25) is a step of more than 1
	if k.Scale.Zero {
		zero = 1
	}
	if k.Kind == IntKind {
		ones = max(0, math.Ceil(firstWhole-k.Scale.Low))
	}
	return zero, ones
}

// Nearest returns the valid value of an Int, Float or Bool next to x, which is not
// NaN.
func (k *Knob) Nearest(x float64) float64 {
	if k.Kind == BoolKind {
		return min(1, max(0, math.Round(x)))
	}
	if k.Kind == IntKind {
		x = math.Round(x)
	}
	return min(k.Max, max(k.Min, x))
}

// roundDigits rounds x > 0 to so many digits.
func roundDigits(x float64, digits int) float64 {
	if x == 0 {
		return 0
	}
	return roundTo(x, Decade(x)-digits+1)
}

// Decade returns the largest n with 10^n <= x, for x > 0.
func Decade(x float64) int {
	_, exponent, _ := strings.Cut(strconv.FormatFloat(x, 'e', -1, 64), "e")
	n, _ := strconv.Atoi(exponent)
	return n
}

// roundTo rounds x to a multiple of 10^n.
func roundTo(x float64, n int) float64 {
	if n < 0 {
		return math.Round(x*math.Pow10(-n)) / math.Pow10(-n)
	}
	return math.Round(x/math.Pow10(n)) * math.Pow10(n)
}
