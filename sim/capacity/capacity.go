// Package capacity is the lab of the least network that remembers everything:
// explicit networks that hold N arbitrary labels exactly, beside what training
// reaches and how a perfect memory repairs itself.
//
// [Lab] holds the knobs and one scene for each view. The network of Yun, Sra and
// Jadbabaie is in memory.go and zigzag.go, those before it in zhang.go, baum.go
// and bubeck.go, the residual one in residual.go.
package capacity

import (
	"math"
	"math/rand/v2"

	"example.org/rote/sim"
)

// Info describes the lab.
func Info() sim.Info {
	return sim.Info{
		Name:     "capacity",
		Word:     "Capacity",
		Title:    "How few neurons hold N labels?",
		Question: "How few neurons hold 36 numbers?",
		Cite: "C. Yun, S. Sra, A. Jadbabaie (2019). Small ReLU networks are powerful memorizers: " +
			"a tight analysis of memorization capacity. NeurIPS 2019. arXiv 1810.07770.",
		Seconds: 7,
		Small:   "capacity?n=12&d=3&dirs=4&trials=20&width=8&train=300&epochs=50",
		Presets: []sim.Preset{
			{Name: "36 labels", Address: "capacity", Promise: "36 numbers to remember", Main: true},
			{Name: "1\u202f000 labels", Address: "capacity?n=1000&d=8", Promise: "1\u202f000 labels in 128 neurons", Main: true},
			{Name: "10\u202f000 labels", Address: "capacity?n=10000&d=64&labels=classes&classes=100", Promise: "10\u202f000 points of 100 classes"},
			{Name: "Why the snake", Address: "capacity?n=100&d=8&dirs=1&snake=off&seed=2", Promise: "The same order in every group", Main: true},
			{Name: "Single precision", Address: "capacity?n=256&d=8&precision=float32", Promise: "24 bits in a number, not 53"},
			{Name: "Opposite twins", Address: "capacity?n=64&d=4&close=1e-10", Promise: "Two points 1e-10 apart, opposite"},
			{Name: "Too few neurons", Address: "capacity?w1=8&w2=8", Promise: "8 neurons in each layer"},
			{Name: "A classifier", Address: "capacity?n=64&labels=classes&classes=4", Promise: "Classes instead of numbers"},
			{Name: "Eight layers", Address: "capacity?n=1024&d=8&blocks=4", Promise: "Eight layers share the work"},
			{Name: "Baum, 1988", Address: "capacity?view=ladder&n=64&labels=sign", Promise: "Slabs for coin flips", Main: true},
			{Name: "Zhang et al., 2017", Address: "capacity?view=ladder&n=64&d=8&method=zhang", Promise: "Bends on one line"},
			{Name: "Bubeck et al., 2020", Address: "capacity?view=ladder&n=64&d=8&method=bubeck", Promise: "Real labels, gentle weights"},
			{Name: "Vardi et al., 2021", Address: "capacity?view=ladder&n=64&d=8&labels=sign&method=vardi", Promise: "Labels as digits of a few numbers"},
			{Name: "Sliding points", Address: "capacity?view=resnet&n=32", Promise: "Move points class by class"},
			{Name: "Cover, 1965", Address: "capacity?view=cover&d=20&trials=200", Promise: "40 coin flips, one neuron"},
			{Name: "Just enough", Address: "capacity?view=train&n=256&d=8&width=15&seed=2", Promise: "256 coin flips, 15 neurons", Main: true},
			{Name: "Not enough", Address: "capacity?view=train&n=256&d=8&width=8", Promise: "Half the width"},
			{Name: "Two layers", Address: "capacity?view=train&n=256&d=8&depth=2&width=9&seed=2", Promise: "Two layers of 9 neurons"},
			{Name: "Untrainable", Address: "capacity?view=train&n=256&d=2&depth=2&width=64&train=1000", Promise: "Two layers of 64, in the plane"},
			{Name: "Repair", Address: "capacity?view=sgd&rho=0.01", Promise: "A small push", Main: true},
			{Name: "Far push", Address: "capacity?view=sgd&rho=3", Promise: "A push 300 times as far"},
		},
		Sweeps: []sim.Sweep{
			{Question: "How wide must one trained layer be?", Note: oneLayerNote,
				Address: "capacity?view=train&n=64,128,192,256&d=8&width=2..32*9&fact=at1000&at=100",
				Words:   "Nine in ten labels are remembered at width = %s", Edge: 0.9},
			{Question: "How wide must two trained layers be?", Note: twoLayersNote,
				Address: "capacity?view=train&n=64,128,192,256&d=8&depth=2&width=2..16*8&fact=at1000&at=100",
				Words:   "Nine in ten labels are remembered at width = %s", Edge: 0.9},
			{Question: "When can one neuron separate the labels?", Address: "capacity?view=cover&d=2..32*5&load=0.5..4*8&fact=separable",
				Words: "Half of the labelings are split at load = %s", Edge: 0.5},
			{Question: "What is choosing a direction worth?", Address: "capacity?n=16..1024*7&d=8&dirs=1..64*7&fact=cmax"},
			{Question: "Which steps repair, and which are too long?", Address: "capacity?view=sgd&rho=0.01&batch=1..12*4&eta=0.25..8*6&fact=risk",
				Words: "The push is repaired best at eta = %s", Edge: math.Inf(-1)},
			{Question: "How does the error grow with the push?", Address: "capacity?view=sgd&rho=0.001..3*8&epochs=200&fact=risk0"},
		},
		Pairs: []sim.Comparison{
			{Address: "capacity?view=train&n=256&d=8&width=15&seed=2&b.view=train&b.n=256&b.d=8&b.width=8&b.seed=2",
				Words: "256 coin flips in 15 neurons, and in 8"},
			{Address: "capacity?b.n=1000&b.d=8",
				Words: "36 labels in the plane, and 1\u202f000 in eight dimensions"},
		},
		New: func() sim.Lab { return new(Lab) },
	}
}

// How the diagrams of trained networks are to be read, with the slopes that the
// tests of this lab measure.
const (
	oneLayerNote = "The width that is needed grows nearly in proportion to N: with a slope of 0.9 to 1 between the logarithms. " +
		"It depends on the share asked for and on the range of N. Labels that Adam did not learn are no proof that the network is too small."
	twoLayersNote = "Two layers need less than in proportion: a slope of 0.5 to 0.62 between the logarithms. It depends on the share asked for " +
		"and on the range of N, and is partly two effects that cancel: the width for a number of weights itself has the slope 0.70 at width 8 and 0.63 at 15. " +
		"Robust is the gap of 0.25 or more to one layer."
)

// A Lab is the capacity lab: its knobs, those of a view beside the scene of that
// view. It knows the laws behind its sweeps.
type Lab struct {
	view string
	sharedKnobs
	snakeKnobs
	ladderKnobs
	coverKnobs
	trainKnobs
	sgdKnobs

	knobs  *sim.Knobs
	pushed pushed // by the last scene of the view sgd: its laws go through it
}

// Open implements [sim.Lab].
func (l *Lab) Open(rng *rand.Rand) sim.Scene {
	switch l.view {
	case "ladder":
		return newLadder(l, rng)
	case "resnet":
		return newResnet(l, rng)
	case "cover":
		return newCover(l, rng)
	case "train":
		return newTrain(l, rng)
	case "sgd":
		s := newSgd(l, rng)
		l.pushed = s.pushed
		return s
	}
	if l.n > mostDrawn {
		return newWall(l, rng)
	}
	return newSnake(l, rng)
}
