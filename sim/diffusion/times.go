package diffusion

import (
	"math"
	"math/rand/v2"

	"example.org/rote/sim"
)

const (
	timesLevels = 41    // noise levels around σ_C, and as many around σ_S
	timesDraws  = 600   // samples, and pairs, at a level
	timesReach  = 8     // the levels go from 8 times that noise to an eighth of it
	timesSlice  = 30000 // pairs times dimensions in a step

	splitLevel = timesLevels / 2 // where σ is σ_S
	timesTicks = 2 * timesLevels
)

// A times is the scene of two moments on the way down the noise: the one at
// which a sample is committed to a class, and the one at which it is committed
// to one training point. A tick is a noise level of either, whichever is larger.
type times struct {
	lab   *Lab
	rng   *rand.Rand
	sigma float64 // noise of the last level
	says  string
	next  sim.Try

	committing // to a point
	split      speciation
}

// committing is the first half: the weight of a sample's own point, at levels of
// noise around σ_C.
type committing struct {
	mix    *mixture
	x, v   []float64 // d
	sigmaC float64
	half   float64 // σ where own is ½, or NaN

	level, draws   int
	ownSum, sqrSum float64
	noise, law     [timesLevels]float64
	own, square    [timesLevels]float64 // mean weight of the own point, and of Σw², below level
}

func newTimes(l *Lab, rng *rand.Rand) *times {
	n, d, mu := l.n, l.d, l.mu
	t := &times{lab: l, rng: rng}
	t.mix = newMixture(d, normals(n*d, rng))
	t.split = newSpeciation(d, mu, rng)
	t.x, t.v = make([]float64, d), make([]float64, d)
	t.half, t.sigmaC = math.NaN(), collapseSigma(n, d)
	centre := t.sigmaC
	if n == 1 {
		centre = 1 // one point never collapses; any range shows that
	}
	copy(t.noise[:], logGrid(timesReach*centre, centre/timesReach, timesLevels-1))
	for i := range timesLevels {
		t.law[i] = selfWeightLaw(n, d, t.noise[i])
	}
	t.sigma = max(t.noise[0], t.split.apart[0])
	t.says = t.tell()
	t.next = l.next(sim.Try{Words: "Two dimensions", Address: "diffusion?view=times&n=256&d=2"},
		sim.Try{Words: "Ask for one y", Address: "diffusion?view=conditional&n=32&hy=0.001"})
	return t
}

func (t *times) Step() sim.Pace {
	points, classes, done := timesLevels-t.level, timesLevels-t.split.level, false
	switch {
	case points+classes == 0:
		return sim.Done
	case classes == 0 || points > 0 && t.noise[t.level] >= t.split.apart[t.split.level]:
		t.sigma = t.noise[t.level]
		done = t.weigh()
	default:
		t.sigma = t.split.apart[t.split.level]
		done = t.split.work()
	}
	if !done {
		return sim.Busy
	}
	t.says = t.tell()
	return sim.Tick
}

// weigh weighs some samples of a level, and reports whether they were the last.
func (t *times) weigh() bool {
	sigma := t.noise[t.level]
	for range max(1, timesSlice/len(t.mix.x)) {
		i := noised(t.x, t.mix, sigma, t.rng)
		t.mix.at(t.v, t.x, sigma)
		_, squares := t.mix.largest()
		t.ownSum += t.mix.weight(i)
		t.sqrSum += squares
		if t.draws++; t.draws == timesDraws {
			t.closeLevel()
			return true
		}
	}
	return false
}

func (t *times) closeLevel() {
	t.own[t.level], t.square[t.level] = t.ownSum/timesDraws, t.sqrSum/timesDraws
	t.draws, t.ownSum, t.sqrSum = 0, 0, 0
	t.level++
	if math.IsNaN(t.half) {
		t.half = crossing(t.noise[:t.level], t.own[:t.level])
	}
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
