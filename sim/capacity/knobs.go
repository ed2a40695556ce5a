package capacity

import "example.org/rote/sim"

// sharedKnobs are those of more than one view.
type sharedKnobs struct {
	labels, precision string
	n, d              int
	classes, dirs     int
}

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
	l.declareShared(k)
	l.declareSnake(k.In(&l.view, "snake"), k.In(&l.view, "snake", "ladder"))
	l.declareLadder(k.In(&l.view, "ladder"))
	l.declareCover(k.In(&l.view, "cover"))
	l.declareTrain(k.In(&l.view, "train"))
	l.declareSgd(k.In(&l.view, "sgd"))
}

func (l *Lab) declareShared(k *sim.Knobs) {
	k.In(&l.view, "snake", "ladder", "resnet", "train").Int(&l.n, "n", "Number of labels N", 36, 4, 1024).Log().
		Help("How many things to remember.")
	k.In(&l.view, "snake", "ladder", "resnet", "cover", "train").Int(&l.d, "d", "Dimension", 2, 1, 64).Log().
		Help("Coordinates per point.")
	k.In(&l.view, "snake", "ladder").Choice(&l.labels, "labels", "Labels", real, sign, classes).
		Help("Arbitrary numbers, ±1, or classes. The ladder takes signs for classes, and baum for numbers too.")
	k.In(&l.view, "snake", "resnet").Int(&l.classes, "classes", "Classes", 3, 2, 100).
		Help("Each class gets a level between -1 and 1. The residual network takes 10 at most.").
		When("Choose the labels classes to have some.", func() bool { return l.view == "resnet" || l.labels == classes })
}
