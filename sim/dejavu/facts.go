package dejavu

import (
	"math"

	"example.org/rote/sim"
)

func (s *scene) facts(f *sim.Frame) {
	f.Fact("chance", "Chance", "", "Share of the classes that a guess names: one over their number.", 1/float64(s.lab.classes))
	f.Fact("excluded", "Left out", "pictures", "Pictures without a crop of background to attack.", float64(s.excluded))
	e := s.last()
	if e == nil {
		return
	}
	f.Fact("epoch", "Epoch", "", "Passes over the pictures, at the evaluation that is shown.", float64(e.epoch))
	t := s.shown()
	t.facts(f)
	s.voteFacts(f, t)
	s.layerFacts(f, e)
	s.surestFacts(f, t)
	s.pickFacts(f)
	f.Fact("collapsed", "Collapsed", "", "1 if A gives all crops one embedding, within 0.001 in each coordinate, else 0.", oneIf(e.collapsed))
	f.Fact("loss_a", "Loss of A", "", "Mean over the last epoch.", e.losses[0])
	f.Fact("loss_b", "Loss of B", "", "Mean over the last epoch.", e.losses[1])
	s.paintFacts(f)
}

func oneIf(is bool) float64 {
	if is {
		return 1
	}
	return 0
}

func (t *tally) facts(f *sim.Frame) {
	f.Fact("target", "Named by who saw it", "", "Share of the crops whose object the network names that saw the picture.", t.target())
	f.Fact("reference", "Named by the other", "", "Share of the crops whose object the other network names.", t.reference())
	f.Fact("score", "Difference", "", "Named by who saw it, less named by the other.", t.score())
	f.Fact("score_se", "Its error", "", "Standard error of the difference from the number of crops; two runs differ by as much again.", t.deviation())
	f.Fact("memorized", "Memorized", "", "Share of the crops that only the network names that saw the picture.", t.share(memorized))
	f.Fact("correlated", "Correlated", "", "Share that both name.", t.share(correlated))
	f.Fact("misrepresented", "Misrepresented", "", "Share that only the other network names.", t.share(misrepresented))
	f.Fact("unassociated", "Unassociated", "", "Share that neither names.", t.share(unassociated))
	direct, alone := t.without()
	f.Fact("direct", "Named by a classifier", "", "Share that a classifier of public crops names: correlation alone.", direct)
	f.Fact("score_one", "Difference, one network", "", "Named by who saw it, less named by the classifier: it needs no second network.", alone)
	f.Fact("disagree", "Tests disagree", "", "Share of the crops that one test calls memorized, and the other not.", t.disagreement())
}

func (s *scene) voteFacts(f *sim.Frame, t *tally) {
	saw, other, deviation := t.votes(s.lab.k)
	f.Fact("votes_saw", "Votes where it was seen", "", "Share of the pictures nearest to a crop that show its object, in the network that saw it.", saw)
	f.Fact("votes_other", "Votes in the other", "", "The same in the network that did not.", other)
	f.Fact("votes_se", "Their error", "", "Standard error of the difference of both from the number of crops.", deviation)
	if epoch, ok := s.parted(); ok {
		f.Fact("parted", "Parted at epoch", "", "Since when every evaluation, of two or more, has found the votes apart by more than twice their error.",
			float64(epoch))
	}
}

var scoreKeys = [layerCount]string{"score_first", "score_backbone", "score_hidden", "score_projector"}

var scoreNames = [layerCount]string{"Difference, first", "Difference, backbone", "Difference, hidden", "Difference, projector"}

func (s *scene) layerFacts(f *sim.Frame, e *evaluation) {
	for layer := range e.tallies {
		f.Fact(scoreKeys[layer], scoreNames[layer], "", "The difference when that layer is attacked.", e.tallies[layer].score())
	}
	quality := s.quality()
	f.Fact("quality_backbone", "Whole pictures, backbone", "", "Share of whole test pictures that A names there.", quality[0])
	f.Fact("quality_projector", "Whole pictures, projector", "", "The same at the end of the projector.", quality[1])
}

// quality returns the shares of whole pictures that were named last, or NaN.
func (s *scene) quality() [len(qualityLayers)]float64 {
	for i := len(s.history) - 1; i >= 0; i-- {
		if q := s.history[i].quality; !math.IsNaN(q[0]) {
			return q
		}
	}
	return [len(qualityLayers)]float64{math.NaN(), math.NaN()}
}

func (s *scene) surestFacts(f *sim.Frame, t *tally) {
	f.Fact("target_top", "Surest, by who saw it", "", "Share named right of the crops of which the network that saw the picture is surest.", t.names[0])
	f.Fact("reference_top", "Surest, by the other", "", "The same for the other network.", t.names[1])
	f.Fact("score_top", "Difference, surest", "", "The difference of both.", t.names[0]-t.names[1])
}

func (s *scene) pickFacts(f *sim.Frame) {
	x := &s.view.example
	f.Fact("pick_share", "This picture", "", "0 unassociated, 1 misrepresented, 2 correlated, 3 memorized.", float64(x.fate))
	f.Fact("votes_a", "Votes of A", "", "Of the nearest public pictures in A, those with the hidden object.", float64(x.votes[0]))
	f.Fact("votes_b", "Votes of B", "", "The same in B.", float64(x.votes[1]))
}

func (s *scene) paintFacts(f *sim.Frame) {
	p := &s.painting
	if p.made != s.version() {
		return
	}
	f.Fact("repaint_a", "Error left, painted by A", "", "Squared error in the boxes of the objects, over that of the mean public picture.", p.errors[0])
	f.Fact("repaint_b", "Error left, painted by B", "", "The same for B.", p.errors[1])
	f.Fact("class_a", "Class painted by A", "", "Share of A's pictures that it paints nearest to the public mean of their class.", p.share(0))
	f.Fact("class_b", "Class painted by B", "", "The same for B.", p.share(1))
}

// shown returns the tally of the attacked layer.
func (s *scene) shown() *tally { return &s.last().tallies[s.lab.attackedLayer()] }

// disagreement returns the share of crops that one test calls memorized and the other not.
func (t *tally) disagreement() float64 {
	return float64(t.counts[memorized]+t.alone-2*t.bothTests) / float64(t.crops)
}
