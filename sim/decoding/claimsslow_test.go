//go:build slow

package decoding

import (
	"fmt"
	"math"
	"testing"

	"example.org/rote/sim"
	"example.org/rote/sim/kernel"
)

// seedCount is how many runs a claim about training takes.
const seedCount = 6

// runs returns the facts at the end of runs with the seeds 1 to n.
func runs(t *testing.T, address string, n int) []map[string]float64 {
	t.Helper()
	list := make([]map[string]float64, n)
	for i := range list {
		run := finished(t, fmt.Sprintf("%s&seed=%d", address, i+1))
		list[i] = map[string]float64{}
		for _, f := range run.Frame().Facts {
			list[i][f.Key] = f.Value
		}
	}
	return list
}

// least, most and mean are those of a fact, or of the difference of two; NaN where one
// is absent.
func least(list []map[string]float64, key, less string) float64 {
	out := math.Inf(1)
	for _, f := range list {
		out = math.Min(out, value(f, key)-value(f, less))
	}
	return out
}

func mean(list []map[string]float64, key, less string) (sum float64) {
	for _, f := range list {
		sum += (value(f, key) - value(f, less)) / float64(len(list))
	}
	return sum
}

func value(facts map[string]float64, key string) float64 {
	if key == "" {
		return 0
	}
	if v, ok := facts[key]; ok {
		return v
	}
	return math.NaN()
}

// M4 to M8, at every share of labels drawn at random: all labels are fitted; the layer
// leads the network, by what it has learned, too; true labels read nearly all; and at
// c = 1 everybody guesses.
func TestClaims(t *testing.T) {
	for _, c := range []string{"0", "0.2", "0.4", "0.6", "0.8", "1"} {
		t.Run("c="+c, func(t *testing.T) {
			list := runs(t, "decoding?c="+c, seedCount)
			t.Logf("means: net %.3f, picture %.3f, layers %.3f %.3f %.3f, untrained %.3f, true labels %.3f, peak %.3f, lead %.3f (least %.3f)",
				mean(list, "net", ""), mean(list, "masc_in", ""), mean(list, "masc_1", ""), mean(list, "masc_2", ""), mean(list, "masc_3", ""),
				mean(list, "masc0", ""), mean(list, "masc_true", ""), mean(list, "peak", ""), mean(list, "lead", ""), least(list, "lead", ""))
			atLeast(t, "M4, memorized", least(list, "memorized", ""), 1)
			atLeast(t, "M7, true labels", least(list, "masc_true", ""), .93)
			switch c {
			case "0.2", "0.4", "0.6":
				atLeast(t, "M5, lead", least(list, "masc_2", "net"), .04)
			case "1":
				for _, key := range []string{"net", "masc_in", "masc_1", "masc_2", "masc_3", "ncm"} {
					if v := mean(list, key, ""); math.Abs(v-.1) > .05 {
						t.Errorf("M8: %s is %.3f on average, want .1 within .05", key, v)
					}
				}
			}
			if c == "0.4" {
				atLeast(t, "M5, mean lead", mean(list, "lead", ""), .07)
				atLeast(t, "M6, learned", least(list, "learned", ""), .02)
			}
		})
	}
}

func atLeast(t *testing.T, what string, got, want float64) {
	t.Helper()
	if !(got >= want) {
		t.Errorf("%s: %.3f, want at least %.3g", what, got, want)
	}
}

// M9: the network falls from its peak, and the layer stays.
func TestFallFromThePeak(t *testing.T) {
	list := runs(t, "decoding?stop=limit&epochs=80", seedCount)
	t.Logf("means: peak %.3f, net %.3f, layer at the peak %.3f, layer %.3f", mean(list, "peak", ""), mean(list, "net", ""),
		mean(list, "masc_at_peak", ""), mean(list, "masc", ""))
	atLeast(t, "peak - net", least(list, "peak", "net"), .10)
	atLeast(t, "masc - masc at the peak", least(list, "masc", "masc_at_peak"), -.03)
}

// M14: labels that are set right by others train a better network, and those that are
// set right by all stay as wrong as they are.
func TestRepair(t *testing.T) {
	list := runs(t, "decoding?repair=on", 3)
	t.Logf("means: labels right %.3f, set right %.3f, retrained %.3f, network %.3f, by all %.3f", mean(list, "label_right", ""),
		mean(list, "recovered", ""), mean(list, "repaired", ""), mean(list, "net", ""), mean(list, "plain_recovered", ""))
	atLeast(t, "retrained - network", least(list, "repaired", "net"), .05)
	for _, f := range list {
		if v := f["plain_recovered"]; v > .02 {
			t.Errorf("subspaces of all points set %.3f right, want hardly any", v)
		}
	}
}

// M15: answers by products in float32 are those by float64, in every layer of the first
// and the last network, and cosines differ by less than 1e-5.
func TestAnswersInFloat32(t *testing.T) {
	s := newScene(set(t), seeded(1))
	for s.Step() != sim.Done {
	}
	defer s.Stop()
	far, points := 0.0, 0
	for _, r := range s.atlas.list {
		if r.score == nil || r.oracle || r.at != 0 && r.at != len(s.kept)-1 {
			continue
		}
		h, d := outputsOf(s, r), s.dimension(r.layer)
		ranks, cos2, c := r.spaces.ranks(r.size), make([]float64, s.task.k), &s.atlas.scorer
		c.prepare(r.spaces, ranks)
		for i := range testCount {
			x := h[i*d : (i+1)*d]
			r.spaces.cosines(cos2, ranks, x)
			if want := largest(cos2, ranks).class; int(r.score.answers[i]) != want {
				t.Errorf("network %d, layer %d, picture %d: %d, want %d", r.at, r.layer, i, r.score.answers[i], want)
			}
			for class, v := range inFloat32(c, ranks, x) {
				far = math.Max(far, math.Abs(math.Sqrt(v)-math.Sqrt(cos2[class])))
			}
			points++
		}
	}
	t.Logf("%d answers; cosines differ by up to %.2g", points, far)
	if points < 7*testCount || !(far <= 1e-5) {
		t.Errorf("%d answers, cosines differ by %g", points, far)
	}
}

// outputsOf returns the outputs of the test pictures that a reading is of.
func outputsOf(s *scene, r *reading) []float32 {
	if r.layer == 0 {
		return s.task.test
	}
	out := make([]float32, 0, testCount*s.lab.width)
	s.look.each(s.kept[r.at].w, s.task.test, func(int, []float32) { out = append(out, s.look.Output(r.layer-1)...) }, endless)
	return out
}

// inFloat32 returns the squared cosines of a point by the products of a scorer.
func inFloat32(c *scorer, ranks []int, h []float32) []float64 {
	width := len(c.wide) / len(h)
	product, out := make([]float32, width), make([]float64, len(ranks))
	kernel.NT(product, h, c.wide, nil, false, 1, width, len(h), width, len(h), len(h))
	for class, r := range ranks {
		out[class] = squares(product[:r]) / squares(h)
		product = product[r:]
	}
	return out
}
