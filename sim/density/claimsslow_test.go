//go:build slow

package density

import (
	"fmt"
	"math"
	"testing"

	"example.org/rote/sim/simtest"
)

// seedsOf are the seeds of the claims.
const seedsOf = 5

// holds runs an address with some seeds, and checks a condition at each end.
func holds(t *testing.T, id, address, condition string, seeds int) {
	t.Helper()
	for seed := 1; seed <= seeds; seed++ {
		t.Run(fmt.Sprintf("%s seed %d", id, seed), func(t *testing.T) {
			run := finished(t, fmt.Sprintf("%s&seed=%d", address, seed))
			if ok, err := simtest.Holds(condition, run.Frame()); !ok || err != nil {
				t.Errorf("%s: %s does not hold, %v; the facts are %v", run.Address(), condition, err, run.Frame().Facts)
			}
		})
	}
}

// V6, V8, V10, V11 and V16, on every seed.
func TestClaims(t *testing.T) {
	for _, c := range []struct {
		id, address, condition string
		seeds                  int
	}{
		{"V6, V8", "density?n=200", "growth > 1.8 && v_rise > 0 && odd_ratio >= 2 && rank_v < -0.5", seedsOf},
		{"V10", "density?view=neighbours", "auc_close < 0.3 && near == 0", seedsOf},
		{"V11", "density?epochs=640&ref=160", "v_rise < 0 && growth > 2", 3},
		{"V16", "density?data=plane&n=120&width=32&lr=0.01&epochs=300", "top_planted*6 >= 3.999", seedsOf},
	} {
		holds(t, c.id, c.address, c.condition, c.seeds)
	}
}

// meanOf returns the mean of a fact over the first seeds.
func meanOf(t *testing.T, address, key string, seeds int) (sum float64) {
	t.Helper()
	for seed := 1; seed <= seeds; seed++ {
		sum += fact(finished(t, fmt.Sprintf("%s&seed=%d", address, seed)), key) / float64(seeds)
	}
	return sum
}

// V7: in the same number of epochs a smaller rate scores less.
func TestRates(t *testing.T) {
	for seed := 1; seed <= 3; seed++ {
		last := math.NaN()
		for _, rate := range []string{"0.003", "0.001", "0.0003"} {
			now := fact(finished(t, fmt.Sprintf("density?lr=%s&seed=%d", rate, seed)), "mean")
			if last/now <= 1.2 {
				t.Errorf("seed %d: the mean score falls from %.3g to %.3g at rate %s", seed, last, now, rate)
			}
			last = now
		}
	}
}

// V9: one copy more, and the score falls; of eight none is more than regular.
func TestCopies(t *testing.T) {
	at := func(copies int, key string) float64 {
		return meanOf(t, fmt.Sprintf("density?planted=1&epochs=100&copies=%d", copies), key, 3)
	}
	one, two, eight, regular := at(1, "twin"), at(2, "twin"), at(8, "twin"), at(8, "regular")
	if one <= 3*two || eight >= 1.5*regular {
		t.Errorf("scores of one, two and eight copies are %.3g, %.3g, %.3g, of others %.3g", one, two, eight, regular)
	}
	t.Logf("scores of one, two and eight copies are %.3g, %.3g, %.3g, of others %.3g", one, two, eight, regular)
}

// V12: more data, smaller scores, after equally many updates.
func TestMoreData(t *testing.T) {
	few, many := meanOf(t, "density?n=100&epochs=200", "mean", 4), meanOf(t, "density?n=400&epochs=50", "mean", 4)
	if few/many <= 2.5 {
		t.Errorf("mean scores are %.3g and %.3g", few, many)
	}
	t.Logf("mean scores are %.3g and %.3g", few, many)
}

// Labels: wrong ones and odd pictures are memorized, on ten seeds. Without the most memorized
// points a network names more fresh pictures than without random ones if there are wrong labels,
// and on average fewer if there are none.
func TestLabels(t *testing.T) {
	holds(t, "labels", "density?view=labels&n=200",
		"mem_wrong > 0.8 && mem_right < mem_wrong-0.3 && mem_odd > 0.6 && without_top30 > without_random30+0.02", 10)
	if top, random := meanOf(t, "density?view=labels&wrong=0", "without_top30", 10), meanOf(t, "density?view=labels&wrong=0", "without_random30", 10); top >= random {
		t.Errorf("without memorized points %.4f of fresh pictures are named, without random ones %.4f", top, random)
	}
}
