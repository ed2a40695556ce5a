// Package decoding is the lab of what a network still knows that has learned wrong
// labels by heart: a simple reader finds the right labels in its hidden layers.
//
// This file says what the lab is, and opens a scene for each view; knobs.go says what
// can be changed. The views layers and glyph are two pictures of one scene:
//
//   - task.go draws pictures and labels, learner.go trains the network;
//   - spaces.go finds the subspaces of the classes, size.go how large they are, and
//     score.go what they say of the test pictures; others.go has the other readers;
//   - scene.go is the course of a run, record.go what it has seen, and reading.go what
//     is read of it with the live knobs, which may change at any time; repair.go
//     trains again on labels that the reader has set right;
//   - wall.go, layersdraw.go, glyphdraw.go, words.go and facts.go show and tell it.
//
// The view idea, in the idea files, is geometry alone. In theory.go is the law that
// stands behind a sweep.
package decoding

import (
	"math/rand/v2"

	"example.org/rote/sim"
)

// Info describes the lab.
func Info() sim.Info {
	return sim.Info{
		Name:     "decoding",
		Word:     "Decoding",
		Title:    "The layers know better",
		Question: "What is left under wrong labels?",
		Cite: "S. Ketha, V. Ramaswamy (2025). Decoding Generalization from Memorization in Deep Neural Networks. " +
			"arXiv 2501.14687.",
		Seconds: 20, // for 200 epochs; the default run takes some 40 of them
		Small:   "decoding?n=200&classes=4&width=32&depth=1&batch=64&epochs=10",
		Presets: presets(),
		Sweeps: []sim.Sweep{
			{Question: "When does a layer know more than the network says?", Address: "decoding?n=600&width=96&c=0..0.8*5&fact=lead",
				Note: "At c = 0.8 the lead of this small network is within its spread between seeds."},
			{Question: "Does the layer keep its lead under pixel noise?", Address: "decoding?c=0.2..0.6*3&noise=0..0.3*4&fact=lead",
				Words: "The lead is gone at noise = %s", Edge: 0},
			{Question: "How much of it is learned?", Address: "decoding?c=0.2..0.6*3&noise=0..0.3*4&fact=learned"},
			{Question: "What does copying wrong labels cost the network?", Address: "decoding?c=0..1*6&fact=net"},
			{Question: "Does a wider network say more?", Address: "decoding?c=0.2..0.6*3&width=32..256*4&fact=net"},
			{Question: "How large should a subspace be?", Address: "decoding?share=0.8,0.9,0.95,0.99,0.999&layer=0..3*4&fact=masc"},
			{Question: "Which layer knows most?", Address: "decoding?c=0..1*6&layer=0..3*4&fact=masc"},
		},
		Pairs: []sim.Comparison{
			{Address: "decoding?n=600&width=96&b.c=0&b.n=600&b.width=96",
				Words: "Two labels in five drawn at random, and none"},
			{Address: "decoding?n=600&width=96&b.c=0.6&b.n=600&b.width=96",
				Words: "Two labels in five drawn at random, and three"},
		},
		New: func() sim.Lab { return new(Lab) },
	}
}

// presets are the experiments. The whole run of the default takes some seconds.
func presets() []sim.Preset {
	return []sim.Preset{
		{Name: "Default", Address: "decoding", Promise: "Two labels in five drawn at random", Main: true, Heavy: true},
		{Name: "Quick", Address: "decoding?n=600&width=96", Promise: "600 points, for slow machines", Main: true},
		{Name: "Mostly wrong", Address: "decoding?c=0.6", Promise: "More wrong labels", Main: true, Heavy: true},
		{Name: "All random", Address: "decoding?c=1", Promise: "Every label drawn at random", Main: true, Heavy: true},
		{Name: "Clean labels", Address: "decoding?c=0", Promise: "No wrong labels"},
		{Name: "Whole history", Address: "decoding?stop=limit&epochs=80", Promise: "Train on after all is fitted", Main: true, Heavy: true},
		{Name: "No pixel noise", Address: "decoding?noise=0&layer=1", Promise: "Clean pixels, the first layer", Main: true, Heavy: true},
		{Name: "Strong noise", Address: "decoding?noise=0.3", Promise: "Three times the pixel noise", Heavy: true},
		{Name: "Clean network, wrong subspaces", Address: "decoding?target=clean", Promise: "Train on true labels, read by wrong", Heavy: true},
		{Name: "More data", Address: "decoding?n=2000&batch=64", Promise: "Twice the points", Heavy: true},
		{Name: "Repair", Address: "decoding?repair=on", Promise: "Set labels right and train again", Main: true, Heavy: true},
		{Name: "One picture", Address: "decoding?view=glyph", Promise: "The angles of one picture", Main: true, Heavy: true},
		{Name: "The idea", Address: "decoding?view=idea", Promise: "Two planes and an arrow", Main: true},
	}
}

// The values of the knobs that the lab asks for by name.
const (
	idea   = "idea"
	clean  = "clean"
	limit  = "limit"
	oracle = "true"
)

// A Lab is the lab: the values of its knobs, from which it opens the scene of the
// chosen view. It knows the law behind its sweeps.
type Lab struct {
	view, jitter, classes, target, opt, stop, rule, labels string

	n, width, depth, batch, epochs, layer, rank, pick int
	c, noise, lr, share, turn, az, el                 float64
	repair, readers                                   bool

	pickKnob, layerKnob, turnKnob, azKnob, elKnob *sim.Knob // a touch sets them
}

// Open implements [sim.Lab].
func (l *Lab) Open(rng *rand.Rand) sim.Scene {
	if l.view == idea {
		return newIdeaScene(l, rng)
	}
	return newScene(l, rng)
}
