// Package diffusion is the lab of the exact score: the minimizer of the
// denoising loss over a finite training set is known in closed form, and
// running it backward returns the training points.
//
// In all views but one, everything is a closed form over the training set. [Lab]
// holds the knobs and one scene for each view; mixture.go is the score,
// schedule.go and sampler.go turn it into samples, metrics.go and laws.go say how
// many are copies. In the view network, network.go and its fellows train a
// network to estimate the score.
//
// Positions and noise are those of the variance-exploding process. The
// variance-preserving one is the same flow for x/α at the noise σ/α, started at
// a smaller noise; x and σ always mean these.
package diffusion

import (
	"math"
	"math/rand/v2"

	"example.org/rote/sim"
)

// Info describes the lab.
func Info() sim.Info {
	return sim.Info{
		Name:     "diffusion",
		Word:     "Diffusion",
		Title:    "Exact score, exact copies",
		Question: "Will an exact score make anything new?",
		Cite: "R. Baptista, A. Dasgupta, N. B. Kovachki, A. Oberai, A. M. Stuart (2025). " +
			"Memorization and Regularization in Generative Diffusion Models. arXiv 2501.15785.",
		Seconds: 5,
		Small:   "diffusion?n=8&p=30&steps=12&d=3&width=8&train=50",
		Presets: []sim.Preset{
			{Name: "Copies", Address: "diffusion", Promise: "Follow the exact score", Main: true},
			{Name: "Blurred copies", Address: "diffusion?smin=0.01&p=1000", Promise: "Stop early, at σ = 0.01", Main: true},
			{Name: "Tikhonov", Address: "diffusion?c=1e-4&smin=1e-6&p=1000", Promise: "Keep the score finite", Main: true},
			{Name: "Damping and stragglers", Address: "diffusion?data=gauss4&n=64&tau=3&p=600", Promise: "Damp where few points are near"},
			{Name: "The wrong start", Address: "diffusion?process=VP&p=1000", Promise: "Let noise replace the signal"},
			{Name: "Perfect symmetry", Address: "diffusion?data=two&start=square", Promise: "Start half-way between two points", Main: true},
			{Name: "Four basins", Address: "diffusion?data=cross&start=square&field=basins", Promise: "Start around a cross of four"},
			{Name: "With noise on the way", Address: "diffusion?sampler=ancestral&p=500&start=exact", Promise: "Add noise on the way"},
			{Name: "A bad integrator", Address: "diffusion?sampler=euler&steps=24", Promise: "Take 24 crude steps"},
			{Name: "The U", Address: "diffusion?view=ucurve&n=64", Promise: "Look for the best strength", Main: true},
			{Name: "Class first, copy later", Address: "diffusion?view=times&d=16&n=256", Promise: "256 points in 16 dimensions"},
			{Name: "Conditional copying", Address: "diffusion?view=conditional&n=32&hy=0.001", Promise: "Ask for one y, strictly"},
			{Name: "Network, 16 points", Address: "diffusion?view=network&n=16&train=800", Promise: "Let a network learn the score", Main: true},
			{Name: "Network, 128 points", Address: "diffusion?view=network&n=128&train=800", Promise: "Train it on 128 points"},
			{Name: "Tikhonov on a trained network", Address: "diffusion?view=network&n=16&train=800&c=0.1", Promise: "Hold the network back, c = 0.1"},
		},
		Sweeps: []sim.Sweep{
			{Question: "Do more training points prevent copies, or does c?", Address: "diffusion?steps=40&c=1e-6..0.01*9&n=5..80*5&fact=copied",
				Words: "Half are copied at c = %s", Edge: 0.5},
			{Question: "Which c comes nearest to the truth?", Address: "diffusion?data=gauss4&measure=on&steps=40&c=0.003..10*8&n=16..256*5&fact=kl",
				Words: "Samples are nearest to the truth at c = %s", Edge: math.Inf(-1)},
			{Question: "When does a sample become a copy, in many dimensions?", Address: "diffusion?view=times&d=2..64*6&n=32..512*5&fact=half",
				Words: "Noise of size 1 decides the copy at d = %s", Edge: 1},
			{Question: "How long may a network train before it copies?", Address: "diffusion?view=network&train=50..3200*7&n=8..128*5&fact=excess",
				Words: "A tenth is copied beyond chance at train = %s", Edge: 0.1},
			{Question: "How long does a network learn, and how long until it copies?", Note: transitionNote, Power: true,
				Address: "diffusion?view=network&n=8..64*4&train=3200&fact=tau_mem,tau_gen&seeds=5"},
			{Question: "How small must a network be to copy nothing?", Address: "diffusion?view=network&train=1600&width=4..128*6&n=8..128*5&fact=excess",
				Words: "A tenth is copied beyond chance at width = %s", Edge: 0.1},
		},
		Pairs: []sim.Comparison{
			{Address: "diffusion?b.c=0.01",
				Words: "The exact score, and one that Tikhonov keeps finite"},
			{Address: "diffusion?b.smin=0.01",
				Words: "To the end, and stopped early"},
			{Address: "diffusion?view=network&n=16&b.view=network&b.n=128",
				Words: "A network with 16 training points, and one with 128"},
		},
		New: func() sim.Lab { return new(Lab) },
	}
}

// transitionNote says how the curves of the two times are to be read. The numbers are
// those of the slow tests.
const transitionNote = "The wait until copying grows faster than in proportion to n here: with the power 1.35 ± 0.07 over ten seeds. " +
	"Bonnaire and others (NeurIPS 2025) find the power 1, drawn through the first point, for networks so large that only the data limit them."

// A Lab is the diffusion lab: its knobs, from which it opens the scene of the
// chosen view. It knows the laws behind its sweeps.
type Lab struct {
	view string
	n    int     // in all views
	c    float64 // in flow, conditional and network

	// In flow.
	data, process, start, sampler string
	p, steps                      int
	smin, tau, hs                 float64
	measure                       bool
	pts                           []float64 // k×2

	// In the other views.
	sweep        string  // ucurve
	d            int     // times
	mu           float64 // times
	y, hy        float64 // conditional
	width, train int     // network
	draws        int     // network

	// Live: tol and what follows in flow, kappa in network too, shown in ucurve.
	tol, kappa, look float64
	field            string
	track, shown     int

	knobs *sim.Knobs
}

// next returns the first experiment that is not this one, whatever its seed.
func (l *Lab) next(tries ...sim.Try) sim.Try {
	own := sim.Address{Lab: "diffusion"}
	for _, knob := range l.knobs.All() {
		if text := knob.Text(); text != knob.DefaultText() {
			own.Pairs = append(own.Pairs, sim.Pair{Key: knob.Key, Value: text})
		}
	}
	for _, t := range tries[:len(tries)-1] {
		if t.Address != own.String() {
			return t
		}
	}
	return tries[len(tries)-1]
}

// Open implements [sim.Lab].
func (l *Lab) Open(rng *rand.Rand) sim.Scene {
	switch l.view {
	case "ucurve":
		return newUcurve(l, rng)
	case "times":
		return newTimes(l, rng)
	case "conditional":
		return newConditional(l, rng)
	case "network":
		return newNetwork(l, rng)
	}
	return newFlow(l, rng)
}
