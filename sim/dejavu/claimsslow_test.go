//go:build slow

package dejavu

import (
	"fmt"
	"testing"
)

// Means are the means of facts over the first seeds.
type means map[string]float64

func (m means) add(t *testing.T, run func(key string) (float64, bool), seeds int) {
	t.Helper()
	for _, key := range []string{"score", "target", "reference", "score_top", "score_first", "score_backbone", "score_projector",
		"repaint_a", "repaint_b", "collapsed", "direct", "score_one", "quality_backbone"} {
		if v, ok := run(key); ok {
			m[key] += v / float64(seeds)
		}
	}
}

// meansOf runs an address with the first seeds, to its end.
func meansOf(t *testing.T, address string, seeds int) means {
	t.Helper()
	m := means{}
	for seed := 1; seed <= seeds; seed++ {
		m.add(t, finished(t, fmt.Sprintf("%s&seed=%d", address, seed)).Frame().Value, seeds)
	}
	t.Logf("%s: %v", address, m)
	return m
}

// long is the means at several epochs of the same five runs: the rate is constant, so that
// epoch 400 of a run of 800 is the end of the default.
func long(t *testing.T) map[int]means {
	t.Helper()
	const seeds = 5
	at := map[int]means{25: {}, 400: {}, 800: {}}
	for seed := 1; seed <= seeds; seed++ {
		r := open(t, fmt.Sprintf("dejavu?epochs=800&seed=%d", seed))
		for _, epoch := range []int{25, 400, 800} {
			r.Seek(epoch, nil)
			at[epoch].add(t, r.Frame().Value, seeds)
		}
		r.Close()
	}
	t.Logf("800 epochs: %v", at)
	return at
}

// D3, D5, D7, D10, D12 and D6, whose middle is the default.
func TestClaims(t *testing.T) {
	at := long(t)
	end, usual := at[800], at[400]
	none, much := meansOf(t, "dejavu?rho=0", 5), meansOf(t, "dejavu?rho=0.6", 5)
	apart := max(none["score"], usual["score"], much["score"]) - min(none["score"], usual["score"], much["score"])
	for claim, holds := range map[string]bool{
		"D3, the score rises":                        end["score"] > at[25]["score"]+0.06,
		"D5, the memory sits at the end":             end["score_projector"] > end["score_backbone"]+0.04,
		"D5, there is none in the first layer":       end["score_first"] < 0.04 && end["score_first"] > -0.04,
		"D6, without habitats B guesses":             none["reference"] < 1./8+0.06 && none["reference"] > 1./8-0.06,
		"D6, habitats help B":                        none["reference"] < usual["reference"] && usual["reference"] < much["reference"],
		"D6, they do not make memory":                apart < 0.07,
		"D7, sure guesses are right more often":      usual["score_top"] > usual["score"],
		"D10, A repaints":                            end["repaint_a"] < 0.93 && end["repaint_a"] < end["repaint_b"],
		"D12, B stays below the ceiling, no habitat": none["reference"] <= 0.125+0.05,
		"D12, default":                               usual["reference"] <= 0.3+0.05,
		"D12, many":                                  much["reference"] <= 0.65+0.05,
	} {
		if !holds {
			t.Errorf("%s: does not hold", claim)
		}
	}
}

// D4: fewer pictures, more memory.
func TestFewerPictures(t *testing.T) {
	few, many := meansOf(t, "dejavu?n=48", 5), meansOf(t, "dejavu?n=384", 2)
	if few["score"] <= many["score"]+0.03 {
		t.Errorf("the scores are %.3f and %.3f", few["score"], many["score"])
	}
}

// D9: with sameness alone all crops get one embedding.
func TestCollapse(t *testing.T) {
	m := meansOf(t, "dejavu?mu=0&nu=0", 3)
	if s := m["score"]; s >= 0.06 || s <= -0.06 || m["collapsed"] != 1 || m["quality_backbone"] < 0.4 {
		t.Errorf("the score is %.3f, collapsed %g", s, m["collapsed"])
	}
}

// D13: where nothing is learned there is no score.
func TestNoise(t *testing.T) {
	if s := meansOf(t, "dejavu?epochs=1", 10)["score"]; s >= 0.04 || s <= -0.04 {
		t.Errorf("the mean score is %.3f", s)
	}
}
