package capacity

import "example.org/rote/sim"

// The values of choices that the lab asks for by name.
const (
	real    = "real"
	sign    = "sign"
	classes = "classes"
	single  = "float32"
)

// Knobs implements [sim.Lab].
func (l *Lab) Knobs(k *sim.Knobs) {
	l.knobs = k
	k.Choice(&l.view, "view", "What to look at", "snake", "ladder", "resnet", "cover", "train", "sgd").
		Help("Constructions, training, or repair.")
	l.taskKnobs(k)
	l.snakeKnobs(k)
	l.ladderKnobs(k)
	l.coverKnobs(k)
	l.trainKnobs(k)
	l.sgdKnobs(k)
}

func (l *Lab) taskKnobs(k *sim.Knobs) {
	k.Int(&l.n, "n", "Number of labels N", 36, 4, 1024).Log().In(&l.view, "snake", "ladder", "resnet", "train").
		Help("How many things to remember.")
	k.Int(&l.d, "d", "Dimension", 2, 1, 64).Log().In(&l.view, "snake", "ladder", "resnet", "cover", "train").
		Help("Coordinates per point.")
	k.Choice(&l.labels, "labels", "Labels", real, sign, classes).In(&l.view, "snake", "ladder").
		Help("Arbitrary numbers, ±1, or classes. The ladder takes signs for classes, and baum for numbers too.")
	k.Int(&l.classes, "classes", "Classes", 3, 2, 100).In(&l.view, "snake", "resnet").
		Help("Each class gets a level between -1 and 1. The residual network takes 10 at most.").
		When("Choose the labels classes to have some.", func() bool { return l.view == "resnet" || l.labels == classes })
	k.Int(&l.dy, "dy", "Outputs", 1, 1, 4).In(&l.view, "snake").Help("One second layer per output.").
		When("More than one output needs labels that are numbers, in one block.",
			func() bool { return l.labels == real && l.blocks == 1 })
}

func (l *Lab) snakeKnobs(k *sim.Knobs) {
	k.Int(&l.w1, "w1", "First width (ReLU)", 0, 0, 128).In(&l.view, "snake").Help("0 chooses the least that suffices.")
	k.Int(&l.w2, "w2", "Second width (ReLU)", 0, 0, 128).In(&l.view, "snake").Help("0 chooses.")
	k.Int(&l.blocks, "blocks", "Blocks of two layers", 1, 1, 4).In(&l.view, "snake").Help("Share the work over depth.")
	k.Int(&l.dirs, "dirs", "Directions tried", 32, 1, 64).Log().In(&l.view, "snake", "ladder").
		When("This construction does not choose a direction.", func() bool { return l.view == "snake" || l.method == byZhang }).
		Help("The one with the smallest weights is kept.")
	k.Float(&l.angle, "angle", "Direction by hand, degrees", -1, -1, 180).Live().In(&l.view, "snake").
		Help("Below 0: the best of those tried.").
		When("A hand can turn the line in the plane only, d = 2.", func() bool { return l.d == 2 })
	k.Float(&l.margin, "margin", "Saturation margin", 1.05, 0.2, 3).Live().In(&l.view, "snake").
		Help("Below 1 neighbours leak into the band.")
	k.Int(&l.unit, "unit", "Zig-zag shown", 0, 0, 64).Live().In(&l.view, "snake").
		Help("0 follows the construction; above their number: the last.")
	k.Bool(&l.alternate, "snake", "Alternate the order", true).In(&l.view, "snake").
		Help("Off: weights grow geometrically.")
	k.Choice(&l.precision, "precision", "Arithmetic", "float64", single).Live().In(&l.view, "snake", "ladder").
		Help("float32 forgets from about 256 labels on.")
	k.Float(&l.near, "close", "Plant a pair this close", 0, 0, 1).LogZero(1e-14).In(&l.view, "snake").
		Help("Opposite labels, this far apart.")
}

func (l *Lab) ladderKnobs(k *sim.Knobs) {
	k.Choice(&l.method, "method", "Construction", byBaum, byZhang, byBubeck).In(&l.view, "ladder").
		Help("Three ways with one hidden layer: slabs for signs, bends on one line, and gentle pairs of slabs.")
	k.Float(&l.slab, "slab", "Slab width", 0.5, 0.1, 0.9).Live().In(&l.view, "ladder").Help("Share of the free margin.").
		When("Only baum has slabs of a width to choose.", func() bool { return l.method == byBaum })
	k.Int(&l.shuffles, "shuffles", "Groupings tried", 16, 1, 64).Log().In(&l.view, "ladder").
		Help("The one with the gentlest weights is kept.").
		When("Only bubeck chooses among groupings.", func() bool { return l.method == byBubeck })
}

func (l *Lab) coverKnobs(k *sim.Knobs) {
	k.Float(&l.load, "load", "Labels per dimension", 2, 0.5, 4).In(&l.view, "cover").Help("N/d: half of all labelings fit at 2.")
	k.Int(&l.trials, "trials", "Trials", 50, 20, 200).Log().In(&l.view, "cover").Help("Random labelings tested.")
}

func (l *Lab) trainKnobs(k *sim.Knobs) {
	k.Choice(&l.depth, "depth", "Hidden layers", "1", "2").In(&l.view, "train").Help("The same width in both.")
	k.Int(&l.width, "width", "Width", 16, 1, 128).Log().In(&l.view, "train").Help("Hidden neurons in each layer.")
	k.Int(&l.train, "train", "Training steps T", 3000, 300, 3000).Log().In(&l.view, "train").
		Help("The learning rate falls in the second half.")
	k.Float(&l.lr, "lr", "Learning rate", 0.01, 0.003, 0.03).Log().In(&l.view, "train").Help("Of Adam.")
}

func (l *Lab) sgdKnobs(k *sim.Knobs) {
	k.Choice(&l.minimum, "minimum", "Which perfect memory", byTraining, byConstruction, byTeacher).In(&l.view, "sgd").
		Help("Where the push starts: a trained network, a snake network, or a random one that is asked for its own outputs.")
	k.Float(&l.rho, "rho", "Push ρ", 0.03, 1e-4, 3).Log().In(&l.view, "sgd").Help("Distance from the minimum.")
	k.Int(&l.batch, "batch", "Batch size", 4, 1, 64).Log().In(&l.view, "sgd").Help("Not more than there are examples.")
	k.Float(&l.eta, "eta", "Step factor", 1, 0.25, 8).Log().In(&l.view, "sgd").
		Help("In units of 1 over the largest squared gradient of an output; beyond 5 unsteady.")
	k.Int(&l.epochs, "epochs", "Epochs", 500, 50, 1500).Log().In(&l.view, "sgd").Help("Passes over the data.")
}
