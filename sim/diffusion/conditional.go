package diffusion

import (
	"fmt"
	"math/rand/v2"

	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

const (
	conditionalSamples = 200
	conditionalSteps   = 60
	conditionalFrom    = 4.0  // noise at the start
	conditionalTo      = 1e-3 // and at the end
	conditionalSlice   = 8000 // pairs of a sample and a training point in a step
	conditionalCopied  = 0.01 // the paper's tolerance
)

// bandwidths are those that the same starts are flown with after the run.
var bandwidths = [...]float64{0.001, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 10}

// A conditional is the scene of conditional sampling: training pairs (x, y), and
// a kernel in y that decides which of them count for the y that is asked for.
// Noise is on x only. A tick is a noise level of the run, and later a bandwidth.
type conditional struct {
	lab  *Lab
	x, y []float64 // n, training pairs
	want int       // the pair with the nearest y
	goal []float64 // the true quantiles of x given y, one for each sample

	start, sorted []float64 // conditionalSamples
	main, probe   *flight
	tried         sketch.Trace // W₁ of the bandwidths that are done

	// Of the samples of the main flight.
	nearest, w1 float64
	distinct    int

	picture conditionalPicture
	says    string
}

func newConditional(l *Lab, rng *rand.Rand) *conditional {
	s := &conditional{lab: l, x: make([]float64, l.n), y: make([]float64, l.n)}
	drawToy(s.x, s.y, rng)
	s.want, _, _ = nearest(s.y, []float64{s.lab.y})
	s.start = normals(conditionalSamples, rng)
	s.goal, s.sorted = make([]float64, conditionalSamples), make([]float64, conditionalSamples)
	toyQuantiles(s.goal, s.lab.y)
	s.tried = sketch.NewTrace(len(bandwidths))
	s.main = s.newFlight(s.lab.hy)
	s.picture = newConditionalPicture(s)
	s.measure()
	return s
}

// newFlight prepares the flight of the starts at bandwidth h in y.
func (s *conditional) newFlight(h float64) *flight {
	cost := make([]float64, len(s.y))
	for i, y := range s.y {
		u := (y - s.lab.y) / h
		cost[i] = u * u / 2
	}
	mix := newMixture(1, s.x)
	mix.cost = cost
	plan := newSchedule(conditionalFrom, conditionalTo, conditionalSteps, s.lab.c, "VE")
	return newFlight(newSampler(heun, newPull(mix, 0), plan, conditionalSamples, nil), s.start)
}

func (s *conditional) Step() sim.Pace {
	switch {
	case !s.main.landed():
		if !s.main.fly(conditionalSlice) {
			return sim.Busy
		}
		s.measure()
		return sim.Tick
	case len(s.tried.X) < len(bandwidths):
		return s.try()
	}
	return sim.Done
}

// try flies the starts with the next bandwidth.
func (s *conditional) try() sim.Pace {
	h := bandwidths[len(s.tried.X)]
	if s.probe == nil {
		s.probe = s.newFlight(h)
	}
	if s.probe.fly(conditionalSlice); !s.probe.landed() {
		return sim.Busy
	}
	s.tried.To(h, s.distance(s.probe))
	s.probe = nil
	s.tell()
	return sim.Tick
}

// distance returns W₁ of a flight's samples from the true conditional.
func (s *conditional) distance(f *flight) float64 {
	copy(s.sorted, f.x)
	return quantileDistance(s.sorted, s.goal)
}

// measure reads off what is shown of the main flight.
func (s *conditional) measure() {
	s.picture.see(s)
	s.w1 = s.distance(s.main)
	s.nearest = shareOf(s.picture.isCopy)
	s.distinct = 0
	for _, taken := range s.picture.taken {
		if taken {
			s.distinct++
		}
	}
	s.tell()
}

// tell writes the sentence under the picture.
func (s *conditional) tell() {
	if !s.main.landed() {
		s.says = fmt.Sprintf("σ = %s: samples for y = %s head for the training points whose y is near.", sketch.Short(s.main.sigma()), sketch.Short(s.lab.y))
		return
	}
	s.says = "Done: " + s.ending()
	if len(s.tried.X) == len(bandwidths) {
		best := 0
		for i, w1 := range s.tried.Y {
			if w1 < s.tried.Y[best] {
				best = i
			}
		}
		s.says += fmt.Sprintf(" Of the bandwidths tried, %s is nearest to the truth.", sketch.Short(bandwidths[best]))
	}
}

// ending says where the samples have ended.
func (s *conditional) ending() string {
	copies := sketch.Percent(s.nearest)
	switch {
	case s.nearest == 1 && len(s.x) == 1:
		return "every sample is a copy of the only training point, whatever y is asked for."
	case s.nearest == 1 && s.distinct == 1:
		return fmt.Sprintf("asked for y = %s, all samples copy the one training point with the nearest y.", sketch.Short(s.lab.y))
	case s.lab.c > 0:
		return fmt.Sprintf("%s of the samples copy the point with the nearest y; c holds them about %s away from the points.",
			copies, sketch.Short(s.main.move.plan.left(conditionalSteps)))
	default:
		return fmt.Sprintf("the samples end on %d different training points; %s copy the one with the nearest y.", s.distinct, copies)
	}
}
