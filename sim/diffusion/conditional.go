package diffusion

import (
	"fmt"
	"math"
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
// Noise is on x only. A tick is a noise level of the run; other bandwidths are tried
// after the last one.
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
	next    sim.Try
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
	s.next = l.next(sim.Try{Words: "Ask less strictly", Address: "diffusion?view=conditional&n=32&hy=0.8"},
		sim.Try{Words: "Train a network", Address: "diffusion?view=network&n=16"})
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
		s.try()
		return sim.Busy
	}
	return sim.Done
}

// try flies the starts with the next bandwidth.
func (s *conditional) try() {
	h := bandwidths[len(s.tried.X)]
	if s.probe == nil {
		s.probe = s.newFlight(h)
	}
	if s.probe.fly(conditionalSlice); !s.probe.landed() {
		return
	}
	s.tried.To(h, s.distance(s.probe))
	s.probe = nil
	s.says = s.tell()
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
	s.says = s.tell()
}

// tell returns the sentence under the picture.
func (s *conditional) tell() string {
	asked := "asked for y = " + sketch.Short(s.lab.y)
	switch {
	case s.main.level == 0:
		return fmt.Sprintf("%d samples of x, %s, start from noise beside %s.", conditionalSamples, asked, count(len(s.x), "training pair"))
	case !s.main.landed():
		return fmt.Sprintf("σ = %s: %s, samples head for the x of pairs whose y is near.", sketch.Short(s.main.sigma()), asked)
	case len(s.tried.X) < len(bandwidths):
		return fmt.Sprintf("The samples have arrived; the same starts are tried with %d other bandwidths.", len(bandwidths)-len(s.tried.X))
	}
	return "A" + asked[1:] + ", " + s.ending()
}

// ending says where the samples have ended.
func (s *conditional) ending() string {
	copies := int(math.Round(s.nearest * conditionalSamples))
	switch {
	case copies == conditionalSamples && len(s.x) == 1:
		return fmt.Sprintf("all %d samples return the x of the only training pair.", copies)
	case copies == conditionalSamples && s.distinct == 1:
		return fmt.Sprintf("all %d samples return the x of the one point whose y is nearest.", copies)
	case s.lab.c > 0:
		return fmt.Sprintf("%d of %d samples return the x of the nearest y; c holds them about %s away.",
			copies, conditionalSamples, sketch.Short(s.main.move.plan.left(conditionalSteps)))
	}
	return fmt.Sprintf("%d of %d samples return the x of the nearest y; they end on %s in all.", copies, conditionalSamples, count(s.distinct, "point"))
}
