// Package inheritance is the lab of what a small model takes over from a large one that it
// learns from: the student never sees the corpus, and yet repeats some of its mistakes.
//
// This file says what the lab is, and opens its scene; knobs.go says what can be changed.
//
//   - language.go and phrases.go make a toy language, corpus.go a corpus with planted
//     mistakes, quality.go says how right a translation is;
//   - network.go, transformer.go and learner.go are the models and their training, decode.go
//     is what they say;
//   - run.go is the course of a run, and record.go all that it finds out;
//   - scene.go shows it: strings, groups, race, grid, prefix, scatter and their neighbours
//     are the pictures of the views, spell.go writes the words of the language, borrow.go
//     finds words that stem from elsewhere, tell.go and facts.go are sentences and numbers.
package inheritance

import (
	"math/rand/v2"
	"strconv"

	"example.org/rote/sim"
)

// The views. All but the last are pictures of one run.
const (
	groupsView = "groups"
	raceView   = "race"
	pairView   = "pair"
	prefixView = "prefix"
	mapView    = "map"
)

// A Lab is the lab: the values of its knobs, from which it opens a scene. It knows the laws
// behind its sweeps.
type Lab struct {
	view, experiment, adapt, twidth, swidth string

	sepochs, tepochs, n, heads, copies, repairs, pick, cut, poison, doses int
	drop, noise, correct, syn, smooth, prefix, qmin                       float64

	viewKnob, pickKnob, cutKnob *sim.Knob // a touch sets them
}

// Open implements [sim.Lab].
func (l *Lab) Open(rng *rand.Rand) sim.Scene { return newScene(l, rng) }

// options are the knobs that a run depends on.
func (l *Lab) options() options {
	return options{
		experiment: l.experiment, adapt: l.adapt, n: l.n, noise: l.noise, heads: l.heads, copies: l.copies, correct: l.correct,
		synonym: l.syn, poison: l.poison, doses: l.doses, tepochs: l.tepochs, sepochs: l.sepochs, repairs: l.repairs,
		twidth: whole(l.twidth), swidth: whole(l.swidth), drop: l.drop, smooth: l.smooth, good: l.qmin,
	}
}

// whole reads a value of a Choice that is a number.
func whole(text string) int {
	n, err := strconv.Atoi(text)
	if err != nil {
		panic("inheritance: " + text + " is no width")
	}
	return n
}

// isLeft reports whether pairs are left out.
func (l *Lab) isLeft() bool { return l.experiment == counterfactual }
