package diffusion

import (
	"math"
	"math/rand/v2"
	"slices"

	"example.org/rote/sim"
	"example.org/rote/sim/exact"
)

const (
	trialSamples = 600
	trialSteps   = 40
	trialSlice   = 12000 // pairs of a sample and a training point in a step
	trialRatio   = 1. / 3
)

// A regularizer is one way to keep the flow from copying, and the strengths of
// it that the U curve tries.
type regularizer struct {
	symbol, name string
	strengths    []float64
}

// regularizer returns the one that the lab's knob asks for.
func (l *Lab) regularizer() regularizer {
	switch l.sweep {
	case "stop":
		return regularizer{"σ", "final noise σ", []float64{.03, .1, .2, .3, .4, .5, .7, 1, 2}}
	case "tau":
		return regularizer{"τ", "damping threshold τ", []float64{.1, .3, .7, 1, 1.5, 2, 3, 5, 10, 30}}
	}
	return regularizer{"c", "Tikhonov strength c", []float64{.001, .003, .01, .03, .1, .3, 1, 3, 10}}
}

// settings returns what a strength of the swept regularizer means: c, τ and the
// last noise. With c the flow goes on until its own noise no longer matters.
func (l *Lab) settings(strength float64) (c, tau, last float64) {
	switch l.sweep {
	case "stop":
		return 0, 0, strength
	case "tau":
		return 0, strength, 1e-3
	}
	return strength, 0, min(0.02, math.Sqrt(strength)/20)
}

// A trial is what one strength gives.
type trial struct {
	done        bool
	kl          float64   // nats
	gap, spread float64   // gap is NaN where there is one training point
	samples     []float64 // trialSamples×2
	roles       []sim.Role
	picture     []byte // of the samples, for a tile
}

// A ucurve is the scene of the U: the distance to the truth against the strength
// of a regularizer. The truth is gauss4. A tick is a strength; the ends come
// first, then the middles of what is left.
//
// All strengths share training points, test points and starts, so that they
// differ in nothing else.
type ucurve struct {
	lab    *Lab
	what   regularizer
	mix    *mixture
	points []float64 // m×2, the distinct training points

	test, logs []float64 // klPoints×2 from the truth, and their log densities
	start      []float64 // trialSamples×2

	order []int // of the strengths
	at    int   // order[at] is being tried
	kl    *divergence
	fly   *flight
	trial []trial // one for each strength

	once    [1]int // the count of the ring around the best
	shown   int    // the value of the knob that the picture is up to date with
	picture ucurvePicture
}

func newUcurve(l *Lab, rng *rand.Rand) *ucurve {
	what, x := l.regularizer(), fourGaussians(l.n, rng)
	s := &ucurve{lab: l, what: what, mix: newMixture(2, x),
		once: [1]int{1}, order: coarseFirst(len(what.strengths)), trial: make([]trial, len(what.strengths))}
	s.points, _ = distinct(x)
	s.test = fourGaussians(klPoints, rng)
	s.logs = logTruth(s.test)
	s.start = normals(2*trialSamples, rng)
	s.picture = newUcurvePicture(len(what.strengths), l.n)
	s.begin()
	s.see()
	return s
}

// coarseFirst returns 0..n-1 in the order ends, middle, middles of what is left,
// and so on. n is at least 2.
func coarseFirst(n int) []int {
	order := []int{0, n - 1}
	for stride := n - 1; stride > 1; stride = (stride + 1) / 2 {
		for _, lo := range slices.Sorted(slices.Values(order)) {
			if middle := lo + (stride+1)/2; middle < n && !slices.Contains(order, middle) {
				order = append(order, middle)
			}
		}
	}
	return order
}

func (s *ucurve) Step() sim.Pace {
	switch {
	case s.shown != s.lab.shown:
		s.see()
		return sim.Busy
	case s.at == len(s.order):
		return sim.Done
	case !s.kl.done():
		s.kl.step(trialSlice)
		return sim.Busy
	}
	if s.fly.fly(trialSlice); !s.fly.landed() {
		return sim.Busy
	}
	s.finish()
	return sim.Tick
}

// begin prepares the next strength.
func (s *ucurve) begin() {
	c, tau, last := s.lab.settings(s.what.strengths[s.order[s.at]])
	from := startNoise("VE")
	p := newPull(s.mix, tau)
	s.kl = newDivergence(p, newSchedule(from, last, klSteps, c, "VE"), s.test, s.logs)
	s.fly = newFlight(newSampler(heun, p, newSchedule(from, last, trialSteps, c, "VE"), trialSamples, nil), s.start)
}

// finish reads off the results of a strength.
func (s *ucurve) finish() {
	s.trial[s.order[s.at]] = s.read(s.fly.x)
	if s.at++; s.at < len(s.order) {
		s.begin()
	}
	s.see()
}

func (s *ucurve) read(samples []float64) trial {
	t := trial{done: true, kl: s.kl.value(), gap: math.NaN(), spread: spread(samples, 2), samples: samples,
		roles: make([]sim.Role, trialSamples), picture: picture(samples)}
	if len(s.points) == 2 {
		return t
	}
	copies := 0
	for i := range t.roles {
		if _, r1, r2 := nearest(s.points, samples[2*i:2*i+2]); r1 < trialRatio*r2 {
			t.roles[i] = sim.Copied
			copies++
		}
	}
	t.gap = float64(copies) / trialSamples
	return t
}

// best returns the strength with the least KL so far, or -1.
func (s *ucurve) best() int {
	best := -1
	for i, t := range s.trial {
		if t.done && (best < 0 || t.kl < s.trial[best].kl) {
			best = i
		}
	}
	return best
}

// showing returns the strength whose samples are shown, or -1.
func (s *ucurve) showing() int {
	if s.shown == 0 {
		return s.best()
	}
	return min(s.shown, len(s.trial)) - 1
}

// weakest and strongest return the ends of the list.
func (s *ucurve) weakest() float64   { return s.what.strengths[0] }
func (s *ucurve) strongest() float64 { return s.what.strengths[len(s.what.strengths)-1] }

// Touch shows the strength next to a press on one of the curves.
func (s *ucurve) Touch(t sim.Touch) {
	if t.Kind != sim.Press || t.Panel >= samplePanel || !(t.X > 0) {
		return
	}
	near := 0
	for i, strength := range s.what.strengths {
		if math.Abs(exact.Log(strength/t.X)) < math.Abs(exact.Log(s.what.strengths[near]/t.X)) {
			near = i
		}
	}
	s.lab.knobs.Find("shown").SetNumber(float64(near + 1))
}
