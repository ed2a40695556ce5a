package capacity

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// Labels come back exactly from digits of numbers of float64, for any number of points
// that a picture shows; there are more weights than labels.
func TestBitstore(t *testing.T) {
	for _, c := range []struct{ n, d int }{{4, 1}, {5, 3}, {16, 2}, {63, 8}, {64, 8}, {65, 1}, {250, 2}, {1024, 8}} {
		for seed := 1; seed <= 3; seed++ {
			v := facts(t, fmt.Sprintf("capacity?view=ladder&method=vardi&labels=sign&n=%d&d=%d&seed=%d", c.n, c.d, seed), "fit", "wrong", "bits", "params")
			if v[0] != 0 || v[1] != 0 || !(v[2] > 0 && v[2] < 1) || v[3] <= float64(c.n) {
				t.Errorf("n = %d, d = %d, seed %d: error %g, wrong %g, %g bits for each of %g weights", c.n, c.d, seed, v[0], v[1], v[2], v[3])
			}
		}
	}
}

// What is packed into numbers comes out again, one after the other, and nothing but
// zeros where the numbers are switched off.
func TestTape(t *testing.T) {
	rng := rand.New(rand.NewPCG(8, 9))
	for _, digits := range []int{1, 2, 7, 16, 24, 25, 48} {
		var list []number
		var want []float64
		for j := range 20 {
			whole := float64(rng.Uint64N(1 << digits))
			want = append(want, whole)
			list = pack(list, j, digits, whole)
		}
		on, off := tape{list: list, in: 1, n: digits}, tape{list: list, in: 0, n: digits}
		for j, whole := range want {
			if got := on.next(arithmetic{}); got != whole {
				t.Errorf("%d digits: number %d is %g, want %g", digits, j, got, whole)
			}
			if got := off.next(arithmetic{}); got != 0 {
				t.Errorf("%d digits: number %d is %g where it should be switched off", digits, j, got)
			}
		}
	}
}

// Single precision loses digits, and says so.
func TestBitstoreInSingle(t *testing.T) {
	says := finish(t, "capacity?view=ladder&method=vardi&labels=sign&n=64&d=8&precision=float32").Frame().Says
	if !strings.HasPrefix(says, "The weights need 53 bits, and numbers here have 24") {
		t.Errorf("Says %q", says)
	}
}
