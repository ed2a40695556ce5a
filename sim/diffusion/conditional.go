package diffusion

import (
	"fmt"
	"math"
	"math/rand/v2"

	"example.org/rote/sim"
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
	reading       conditionalReading
	widths        [len(bandwidths)]float64
	tried         int // how many of the widths are done
	distances     [len(bandwidths)]float64

	picture conditionalPicture
	says    string
}

// conditionalReading is what is measured of the samples of the main flight.
type conditionalReading struct {
	nearest, w1 float64
	distinct    int
}

func (s *conditional) reset(rng *rand.Rand) {
	n := s.lab.n
	s.x, s.y = make([]float64, n), make([]float64, n)
	drawToy(s.x, s.y, rng)
	s.want, _, _ = nearest(s.y, []float64{s.lab.y})
	s.start = normals(conditionalSamples, rng)
	s.goal, s.sorted = make([]float64, conditionalSamples), make([]float64, conditionalSamples)
	toyQuantiles(s.goal, s.lab.y)
	s.widths = bandwidths
	s.main = s.newFlight(s.lab.hy)
	s.picture = newConditionalPicture(s)
	s.measure()
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
	case s.tried < len(bandwidths):
		return s.try()
	}
	return sim.Done
}

// try flies the starts with the next bandwidth.
func (s *conditional) try() sim.Pace {
	if s.probe == nil {
		s.probe = s.newFlight(bandwidths[s.tried])
	}
	if s.probe.fly(conditionalSlice); !s.probe.landed() {
		return sim.Busy
	}
	s.distances[s.tried] = s.w1(s.probe)
	s.probe = nil
	s.tried++
	s.tell()
	return sim.Tick
}

// w1 returns the distance of a flight's samples from the true conditional.
func (s *conditional) w1(f *flight) float64 {
	copy(s.sorted, f.x)
	return quantileDistance(s.sorted, s.goal)
}

// measure reads off what is shown of the main flight.
func (s *conditional) measure() {
	s.picture.see(s)
	r := &s.reading
	r.w1 = s.w1(s.main)
	s.picture.runResult[0] = r.w1
	r.nearest = shareOf(s.picture.isCopy)
	r.distinct = 0
	for _, taken := range s.picture.taken {
		if taken {
			r.distinct++
		}
	}
	s.tell()
}

// tell writes the sentence under the picture.
func (s *conditional) tell() {
	copies := percent(s.reading.nearest)
	switch {
	case !s.main.landed():
		s.says = fmt.Sprintf("σ = %s: samples for y = %s head for the training points whose y is near.", short(s.main.sigma()), short(s.lab.y))
	case len(s.x) == 1:
		s.says = "One training point: every sample is its copy, whatever y is asked for."
	case s.reading.nearest > 0.99:
		s.says = fmt.Sprintf("Done: asked for y = %s, all samples copy the one training point with the nearest y.", short(s.lab.y))
	case s.lab.c > 0:
		s.says = fmt.Sprintf("Done: %s of the samples copy the point with the nearest y; c keeps samples √c = %s away from the points.", copies, short(math.Sqrt(s.lab.c)))
	default:
		s.says = fmt.Sprintf("Done: the samples end on %d different training points; %s copy the one with the nearest y.", s.reading.distinct, copies)
	}
	if s.tried == len(bandwidths) {
		best := 0
		for i, w1 := range s.distances {
			if w1 < s.distances[best] {
				best = i
			}
		}
		s.says += fmt.Sprintf(" Of the bandwidths tried, %s is nearest to the truth.", short(bandwidths[best]))
	}
}
