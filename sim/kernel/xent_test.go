package kernel

import (
	"math"
	"testing"
)

// A logit that is no number makes the loss no number, wherever it stands.
func TestXentOfNaN(t *testing.T) {
	const n = 11
	dz := make([]float32, n)
	for bad := range n {
		z := newTrial(t, 1).floats(n)
		z[bad] = float32(math.NaN())
		for label := range int32(n) {
			if loss := SoftmaxXent(dz, z, []int32{label}, 1, n, 1); loss == loss {
				t.Errorf("SoftmaxXent is %g for the class %d, where logit %d is NaN", loss, label, bad)
			}
			if loss := SmoothXent(dz, z, []int32{label}, 1, n, 1, 0.1); loss == loss {
				t.Errorf("SmoothXent is %g for the class %d, where logit %d is NaN", loss, label, bad)
			}
		}
	}
}
