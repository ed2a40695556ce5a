package diffusion

import (
	"math"
	"math/rand/v2"

	"example.org/rote/sim"
)

const (
	timesLevels = 41    // noise levels around σ_C, and of the laws
	timesDraws  = 600   // samples at a level
	timesReach  = 8     // the levels go from 8σ_C to σ_C/8
	timesSlice  = 30000 // pairs times dimensions in a step

	splitStart = 2 // index of σ_S itself among the starts of clones
	timesTicks = timesLevels + len(cloneStarts)*cloneBatches
)

// A times is the scene of two moments on the way down the noise: the one at
// which a sample is committed to a class, and the one at which it is committed
// to one training point.
type times struct {
	lab  *Lab
	rng  *rand.Rand
	says string

	committing // to a point
	speciation // to a class
}

// committing is the first half: the weight of a sample's own point, at levels of
// noise around σ_C. Levels from level on are NaN.
type committing struct {
	mix    *mixture
	x, v   []float64 // d
	sigmaC float64
	half   float64 // σ where own is ½, or NaN

	level, draws   int
	ownSum, sqrSum float64
	noise, law     [timesLevels]float64
	own, square    [timesLevels]float64 // mean weight of the own point, and of Σw²
}

// speciation is the second half: how often clones that part at some noise around
// σ_S end in the same class.
type speciation struct {
	clones        clones
	sigmaS        float64
	start, batch  int // in cloneStarts, and the batch there
	pairs         int // at this start
	sum, squares  float64
	parted        [len(cloneStarts)]float64
	share, lo, hi [len(cloneStarts)]float64
	apart, phi    [timesLevels]float64 // the law over σ
}

func newTimes(l *Lab, rng *rand.Rand) *times {
	n, d, mu := l.n, l.d, l.mu
	t := &times{lab: l, rng: rng}
	t.mix = newMixture(d, normals(n*d, rng))
	t.clones = newClones(d, mu, rng)
	t.x, t.v = make([]float64, d), make([]float64, d)
	t.half, t.sigmaC, t.sigmaS = math.NaN(), collapseSigma(n, d), speciationSigma(mu)
	centre := t.sigmaC
	if n == 1 {
		centre = 1 // one point never collapses; any range shows that
	}
	copy(t.noise[:], logGrid(timesReach*centre, centre/timesReach, timesLevels-1))
	copy(t.apart[:], logGrid(timesReach*t.sigmaS, t.sigmaS/timesReach, timesLevels-1))
	for i := range timesLevels {
		t.own[i], t.square[i] = math.NaN(), math.NaN()
		t.law[i] = selfWeightLaw(n, d, t.noise[i])
		t.phi[i] = agreementLaw(mu, t.apart[i])
	}
	for i, part := range cloneStarts {
		t.parted[i] = part * t.sigmaS
	}
	t.tell()
	return t
}

func (t *times) Step() sim.Pace {
	switch {
	case t.level < timesLevels:
		return t.weigh()
	case t.start < len(cloneStarts):
		return t.clone()
	}
	return sim.Done
}

// weigh weighs some samples of a level.
func (t *times) weigh() sim.Pace {
	sigma := t.noise[t.level]
	for range max(1, timesSlice/len(t.mix.x)) {
		i := noised(t.x, t.mix, sigma, t.rng)
		t.mix.at(t.v, t.x, sigma)
		_, squares := t.mix.largest()
		t.ownSum += t.mix.weight(i)
		t.sqrSum += squares
		if t.draws++; t.draws == timesDraws {
			t.closeLevel()
			return sim.Tick
		}
	}
	return sim.Busy
}

func (t *times) closeLevel() {
	t.own[t.level], t.square[t.level] = t.ownSum/timesDraws, t.sqrSum/timesDraws
	t.draws, t.ownSum, t.sqrSum = 0, 0, 0
	t.level++
	if math.IsNaN(t.half) {
		t.half = crossing(t.noise[:t.level], t.own[:t.level])
	}
	t.tell()
}

// crossing returns where the last step of y(x) goes up through ½, interpolated
// in log x, or NaN.
func crossing(x, y []float64) float64 {
	i := len(x) - 1
	if i < 1 || y[i-1] >= 0.5 || y[i] < 0.5 {
		return math.NaN()
	}
	return geometric(x[i-1], x[i], (0.5-y[i-1])/(y[i]-y[i-1]))
}

// clone lets some pairs part, up to the end of a batch.
func (t *times) clone() sim.Pace {
	for range max(1, timesSlice/(clusterPoints*t.lab.d)) {
		agree := t.clones.agree(t.parted[t.start])
		t.sum, t.squares = t.sum+agree, t.squares+float64(agree*agree)
		if t.pairs++; t.pairs%cloneBatch == 0 {
			t.closeBatch()
			return sim.Tick
		}
	}
	return sim.Busy
}

func (t *times) closeBatch() {
	i, pairs := t.start, float64(t.pairs)
	mean := t.sum / pairs
	whisker := math.Sqrt(max(0, t.squares/pairs-float64(mean*mean)) / pairs)
	t.share[i], t.lo[i], t.hi[i] = mean, mean-whisker, min(1, mean+whisker)
	if t.batch++; t.batch == cloneBatches {
		t.start, t.batch, t.pairs, t.sum, t.squares = t.start+1, 0, 0, 0, 0
	}
	t.tell()
}
