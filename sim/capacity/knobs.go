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
		Names("Build a memory", "Older constructions", "Blocks that move points", "One neuron alone", "Train it instead", "Push a perfect memory").
		Help("Networks that are built, one that is trained, and one that is pushed.")
	l.declareShared(k)
	l.declareSnake(k.In(&l.view, "snake"), k.In(&l.view, "snake", "ladder"))
	l.declareLadder(k.In(&l.view, "ladder"))
	l.declareCover(k.In(&l.view, "cover"))
	l.declareTrain(k.In(&l.view, "train"))
	l.declareSgd(k.In(&l.view, "sgd"))
}

func (l *Lab) declareShared(k *sim.Knobs) {
	k.In(&l.view, "snake", "ladder", "resnet", "train").Int(&l.n, "n", "Labels to remember, N", 36, 4, 100_000).Log().Main().Short("Labels N").
		Help("Each belongs to a point of its own. Only what is built may have more than 1\u202f024: other views take so many.")
	k.In(&l.view, "snake", "ladder", "resnet", "cover", "train").Int(&l.d, "d", "Dimensions, d", 2, 1, 64).Log().Main().Short("Dimensions").
		Help("Coordinates of each point.")
	k.In(&l.view, "snake", "ladder").Choice(&l.labels, "labels", "What a label is", real, sign, classes).
		Names("Any number", "Plus or minus one", "One of some classes").Main().Short("Label").
		Help("Of the older constructions slabs take signs only, and the others take signs for classes.")
	k.In(&l.view, "snake", "resnet").Int(&l.classes, "classes", "Classes", 3, 2, 1000).Log().Main("resnet").
		Help("The blocks that move points take 10 at most.").
		When("Labels that are classes have some.", func() bool { return l.view == "resnet" || l.labels == classes })
}

// next returns the first of the experiments that is not the present one.
func (l *Lab) next(tries ...sim.Try) sim.Try {
	for _, t := range tries {
		if !l.isAt(t.Address) {
			return t
		}
	}
	return sim.Try{}
}

// isAt reports whether the knobs have the values of an address.
func (l *Lab) isAt(address string) bool {
	a, _ := sim.ParseAddress(address)
	for _, k := range l.knobs.All() {
		want := k.DefaultText()
		for _, p := range a.Pairs {
			if p.Key == k.Key {
				want = p.Value
			}
		}
		if k.Shown() && k.Text() != want {
			return false
		}
	}
	return true
}
