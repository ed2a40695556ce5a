package density

import (
	"math"

	"example.org/rote/sim"
)

func (s *scene) facts(f *sim.Frame) {
	if s.epoch > 0 {
		f.Fact("epoch", "Epoch", "", "Passes over the training points.", float64(s.epoch))
	}
	if n := s.lost(); n > 0 {
		f.Fact("dropped", "Models dropped", "", "Models that have diverged.", float64(n))
	}
	t := s.history.last()
	if t == nil {
		return
	}
	t.facts(f)
	f.Fact("noise", "Noise floor", "nats", "√2 times the median standard error of an estimate: a score below it is noise.", t.noise)
	f.Fact("above", "Above the floor", "", "Share of the points whose score is above the noise floor.", t.above)
	if ref := s.history.at(s.lab.ref, s.lab.epochs); ref != nil {
		f.Fact("growth", "Growth", "", "Mean score over that at the epoch of comparison.", t.mean/ref.mean)
		f.Fact("v_rise", "Unseen, change", "nats", "How much likelier unseen points are than at the epoch of comparison.", t.v-ref.v)
	}
	if b := s.history.best(); b != nil {
		f.Fact("v_best", "Unseen, best", "nats", "The largest mean log-probability of unseen points.", b.v)
		f.Fact("v_best_epoch", "Best epoch", "", "When that was.", b.epoch)
	}
	if !math.IsNaN(s.agreement) {
		f.Fact("agreement", "Agreement", "", "Rank correlation of the scores of the first repetition and the others.", s.agreement)
	}
	if s.hasSamples {
		s.verdict.facts(f)
	}
}

// lost returns how many models have diverged.
func (s *scene) lost() (n int) {
	for _, lost := range s.dropped {
		if lost {
			n++
		}
	}
	return n
}

// facts adds what every kind of scores has.
func (t *tally) facts(f *sim.Frame) {
	f.Fact("seen", "Seen", "nats", "Mean log-probability of the points by models that saw them.", t.u)
	f.Fact("unseen", "Unseen", "nats", "Mean log-probability of the points by models that did not.", t.v)
	f.Fact("mean", "Mean score", "nats", "Mean of how much likelier a point is because it was seen.", t.mean)
	f.Fact("median", "Median score", "nats", "Half of the scores are above it.", t.median)
	f.Fact("q95", "0.95 quantile", "nats", "One score in 20 is above it.", t.q95)
	f.Fact("q99", "0.99 quantile", "nats", "One score in 100 is above it.", t.q99)
	f.Fact("max", "Highest score", "nats", "The largest of the scores.", t.max)
	f.Fact("odd", "Odd points", "nats", "Mean score of the odd points.", t.odd)
	f.Fact("regular", "The others", "nats", "Mean score of the points that are neither odd nor copies of an odd one.", t.regular)
	f.Fact("odd_ratio", "Odd over others", "", "Mean score of the odd points over that of the others.", t.odd/t.regular)
	f.Fact("twin", "First odd point", "nats", "Mean score of the first odd point and its copies.", t.twin)
	f.Fact("rank_v", "Rank, unseen", "", "Rank correlation of score and log-probability by models that did not see the point.", t.rankV)
	f.Fact("rank_u", "Rank, seen", "", "The same with models that saw it.", t.rankU)
	f.Fact("rank_nn", "Rank, alone", "", "Rank correlation of score and distance to the closest other training point.", t.rankNN)
	f.Fact("top_planted", "Odd on top", "", "Share of the highest scores, as many as there are odd points, that belong to odd ones.", t.topPlanted)
}

func (v *verdict) facts(f *sim.Frame) {
	f.Fact("auc_close", "By closeness", "", "Chance that a point of the top twentieth is nearer to a sample than another.", v.closeness)
	f.Fact("auc_rho", "By ρ", "", "The same for the distance to a fresh point over that to a sample.", v.rho)
	f.Fact("auc_rho_regular", "By ρ, no odd ones", "", "The same without the odd points.", v.rhoRegular)
	f.Fact("near", "Near a sample", "", "Share of the training pictures with a sample within a distance of 1.", v.near)
	f.Fact("classes", "Digits sampled", "", "How many digits there are among the samples.", v.classes)
	f.Fact("eff_classes", "Digits, effective", "", "As many equally frequent digits have the same entropy.", v.effective)
}
