package inheritance

import (
	"math"
	"math/rand/v2"
	"testing"

	"example.org/rote/sim/exact"
	"example.org/rote/sim/nn"
)

// fresh returns a network of fresh parameters, none of them at a special value.
func fresh(width int, seed uint64) (*network, []float32) {
	n, rng := newNetwork(width), rand.New(rand.NewPCG(seed, 3))
	w := make([]float32, n.size)
	n.init(w, func() float64 { return exact.Normal(rng) })
	for i := range w {
		w[i] += float32(.1 * exact.Normal(rng))
	}
	return n, w
}

func doubled(w []float32) (d []float64) {
	for _, v := range w {
		d = append(d, float64(v))
	}
	return d
}

// S0: the numbers of weights without embeddings.
func TestSizes(t *testing.T) {
	for width, want := range map[int]int{32: 22240, 24: 12840} {
		if got := newTransformer(width).weights(); got != want {
			t.Errorf("%d weights at width %d, want %d", got, width, want)
		}
	}
}

// somePairs are pairs of the default corpus.
func somePairs(count int) []pair { return draw(defaults(), 1).corpus.pairs[:count] }

// The network says what its plain likeness in float64 says.
func TestForward(t *testing.T) {
	pairs := somePairs(11)
	for _, width := range []int{8, 24, 32} {
		n, w := fresh(width, 1)
		got := make([]float64, len(pairs))
		n.likelihoods(got, w, pairs)
		for i, p := range pairs {
			right, _ := (&plain{n.transformer, doubled(w)}).logp(p.source, p.target)
			sum := 0.0
			for _, v := range right {
				sum += v
			}
			if want := math.Exp(sum / float64(len(right))); math.Abs(got[i]-want) > 1e-5*want {
				t.Errorf("width %d, pair %d: probability %g, want %g", width, i, got[i], want)
			}
		}
	}
}

// S1: the gradient is that of central differences of the plain likeness, 1e-5 of its
// greatest part.
func TestGradient(t *testing.T) {
	const step = 1e-4
	pairs := somePairs(2)
	for _, smooth := range []float64{0, .1} {
		n, w := fresh(8, 2)
		g := make([]float32, n.size)
		n.learn(g, w, pairs, 1/float32(tokensOf(pairs)), float32(smooth))
		p := &plain{n.transformer, doubled(w)}
		worst, greatest, at := 0.0, 0.0, 0
		for i := range p.w {
			v := p.w[i]
			p.w[i] = v + step
			up := p.loss(pairs, smooth)
			p.w[i] = v - step
			slope := (up - p.loss(pairs, smooth)) / (2 * step)
			p.w[i] = v
			if d := math.Abs(slope - float64(g[i])); d > worst {
				worst, at = d, i
			}
			greatest = max(greatest, math.Abs(slope))
		}
		t.Logf("smoothing %g: worst difference %.2g of slopes up to %.2g", smooth, worst, greatest)
		if worst > 1e-5*greatest {
			t.Errorf("smoothing %g: at parameter %d the slope is off by %.3g, the greatest is %.3g", smooth, at, worst, greatest)
		}
	}
}

// A gradient in slices of pairs is that in one piece, bit for bit.
func TestSlices(t *testing.T) {
	pairs := somePairs(12)
	n, w := fresh(24, 3)
	whole, cut := make([]float32, n.size), make([]float32, n.size)
	n.learn(whole, w, pairs, .01, 0)
	for from := 0; from < len(pairs); from += 5 {
		n.learn(cut, w, pairs[from:min(from+5, len(pairs))], .01, 0)
	}
	if nn.Hash(whole) != nn.Hash(cut) {
		t.Error("slices give another gradient than one piece")
	}
}

// Answers grow word by word to what the plain likeness says at once, whoever stands beside.
func TestAnswer(t *testing.T) {
	pairs := somePairs(mostPairs)
	n, w := fresh(16, 4)
	for row := range n.width { // so that answers end: what ends here goes on there
		w[n.writing.out.At+row*vocabulary+int(eos)] *= 3
	}
	p := &plain{n.transformer, doubled(w)}
	answers, alone := make([]answer, mostPairs), make([]answer, 1)
	n.answer(answers, w, pairs)
	ended := 0
	for i, a := range answers {
		n.answer(alone, w, pairs[i:i+1])
		if !alone[0].said.equals(a.said) || alone[0].sure != a.sure {
			t.Errorf("source %d: %v alone, %v among others", i, alone[0], a)
		}
		said, sum := sentence{}, 0.0
		for len(said) < longestTarget {
			_, all := p.logp(pairs[i].source, said)
			row := all[len(said)]
			best := pad
			for j, v := range row {
				if v > row[best] {
					best = token(j)
				}
			}
			sum += row[best]
			if best == eos || best == pad {
				sum /= float64(len(said) + 1)
				ended++
				break
			}
			said = append(said, best)
			if len(said) == longestTarget {
				sum /= longestTarget
			}
		}
		if !said.equals(a.said) || math.Abs(a.sure-math.Exp(sum)) > 1e-5 || a.cut != (len(said) == longestTarget) {
			t.Errorf("source %d: said %v with %g, want %v with %g", i, a.said, a.sure, said, math.Exp(sum))
		}
	}
	if ended == 0 || ended == mostPairs {
		t.Errorf("%d of %d answers came to an end: the test wants both kinds", ended, mostPairs)
	}
}
