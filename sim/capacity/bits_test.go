package capacity

import (
	"math"
	"testing"
)

// Guessing holds nothing, knowing all holds a bit a label, and 89 % right half a bit
// (a binary symmetric channel that errs in 11 % of the cases: 0.5001 bits, tables in
// Cover and Thomas).
func TestBits(t *testing.T) {
	for share, want := range map[float64]float64{0.3: 0, 0.5: 0, 1: 100, 0.89: 50.0084} {
		if got := bitsOf(100, share); math.Abs(got-want) > 1e-3 {
			t.Errorf("share %g: %g bits, want %g", share, got, want)
		}
	}
}

// A trained network holds nearly two bits for each weight where it is full, and none of
// the runs more than the count of labels.
func TestTrainedBits(t *testing.T) {
	run := finish(t, "capacity?view=train&n=256&d=8&width=12&seed=2")
	bits, share := fact(t, run, "bits"), fact(t, run, "memorized")
	if per := fact(t, run, "per_param"); !(bits > 1.2 && bits <= per) {
		t.Errorf("%g bits for each weight, with %g labels for each and a share of %g", bits, per, share)
	}
}
