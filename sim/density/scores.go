package density

import (
	"math"

	"example.org/rote/sim/exact"
)

// Scores are what is known of each point, in nats. NaN is undefined.
//
// Invariant: m[i] = u[i] - v[i].
type scores struct {
	u []float64 // log-density by the models that saw the point
	v []float64 // by those that did not
	m []float64
}

func newScores(n int) scores {
	return scores{make([]float64, n), make([]float64, n), make([]float64, n)}
}

// estimate sets the scores from the log-densities of models×points, as in section 3 of
// van den Burg and Williams (2021): the model of cut r and fold f is number r·k+f. Those
// that are dropped do not count. Means are of densities, not of their logarithms.
func (s *scores) estimate(logp [][]float64, dropped []bool, cuts []cut, k int) {
	saw, others := make([]float64, 0, len(logp)), make([]float64, 0, len(cuts))
	for i := range s.m {
		saw, others = saw[:0], others[:0]
		for j := range logp {
			switch {
			case dropped[j]:
			case cuts[j/k][i] == j%k:
				others = append(others, logp[j][i])
			default:
				saw = append(saw, logp[j][i])
			}
		}
		s.u[i], s.v[i] = logMeanExp(saw), logMeanExp(others)
		s.m[i] = s.u[i] - s.v[i]
	}
}

// logMeanExp returns log of the mean of e^x, or NaN for no numbers.
func logMeanExp(x []float64) float64 {
	if len(x) == 0 {
		return math.NaN()
	}
	return exact.LogSumExp(x) - exact.Log(float64(len(x)))
}
