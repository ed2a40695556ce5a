package main

import (
	"math"
	"testing"
)

// These are the two judges of the geometry, which share no code with it: what
// triangles look like once they are painted, and how much of each pixel a shape
// covers, counted by brute force.

// A canvas is the alpha of each pixel, row by row.
type canvas struct {
	w, h  int
	alpha []float64
}

// painted returns what a graphics card makes of a mesh: the alpha of each
// triangle at the middle of a pixel, one over the other.
func painted(m *mesh, w, h int) canvas {
	c := canvas{w, h, make([]float64, w*h)}
	for i := 0; i+2 < len(m.indices); i += 3 {
		c.triangle(m.vertices[m.indices[i]], m.vertices[m.indices[i+1]], m.vertices[m.indices[i+2]])
	}
	return c
}

// triangle paints one triangle. Of pixels on a border that two share, one gets
// all.
func (c *canvas) triangle(p, q, r vertex) {
	if edge(p, q, float64(r.x), float64(r.y)) < 0 {
		q, r = r, q
	}
	all := edge(p, q, float64(r.x), float64(r.y))
	if all == 0 {
		return
	}
	x0, x1 := bounds(p.x, q.x, r.x, c.w)
	y0, y1 := bounds(p.y, q.y, r.y, c.h)
	for y := y0; y < y1; y++ {
		for x := x0; x < x1; x++ {
			px, py := float64(x)+.5, float64(y)+.5
			u, v, w := edge(q, r, px, py), edge(r, p, px, py), edge(p, q, px, py)
			if owns(u, q, r) && owns(v, r, p) && owns(w, p, q) {
				a := alpha(p, q, r, u/all, v/all, w/all)
				at := &c.alpha[y*c.w+x]
				*at += a * (1 - *at)
			}
		}
	}
}

// alpha is what the fragment shader makes of three corners with the given shares.
func alpha(p, q, r vertex, u, v, w float64) float64 {
	mix := func(a, b, c float32) float64 { return u*float64(a) + v*float64(b) + w*float64(c) }
	return mix(p.a, q.a, r.a) * cover(mix(p.u, q.u, r.u), mix(p.v, q.v, r.v),
		float64(p.w), float64(p.h), float64(p.round), float64(p.line))
}

// bounds returns the pixels [from, to) between three places.
func bounds(a, b, c float32, n int) (from, to int) {
	return max(0, int(min(a, b, c))-1), min(n, int(max(a, b, c))+2)
}

// edge is positive for points to the right of the way from p to q on a screen.
func edge(p, q vertex, x, y float64) float64 {
	px, py := float64(p.x), float64(p.y)
	return (float64(q.x)-px)*(y-py) - (float64(q.y)-py)*(x-px)
}

// owns reports whether a pixel belongs to the triangle as far as one edge says:
// on the edge itself if that is a left one, or a level one on top.
func owns(e float64, p, q vertex) bool {
	return e > 0 || e == 0 && (q.y < p.y || q.y == p.y && q.x > p.x)
}

// fine is how many samples brute force takes along each side of a pixel.
const fine = 16

// covered returns the share of each pixel whose points are inside.
func covered(w, h int, inside func(point) bool) canvas {
	c := canvas{w, h, make([]float64, w*h)}
	for i := range c.alpha {
		n := 0
		for k := range fine * fine {
			x, y := float64(i%w)+(float64(k%fine)+.5)/fine, float64(i/w)+(float64(k/fine)+.5)/fine
			if inside(point{x, y}) {
				n++
			}
		}
		c.alpha[i] = float64(n) / (fine * fine)
	}
	return c
}

// weight is the integral of alpha over a mesh, each triangle for itself: what
// two cover counts twice.
func weight(m *mesh) float64 {
	sum := 0.0
	for i := 0; i+2 < len(m.indices); i += 3 {
		sum += weigh(m.vertices[m.indices[i]], m.vertices[m.indices[i+1]], m.vertices[m.indices[i+2]])
	}
	return sum
}

// weigh cuts a triangle into n² equal ones and asks for the alpha in the middle
// of each.
func weigh(p, q, r vertex) float64 {
	longest := max(math.Hypot(float64(q.x-p.x), float64(q.y-p.y)), math.Hypot(float64(r.x-q.x), float64(r.y-q.y)),
		math.Hypot(float64(p.x-r.x), float64(p.y-r.y)))
	n := min(max(int(10*longest), 60), 600)
	sum, third := 0.0, 1/float64(3*n)
	for i := range n {
		for k := range n - i {
			u, v := float64(3*i+1)*third, float64(3*k+1)*third
			sum += alpha(p, q, r, u, v, 1-u-v)
			if k < n-i-1 { // the one that points the other way
				u, v = u+third, v+third
				sum += alpha(p, q, r, u, v, 1-u-v)
			}
		}
	}
	return sum / float64(n*n) / 2 * math.Abs(edge(p, q, float64(r.x), float64(r.y)))
}

// sum is the alpha of all pixels.
func (c canvas) sum() float64 {
	sum := 0.0
	for _, a := range c.alpha {
		sum += a
	}
	return sum
}

// farthest returns the largest difference of two canvases, and its pixel.
func farthest(a, b canvas) (d float64, x, y int) {
	for i := range a.alpha {
		if e := math.Abs(a.alpha[i] - b.alpha[i]); !(e <= d) {
			d, x, y = e, i%a.w, i/a.w
		}
	}
	return d, x, y
}

// white is the ink of the tests: alpha is what is covered.
var white = ink{1, 1, 1, 1}

// polygon returns n corners on a circle of radius r, the first at an angle.
func polygon(n int, r, angle float64) []point {
	pts := make([]point, n)
	for i := range pts {
		sin, cos := math.Sincos(angle + 2*math.Pi*float64(i)/float64(n))
		pts[i] = point{r * cos, r * sin}
	}
	return pts
}

// reach is the distance from p to the segment from a to b.
func reach(p, a, b point) float64 {
	dx, dy := b.x-a.x, b.y-a.y
	t := min(1, max(0, ((p.x-a.x)*dx+(p.y-a.y)*dy)/(dx*dx+dy*dy)))
	return math.Hypot(p.x-a.x-t*dx, p.y-a.y-t*dy)
}

// eachPixel calls f with the middle of every pixel and its alpha.
func (c canvas) eachPixel(f func(p point, alpha float64)) {
	for i, a := range c.alpha {
		f(point{float64(i%c.w) + .5, float64(i/c.w) + .5}, a)
	}
}

// The judges agree on what both can do exactly: rectangles on whole pixels.
func TestJudges(t *testing.T) {
	var m mesh
	corner := func(x, y float64) uint32 { return m.corner(point{x, y}, point{}, white, whole) }
	m.quad(corner(2, 1), corner(7, 1), corner(7, 5), corner(2, 5))
	want := covered(10, 8, func(p point) bool { return p.x > 2 && p.x < 7 && p.y > 1 && p.y < 5 })
	if d, x, y := farthest(painted(&m, 10, 8), want); d > 0 {
		t.Errorf("a rectangle differs by %v at (%d, %d)", d, x, y)
	}
	if got := want.sum(); got != 20 {
		t.Errorf("brute force counts %v pixels of 20", got)
	}
	if got := weight(&m); math.Abs(got-20) > 1e-9 {
		t.Errorf("its triangles weigh %v, want 20", got)
	}
}
