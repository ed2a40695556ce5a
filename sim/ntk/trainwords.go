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
	p.says = s.story() + s.note()
}

// story says how far the memory is.
func (s *train) story() string {
	m, neurons := s.lab.m, s.net.neurons()
	switch {
	case s.broken:
		return fmt.Sprintf("Steps too long at epoch %d: try η = %s.", s.epoch, sketch.Short(s.advisedRate()))
	case s.epoch == 0:
		return "Epoch 0: the network answers 0 to everything."
	case s.first == s.epoch:
		return fmt.Sprintf("All %d coin flips remembered at epoch %d; neurons moved %s of their length.", m, s.epoch,
			sketch.Short(s.now.movement()))
	case s.first != noEpochYet:
		return fmt.Sprintf("Epoch %d: %d of %d remembered; it was all of them at epoch %d.", s.epoch, s.now.right, m, s.first)
	case s.ended() && s.now.typical() < weakMargin:
		return fmt.Sprintf("After %d epochs a margin is only %s: a longer step or a larger B.", s.epoch, sketch.Short(s.now.typical()))
	case s.ended():
		return fmt.Sprintf("Epoch %d: %s remembered, at best %s; %s weights per label.", s.epoch, sketch.Percent(s.memorized()),
			sketch.Percent(s.best), sketch.Short(s.lab.perLabel()))
	}
	return fmt.Sprintf("Epoch %d: %d of %d remembered; %d neurons, %d weights.", s.epoch, s.now.right, m, neurons, s.lab.weights())
}

// weakMargin is the mean size of the margins below which the network has hardly
// begun.
const weakMargin = 0.5

// advisedRate returns a step that suits the size of the output: η·B² = 16.
func (s *train) advisedRate() float64 { return min(16/(s.lab.b*s.lab.b), s.lab.lr/2) }

// note says what is special about the setting.
func (s *train) note() string {
	switch {
	case s.broken:
		return ""
	case s.lab.m <= s.lab.d:
		return " There are no more labels than dimensions: a single linear unit suffices."
	case s.epoch > 0 && s.ended() && s.lab.act == relu && s.now.closed() > 0:
		return fmt.Sprintf(" To %d labels it answers 0: all their gates are closed.", s.now.closed())
	case s.epoch == 0 && s.lab.perLabel() < 1:
		return fmt.Sprintf(" Fewer weights than labels: %d for %d.", s.lab.weights(), s.lab.m)
	}
	return ""
}

func (s *train) facts(f *sim.Frame) {
	neurons := float64(s.net.neurons())
	f.Fact("memorized", "Remembered", "", "Share of the labels with margin y·h(x) above 0, at the end of the epoch.", s.memorized())
	f.Fact("best", "Best so far", "", "The largest share remembered at the end of an epoch.", s.best)
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
