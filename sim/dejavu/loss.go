package dejavu

import (
	"math"

	"example.org/rote/sim/exact"
)

// A loss compares the embeddings z of two views of n pictures, 2n×d, those of the first
// views above those of the second: it writes its derivative to dz and returns its value.
type loss interface{ of(dz, z []float64) float64 }

// newLoss returns the training rule that the knobs ask for, for n pictures and d numbers.
func (l *Lab) newLoss(n, d int) loss {
	switch l.loss {
	case barlowRule:
		return &barlow{n: n, d: d, off: l.off, x: make([]float64, 2*n*d), deviation: make([]float64, 2*d), c: make([]float64, d*d)}
	case simclrRule:
		return &simclr{n: 2 * n, d: d, tau: l.tau, u: make([]float64, 2*n*d), norm: make([]float64, 2*n), p: make([]float64, 4*n*n)}
	}
	return &vicreg{n: n, d: d, lambda: l.lambda, mu: l.mu, nu: l.nu, x: make([]float64, n*d), c: make([]float64, d*d), g: make([]float64, n*d)}
}

// vicreg is the loss of Bardes, Ponce and LeCun (2022): equal embeddings of two views,
// coordinates that vary, and no covariance.
type vicreg struct {
	n, d           int
	lambda, mu, nu float64
	x, g           []float64 // n×d: centred, and the derivative of one view
	c              []float64 // d×d
}

func (v *vicreg) of(dz, z []float64) float64 {
	half := v.n * v.d
	sum, scale := 0.0, 2*v.lambda/float64(half)
	for i := range half {
		diff := z[i] - z[half+i]
		sum += float64(diff * diff)
		dz[i], dz[half+i] = scale*diff, -scale*diff
	}
	return v.lambda*sum/float64(half) + v.spread(dz[:half], z[:half]) + v.spread(dz[half:], z[half:])
}

// spread adds the part that keeps the coordinates of one view apart.
func (v *vicreg) spread(dz, z []float64) (value float64) {
	n, d := v.n, v.d
	rest, width := float64(n-1), float64(d)
	centre(v.x, z, n, d)
	product(v.c, v.x, v.x, n, d, 1/rest)
	clear(v.g)
	for j := range d {
		s := math.Sqrt(v.c[j*d+j] + 1e-4)
		v.c[j*d+j] = 0
		if s < 1 {
			value += float64(v.mu / 2 * (1 - s) / width)
			factor := -v.mu / (2 * width) / (rest * s)
			for i := range n {
				v.g[i*d+j] = factor * v.x[i*d+j]
			}
		}
	}
	for _, c := range v.c {
		value += float64(v.nu * float64(c*c) / width)
	}
	times(v.g, v.x, v.c, n, d, 4*v.nu/(width*rest))
	centre(v.g, v.g, n, d)
	for i, g := range v.g {
		dz[i] += g
	}
	return value
}

// barlow is the loss of Zbontar et al. (2021): the correlation of two views is to be the
// identity.
type barlow struct {
	n, d         int
	off          float64
	x, deviation []float64 // 2n×d standardised, and 2×d
	c            []float64 // d×d
}

func (b *barlow) of(dz, z []float64) (value float64) {
	n, d := b.n, b.d
	half := n * d
	for view := range 2 {
		standardise(b.x[view*half:(view+1)*half], z[view*half:(view+1)*half], b.deviation[view*d:(view+1)*d])
	}
	first, second := b.x[:half], b.x[half:]
	product(b.c, first, second, n, d, 1/float64(n))
	for i := range d {
		for j := range d {
			c, weight := b.c[i*d+j], b.off
			if i == j {
				c, weight = c-1, 1
			}
			value += float64(weight * float64(c*c))
			b.c[i*d+j] = 2 * weight * c / float64(n)
		}
	}
	clear(dz)
	timesTransposed(dz[:half], second, b.c, n, d)
	times(dz[half:], first, b.c, n, d, 1)
	for view := range 2 {
		unstandardise(dz[view*half:(view+1)*half], b.x[view*half:(view+1)*half], b.deviation[view*d:(view+1)*d])
	}
	return value
}

// simclr is the loss of Chen et al. (2020): of all other views, the partner is to be the
// nearest.
type simclr struct {
	n, d    int // rows, which are twice the pictures
	tau     float64
	u, norm []float64
	p       []float64 // n×n
}

func (s *simclr) of(dz, z []float64) (value float64) {
	n, d := s.n, s.d
	for i := range n {
		sum := 1e-8
		for _, v := range z[i*d : (i+1)*d] {
			sum += float64(v * v)
		}
		s.norm[i] = math.Sqrt(sum)
		for j := i * d; j < (i+1)*d; j++ {
			s.u[j] = z[j] / s.norm[i]
		}
	}
	for i := range n {
		for j := range i {
			s.p[i*n+j] = dot(s.u[i*d:(i+1)*d], s.u[j*d:(j+1)*d]) / s.tau
			s.p[j*n+i] = s.p[i*n+j]
		}
	}
	for i := range n {
		value += s.choose(i) / float64(n)
	}
	s.back(dz)
	return value
}

// choose turns the similarities of row i into the derivative by them, and returns the
// cross-entropy of its partner.
func (s *simclr) choose(i int) float64 {
	n := s.n
	row, partner := s.p[i*n:(i+1)*n], (i+n/2)%n
	most, sum := math.Inf(-1), 0.0
	for j, v := range row {
		if j != i {
			most = max(most, v)
		}
	}
	value := most - row[partner]
	for j, v := range row {
		row[j] = exact.Exp(v - most)
		if j == i {
			row[j] = 0
		}
		sum += row[j]
	}
	for j := range row {
		row[j] /= sum * float64(n) * s.tau
	}
	row[partner] -= 1 / (float64(n) * s.tau)
	return value + exact.Log(sum)
}

// back writes the derivative by the embeddings.
func (s *simclr) back(dz []float64) {
	n, d := s.n, s.d
	clear(dz)
	for i := range n {
		out := dz[i*d : (i+1)*d]
		for j := range n {
			addScaled(out, s.u[j*d:(j+1)*d], s.p[i*n+j]+s.p[j*n+i])
		}
		u := s.u[i*d : (i+1)*d]
		along := dot(out, u)
		for k := range out {
			out[k] = (out[k] - float64(u[k]*along)) / s.norm[i]
		}
	}
}
