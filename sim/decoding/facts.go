package decoding

import (
	"math"

	"example.org/rote/sim"
)

// lead returns how much more the layer reads than the network says, or NaN.
func (s *scene) lead() float64 {
	if s.now() == nil {
		return math.NaN()
	}
	return s.now().share() - last(&s.record.net)
}

// readUntrained returns the share that the layer reads in the untrained network, or NaN.
func (s *scene) readUntrained() float64 {
	line := &s.atlas.shown.line
	if len(line.Y) == 0 {
		return math.NaN()
	}
	return line.Y[0]
}

// atPeak returns the share that the layer reads at the checkpoint nearest to the peak of
// the network.
func (s *scene) atPeak() float64 {
	line, peak := &s.atlas.shown.line, float64(s.peakEpoch)
	nearest := 0
	for i, x := range line.X {
		if math.Abs(x-peak) < math.Abs(line.X[nearest]-peak) {
			nearest = i
		}
	}
	if len(line.Y) == 0 {
		return math.NaN()
	}
	return line.Y[nearest]
}

func (s *scene) facts(f *sim.Frame) {
	if len(s.record.net.Y) > 0 {
		s.trainingFacts(f)
	}
	f.Fact("changed", "Labels changed", "", "Share of the training labels that are not the right ones.",
		float64(s.task.changed)/float64(s.lab.n))
	if s.atlas.shown.now != nil {
		s.readingFacts(f)
	}
	if s.atlas.shown.layers != nil {
		s.layerFacts(f)
	}
	if m := s.atlas.shown.mended; m != nil {
		s.repairFacts(f, m)
	}
}

func (s *scene) trainingFacts(f *sim.Frame) {
	f.Fact("epoch", "Epoch", "", "Passes over the training pictures.", float64(s.epoch))
	f.Fact("memorized", "Labels fitted", "", "Share of the labels trained on that the network gives back.", s.memorized)
	if s.task.changed > 0 {
		f.Fact("fitted_wrong", "Wrong labels fitted", "", "Share of the wrong labels given that the network gives back.", last(&s.wrong))
	}
	f.Fact("net", "Network", "", "Share of the test pictures that the network's output names right.", last(&s.record.net))
	f.Fact("peak", "Network at its peak", "", "The largest such share at the end of an epoch.", s.peak)
	f.Fact("peak_epoch", "Peak", "epochs", "The epoch of the peak.", float64(s.peakEpoch))
}

func (s *scene) readingFacts(f *sim.Frame) {
	shown := &s.atlas.shown
	read, score := shown.score().share(), shown.score()
	f.Fact("masc", "Layer, given labels", "", "Share of the test pictures that lie nearest to the subspace of their class, in the chosen layer.", read)
	f.Fact("masc0", "Layer, untrained", "", "The same for the network before training.", s.readUntrained())
	f.Fact("learned", "Learned", "", "Layer, less layer untrained.", read-s.readUntrained())
	f.Fact("lead", "Lead", "", "Layer, less network.", s.lead())
	f.Fact("masc_at_peak", "Layer at the peak", "", "Layer, at the checkpoint nearest to the network's peak.", s.atPeak())
	if x, _, ok := crossing(&s.record.net, &shown.line); ok {
		f.Fact("cross", "Crossing", "epochs", "Where the network falls below the layer for good.", x)
	}
	f.Fact("dim", "Directions", "", "Mean over the classes of the directions of the subspace.", meanRank(score.ranks))
	if score.ok() {
		f.Fact("angle", "Smallest angle", "degrees", "Mean over the test pictures of the angle to the nearest subspace.", score.angle)
		f.Fact("margin", "To the next", "degrees", "Mean of how much larger the next angle is.", score.margin)
	}
	if score.abstained > 0 {
		f.Fact("abstained", "No answer", "pictures", "Test pictures to which the layer answers with zeros.", float64(score.abstained))
	}
}

// layerKeys are the keys of the shares of the layers.
var layerKeys = [...]string{"masc_in", "masc_1", "masc_2", "masc_3", "masc_4"}

// layerFactNames are their names.
var layerFactNames = [...]string{"Picture", "Layer 1", "Layer 2", "Layer 3", "Layer 4"}

func (s *scene) layerFacts(f *sim.Frame) {
	shown := &s.atlas.shown
	for layer := range shown.layers {
		f.Fact(layerKeys[layer], layerFactNames[layer], "", "Share that subspaces of the given labels read there.",
			shown.layers[layer].given.score.share())
	}
	chosen := &shown.layers[shown.layer]
	f.Fact("masc_true", "Layer, true labels", "", "The same with subspaces of the true labels, which nobody has.", chosen.oracle.score.share())
	f.Fact("ncm", "Nearest class mean", "", "Share that the nearest mean of the given labels reads in the chosen layer.", chosen.other.means)
	if shown.more && chosen.other.hasBells {
		f.Fact("quadratic", "Quadratic discriminant", "", "Share that a normal distribution for each class reads in the chosen layer.",
			chosen.other.quadratic)
		f.Fact("linear", "Linear discriminant", "", "The same with one covariance for all classes.", chosen.other.linear)
	}
}

func (s *scene) repairFacts(f *sim.Frame, m *mended) {
	f.Fact("label_right", "Right labels after repair", "", "Share of the training labels that are right after relabelling.", m.right)
	if s.task.changed > 0 {
		f.Fact("plain_recovered", "Set right by all", "", "Share of the wrong labels set right by subspaces of all points, their own among them.", m.plain)
		f.Fact("recovered", "Set right by others", "", "The same with each tenth of the points left out of the subspaces that read it.", m.recovered)
	}
	f.Fact("repaired", "Retrained network", "", "Share of the test pictures that the network trained on the repaired labels names right.", m.net)
}
