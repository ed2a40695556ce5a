// Package dejavu is the lab of what a network has kept of its training pictures that
// learned without labels: from a crop of background it can tell the object that stood next
// to it, and a network that saw other pictures cannot.
//
// This file says what the lab is; knobs.go says what can be changed. All views show one
// run, which is the same for all of them:
//
//   - world.go draws pictures, crop.go cuts them;
//   - encoder.go trains a network, by a rule of loss.go on the plain matrices of columns.go;
//   - nearest.go finds the public pictures nearest to a crop, vote.go lets them vote, and
//     sums up what both networks say, parting.go since when they part;
//   - classifier.go names crops without a network that saw any;
//   - exam.go is one evaluation, repaint.go paints what was hidden, and repaintclass.go says
//     of which class that is, axes.go makes the map;
//   - scene.go is the course of a run, and recount.go what is made again for a live knob;
//   - picture.go and the files it names show and tell it.
package dejavu

import (
	"math/rand/v2"

	"example.org/rote/sim"
)

// The values of the knobs that the lab asks for by name.
const (
	attackView  = "attack"
	curvesView  = "curves"
	layersView  = "layers"
	repaintView = "repaint"
	mapView     = "map"

	vicregRule = "VICReg"
	barlowRule = "Barlow"
	simclrRule = "SimCLR"

	copyOfA = "copy"
)

// mostPictures bounds the pictures of a network.
const mostPictures = 400

// A Lab is the lab: the values of its knobs, from which it opens the scene. It knows the
// laws behind its sweeps.
type Lab struct {
	view, loss, second, layer, crop string

	n, epochs, k, classes, m, width, cells, pick int
	rho, top, lambda, mu, nu, tau, off, lr       float64

	pickKnob, layerKnob *sim.Knob
}

// Open implements [sim.Lab].
func (l *Lab) Open(rng *rand.Rand) sim.Scene { return newScene(l, rng) }
