package dejavu

import "example.org/rote/sim"

// Knobs implements [sim.Lab].
func (l *Lab) Knobs(k *sim.Knobs) {
	k.Choice(&l.view, "view", "What to look at", attackView, curvesView, layersView, repaintView, mapView).
		Names("One crop", "As they train", "Layer by layer", "Paint what was hidden", "Maps of both").Live().
		Help("Which pictures to draw; the run is the same.")
	l.dataKnobs(k)
	l.trainingKnobs(k)
	l.ruleKnobs(k)
	l.attackKnobs(k)
}

func (l *Lab) dataKnobs(k *sim.Knobs) {
	k.Group("The pictures")
	k.Int(&l.n, "n", "Pictures per network", 96, 24, 400).Log().Main().Short("Pictures").
		Help("Fewer pictures, more room to remember each.")
	k.Float(&l.rho, "rho", "Habitat share", 0.2, 0, 0.9).Main(attackView, curvesView).Short("Habitat").
		Help("How often a class stands on its own colour: honest correlation.")
	k.Int(&l.classes, "classes", "Classes", 8, 4, mostClasses).Help("Chance is one over this.")
	k.Int(&l.cells, "cells", "Background cells", 2, 2, 4).Help("On each side; more cells, harder to remember.")
	k.Int(&l.m, "m", "Public pictures", 800, 200, 1600).Log().Help("The attacker's own pictures, whose classes are known.")
}

func (l *Lab) trainingKnobs(k *sim.Knobs) {
	k.Group("Training")
	k.Int(&l.epochs, "epochs", "Epochs", 400, 1, 1500).Log().Rising().Main(attackView, curvesView, layersView, repaintView).
		Help("How long both networks train; raising it goes on with the run.")
	k.Int(&l.width, "width", "Width", 64, 16, 128).Log().Main(layersView).Help("Neurons of a hidden layer.")
	k.Float(&l.lr, "lr", "Learning rate", 0.003, 1e-4, 0.01).Log().Help("Step size of Adam.")
	k.Choice(&l.crop, "crop", "Crop width", "5-8", "3-8", "8-11").Names("5 to 8 pixels", "3 to 8 pixels", "8 to 11 pixels").
		Help("Size of the training crops.")
	k.Choice(&l.second, "second", "Network B", "other", copyOfA).Names("Other pictures", "A itself").
		Help("With A itself the same network is compared twice.")
}

func (l *Lab) ruleKnobs(k *sim.Knobs) {
	k.Group("Training rule")
	rule := func(name string) (string, func() bool) {
		return "Only " + name + " has it.", func() bool { return l.loss == name }
	}
	k.Choice(&l.loss, "loss", "Training rule", vicregRule, barlowRule, simclrRule).Main(curvesView, layersView).
		Help("How two crops of a picture are made to agree.")
	k.Float(&l.lambda, "lambda", "Invariance λ", 25, 1, 200).Log().When(rule(vicregRule)).Help("Pull between two crops of a picture.")
	k.Float(&l.mu, "mu", "Variance μ", 25, 0, 100).When(rule(vicregRule)).Main(mapView).
		Help("Keeps each coordinate alive; 0 allows collapse.")
	k.Float(&l.nu, "nu", "Covariance ν", 1, 0, 10).When(rule(vicregRule)).Main(mapView).Help("Keeps coordinates different.")
	k.Float(&l.tau, "tau", "Temperature τ", 0.2, 0.05, 1).Log().When(rule(simclrRule)).Help("Sharpness of the comparison.")
	k.Float(&l.off, "off", "Off-diagonal weight", 0.005, 0.0005, 0.05).Log().When(rule(barlowRule)).Help("Weight of the decorrelation.")
}

func (l *Lab) attackKnobs(k *sim.Knobs) {
	k.Group("The attack")
	l.layerKnob = k.Choice(&l.layer, "layer", "Layer attacked", layerNames[projectorLayer], layerNames[firstLayer], layerNames[backboneLayer],
		layerNames[hiddenLayer]).Live().Main(attackView, repaintView, mapView).Short("Layer").Help("Where the embedding is read.")
	k.Int(&l.k, "k", "Neighbours", 20, 1, keptNear).Log().Live().Main(attackView, mapView).
		Help("How many public pictures vote; a good number is below the pictures of a class.")
	k.Float(&l.top, "top", "Most confident, %", 20, 5, 100).Live().Main(curvesView).Short("Surest, %").
		Help("Share of the crops that count as the sure ones.")
	l.pickKnob = k.Int(&l.pick, "pick", "Picture shown", 0, 0, mostPictures).Live().Main(attackView, repaintView, mapView).Short("Picture").
		Help("0 is the surest one that only A names; else a picture of A.")
}

// layerNames are the values of the knob, from the first layer to the last.
var layerNames = [layerCount]string{"first", "backbone", "hidden", "projector"}

// attackedLayer returns the layer that is attacked.
func (l *Lab) attackedLayer() int {
	for layer, name := range layerNames {
		if name == l.layer {
			return layer
		}
	}
	return projectorLayer
}

// cutter returns what cuts the crops of training.
func (l *Lab) cutter() cutter {
	switch l.crop {
	case "3-8":
		return cutter{3, 8}
	case "8-11":
		return cutter{8, 11}
	}
	return cutter{5, 8}
}

// isCopy reports whether network B is A itself.
func (l *Lab) isCopy() bool { return l.second == copyOfA }

// isEvaluated reports whether the attack is made after an epoch that is not the last.
func isEvaluated(epoch int) bool {
	switch epoch {
	case 0, 5, 10:
		return true
	}
	return epoch%25 == 0
}

// isQuality reports whether whole pictures are named after an epoch that is not the last.
func isQuality(epoch int) bool { return epoch == 5 || epoch%100 == 0 }
