package density

import (
	"math"

	"example.org/rote/sim/exact"
)

// gridSide is the side of the grid of latent coordinates that are decoded.
const gridSide = 10

// Codes are where the encoder puts the points, and what the decoder draws between them.
type codes struct {
	means  []float32 // n×latent
	first  int       // the two coordinates of the largest variance
	second int
	grid   []float32 // gridSide²×d, decoded
	places [gridSide]float64
	z      []float32
}

func newCodes(s *scene) codes {
	c := codes{means: make([]float32, s.set.n*s.shape.latent), second: 1, grid: make([]float32, gridSide*gridSide*s.set.d),
		z: make([]float32, gridSide*gridSide*s.shape.latent)}
	for k := range c.places {
		c.places[k] = normalQuantile((float64(k) + 0.5) / gridSide)
	}
	return c
}

// normalQuantile returns where the standard normal distribution function is p, by
// bisection of a sum of its density.
func normalQuantile(p float64) float64 {
	lo, hi := -8.0, 8.0
	for range 60 {
		middle := (lo + hi) / 2
		if normalShare(middle) < p {
			lo = middle
		} else {
			hi = middle
		}
	}
	return (lo + hi) / 2
}

// normalShare returns the standard normal distribution function, by Marsaglia's series (2004).
func normalShare(x float64) float64 {
	sum, term := x, x
	for k := 3.0; k < 400 && math.Abs(term) > 1e-18; k += 2 {
		term *= float64(x*x) / k
		sum += term
	}
	return 0.5 + float64(sum*exact.Exp(-0.5*float64(x*x)-0.5*logTau))
}

// read encodes the points and decodes the grid with the model that sees all points.
func (c *codes) read(s *scene) bool {
	e, k := s.examiner, s.shape.latent
	rows := e.chunk * e.samples
	for from := 0; from < s.set.n; from += rows {
		n := min(rows, s.set.n-from)
		e.encode(s.full.w, s.set.x[from*s.set.d:(from+n)*s.set.d])
		copy(c.means[from*k:], e.mean[:n*k])
	}
	c.choose(s.set.n, k)
	for i := range gridSide * gridSide {
		c.z[i*k+c.first], c.z[i*k+c.second] = float32(c.places[i%gridSide]), float32(c.places[i/gridSide])
	}
	for from := 0; from < gridSide*gridSide; from += rows {
		n := min(rows, gridSide*gridSide-from)
		copy(c.grid[from*s.set.d:], e.decode(s.full.w, c.z[from*k:(from+n)*k]))
	}
	clear(c.z)
	return s.did(s.set.n*s.shape.enc.Flops() + gridSide*gridSide*s.shape.dec.Flops())
}

// choose finds the two coordinates of the largest variance.
func (c *codes) choose(n, k int) {
	variance := make([]float64, k)
	for j := range k {
		sum, square := 0.0, 0.0
		for i := range n {
			v := float64(c.means[i*k+j])
			sum, square = sum+v, square+float64(v*v)
		}
		variance[j] = square - float64(sum*sum)/float64(n)
	}
	c.first, c.second = 0, 1
	if variance[1] > variance[0] {
		c.first, c.second = 1, 0
	}
	for j := 2; j < k; j++ {
		switch {
		case variance[j] > variance[c.first]:
			c.first, c.second = j, c.first
		case variance[j] > variance[c.second]:
			c.second = j
		}
	}
	if c.first > c.second {
		c.first, c.second = c.second, c.first
	}
}
