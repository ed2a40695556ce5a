//go:build slow

package capacity

import (
	"fmt"
	"slices"
	"testing"
)

func median(x []float64) float64 { return slices.Sorted(slices.Values(x))[len(x)/2] }

// C10: choosing among 32 directions makes the largest weight much smaller.
func TestChoosingTheDirection(t *testing.T) {
	var one, best []float64
	for seed := 1; seed <= 5; seed++ {
		address := fmt.Sprintf("capacity?n=1000&d=8&labels=sign&seed=%d", seed)
		one = append(one, facts(t, address+"&dirs=1", "cmax")...)
		best = append(best, facts(t, address, "cmax")...)
	}
	t.Logf("median weights %.2g of one, %.2g of 32 directions: ratio %.1f", median(one), median(best), median(one)/median(best))
	if median(one) < 4*median(best) {
		t.Errorf("median weights %.2g of one, %.2g of 32 directions", median(one), median(best))
	}
}
