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
	f.Fact("loss_copy", "Loss of copying", "", "What the exact minimizer, which can only copy, loses on the same training points.", r.bounds.copying)
	f.Fact("loss_true", "Loss of the truth", "", "What the denoiser of the truth loses on the same training points.", r.bounds.truth)
	f.Fact("tau_pass", "Undercuts the truth", "steps", "Where the loss on training points has fallen below that of the truth for good, between two checkpoints.", r.passes())
	f.Fact("k_last", "Score error", "", "Mean of |D-D*|²/σ² on fresh noised points, summed over ln σ from 0.05 to 5.", r.score[n-1])
	f.Fact("k_min", "Least score error", "", "The least at any checkpoint so far.", r.score[r.best()])
	f.Fact("tau_gen", "Learned", "steps", "First checkpoint whose score error is within 20% of the least so far.", r.learned())
	if len(s.points) == 2 {
		return
	}
	f.Fact("gap", "Gap share", "", "Share of samples far nearer to one training point than to all others: r₁/r₂ < κ.", r.gap(n-1, s.kappa))
	f.Fact("gap0", "Gap share, fresh", "", "The same share for fresh samples of the truth.", r.gap0)
	f.Fact("excess", "Excess", "", "Gap share beyond that of fresh samples: (f-f₀)/(1-f₀).", r.excess[n-1])
	f.Fact("spurious", "Spurious", "", "Share of samples far nearer to 5 others than to any training point, r < κ r₁, and no copies, beyond that of fresh samples.", r.spurious[n-1])
	f.Fact("spurious0", "Spurious, fresh", "", "The same share for fresh samples of the truth, 200 at a time.", r.spurious0)
	f.Fact("tau_mem", "Copied", "steps", "Where the excess of copies has risen above 0.1 for good, between two checkpoints.", r.copies())
}

// tell returns the sentence under the picture.
func (s *network) tell() string {
	n := s.record.n()
	switch {
	case s.diverged > 0:
		return fmt.Sprintf("Training diverged at step %d; the last good step is shown.", s.diverged)
	case n == 0:
		return fmt.Sprintf("%s from four hills, and a network that has not learned yet.", count(s.lab.n, "training point"))
	}
	if s.lab.c > 0 {
		return fmt.Sprintf("After %g steps, held back by c = %s, %s.", s.record.step[n-1], sketch.Short(s.lab.c), s.copying())
	}
	return fmt.Sprintf("After %g steps %s; %s.", s.record.step[n-1], s.copying(), s.scoring())
}

// copying says how many samples are copies beyond chance.
func (s *network) copying() string {
	e := s.record.excess[s.record.n()-1]
	if math.IsNaN(e) {
		return "copies cannot be told from chance, as that takes two points"
	}
	switch copies := math.Round(e * drawn); {
	case copies <= 0:
		return "no sample is a copy beyond chance"
	case copies == 1:
		return fmt.Sprintf("1 of %d samples is a copy beyond chance", drawn)
	default:
		return fmt.Sprintf("%.0f of %d samples are copies beyond chance", copies, drawn)
	}
}

// scoring says when the score was best.
func (s *network) scoring() string {
	best := s.record.best()
	if best == s.record.n()-1 {
		return "its score has never been better"
	}
	return fmt.Sprintf("its score was best at step %g", s.record.step[best])
}

// next offers what comes after this run.
func (s *network) next() sim.Try {
	return s.lab.next(sim.Try{Words: "Take 128 points", Address: "diffusion?view=network&n=128"},
		sim.Try{Words: "Hold it back, c = 0.1", Address: "diffusion?view=network&n=16&c=0.1"},
		sim.Try{Words: "Follow the exact score", Address: "diffusion"})
}
