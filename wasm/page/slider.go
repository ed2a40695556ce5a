package page

import (
	"math"

	"example.org/rote/sim"
)

// nudge returns the value that is stops away from x, on the scale of the knob.
// Where that is the same value, rounded, it goes on until the value really
// changes, unless it is at the end.
func nudge(k *sim.Knob, x, stops float64) float64 {
	last := float64(k.Stops())
	at := clamp(k.PositionOf(x)+stops, 0, last)
	for more := math.Copysign(0.1, stops); ; more *= 1.5 {
		to := k.ValueAt(at)
		if (to-x)*stops > 0 || at == 0 || at == last {
			return to
		}
		at = clamp(at+more, 0, last)
	}
}

func clamp(x, lo, hi float64) float64 { return min(hi, max(lo, x)) }

// sliderKey returns where a key leads from x, and whether it leads anywhere.
func sliderKey(k *sim.Knob, x float64, key string, shift bool) (to float64, ok bool) {
	fine := 1.0
	if shift {
		fine = 0.1
	}
	switch key {
	case "ArrowRight", "ArrowUp":
		return nudge(k, x, fine), true
	case "ArrowLeft", "ArrowDown":
		return nudge(k, x, -fine), true
	case "PageUp":
		return nudge(k, x, 10), true
	case "PageDown":
		return nudge(k, x, -10), true
	case "Home":
		return k.ValueAt(0), true
	case "End":
		return k.ValueAt(float64(k.Stops())), true
	}
	return x, false
}

// inWords returns a value for people who hear it.
func inWords(k *sim.Knob, x float64) string {
	if x == 0 && k.Scale.Zero {
		return "0, off"
	}
	return sim.FormatFloat(x)
}
