package dejavu

import (
	"math"
	"math/rand/v2"

	"example.org/rote/sim/exact"
)

const (
	side     = 12 // of a picture
	channels = 3
	pixels   = side * side * channels
	boxSide  = 6 // of the square that holds the object
)

// A maker draws pictures: an object on one side, and a background of cells whose
// colours are independent, so that nothing but the object is common to distant crops.
type maker struct {
	classes, cells int
	rho            float64 // chance that a picture stands on the colour of its class
}

// A set is pictures of some classes.
type set struct {
	n          int
	x          []float32 // n×side×side×channels, from 0 to 1
	class      []uint8   // n
	boxX, boxY []int     // n, the corner of the object's box
}

// seeds are what a generator can be made of.
type seeds [2]uint64

func nextSeeds(rng *rand.Rand) seeds {
	a := rng.Uint64()
	return seeds{a, rng.Uint64()}
}

func (s seeds) rand() *rand.Rand { return rand.New(rand.NewPCG(s[0], s[1])) }

// draw returns n pictures; the counts of two classes differ by at most one.
func (m maker) draw(rng *rand.Rand, n int) *set {
	s := &set{n: n, x: make([]float32, n*pixels), class: make([]uint8, n), boxX: make([]int, n), boxY: make([]int, n)}
	for i := range s.class {
		s.class[i] = uint8(i % m.classes)
	}
	rng.Shuffle(n, func(i, j int) { s.class[i], s.class[j] = s.class[j], s.class[i] })
	for i := range n {
		m.ground(rng, s.picture(i), int(s.class[i]))
		s.boxX[i], s.boxY[i] = boxSide*rng.IntN(2), rng.IntN(side-boxSide+1)
		m.object(s.picture(i), int(s.class[i]), s.boxX[i], s.boxY[i])
		blur(rng, s.picture(i))
	}
	return s
}

// picture returns picture i, row by row.
func (s *set) picture(i int) []float32 { return s.x[i*pixels : (i+1)*pixels] }

// ground paints the background.
func (m maker) ground(rng *rand.Rand, pic []float32, class int) {
	home := rng.Float64() < m.rho
	cells := make([][channels]float64, m.cells*m.cells)
	for i := range cells {
		hue, saturation, value := rng.Float64(), 0.15+float64(0.45*rng.Float64()), 0.2+float64(0.7*rng.Float64())
		if home {
			hue = (float64(class)+0.5)/float64(m.classes) + float64(0.06*exact.Normal(rng))
			saturation = min(0.7, saturation+0.1)
		}
		cells[i] = rgb(hue, saturation, value)
	}
	for y := range side {
		row, fy := m.cell(y)
		for x := range side {
			column, fx := m.cell(x)
			at := row*m.cells + column
			for c := range channels {
				top := mix(cells[at][c], cells[at+1][c], fx)
				low := mix(cells[at+m.cells][c], cells[at+m.cells+1][c], fx)
				pic[(y*side+x)*channels+c] = float32(mix(top, low, fy))
			}
		}
	}
}

// cell returns the cell that pixel i lies in or behind, and how far it is to the next.
func (m maker) cell(i int) (cell int, part float64) {
	last := float64(m.cells) - 1.001
	u := min(last, max(0, float64((float64(i)+0.5)/side*float64(m.cells))-0.5))
	cell = int(u)
	return cell, u - float64(cell)
}

func mix(a, b, part float64) float64 { return a + float64(part*(b-a)) }

// object paints the object of a class, and its core, into its box.
func (m maker) object(pic []float32, class, x0, y0 int) {
	k := float64(m.classes)
	shape, core := rgb(float64(class)/k, 0.95, 0.95), rgb(float64(3*class%m.classes)/k+0.03, 0.95, 0.55)
	for y := range boxSide {
		for x := range boxSide {
			isShape, isCore := covers(class%3, float64(x)-2.5, float64(y)-2.5)
			colour := shape
			if isCore {
				colour = core
			}
			for c := range channels {
				if isShape {
					pic[((y0+y)*side+x0+x)*channels+c] = float32(colour[c])
				}
			}
		}
	}
}

// covers reports whether a disc, a diamond or a square covers a place, given from its
// middle, and whether its core does.
func covers(shape int, x, y float64) (all, core bool) {
	switch shape {
	case 0:
		r := float64(x*x) + float64(y*y)
		return r <= 9, r <= 2.25
	case 1:
		r := math.Abs(x) + math.Abs(y)
		return r <= 3.3, r <= 1.5
	}
	return true, math.Abs(x) < 1.2
}

// blur adds a little noise to every value.
func blur(rng *rand.Rand, pic []float32) {
	for i, v := range pic {
		pic[i] = float32(min(1, max(0, float64(v)+float64(0.02*exact.Normal(rng)))))
	}
}

// rgb returns red, green and blue of a hue, which repeats at every whole number, a
// saturation and a value from 0 to 1.
func rgb(hue, saturation, value float64) [channels]float64 {
	h := 6 * (hue - math.Floor(hue))
	part := h - math.Floor(h)
	p := value * (1 - saturation)
	q := value * (1 - float64(saturation*part))
	t := value * (1 - float64(saturation*(1-part)))
	switch int(h) % 6 {
	case 0:
		return [channels]float64{value, t, p}
	case 1:
		return [channels]float64{q, value, p}
	case 2:
		return [channels]float64{p, value, t}
	case 3:
		return [channels]float64{p, q, value}
	case 4:
		return [channels]float64{t, p, value}
	}
	return [channels]float64{value, p, q}
}
