package ntk

import (
	"math"
	"math/rand/v2"

	"example.org/rote/sim"
	"example.org/rote/sim/exact"
	"example.org/rote/sim/sketch"
)

// A settling measures how near the kernel of q random gates comes to its mean, for
// q = 1, 2, 4 up to mostGates, over the pairs of the first points. Its neurons are
// its own.
type settling struct {
	rng     *rand.Rand
	gate    gate
	x       []float64 // side×d
	d, side int
	cosine  []float64 // of each pair of points
	kernel  []float64 // of each pair, the mean

	w     []float64 // gateBlock×d
	open  []float64 // side×gateBlock, the gates of a block
	sums  []float64 // of each pair, Σ σ'σ'
	drawn int       // gates

	root  float64      // of the mean variance of a single gate's product
	rms   sketch.Trace // deviation over q
	bound sketch.Trace // root/√q, over the ends of the axis
}

const (
	mostGates = 4096
	gateBlock = 64 // gates in a slice
)

func newSettling(x []float64, side, d int, l *law, rng *rand.Rand) settling {
	s := settling{rng: rng, gate: l.gate, x: x[:side*d], d: d, side: side,
		w: make([]float64, gateBlock*d), open: make([]float64, side*gateBlock), rms: sketch.NewTrace(16)}
	total := 0.0
	for i := range side {
		for j := i + 1; j < side; j++ {
			c := dot(s.point(i), s.point(j))
			s.cosine, s.kernel = append(s.cosine, c), append(s.kernel, l.kernel(c))
			total += l.variance(c)
		}
	}
	s.sums = make([]float64, len(s.cosine))
	s.root = math.Sqrt(total / float64(len(s.cosine)))
	s.bound.To(1, s.root)
	s.bound.To(mostGates, s.root/math.Sqrt(mostGates))
	return s
}

func (s *settling) point(i int) []float64 { return s.x[i*s.d : (i+1)*s.d] }

// run draws all gates, and calls slice after each slice of the work. It reports
// whether it came to the end.
func (s *settling) run(slice func() bool) bool {
	for s.drawn < mostGates {
		s.draw(min(max(1, s.drawn), gateBlock)) // to the next power of two
		if s.drawn&(s.drawn-1) == 0 {
			s.rms.To(float64(s.drawn), s.deviation())
		}
		if !slice() {
			return false
		}
	}
	return true
}

// draw adds n gates to the sums.
func (s *settling) draw(n int) {
	for i := range n * s.d {
		s.w[i] = exact.Normal(s.rng)
	}
	for i := range s.side {
		for k := range n {
			s.open[i*gateBlock+k] = s.gate.at(dot(s.point(i), s.w[k*s.d:(k+1)*s.d]))
		}
	}
	at := 0
	for i := range s.side {
		for j := i + 1; j < s.side; j++ {
			s.sums[at] += dot(s.open[i*gateBlock:i*gateBlock+n], s.open[j*gateBlock:j*gateBlock+n])
			at++
		}
	}
	s.drawn += n
}

// deviation returns the root mean square over the pairs of the kernel of the gates
// drawn less its mean.
func (s *settling) deviation() float64 {
	sum := 0.0
	for i, c := range s.cosine {
		off := c*s.sums[i]/float64(s.drawn) - s.kernel[i]
		sum += float64(off * off)
	}
	return math.Sqrt(sum / float64(len(s.cosine)))
}

// gain returns how many times smaller the deviation is with all gates than with the
// first of 64 parts of them.
func (s *settling) gain() float64 {
	last := len(s.rms.Y) - 1
	return s.rms.Y[last-6] / s.rms.Y[last]
}

// slope returns the exponent of q in the deviation, by least squares over the
// logarithms.
func (s *settling) slope() float64 {
	var n, sx, sy, sxx, sxy float64
	for i, q := range s.rms.X {
		x, y := exact.Log(q), exact.Log(s.rms.Y[i])
		n++
		sx, sy, sxx, sxy = sx+x, sy+y, sxx+float64(x*x), sxy+float64(x*y)
	}
	return (sxy - float64(sx*sy)/n) / (sxx - float64(sx*sx)/n)
}

// show draws the deviations over the number of gates, and the law.
func (s *settling) show(p *sim.Panel) {
	p.Short = "How soon?"
	low, high := s.root/math.Sqrt(mostGates)/3, s.root*3
	p.Axes(sim.Axis{Name: "random gates q", Min: 1, Max: mostGates, Log: true}, sim.Axis{Name: "deviation from the kernel", Min: low, Max: high, Log: true})
	p.Line(s.bound.Line(sim.Line{Name: "law, like 1/√q", Role: sim.Theory}))
	if len(s.rms.X) > 0 {
		p.Point(s.rms.Points(sim.Points{Name: "measured"}))
	}
}
