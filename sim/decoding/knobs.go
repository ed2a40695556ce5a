package decoding

import "example.org/rote/sim"

// Knobs implements [sim.Lab].
func (l *Lab) Knobs(k *sim.Knobs) {
	k.Choice(&l.view, "view", "What to look at", "layers", "glyph", idea).
		Names("What the layers know", "One picture", "The idea in space").Live("layers", "glyph").
		Help("Readers and curves, one picture, or the idea in three dimensions.")
	k.Float(&l.c, "c", "Wrong labels", 0.4, 0, 1).Main("layers", idea).
		Help("Chance that a training label is drawn at random; it can hit the right one.")
	network := k.In(&l.view, "layers", "glyph")
	l.dataKnobs(network)
	l.networkKnobs(network)
	l.trainingKnobs(network)
	l.readingKnobs(network)
	glyph := k.In(&l.view, "glyph")
	glyph.Group("The picture")
	l.pickKnob = glyph.Int(&l.pick, "pick", "Picture shown", 1, 1, wallCount).Live().Main().Short("Picture").
		Help("Number of the test picture.")
	glyph.Choice(&l.labels, "labels", "Subspaces from", "given", oracle).Names("The given labels", "The true labels").Live().Main().
		Help("True labels are an oracle; nobody has them.")
	l.ideaKnobs(k.In(&l.view, idea))
}

func (l *Lab) dataKnobs(k *sim.Knobs) {
	k.Group("The data")
	k.Int(&l.n, "n", "Training points", 1000, 200, 2000).Main("layers").Short("Points").Help("Digits the network is trained on.")
	k.Float(&l.noise, "noise", "Pixel noise", 0.1, 0, 0.3).Main("layers").Help("Standard deviation added to every pixel.")
	k.Choice(&l.jitter, "jitter", "Shape jitter", "easy", "full").Names("A little", "A lot").Help("How much the digits bend.")
	k.Choice(&l.classes, "classes", "Classes", "10", "4").Names("Ten digits", "0 to 3").Help("Ten digits, or 0 to 3.")
}

func (l *Lab) networkKnobs(k *sim.Knobs) {
	k.Group("The network")
	k.Int(&l.width, "width", "Width", 128, 32, 256).Log().Main("layers").Help("Units in each hidden layer.")
	k.Int(&l.depth, "depth", "Hidden layers", 3, 1, 4).Help("Layers between picture and output.")
}

func (l *Lab) trainingKnobs(k *sim.Knobs) {
	k.Group("Training")
	k.Choice(&l.target, "target", "Trained on", "given", clean).Names("The given labels", "The true labels").
		Help("The given, partly wrong labels, or the true ones.")
	k.Choice(&l.opt, "opt", "Optimizer", "Adam", "SGD").Help("SGD uses momentum 0.9; 0.05 is a good rate for it.")
	k.Float(&l.lr, "lr", "Learning rate", 0.001, 1e-4, 0.1).Log().Help("Size of a training step.")
	k.Int(&l.batch, "batch", "Batch size", 32, 8, 128).Log().Help("Points per update.")
	k.Int(&l.epochs, "epochs", "Epoch limit", 150, 10, 150).Help("Training ends here at the latest.")
	k.Choice(&l.stop, "stop", "Stop", "fit", limit).Names("When all labels are fitted", "At the epoch limit").
		Help("When every given label is fitted, or only at the limit.")
	k.Bool(&l.repair, "repair", "Repair", false).
		Help("After training, relabel by leave-out subspaces and train again.").
		When("The network was trained on true labels.", func() bool { return l.target != clean })
}

func (l *Lab) readingKnobs(k *sim.Knobs) {
	k.Group("The reader")
	l.layerKnob = k.Int(&l.layer, "layer", "Layer read", 2, 0, 4).Live().Main().Short("Layer").
		Help("0 is the picture itself; above the last hidden layer it is that.")
	k.Choice(&l.rule, "rule", "Subspace size", "share", "rank").Names("By share kept", "A fixed number").Live().Main("glyph").
		Help("By share of squared length kept, or a fixed number of directions.")
	k.Float(&l.share, "share", "Share kept", 0.99, 0.5, 0.999).Live().Main("glyph").
		Help("Directions are added until this share of squared length is kept.").
		When("The number of directions is fixed.", func() bool { return l.rule == "share" })
	k.Int(&l.rank, "rank", "Directions", 5, 1, 20).Live().Help("Directions per class.").
		When("The share kept decides.", func() bool { return l.rule == "rank" })
	k.Bool(&l.readers, "readers", "More readers", false).Live().
		Help("A quadratic and a linear discriminant; they take some seconds more at the end.")
}

func (l *Lab) ideaKnobs(k *sim.Knobs) {
	k.Group("The view")
	l.turnKnob = k.Float(&l.turn, "turn", "View from, degrees", 30, -180, 180).Live().Main().Short("View from").Help("Turns the picture.")
	l.azKnob = k.Float(&l.az, "az", "Arrow direction, degrees", 40, -180, 180).Live().Main().Short("Direction").
		Help("Around the upright axis.")
	l.elKnob = k.Float(&l.el, "el", "Arrow height, degrees", 30, -90, 90).Live().Main().Short("Height").Help("Above the ground.")
}

// layerRead returns the layer that is read: the last hidden one where the knob is above
// it.
func (l *Lab) layerRead() int { return min(l.layer, l.depth) }

// classCount returns how many classes there are.
func (l *Lab) classCount() int {
	if l.classes == "4" {
		return 4
	}
	return 10
}

// repairs reports whether labels are to be repaired.
func (l *Lab) repairs() bool { return l.repair && l.target != clean }
