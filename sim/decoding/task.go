package decoding

import (
	"math/rand/v2"

	"example.org/rote/sim/data"
)

const (
	side      = 8 // of a picture, in pixels
	pixels    = side * side
	testCount = 1000
)

// A task is what there is to learn: pictures with labels, of which some were drawn
// at random, and fresh pictures with their right labels.
type task struct {
	k       int       // classes
	x       []float32 // n×pixels
	right   []int32   // n, the true labels
	given   []int32   // n, the labels that were handed out
	test    []float32 // testCount×pixels
	answers []int32   // testCount, true labels
	changed int       // labels given that are not right
}

// A source makes the generators of one stage after the other, so that the draws of
// one do not shift those of another.
type source struct{ rng *rand.Rand }

// seeds are what a generator can be made of again.
type seeds [2]uint64

func (s source) next() seeds {
	a := s.rng.Uint64()
	return seeds{a, s.rng.Uint64()}
}

func (s seeds) rand() *rand.Rand { return rand.New(rand.NewPCG(s[0], s[1])) }

func newTask(l *Lab, from source) task {
	t := task{k: l.classCount()}
	t.x, t.right = glyphs(l, l.n, from.next().rand())
	t.test, t.answers = glyphs(l, testCount, from.next().rand())
	t.given = corrupt(t.right, t.k, l.c, from.next().rand())
	for i, label := range t.given {
		if label != t.right[i] {
			t.changed++
		}
	}
	return t
}

// glyphs draws n noisy pictures.
func glyphs(l *Lab, n int, rng *rand.Rand) ([]float32, []int32) {
	jitter := data.Easy()
	if l.jitter == "full" {
		jitter = data.Full()
	}
	x, digits := data.Glyphs(rng, n, l.classCount(), side, jitter)
	data.AddNoise(x, rng, l.noise)
	labels := make([]int32, n)
	for i, digit := range digits {
		labels[i] = int32(digit)
	}
	return x, labels
}

// corrupt returns the labels, each of which is drawn again from all k classes with
// probability c. It may draw its own.
func corrupt(labels []int32, k int, c float64, rng *rand.Rand) []int32 {
	out := make([]int32, len(labels))
	for i, label := range labels {
		out[i] = label
		if rng.Float64() < c {
			out[i] = int32(rng.IntN(k))
		}
	}
	return out
}

// rightShare returns the expected share of labels given that are right.
func rightShare(c float64, k int) float64 { return 1 - c*float64(k-1)/float64(k) }
