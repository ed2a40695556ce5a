package diffusion

import (
	"fmt"
	"math"

	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

func (s *network) facts(f *sim.Frame) {
	r, n := &s.record, s.record.n()
	f.Fact("params", "Parameters", "", "Weights and biases of the network.", float64(len(s.model.W)))
	if n == 0 {
		return
	}
	f.Fact("step", "Training steps", "", "Steps of Adam that the network shown has taken.", r.step[n-1])
	f.Fact("loss_train", "Loss, training points", "", "Mean squared error on 1000 fixed noised training points; 1 is what the network is worth without any.", r.lossTrain[n-1])
	f.Fact("loss_test", "Loss, fresh points", "", "The same on noised fresh points of the truth.", r.lossTest[n-1])
	f.Fact("k_last", "Score error", "", "Mean of |D-D*|²/σ² on fresh noised points, summed over ln σ from 0.05 to 5.", r.score[n-1])
	f.Fact("k_min", "Least score error", "", "The least at any checkpoint so far.", r.score[r.best()])
	f.Fact("tau_gen", "Learned", "steps", "First checkpoint whose score error is within 20% of the least so far.", r.learned())
	if len(s.points) == 2 {
		return
	}
	f.Fact("gap", "Gap share", "", "Share of samples far nearer to one training point than to all others: r₁/r₂ < κ.", r.gap(n-1, s.kappa))
	f.Fact("gap0", "Gap share, fresh", "", "The same share for fresh samples of the truth.", r.gap0)
	f.Fact("excess", "Excess", "", "Gap share beyond that of fresh samples: (f-f₀)/(1-f₀).", r.excess[n-1])
	f.Fact("tau_mem", "Copied", "steps", "Where the excess of copies has risen above 0.1 for good, between two checkpoints.", r.copies())
}

// tell returns the sentence under the picture.
func (s *network) tell() string {
	n := s.record.n()
	notes := s.notes()
	switch {
	case s.diverged > 0:
		return fmt.Sprintf("Training diverged at step %d; the last good step is shown.", s.diverged)
	case n == 0 && s.lab.n == 1:
		return "A training point, and a network that has not learned yet." + notes
	case n == 0:
		return fmt.Sprintf("%d training points from four hills, and a network that has not learned yet.%s", s.lab.n, notes)
	case n < len(s.marks):
		return fmt.Sprintf("Step %g: %s.%s", s.record.step[n-1], s.finding(), notes)
	}
	return fmt.Sprintf("Done at step %g: %s.%s", s.record.step[n-1], s.finding(), notes)
}

// finding says how far the network has come.
func (s *network) finding() string {
	r := &s.record
	now, best := r.n()-1, r.best()
	score := "the score error is " + sketch.Short(r.score[now]) + ", the least so far"
	if best < now {
		score = fmt.Sprintf("the score error was least at step %g (%s) and is %s now", r.step[best], sketch.Short(r.score[best]), sketch.Short(r.score[now]))
	}
	switch e := r.excess[now]; {
	case math.IsNaN(e):
		return score
	case e < 0.005:
		return score + ", and no more samples are copies than chance has it"
	default:
		return score + ", and " + sketch.Percent(e) + " of the samples are copies beyond chance"
	}
}

// notes returns what is unusual about the run, each sentence after a space.
func (s *network) notes() (notes string) {
	if len(s.points) == 2 {
		notes = " One training point: the gap measure needs two."
	}
	if s.lab.c > 0 {
		notes += fmt.Sprintf(" Sampling stops √c = %s away from what the network knows.", sketch.Short(math.Sqrt(s.lab.c)))
	}
	return notes
}
