package diffusion

import (
	"math"
	"math/rand/v2"

	"example.org/rote/sim/exact"
	"example.org/rote/sim/nn"
)

// examples are noised points, and what the network should make of them.
type examples struct {
	x0, x  []float64 // rows×2, before and after the noise
	noise  []noise   // rows
	seen   []float32 // rows×inputs
	target []float32 // rows×2: (x₀ - skip·x)/out
}

func newExamples(rows int) examples {
	return examples{x0: make([]float64, 2*rows), x: make([]float64, 2*rows), noise: make([]noise, rows), seen: make([]float32, rows*inputs), target: make([]float32, 2*rows)}
}

// set makes row i of the point (x, y), with ln σ a share u of the way up.
func (e *examples) set(i int, x, y, u float64, rng *rand.Rand) {
	v := noiseAt(logTo + float64((logFrom-logTo)*u))
	nx, ny := x+float64(v.sigma*exact.Normal(rng)), y+float64(v.sigma*exact.Normal(rng))
	e.noise[i], e.x0[2*i], e.x0[2*i+1], e.x[2*i], e.x[2*i+1] = v, x, y, nx, ny
	v.see(e.seen[i*inputs:], nx, ny)
	e.target[2*i] = float32((x - float64(v.skip*nx)) / v.out)
	e.target[2*i+1] = float32((y - float64(v.skip*ny)) / v.out)
}

const (
	logFrom = math.Ln10 - math.Ln2    // ln 5
	logTo   = -(math.Ln10 + math.Ln2) // ln 0.05
)

// draw sets all rows to noised points of x, n×2, drawn with replacement. An even
// one spreads its noises evenly.
func (e *examples) draw(x []float64, even bool, rng *rand.Rand) {
	for i := range e.noise {
		at, u := rng.IntN(len(x)/2), rng.Float64()
		if even {
			u = (float64(i) + u) / float64(len(e.noise))
		}
		e.set(i, x[2*at], x[2*at+1], u, rng)
	}
}

// again draws new noises for the points of all rows.
func (e *examples) again(rng *rand.Rand) {
	for i := range e.noise {
		e.set(i, e.x0[2*i], e.x0[2*i+1], rng.Float64(), rng)
	}
}

// loss returns the sum of the squared differences of the network's outputs from
// the targets in rows from one to another.
func (e *examples) loss(d *denoiser, from, to int) float64 {
	out := d.look.Forward(d.W, e.seen[from*inputs:to*inputs])
	return nn.Square(d.look.Dout(), out, e.target[2*from:2*to], 0)
}

// lossOf returns what loss would of a network that pulls like pull, which writes
// D(x)-x of row i to d.
func (e *examples) lossOf(pull func(d []float64, i int), from, to int) float64 {
	sum, d := 0.0, [2]float64{}
	for i := from; i < to; i++ {
		pull(d[:], i)
		for j, p := range d {
			off := (e.x[2*i+j] + p - e.x0[2*i+j]) / e.noise[i].out
			sum += float64(off * off)
		}
	}
	return sum
}

// scoreError returns Σ|D-D*|²/σ² over rows from one to another.
func (e *examples) scoreError(d *denoiser, from, to int) float64 {
	sum, pull := 0.0, [2]float64{}
	out := d.look.Forward(d.W, e.seen[from*inputs:to*inputs])
	for i := from; i < to; i++ {
		v := e.noise[i]
		truePull(pull[:], e.x[2*i], e.x[2*i+1], v)
		for j, want := range pull {
			x := e.x[2*i+j]
			off := float64((v.skip-1)*x) + float64(v.out*float64(out[2*(i-from)+j])) - want
			sum += float64(off*off) / float64(v.sigma*v.sigma)
		}
	}
	return sum
}
