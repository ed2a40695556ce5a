package figure

import (
	"math"
	"testing"

	"example.org/rote/sim"
	"pgregory.net/rapid"
)

// A number that Rote prints is one that Rote reads, also with its unit.
func TestNumberIsRead(t *testing.T) {
	k := &sim.Knob{Kind: sim.FloatKind}
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.Float64Range(-1e9, 1e9).Draw(t, "x") * math.Pow10(rapid.IntRange(-20, 3).Draw(t, "power"))
		for _, unit := range []string{"", "°"} {
			text := withUnit(Number(x), unit)
			if got, ok := sim.ParseNumber(k.Plain(text)); !ok || math.Abs(got-x) > 0.005*math.Abs(x) { // three digits
				t.Errorf("%g is printed as %q, and read as %g, %v", x, text, got, ok)
			}
		}
	})
}
