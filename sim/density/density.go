// Package density is the lab of what a density model has kept of its training points:
// a point is memorized as far as it is likelier because it was trained on.
//
// This file says what the lab is, and opens a scene for each view; knobs.go says what
// can be changed. The views scores, neighbours and latent are three pictures of one scene:
//
//   - set.go draws the points, or file.go takes them from a visitor's file, vae.go and learner.go train a model, likelihood.go asks it
//     how likely a point is;
//   - folds.go says which model has seen which point, scores.go makes scores of what they
//     say, order.go and tally.go sum them up, samples.go is the usual test;
//   - scene.go is the course of a run, and history.go what it has seen;
//   - the files picture, hero, plane, curves, touched, neighbours, latent, words and facts
//     show and tell it.
//
// In closed.go are scores in closed form, which the files exact show with no model to be
// trained. The view labels, in the labels files, asks the same question of labels.
package density

import (
	"math/rand/v2"

	"example.org/rote/sim"
)

// The values of the knobs that the lab asks for by name.
const (
	scoresView     = "scores"
	neighboursView = "neighbours"
	latentView     = "latent"
	labelsView     = "labels"
	plane          = "plane"
	fromFile       = "file"
	trained        = "vae"
	kernelModel    = "kde"
	gaussModel     = "gauss"
)

// A Lab is the lab: the values of its knobs, from which it opens the scene of the
// chosen view. It knows the laws behind its sweeps.
type Lab struct {
	view, data, model string

	n, planted, copies, latent, width, epochs, batch, folds, reps, samples, pick, ref, models int
	lr, band, wrong                                                                           float64
	pts                                                                                       []float64
	pictures                                                                                  []float32 // of a visitor's file, number×pixels

	knobs    *sim.Knobs
	pickKnob *sim.Knob // a touch sets it
}

// Open implements [sim.Lab].
func (l *Lab) Open(rng *rand.Rand) sim.Scene {
	switch {
	case l.view == labelsView:
		return newLabelScene(l, rng)
	case l.data == fromFile && l.pictures == nil:
		return wait{}
	case l.isExact():
		return newExactScene(l, rng)
	}
	return newScene(l, rng)
}

// isPlane reports whether the points are those of the plane.
func (l *Lab) isPlane() bool { return l.data == plane }

// isExact reports whether the scores come in closed form.
func (l *Lab) isExact() bool { return l.isPlane() && l.model != trained }
