package main

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"example.org/rote/sim/figure"
)

// A filled area weighs its area (by the shoelace formula) and a twelfth of the
// sum of tan(turn/2) over its corners: that is the mean of the areas moved in and
// out by up to half a pixel. What is thinner than a pixel weighs its area.
func TestFillWeight(t *testing.T) {
	for _, c := range []struct {
		name string
		pts  []point
		want float64
	}{
		{"rectangle", box(3.3, 4.4, 20, 7), 140 + 4./12},
		{"pixel", box(2, 2, 1, 1), 1 + 4./12},
		{"hexagon", polygon(6, 10, .3), 150*math.Sqrt(3) + 6*math.Tan(math.Pi/6)/12},
		{"circle", polygon(200, 15, 0), math.Pi*225 + math.Pi/12},
		{"triangle", polygon(3, 12, 0), 108*math.Sqrt(3) + 3*math.Tan(math.Pi/3)/12},
		{"corner inwards", []point{{0, 0}, {9, 0}, {9, 9}, {5, 9}, {5, 5}, {0, 5}}, 61 + (5.-1)/12},
		{"thin bar", box(1.2, 2.7, .3, 30), 9},
		{"dust", box(1.2, 2.7, .2, .2), .04},
		{"small triangle", polygon(3, .8, 1), .48 * math.Sqrt(3)},
		{"small circle", polygon(60, .5, 0), 7.5 * math.Sin(math.Pi/30)},
		{"line", []point{{0, 0}, {5, 5}, {9, 9}}, 0},
		{"two points", []point{{0, 0}, {5, 5}}, 0},
	} {
		for _, direction := range []string{"clockwise", "counterclockwise"} {
			var m mesh
			m.fill(slices.Clone(c.pts), white)
			if got := weight(&m); math.Abs(got-c.want) > 1e-3*c.want {
				t.Errorf("%s, %s: weighs %v, want %v", c.name, direction, got, c.want)
			}
			slices.Reverse(c.pts)
		}
	}
}

func box(x, y, w, h float64) []point {
	return []point{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}
}

// Upright and level sides cover each pixel exactly, at any size and place.
func TestFillIsExactWhenUpright(t *testing.T) {
	for _, w := range []float64{.2, .5, .9, 1, 1.4, 3.3} {
		for _, x := range []float64{5, 5.25, 5.9} {
			var m mesh
			m.fill(box(x, -500, w, 1000), white)
			got := painted(&m, 16, 4)
			for i := range got.w {
				want := max(0, min(float64(i+1), x+w)-max(float64(i), x))
				if d := math.Abs(got.alpha[2*got.w+i] - want); d > 1e-3 {
					t.Errorf("%v wide at %v: pixel %d is covered %v, want %v", w, x, i, got.alpha[2*got.w+i], want)
				}
			}
		}
	}
}

// outlines are kinds of random outlines within 48 pixels.
var outlines = []struct {
	name string
	make func(rng *rand.Rand, n int) []point
}{
	{"star", star},
	{"tangle", untangled},
	{"band", func(rng *rand.Rand, n int) []point { return band(rng, n, 0, 1e-3) }},
	{"band of no height in places", func(rng *rand.Rand, n int) []point { return band(rng, n, .4, 1e-3) }},
	{"band on a grid", func(rng *rand.Rand, n int) []point { return band(rng, n, .2, 6) }},
}

// What is clearly inside an outline, by counting how often a ray crosses it, is
// full, and what is clearly outside is empty.
func TestFillContainment(t *testing.T) {
	for _, kind := range outlines {
		for seed := range uint64(60) {
			rng := rand.New(rand.NewPCG(seed, 4))
			pts := kind.make(rng, 3+rng.IntN(28))
			if seed%2 == 1 {
				slices.Reverse(pts)
			}
			checkContainment(t, kind.name, seed, pts)
		}
	}
}

func checkContainment(t *testing.T, kind string, seed uint64, pts []point) {
	t.Helper()
	var m mesh
	m.path(closedPath(pts), 1, nil)
	painted(&m, 48, 48).eachPixel(func(p point, alpha float64) {
		nearest := math.Inf(1)
		for i := range pts {
			nearest = min(nearest, reach(p, pts[i], pts[(i+1)%len(pts)]))
		}
		want := 0.
		if evenOdd(p, pts) {
			want = 1
		}
		if nearest > 1.5 && math.Abs(alpha-want) > 1e-6 {
			t.Errorf("%s %d: %v is covered %v, want %v, %v pixels from the outline", kind, seed, p, alpha, want, nearest)
		}
	})
}

func closedPath(pts []point) *figure.Path {
	op := &figure.Path{Closed: true}
	op.Fill.A = 255
	for _, p := range pts {
		op.X, op.Y = append(op.X, p.x), append(op.Y, p.y)
	}
	return op
}

// evenOdd reports whether a ray from p crosses the outline an odd number of
// times.
func evenOdd(p point, pts []point) bool {
	inside := false
	for i, a := range pts {
		b := pts[(i+1)%len(pts)]
		if (a.y > p.y) != (b.y > p.y) && p.x < a.x+(b.x-a.x)*(p.y-a.y)/(b.y-a.y) {
			inside = !inside
		}
	}
	return inside
}

// Painted areas agree with brute force: along the sides as strokes do; at corners
// by less than 2/5 of a pixel; and in sum.
func TestFillCoverage(t *testing.T) {
	for seed := range uint64(24) {
		rng := rand.New(rand.NewPCG(seed, 5))
		pts := polygon(3+rng.IntN(6), 12+6*rng.Float64(), 7*rng.Float64())
		for i := range pts {
			pts[i] = pts[i].plus(point{24 + rng.Float64(), 24 + rng.Float64()})
		}
		var m mesh
		m.fill(pts, white)
		got, want := painted(&m, 48, 48), covered(48, 48, func(p point) bool { return evenOdd(p, pts) })
		for i := range got.alpha {
			p := point{float64(i%48) + .5, float64(i/48) + .5}
			allowed := .043 + 1./fine
			if slices.ContainsFunc(pts, func(q point) bool { return distance(p, q) < 2 }) {
				allowed = .4
			}
			if d := math.Abs(got.alpha[i] - want.alpha[i]); d > allowed {
				t.Errorf("seed %d: %v is covered %v, want %v", seed, p, got.alpha[i], want.alpha[i])
			}
		}
		if g, w := got.sum(), want.sum(); math.Abs(g-w) > .01*w {
			t.Errorf("seed %d: covers %v pixels, want %v", seed, g, w)
		}
	}
}

// star returns an outline around the middle, in and out at random.
func star(rng *rand.Rand, n int) []point {
	pts := make([]point, n)
	for i := range pts {
		r := 6 + 14*rng.Float64()
		sin, cos := math.Sincos(2 * math.Pi * (float64(i) + .8*rng.Float64()) / float64(n))
		pts[i] = point{24 + r*cos, 24 + r*sin}
	}
	return pts
}

// untangled joins random points, and turns parts round until nothing crosses.
func untangled(rng *rand.Rand, n int) []point {
	pts := make([]point, n)
	for i := range pts {
		pts[i] = point{2 + 44*rng.Float64(), 2 + 44*rng.Float64()}
	}
	for crossed := true; crossed; {
		crossed = false
		for i := range n {
			for j := i + 2; j < n && (i > 0 || j < n-1); j++ {
				if crosses(pts[i], pts[i+1], pts[j], pts[(j+1)%n]) {
					slices.Reverse(pts[i+1 : j+1])
					crossed = true
				}
			}
		}
	}
	return pts
}

func crosses(a, b, c, d point) bool {
	return (cross(a, b, c) > 0) != (cross(a, b, d) > 0) && (cross(c, d, a) > 0) != (cross(c, d, b) > 0)
}

// band returns the outline of a band: there on top and back below, of no height
// at a share of its places, at heights that are multiples of a step.
func band(rng *rand.Rand, n int, flat, step float64) []point {
	var top, bottom []point
	for i := range n {
		x := 3 + 42*float64(i)/float64(n-1)
		middle, half := 24+6*rng.NormFloat64(), 8*rng.Float64()
		if rng.Float64() < flat {
			half = 0
		}
		middle, half = math.Round(middle/step)*step, math.Round(half/step)*step
		top = append(top, point{x, max(2, middle-half)})
		bottom = append(bottom, point{x, max(2, middle+half)})
	}
	slices.Reverse(bottom)
	return append(top, bottom...)
}
