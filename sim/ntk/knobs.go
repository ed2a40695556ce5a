package ntk

import (
	"math"

	"example.org/rote/sim"
)

// The values of the knobs that the lab asks for by name.
const (
	hinge    = "hinge"
	relu     = "relu"
	leaky    = "leaky"
	softplus = "softplus"
	both     = "both"
)

// Knobs implements [sim.Lab].
func (l *Lab) Knobs(k *sim.Knobs) {
	k.Choice(&l.view, "view", "What to look at", "train", "tangent").Names("Gradient descent", "Frozen features").
		Help("Training, or the features of neurons that never move.")
	k.Int(&l.d, "d", "Dimension", 16, 2, 64).Log().Main().Help("Each neuron holds about d labels.")
	k.Int(&l.m, "m", "Random labels", 256, 16, 1024).Log().Main().Short("Labels").Help("Coin flips to remember.")
	train := k.In(&l.view, "train")
	l.networkKnobs(train)
	l.trainingKnobs(train)
	tangent := k.In(&l.view, "tangent")
	tangent.Choice((*string)(&l.gate), "gate", "Gates of", relu, leaky, softplus).Names("ReLU", "Leaky ReLU", "Softplus").Main().
		Help("What a frozen neuron lets through: all or nothing, all or a tenth, or something between.")
	tangent.Int(&l.trials, "trials", "Draws", 5, 1, 50).Log().Main().
		Help("How many times the neurons are drawn for each number of pairs.")
}

func (l *Lab) networkKnobs(k *sim.Knobs) {
	k.Group("The network")
	k.Float(&l.ratio, "ratio", "Weights per label 2qd/m", 1.25, 0.25, 4).Log().Main().Short("Per label").
		Help("How much room there is for a label.").
		When("The number of pairs is chosen.", func() bool { return l.q == 0 })
	k.Int(&l.q, "q", "Neuron pairs q", 0, 0, 128).Help("0 takes it from the weights per label.")
	k.Float(&l.b, "b", "Output size B", 4, 0.25, 32).Log().Main().
		Help("With a large B and short steps the neurons hardly move: the lazy regime.")
}

func (l *Lab) trainingKnobs(k *sim.Knobs) {
	k.Group("Training")
	k.Float(&l.lr, "lr", "Learning rate η", 1, 0.005, 30).Log().Main().Short("η").
		Help("B = 1 wants about 10, B = 32 about 0.02.")
	k.Choice(&l.loss, "loss", "Loss", hinge, "logistic").Names("Hinge", "Logistic").Main().
		Help("Hinge stops pushing at margin 1.")
	k.Choice(&l.act, "act", "Activation", relu, softplus).Names("ReLU", "Softplus").Help("Softplus wants B = 8.")
	k.Choice(&l.layers, "layers", "Trained layers", "first", both).Names("The first", "Both").
		Help("The output weights may learn, too.")
	k.Int(&l.batch, "batch", "Batch size", 32, 1, 256).Log().Help("Examples in a step.")
	k.Int(&l.epochs, "epochs", "Epochs at most", 300, 10, 1000).Log().Help("Passes over the data.")
	k.Bool(&l.after, "after", "Go on after 100%", false).Help("A later step may forget a label again.")
	k.Group("The picture")
	l.pickKnob = k.Int(&l.pick, "pick", "Point shown", 0, 0, 1024).Live().
		Help("0 = none; else its number, the last if it is above m.")
}

// pairs returns the number of neuron pairs that the knobs ask for.
func (l *Lab) pairs() int {
	if l.q > 0 {
		return l.q
	}
	return max(1, int(math.Round(l.ratio*float64(l.m)/float64(2*l.d))))
}

// weights returns how many weights the first layer has.
func (l *Lab) weights() int { return 2 * l.pairs() * l.d }

// perLabel returns the weights of the first layer for each label.
func (l *Lab) perLabel() float64 { return float64(l.weights()) / float64(l.m) }
