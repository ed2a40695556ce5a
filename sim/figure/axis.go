package figure

import (
	"math"

	"example.org/rote/sim"
)

// huge bounds values on an axis, so that differences of two stay finite.
const huge = 1e300

// An axis maps values to pixels along one side of a box. The zero axis shows
// nothing.
type axis struct {
	name, unit string
	log, whole bool
	names      []string // of categories: names[i] stands at i
	lo, hi     float64  // values at the ends, log10 of them if log; lo > hi if it runs backwards
	from, to   float64  // pixels of lo and hi
}

// newAxis takes the range that is asked for, or one that fits the marks.
func newAxis(a *sim.Axis, marks extent, rounded bool) axis {
	if len(a.Names) > 0 {
		return axis{name: a.Name, unit: a.Unit, names: a.Names, lo: -0.5, hi: float64(len(a.Names)) - 0.5, to: 1}
	}
	out := axis{name: a.Name, unit: a.Unit, log: a.Log, to: 1}
	lo, hi := out.scaled(a.Min), out.scaled(a.Max)
	if !finite(lo) || !finite(hi) || narrow(lo, hi) {
		lo, hi = marks.fit(a.Log, rounded)
	}
	out.lo, out.hi = lo, hi
	return out
}

func narrow(lo, hi float64) bool {
	return math.Abs(hi-lo) <= 1e-12*max(math.Abs(lo), math.Abs(hi))
}

func finite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }

// scaled returns v on the scale of lo and hi, or NaN if it has no place there.
func (a *axis) scaled(v float64) float64 {
	if !a.log {
		return min(huge, max(-huge, v))
	}
	if v > 0 {
		return math.Log10(min(huge, max(1/huge, v)))
	}
	return math.NaN()
}

// at returns the pixel of a value, or NaN. It stays within some 10,000 pixels
// of the box, so that painters need not care.
func (a *axis) at(v float64) float64 {
	share := (a.scaled(v) - a.lo) / (a.hi - a.lo)
	px := a.from + share*(a.to-a.from)
	return min(1e4, max(-1e4, px))
}

// value returns the value at a pixel.
func (a *axis) value(px float64) float64 {
	v := a.lo + (px-a.from)/(a.to-a.from)*(a.hi-a.lo)
	if a.log {
		return math.Pow(10, v)
	}
	return v
}

// title is the axis' name with its unit.
func (a *axis) title() string {
	if a.unit == "" || a.name == "" {
		return a.name
	}
	return a.name + " (" + a.unit + ")"
}

// span is the length of the range.
func (a *axis) span() float64 { return math.Abs(a.hi - a.lo) }

// length is the length in pixels.
func (a *axis) length() float64 { return math.Abs(a.to - a.from) }

// An extent is the range of some values. The zero extent is empty.
type extent struct {
	lo, hi float64
	some   bool
	loose  bool // marks that want some air at the ends

}

func (e *extent) add(v float64) {
	switch {
	case !finite(v):
	case !e.some:
		e.lo, e.hi, e.some = v, v, true
	default:
		e.lo, e.hi = min(e.lo, v), max(e.hi, v)
	}
}

func (e *extent) addAll(a *axis, values []float64) {
	for _, v := range values {
		e.add(a.scaled(v))
	}
}

// fit returns the ends of an axis for the extent: with some air, and rounded to
// steps of the labels if that is wanted.
func (e extent) fit(log, rounded bool) (lo, hi float64) {
	lo, hi = e.lo, e.hi
	switch {
	case !e.some:
		return 0, 1
	case narrow(lo, hi) && log:
		return lo - 0.5, hi + 0.5
	case narrow(lo, hi):
		pad := 0.1 * math.Abs(lo)
		if pad == 0 {
			pad = 1
		}
		return lo - pad, hi + pad
	}
	pad := 0.04 * (hi - lo)
	if log {
		return lo - pad, hi + pad
	}
	fromZero := rounded && lo >= 0 && lo < 0.35*hi
	if e.loose && !rounded {
		lo, hi = lo-pad, hi+pad
	}
	if fromZero {
		lo = 0
	}
	if rounded {
		step := niceStep((hi - lo) / 5)
		lo, hi = math.Floor(lo/step+1e-9)*step, math.Ceil(hi/step-1e-9)*step
	}
	return lo, hi
}
