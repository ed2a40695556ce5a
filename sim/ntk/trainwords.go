package ntk

import (
	"fmt"

	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// tell writes the sentences of the picture.
func (p *trainPicture) tell(s *train) {
	p.undecided = fmt.Sprintf("%d undecided", s.now.undecided)
	if s.first != noEpochYet {
		p.allAt = fmt.Sprintf("all at epoch %d", s.first)
	}
	p.says = s.story()
}

// story says how far the memory is.
func (s *train) story() string {
	m, weights, coins := s.lab.m, s.net.trained(), sketch.Whole(s.lab.m)+" coin flips"
	switch {
	case s.broken:
		return fmt.Sprintf("The steps are too long: the weights ran away in epoch %d. Try η = %s.", s.epoch, sketch.Short(s.advisedRate()))
	case s.epoch == 0 && m <= s.lab.d:
		return fmt.Sprintf("%s in %d dimensions: a single linear unit could hold them.", coins, s.lab.d)
	case s.epoch == 0:
		return fmt.Sprintf("%s and %s weights to hold them; at first the network answers 0 to all.", coins, sketch.Whole(weights))
	case s.first == s.epoch:
		return fmt.Sprintf("%s weights hold %s: all of them at epoch %d, %s.", sketch.Whole(weights), coins, s.epoch, s.remark())
	case s.now.right == m:
		return fmt.Sprintf("Epoch %d: all %s are remembered, as they were at epoch %d.", s.epoch, coins, s.first)
	case !s.ended():
		return fmt.Sprintf("Epoch %d: %s of %s are remembered, %s.", s.epoch, sketch.Whole(s.now.right), coins, s.resisting())
	}
	return s.failure()
}

func (s *train) resisting() string {
	return sketch.Count(s.lab.m-s.now.right, "resists", "resist")
}

// remark says what is special about a network that remembers all labels.
func (s *train) remark() string {
	switch move := s.now.movement(); {
	case s.lab.perLabel() < 1:
		return "with fewer weights than labels"
	case move < 0.25:
		return "and neurons moved by " + sketch.Digits(100*move, 2) + "% of their length"
	case s.lab.weights() == s.lab.m:
		return "one weight for each"
	case s.lab.perLabel() <= 1.3:
		return "and hardly a weight to spare"
	}
	return sketch.Short(s.lab.perLabel()) + " weights for each"
}

// failure says how a run ends in which labels are left.
func (s *train) failure() string {
	held := fmt.Sprintf("After %d epochs %s weights hold %s of %s coin flips", s.epoch, sketch.Whole(s.net.trained()),
		sketch.Whole(s.now.right), sketch.Whole(s.lab.m))
	closed := s.now.closed()
	switch {
	case s.first != noEpochYet:
		return fmt.Sprintf("%s; at epoch %d it was all of them.", held, s.first)
	case s.now.typical() < weakMargin:
		return fmt.Sprintf("After %d epochs the answers are still small, %s: try longer steps or a larger B.", s.epoch,
			sketch.Short(s.now.typical()))
	case s.lab.act == relu && closed > 0:
		return fmt.Sprintf("%s; no neuron responds to %d of the rest.", held, closed)
	case s.mostRight > s.now.right:
		return fmt.Sprintf("%s; the most at once was %s.", held, sketch.Whole(s.mostRight))
	}
	return held + "; " + s.resisting() + "."
}

// weakMargin is the mean size of the margins below which the network has hardly
// begun.
const weakMargin = 0.5

// advisedRate returns a step that suits the size of the output: η·B² = 16.
func (s *train) advisedRate() float64 { return min(16/(s.lab.b*s.lab.b), s.lab.lr/2) }

func (s *train) headline() sim.Headline {
	return sim.Headline{Fact: "memorized", Of: s.lab.m, Words: s.picture.counted}
}

// try proposes what to change next.
func (s *train) try() sim.Try {
	switch {
	case s.lab.perLabel() < 1:
		return sim.Try{Words: "Four times the labels", Address: "ntk?m=1024"}
	case s.lab.m >= 1024:
		return sim.Try{Words: "Neurons that hardly move", Address: "ntk?ratio=2&b=32&lr=0.02"}
	}
	return sim.Try{Words: "Half a weight for each label", Address: "ntk?ratio=0.5"}
}

func (s *train) facts(f *sim.Frame) {
	neurons := float64(s.net.neurons())
	f.Fact("memorized", "Remembered", "", "Share of the labels with margin y·h(x) above 0, at the end of the epoch.", s.memorized())
	f.Fact("best", "Best so far", "", "The largest share remembered at the end of an epoch.", s.best())
	if s.first != noEpochYet {
		f.Fact("first", "All remembered", "epochs", "The first epoch at whose end all labels are remembered.", float64(s.first))
	}
	f.Fact("epoch", "Epoch", "", "Passes over the data.", float64(len(s.picture.share.X)-1))
	f.Fact("neurons", "Neurons", "", "2q: pairs that start as mirror images.", neurons)
	f.Fact("pairs", "Pairs", "", "q, as chosen or from the weights per label.", neurons/2)
	f.Fact("weights", "Weights", "", "2qd: trained weights of the first layer.", float64(s.lab.weights()))
	f.Fact("per_label", "Weights per label, real", "", "2qd/m with whole pairs.", s.lab.perLabel())
	f.Fact("loss_train", "Loss", "", "Mean loss over all labels at the end of the epoch.", s.now.loss)
	f.Fact("move", "Movement", "", "Mean way of a neuron from its start, over √d, its length at the start.", s.now.movement())
	f.Fact("flips", "Flipped gates", "", "Share of pairs of a neuron and a point whose gate differs from that at the start.", s.now.flipped())
	f.Fact("undecided", "Undecided", "labels", "Labels to which the network answers exactly 0.", float64(s.now.undecided))
	f.Fact("dead", "Dead points", "", "Points with no open gate at the start.", float64(s.dead))
}
