package ntk

import (
	"math"

	"example.org/rote/sim"
)

// The values of the knobs that the lab asks for by name.
const (
	hinge    = "hinge"
	softplus = "softplus"
	both     = "both"
)

// Knobs implements [sim.Lab].
func (l *Lab) Knobs(k *sim.Knobs) {
	l.knobs = k
	k.Choice(&l.view, "view", "What to look at", "train", "tangent").
		Help("Gradient descent, or the frozen features alone.")
	k.Int(&l.d, "d", "Dimension", 16, 2, 64).Log().Help("Each neuron holds about d labels.")
	k.Int(&l.m, "m", "Random labels", 256, 16, 1024).Log().Help("Coin flips to remember.")
	l.sizeKnobs(k)
	l.trainingKnobs(k)
	k.Int(&l.trials, "trials", "Trials", 5, 1, 50).Log().In(&l.view, "tangent").
		Help("How many times the gates are drawn for each number of pairs.")
	k.Int(&l.pick, "pick", "Point shown", 0, 0, 1024).Live().In(&l.view, "train").
		Help("0 = none; else its number, the last if it is above m.")
}

func (l *Lab) sizeKnobs(k *sim.Knobs) {
	k.Float(&l.ratio, "ratio", "Weights per label 2qd/m", 1.25, 0.25, 4).Log().In(&l.view, "train").
		Help("1 is just enough.").
		When("The number of pairs is chosen.", func() bool { return l.q == 0 })
	k.Int(&l.q, "q", "Neuron pairs q", 0, 0, 128).In(&l.view, "train").Help("0 takes it from the weights per label.")
	k.Float(&l.b, "b", "Output size B", 4, 0.25, 32).Log().In(&l.view, "train").
		Help("With a large B and a small step the neurons hardly move: the lazy regime.")
}

func (l *Lab) trainingKnobs(k *sim.Knobs) {
	k.Float(&l.lr, "lr", "Learning rate η", 1, 0.005, 30).Log().In(&l.view, "train").
		Help("B = 1 wants about 10, B = 32 about 0.02.")
	k.Choice(&l.loss, "loss", "Loss", hinge, "logistic").In(&l.view, "train").Help("Hinge stops pushing at margin 1.")
	k.Choice(&l.act, "act", "Activation", "relu", softplus).In(&l.view, "train").Help("softplus wants B = 8.")
	k.Choice(&l.layers, "layers", "Trained layers", "first", both).In(&l.view, "train").
		Help("The output weights may learn, too.")
	k.Int(&l.batch, "batch", "Batch size", 32, 1, 256).Log().In(&l.view, "train").Help("Examples in a step.")
	k.Int(&l.epochs, "epochs", "Epochs at most", 300, 10, 1000).Log().In(&l.view, "train").
		Help("Passes over the data.")
	k.Bool(&l.after, "after", "Go on after 100%", false).In(&l.view, "train").
		Help("A later step may forget a label again.")
}

// pairs returns the number of neuron pairs that the knobs ask for.
func (l *Lab) pairs() int {
	if l.q > 0 {
		return l.q
	}
	return max(1, int(math.Round(l.ratio*float64(l.m)/float64(2*l.d))))
}

// perLabel returns the number of trained weights for each label, with the first
// layer alone.
func (l *Lab) perLabel() float64 { return float64(2*l.pairs()*l.d) / float64(l.m) }
