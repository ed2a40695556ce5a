// Package ntk is the lab of memorizing with almost no spare weights: a network
// with two layers and little more than one weight for each label remembers
// random labels of random points by plain gradient descent.
//
// This file says what the lab is, and opens a scene for each view; knobs.go says
// what can be changed. The view train is the scene of training: train.go takes its
// steps, traindraw.go and trainwords.go show and tell them, and the other train
// files hold one panel or one part each. The view tangent asks whether the features
// of the network at its start, which do not change, could do the same: tangent.go
// and its fellows. In theory.go are the laws that stand behind a sweep.
//
// Both scenes draw first the points, then their labels, then the neurons.
package ntk

import (
	"math/rand/v2"

	"example.org/rote/sim"
)

// Info describes the lab.
func Info() sim.Info {
	return sim.Info{
		Name:     "ntk",
		Word:     "Coin flips",
		Title:    "Almost no spare room",
		Question: "How little room do 256 coin flips need?",
		Cite: "A. Daniely (2020). Neural Networks Learning and Memorization with (almost) no Over-Parameterization. " +
			"NeurIPS 2020, arXiv 1911.09873.",
		Seconds: 7,
		Small:   "ntk?d=4&m=32&batch=8&epochs=12&trials=2",
		Presets: []sim.Preset{
			{Name: "Just enough", Address: "ntk", Promise: "320 weights for 256 labels", Main: true},
			{Name: "Half enough", Address: "ntk?ratio=0.5", Promise: "Half a weight for each label", Main: true},
			{Name: "Twice enough", Address: "ntk?ratio=2", Promise: "Two weights for each label"},
			{Name: "Four times the labels", Address: "ntk?m=1024", Promise: "Four times the labels", Main: true},
			{Name: "More dimensions", Address: "ntk?d=32&m=512&ratio=1", Promise: "32 dimensions and 512 labels", Main: true},
			{Name: "Lazy", Address: "ntk?ratio=2&b=32&lr=0.02", Promise: "A large output and short steps", Main: true},
			{Name: "Rich", Address: "ntk?ratio=2&b=1&lr=10", Promise: "A small output and long steps"},
			{Name: "One at a time", Address: "ntk?ratio=2&lr=0.1&batch=1&epochs=60", Promise: "One label at a time"},
			{Name: "Both layers", Address: "ntk?layers=both", Promise: "Train both layers"},
			{Name: "Low dimension", Address: "ntk?d=8&m=512&ratio=2", Promise: "8 dimensions and 512 labels"},
			{Name: "Frozen features", Address: "ntk?view=tangent", Promise: "Freeze the neurons", Main: true},
			{Name: "Smooth gates", Address: "ntk?view=tangent&gate=softplus", Promise: "Gates that never quite close"},
			{Name: "Few gates", Address: "ntk?view=tangent&m=128", Promise: "Freeze them, with 128 labels", Main: true},
		},
		Sweeps: []sim.Sweep{
			{Question: "How many weights does a label need?", Address: "ntk?m=64..1024*5&ratio=0.25..4*7&fact=best",
				Note:  "The number of pairs is whole: at m = 64 the ratios up to 0.63 are one and the same network, of one pair.",
				Words: "Every label is remembered at ratio = %s", Edge: 1},
			{Question: "How many labels does a neuron hold?", Address: "ntk?d=4..64*5&q=2,4,8,16,32,64&fact=best",
				Words: "Every label is remembered at q = %s", Edge: 1},
			{Question: "When do the neurons stay where they are?", Address: "ntk?ratio=2&b=1..32*6&lr=0.02..10*6&epochs=50&fact=move",
				Words: "Neurons move by a tenth of their length at lr = %s", Edge: 0.1},
			{Question: "How many pairs of frozen neurons are enough?", Address: "ntk?view=tangent&m=64..256*5&fact=q_half"},
		},
		Pairs: []sim.Comparison{
			{Address: "ntk?b.ratio=0.5",
				Words: "A little more than one weight for each label, and half a weight"},
			{Address: "ntk?ratio=0.5&b.ratio=0.5&b.layers=both",
				Words: "Too few weights in one layer, and both layers trained"},
			{Address: "ntk?view=tangent&b.view=tangent&b.m=128",
				Words: "Frozen neurons with 256 labels, and with 128"},
		},
		New: func() sim.Lab { return new(Lab) },
	}
}

// A Lab is the lab: the values of its knobs, from which it opens the scene of the
// chosen view. It knows the laws behind its sweeps.
type Lab struct {
	view, loss, act, layers              string
	d, m, q, batch, epochs, trials, pick int
	ratio, b, lr                         float64
	gate                                 gate
	after                                bool

	pickKnob *sim.Knob // a touch sets it
}

// Open implements [sim.Lab].
func (l *Lab) Open(rng *rand.Rand) sim.Scene {
	if l.view == "tangent" {
		return newTangent(l, rng)
	}
	return newTrain(l, rng)
}
