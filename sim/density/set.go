package density

import (
	"math"
	"math/rand/v2"
	"slices"

	"example.org/rote/sim/data"
	"example.org/rote/sim/exact"
)

const (
	side       = 8 // of a picture
	pixels     = side * side
	freshCount = 200 // points of validation, and samples
)

// A set is the training points, and fresh ones that nobody is trained on.
type set struct {
	n, d    int
	x       []float32 // n×d
	fresh   []float32 // freshCount×d
	classes []int     // n, digits; nil in the plane, and of a file
	odd     []int     // indices of the odd points
	isOdd   []bool    // n
	isTwin  []bool    // n, the first odd point and its copies, where there are any
}

// seeds are what a generator can be made of.
type seeds [2]uint64

func nextSeeds(rng *rand.Rand) seeds {
	a := rng.Uint64()
	return seeds{a, rng.Uint64()}
}

func (s seeds) rand() *rand.Rand { return rand.New(rand.NewPCG(s[0], s[1])) }

func newSet(l *Lab, rng *rand.Rand) *set {
	n := l.count()
	s := &set{n: n, d: pixels, isOdd: make([]bool, n), isTwin: make([]bool, n)}
	fresh, train := nextSeeds(rng).rand(), nextSeeds(rng).rand()
	switch {
	case l.view == labelsView:
		s.drawGlyphs(l, train, fresh)
	case l.isPlane():
		s.d = 2
		s.drawPlane(l, train, fresh)
	case l.data == fromFile:
		s.drawFile(l, train)
	default:
		s.drawGlyphs(l, train, fresh)
	}
	return s
}

// drawGlyphs draws digits, and makes negatives of some. For labels they are easy to tell
// apart, as a label is memorized where nothing else tells it.
func (s *set) drawGlyphs(l *Lab, train, fresh *rand.Rand) {
	jitter := data.Full()
	if l.view == labelsView {
		jitter = data.Easy()
	}
	s.x, s.classes = data.Glyphs(train, s.n, data.Classes, side, jitter)
	s.scatter(l, train)
	s.fresh, _ = data.Glyphs(fresh, freshCount, data.Classes, side, jitter)
	data.Binarize(s.fresh)
}

// scatter makes negatives of some pictures, copies the first of them, and makes all black
// and white.
func (s *set) scatter(l *Lab, rng *rand.Rand) {
	order := rng.Perm(s.n)
	s.plant(order[:l.planted])
	for _, i := range s.odd {
		data.Invert(s.point(i))
	}
	data.Binarize(s.x)
	s.copy(order, l.copies)
}

// loners are the odd points of the plane: four alone, and a pair.
var loners = [2 * mostPlanted]float64{2.6, 2.2, -2.7, 1.9, 2.4, -2.5, -2.5, -2.4, 0, 0, -.2, .3}

// drawPlane draws a ring, with odd points in place of its first.
func (s *set) drawPlane(l *Lab, train, fresh *rand.Rand) {
	s.x, s.fresh = ring(train, s.n), ring(fresh, freshCount)
	places, blur := loners[:2*min(l.planted, mostPlanted)], 0.05
	if len(l.pts) > 0 {
		places, blur = l.pts[:min(len(l.pts), s.n/2*2)], 0
	}
	order := make([]int, s.n)
	for i := range order {
		order[i] = i
	}
	s.plant(order[:len(places)/2])
	for i, v := range places {
		s.x[i] = float32(v + float64(blur*exact.Normal(train)))
	}
	s.copy(order, l.copies)
}

// ring returns n points around a circle of radius 1.5, n×2.
func ring(rng *rand.Rand, n int) []float32 {
	const radius, blur = 1.5, 0.12
	x := make([]float32, 0, 2*n)
	for range n {
		sin, cos := exact.SinCos(2 * math.Pi * rng.Float64())
		x = append(x, float32(float64(radius*cos)+float64(blur*exact.Normal(rng))), float32(float64(radius*sin)+float64(blur*exact.Normal(rng))))
	}
	return x
}

// plant says which points are odd.
func (s *set) plant(odd []int) {
	s.odd = slices.Clone(odd)
	for _, i := range odd {
		s.isOdd[i] = true
	}
}

// copy puts copies of the first odd point in place of those that follow the odd ones in
// the order.
func (s *set) copy(order []int, copies int) {
	if len(s.odd) == 0 {
		return
	}
	first := s.odd[0]
	s.isTwin[first] = true
	for _, i := range order[len(s.odd):min(s.n, len(s.odd)+copies-1)] {
		copy(s.point(i), s.point(first))
		s.isTwin[i] = true
		if s.classes != nil {
			s.classes[i] = s.classes[first]
		}
	}
}

func (s *set) point(i int) []float32 { return s.x[i*s.d : (i+1)*s.d] }

// isPlane reports whether the points are those of the plane.
func (s *set) isPlane() bool { return s.d == 2 }

// isRegular reports whether a point is neither odd nor a copy of an odd one.
func (s *set) isRegular(i int) bool { return !s.isOdd[i] && !s.isTwin[i] }

// regulars returns which points are neither odd nor copies of an odd one.
func (s *set) regulars() []bool {
	out := make([]bool, s.n)
	for i := range out {
		out[i] = s.isRegular(i)
	}
	return out
}
