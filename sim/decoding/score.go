package decoding

import (
	"math"

	"example.org/rote/sim/kernel"
)

// abstains stands for the class of a point whose outputs are all 0.
const abstains = -1

// A score is what a reader makes of the test pictures.
type score struct {
	answers       []int8 // a class, or abstains
	right         int
	ranks         []int   // of the subspaces
	full          bool    // no answer: every subspace is the whole layer
	undefined     bool    // no answer: there is no subspace
	abstained     int     // pictures
	angle, margin float64 // degrees: mean of the smallest angle, and of the distance to the next
}

// ok reports whether the reader gives answers.
func (s *score) ok() bool { return s != nil && !s.full && !s.undefined }

// share returns the share of test pictures that are read right, or NaN.
func (s *score) share() float64 {
	if !s.ok() {
		return math.NaN()
	}
	return float64(s.right) / float64(len(s.answers))
}

// A scorer answers for points by the angles to subspaces. Products are taken in
// float32, and points whose two largest squared cosines differ by less than tie are
// looked at again in float64: the answers are those of float64.
type scorer struct {
	wide    []float32 // Σranks×d, the directions of all classes
	product []float32 // rows×Σranks
	squares []float64 // classes, cos² of one point
}

const tie = 1e-5

// reserve makes room for k classes of so many points, of d numbers.
func (c *scorer) reserve(k, points, d int) {
	c.wide = make([]float32, 0, k*min(points, d)*d)
	c.product = make([]float32, 0, max(sliceWork/(2*pixels), k*d))
	c.squares = make([]float64, 0, k)
}

// prepare lays the directions of all classes side by side.
func (c *scorer) prepare(s *spaces, ranks []int) {
	c.wide = c.wide[:0]
	for class, r := range ranks {
		for _, v := range s.vector[class][:r*s.d] {
			c.wide = append(c.wide, float32(v))
		}
	}
	c.squares = append(c.squares[:0], make([]float64, len(ranks))...)
}

// score answers for the points h, len(answers)×d, and counts the right ones. It returns
// nil if did says that the work is to be given up.
func (c *scorer) score(s *spaces, z size, h []float32, answers []int32, did meter) *score {
	ranks := s.ranks(z)
	out := &score{ranks: ranks, full: isFull(ranks, s.d), undefined: isUndefined(ranks)}
	if !out.ok() {
		return out
	}
	out.answers = make([]int8, 0, len(answers))
	c.prepare(s, ranks)
	width := len(c.wide) / s.d
	rows := max(1, sliceWork/(2*width*s.d))
	c.product = append(c.product[:0], make([]float32, rows*width)...)
	for from := 0; from < len(answers); from += rows {
		n := min(rows, len(answers)-from)
		x := h[from*s.d : (from+n)*s.d]
		kernel.NT(c.product, x, c.wide, nil, false, n, width, s.d, width, s.d, s.d)
		for i := range n {
			out.add(c.answer(s, ranks, x[i*s.d:(i+1)*s.d], c.product[i*width:(i+1)*width]), answers[from+i])
		}
		if !did.single(2 * n * width * s.d) {
			return nil
		}
	}
	out.angle /= float64(max(1, len(answers)-out.abstained))
	out.margin /= float64(max(1, len(answers)-out.abstained))
	return out
}

// A reply is the class with the smallest angle, and the squared cosines of that angle
// and the next.
type reply struct {
	class       int
	best, other float64
}

func (s *score) add(r reply, right int32) {
	s.answers = append(s.answers, int8(r.class))
	switch {
	case r.class == abstains:
		s.abstained++
		return
	case r.class == int(right):
		s.right++
	}
	least := degrees(r.best)
	s.angle += least
	s.margin += degrees(r.other) - least
}

// answer replies for one point h, whose products with all directions are given.
func (c *scorer) answer(s *spaces, ranks []int, h, product []float32) reply {
	length := squares(h)
	if length == 0 {
		return reply{class: abstains}
	}
	for class, r := range ranks {
		c.squares[class] = squares(product[:r]) / length
		product = product[r:]
	}
	out := largest(c.squares, ranks)
	if out.best-out.other < tie {
		s.cosines(c.squares, ranks, h)
		out = largest(c.squares, ranks)
	}
	return out
}

// largest returns the first class with the largest squared cosine among those that have
// a subspace.
func largest(cos2 []float64, ranks []int) reply {
	out := reply{class: abstains, best: -1, other: -1}
	for class, v := range cos2 {
		switch {
		case ranks[class] == 0:
		case v > out.best:
			out = reply{class, v, out.best}
		case v > out.other:
			out.other = v
		}
	}
	if out.other < 0 {
		out.other = 0 // a single subspace: the next is at a right angle
	}
	return out
}

// cosines writes |P·h|²/|h|² of each class to out, in float64; 0 for a class without
// a subspace. h is not 0.
func (s *spaces) cosines(out []float64, ranks []int, h []float32) {
	length := squares(h)
	for class, r := range ranks {
		sum := 0.0
		for i := range r {
			p := times(s.vector[class][i*s.d:(i+1)*s.d], h)
			sum += float64(p * p)
		}
		out[class] = min(1, sum/length)
	}
}

// squares returns Σx².
func squares(x []float32) (sum float64) {
	for _, v := range x {
		sum += float64(float64(v) * float64(v))
	}
	return sum
}

// times returns v·h.
func times(v []float64, h []float32) (sum float64) {
	h = h[:len(v)]
	for i, a := range v {
		sum += float64(a * float64(h[i]))
	}
	return sum
}

// degrees returns the angle with the given squared cosine: twice the arcsine of the
// root of (1-cos)/2, by its series, which is the same everywhere.
func degrees(cos2 float64) float64 {
	square := (1 - math.Sqrt(max(0, min(1, cos2)))) / 2
	term, sum := math.Sqrt(square), 0.0
	for i := 0.0; term > 1e-17; i++ {
		sum += term / (2*i + 1)
		term *= square * (2*i + 1) / (2*i + 2)
	}
	return float64(2 * sum * (180 / math.Pi)) // or it is fused with the sum that it is added to
}
