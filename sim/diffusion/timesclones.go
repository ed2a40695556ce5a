package diffusion

import (
	"math"
	"math/rand/v2"

	"example.org/rote/sim/exact"
)

// clusterPoints is how many training points the two clusters have together.
const clusterPoints = 256

// speciation is the second half: how often two copies of a sample that part at
// some noise around σ_S, and descend with noise of their own, end in the same
// class.
type speciation struct {
	rng  *rand.Rand
	mix  *mixture  // the first half of the points around +μ, the others around -μ
	x, v []float64 // d

	sigmaS        float64
	level, pairs  int // pairs that are done at the level
	sum, squares  float64
	apart, phi    [timesLevels]float64 // the noise levels, and the law there
	share, lo, hi [timesLevels]float64 // below level
}

// newSpeciation draws the clusters from rng. Its pairs have a source of their own:
// what else is drawn from rng does not depend on them.
func newSpeciation(d int, mu float64, rng *rand.Rand) speciation {
	s := speciation{mix: newMixture(d, normals(clusterPoints*d, rng)), x: make([]float64, d), v: make([]float64, d), sigmaS: speciationSigma(mu)}
	s.rng = rand.New(rand.NewPCG(math.Float64bits(s.mix.x[0]), clusterPoints))
	for i := range clusterPoints {
		s.mix.point(i)[0] += mu * float64(1-2*(i/(clusterPoints/2)))
	}
	copy(s.apart[:], logGrid(timesReach*s.sigmaS, s.sigmaS/timesReach, timesLevels-1))
	for i, sigma := range s.apart {
		s.phi[i] = agreementLaw(mu, sigma)
	}
	return s
}

// agree lets a pair part at noise sigma, and returns the probability that both end
// in the same cluster. The reverse process from x, without any error of steps, ends
// at point n with the probability w_n(x).
func (s *speciation) agree(sigma float64) float64 {
	noised(s.x, s.mix, sigma, s.rng)
	s.mix.at(s.v, s.x, sigma)
	up := 0.0
	for i := range clusterPoints / 2 {
		up += s.mix.weight(i)
	}
	return float64(up*up) + float64((1-up)*(1-up))
}

// work lets some pairs part, and reports whether they were the last of a level.
func (s *speciation) work() bool {
	for range max(1, timesSlice/len(s.mix.x)) {
		agree := s.agree(s.apart[s.level])
		s.sum, s.squares = s.sum+agree, s.squares+float64(agree*agree)
		if s.pairs++; s.pairs == timesDraws {
			s.closeLevel()
			return true
		}
	}
	return false
}

func (s *speciation) closeLevel() {
	mean := s.sum / timesDraws
	whisker := math.Sqrt(max(0, s.squares/timesDraws-float64(mean*mean)) / timesDraws)
	s.share[s.level], s.lo[s.level], s.hi[s.level] = mean, mean-whisker, min(1, mean+whisker)
	s.level++
	s.pairs, s.sum, s.squares = 0, 0, 0
}

// noised fills x with a random point of the mixture plus noise sigma, and
// returns which point it is.
func noised(x []float64, m *mixture, sigma float64, rng *rand.Rand) int {
	i := rng.IntN(m.n())
	for k, centre := range m.point(i) {
		x[k] = centre + float64(sigma*exact.Normal(rng))
	}
	return i
}
