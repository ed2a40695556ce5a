package data

import (
	"math"
	"math/rand/v2"

	"example.org/rote/sim/exact"
)

// Classes is how many kinds of glyphs there are: the ten digits.
const Classes = 10

// A Jitter says how much one glyph differs from the next: the standard
// deviations of what is done to a digit's stroke, and the range of its half
// thickness. Lengths are in units of the picture's side.
type Jitter struct {
	Rotation    float64 // radians
	Scale       float64 // of each axis, around 1
	Shear       float64
	Shift       float64 // of the whole stroke, each way
	Point       float64 // of each control point, each way
	Thin, Thick float64 // half-thickness, uniform between them
}

// Full returns the jitter that makes glyphs hard to tell apart: the nearest
// class mean names 70 % of them.
func Full() Jitter {
	return Jitter{Rotation: .18, Scale: .12, Shear: .15, Shift: .07, Point: .03, Thin: .07, Thick: .11}
}

// Easy returns the jitter with which the nearest class mean names 88 % of them.
func Easy() Jitter {
	return Jitter{Rotation: .12, Scale: .08, Shear: .10, Shift: .05, Point: .025, Thin: .07, Thick: .11}
}

// Glyphs draws n pictures of digits, n×size², rows from the top, ink 1 on paper
// 0. The labels are those of the first classes digits, in random order, and
// differ in count by at most one. size is at least 4, classes 1 to [Classes].
func Glyphs(rng *rand.Rand, n, classes, size int, jitter Jitter) (pixels []float32, labels []int) {
	if classes < 1 || classes > Classes {
		panic("data: glyphs have 1 to 10 classes")
	}
	if size < 4 {
		panic("data: glyphs are at least 4 pixels wide")
	}
	labels = make([]int, n)
	for i := range labels {
		labels[i] = i % classes
	}
	rng.Shuffle(n, func(i, j int) { labels[i], labels[j] = labels[j], labels[i] })
	pixels = make([]float32, n*size*size)
	for i, label := range labels {
		stroke, thickness := bend(rng, strokes[label], jitter)
		render(pixels[i*size*size:(i+1)*size*size], size, stroke, thickness)
	}
	return pixels, labels
}

// margin is the part of the picture that an unbent stroke fills.
const margin = .85

// bend returns a digit's stroke as jitter has it, and its half-thickness.
func bend(rng *rand.Rand, stroke []point, jitter Jitter) ([]point, float64) {
	sin, cos := exact.SinCos(jitter.Rotation * exact.Normal(rng))
	sx, sy := 1+float64(jitter.Scale*exact.Normal(rng)), 1+float64(jitter.Scale*exact.Normal(rng))
	shear := jitter.Shear * exact.Normal(rng)
	tx, ty := float64(jitter.Shift*exact.Normal(rng)), float64(jitter.Shift*exact.Normal(rng))
	thickness := jitter.Thin + float64((jitter.Thick-jitter.Thin)*rng.Float64())
	bent := make([]point, len(stroke))
	for i, p := range stroke {
		x := p.x + float64(jitter.Point*exact.Normal(rng)) - .5
		y := p.y + float64(jitter.Point*exact.Normal(rng)) - .5
		x, y = float64(sx*x)+float64(shear*y), sy*y
		x, y = float64(cos*x)-float64(sin*y), float64(sin*x)+float64(cos*y)
		bent[i] = point{float64(margin*x) + .5 + tx, float64(margin*y) + .5 + ty}
	}
	return bent, thickness
}

// render draws a stroke into a picture of size² pixels.
func render(picture []float32, size int, stroke []point, thickness float64) {
	for i := range picture {
		picture[i] = float32(ink(i%size, i/size, size, stroke, thickness))
	}
}

// ink returns the value of a pixel. The edge of a stroke is softened over 1.2
// pixels.
func ink(column, row, size int, stroke []point, thickness float64) float64 {
	side := float64(size)
	soft := .6 / side
	at := point{(float64(column) + .5) / side, (float64(row) + .5) / side}
	return min(max((thickness+soft-distance(at, stroke))/(2*soft), 0), 1)
}

// distance returns how far p is from the nearest segment of a stroke.
func distance(p point, stroke []point) float64 {
	nearest := math.Inf(1)
	for i := range len(stroke) - 1 {
		nearest = min(nearest, squareToSegment(p, stroke[i], stroke[i+1]))
	}
	return math.Sqrt(nearest)
}

func squareToSegment(p, a, b point) float64 {
	dx, dy := b.x-a.x, b.y-a.y
	px, py := p.x-a.x, p.y-a.y
	const harmless = 1e-12 // of a segment without length
	along := (float64(px*dx) + float64(py*dy)) / (float64(dx*dx) + float64(dy*dy) + harmless)
	along = min(max(along, 0), 1)
	px, py = px-float64(along*dx), py-float64(along*dy)
	return float64(px*px) + float64(py*py)
}
