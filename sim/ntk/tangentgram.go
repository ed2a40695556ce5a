package ntk

import (
	"math"

	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// gramSide is how many points the Gram matrix shows at most.
const gramSide = 64

// A gram compares inner products of the frozen features, over q, with what they
// are on average over the gates.
//
// Invariant: values[i*side+j] is measured for j >= i, and the law for j < i. The
// pairs with j > i lie one behind the other in theta, mean and seen.
type gram struct {
	side        int
	values      []float64 // side²
	theta, mean []float64 // side·(side-1)/2: their angles, and the law
	seen        []float64 // the same, measured
	law         law
	curve       sketch.Trace // of the law, over the angle
	agree       float64      // correlation of the pairs with the law, NaN if there is none
}

// newGram prepares the matrix for the first points of x, m×d.
func newGram(x []float64, m, d int, of gate) gram {
	g := gram{side: min(m, gramSide), agree: math.NaN(), law: newLaw(of)}
	g.values = make([]float64, g.side*g.side)
	for i := range g.side {
		for j := i + 1; j < g.side; j++ {
			c := dot(x[i*d:(i+1)*d], x[j*d:(j+1)*d])
			g.theta, g.mean = append(g.theta, angle(c)), append(g.mean, g.law.kernel(c))
			g.values[j*g.side+i] = g.law.kernel(c)
		}
	}
	g.seen = make([]float64, len(g.theta))
	for i := range 101 {
		c := 1 - float64(i)/50
		g.curve.To(angle(c), g.law.kernel(c))
	}
	return g
}

// see measures the matrix with the pairs w, q×d.
func (g *gram) see(x, w []float64, d int) {
	at := 0
	for i := range g.side {
		for j := i; j < g.side; j++ {
			v := common(x[i*d:(i+1)*d], x[j*d:(j+1)*d], w, g.law.gate)
			g.values[i*g.side+j] = v
			if j > i {
				g.seen[at] = v
				at++
			}
		}
	}
	g.agree = g.correlation()
}

// common returns φ(a)·φ(b)/q.
func common(a, b, w []float64, g gate) float64 {
	sum := 0.0
	for i := 0; i < len(w); i += len(a) {
		neuron := w[i : i+len(a)]
		sum += float64(g.at(dot(a, neuron)) * g.at(dot(b, neuron)))
	}
	return dot(a, b) * sum / float64(len(w)/len(a))
}

func (g *gram) correlation() float64 {
	var n, sx, sy, sxx, sxy, syy float64
	for i, x := range g.mean {
		y := g.seen[i]
		n++
		sx, sy = sx+x, sy+y
		sxx, sxy, syy = sxx+float64(x*x), sxy+float64(x*y), syy+float64(y*y)
	}
	cov, vx, vy := sxy-float64(sx*sy)/n, sxx-float64(sx*sx)/n, syy-float64(sy*sy)/n
	if !(vx > 0 && vy > 0) {
		return math.NaN()
	}
	return cov / math.Sqrt(vx*vy)
}

func (g *gram) field() sim.Field {
	end := float64(g.side) + 0.5
	return sim.Field{Name: "φ·φ/q", W: g.side, H: g.side, Values: g.values, X0: 0.5, Y0: 0.5, X1: end, Y1: end,
		Scale: sim.Diverging, Lo: -0.5, Hi: 0.5}
}

func dot(a, b []float64) (sum float64) {
	for k, v := range a {
		sum += float64(v * b[k])
	}
	return sum
}

// angle returns the arc cosine of c, the same bits everywhere. A c outside
// [-1, 1] counts as the end.
func angle(c float64) float64 {
	if c < 0 {
		return math.Pi - angle(-c)
	}
	// x = tan(θ/2) becomes the tangent of a sixteenth of that, and θ = 32 arctan x.
	x := math.Sqrt(max(0, 1-c) / (1 + c))
	for range 4 {
		x /= 1 + math.Sqrt(1+float64(x*x))
	}
	z, sum := float64(x*x), 0.0
	for i := 15.0; i >= 1; i -= 2 {
		sum = 1/i - float64(z*sum)
	}
	return 32 * x * sum
}
