package main

import (
	"math"
	"math/rand/v2"
	"testing"
)

// The weight of a stroke is its length times its width: an edge that fades
// evenly loses inside what it gains outside, and so does a mitre. Each of the
// four corners at its ends is two triangles, which weigh 1/6 or 1/3 where the
// product of two fades weighs 1/4. A round join adds its pie, and a fading
// radius r weighs as r²+1/12.
func TestStrokeWeight(t *testing.T) {
	circle := polygon(64, 20, 0)
	square := []point{{0, 0}, {9, 0}, {9, 9}, {0, 9}}
	pie := func(w float64) float64 { return math.Pi / 4 * (w*w/4 + 1./12) }
	for _, c := range []struct {
		name    string
		pts     []point
		closed  bool
		width   float64
		want    float64
		corners float64 // at its ends
	}{
		{"level", []point{{3.2, 4.1}, {23.2, 4.1}}, false, 2.5, 50, 4},
		{"slanted", []point{{1, 1}, {31, 41}}, false, 7, 350, 4},
		{"one pixel", []point{{1, 1}, {31, 41}}, false, 1, 50, 4},
		{"thin", []point{{1, 1}, {31, 41}}, false, .3, 15, 4},
		{"gentle", []point{{0, 0}, {30, 0}, {60, 40}}, false, 6, 480, 4},
		{"sharp", []point{{0, 0}, {30, 0}, {30, 30}}, false, 6, 360 + pie(6), 4},
		{"back", []point{{0, 0}, {30, 0}, {0, 0}}, false, 6, 360 + 2*pie(6), 4},
		{"circle", circle, true, 3, 3 * (length(circle) + distance(circle[63], circle[0])), 0},
		{"thin circle", circle, true, .5, .5 * (length(circle) + distance(circle[63], circle[0])), 0},
		{"square", square, true, 2, 72 + 4*pie(2), 0},
		{"two points closed", []point{{0, 0}, {30, 0}}, true, 2, 60, 4},
		{"one point", []point{{4, 4}}, false, 2, 0, 0},
	} {
		var m mesh
		p := newPen(&m, white, c.width)
		if c.closed {
			p.loop(c.pts)
		} else {
			p.line(c.pts)
		}
		// A pie's sides are within a tenth of a pixel of its arc.
		within := c.corners/12 + .02*(c.want-c.width*length(c.pts))*float64(len(c.pts)) + 1e-4*c.want
		if got := weight(&m); math.Abs(got-c.want) > within {
			t.Errorf("%s: weighs %v, want %v ± %v", c.name, got, c.want, within)
		}
	}
}

// Upright and level edges cover each pixel exactly, at any width and place.
func TestStrokeIsExactWhenUpright(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	for _, width := range []float64{.25, .6, 1, 1.3, 2, 4.7} {
		x := 8 + rng.Float64()
		var m mesh
		newPen(&m, white, width).line([]point{{x, -10}, {x, 30}})
		got := painted(&m, 16, 4)
		for i := range got.w {
			want := max(0, min(float64(i+1), x+width/2)-max(float64(i), x-width/2))
			if d := math.Abs(got.alpha[2*got.w+i] - want); d > 1e-5 {
				t.Errorf("width %v at %v: pixel %d is covered %v, want %v", width, x, i, got.alpha[2*got.w+i], want)
			}
		}
	}
}

// inStroke reports, by distances alone, whether p is in a stroke with flat ends, which
// is mitred where it turns by less than 60° and round where it turns more.
func inStroke(p point, pts []point, width float64) bool {
	for i := 1; i < len(pts); i++ {
		along, off := alongside(p, pts[i-1], pts[i])
		if along >= 0 && along <= distance(pts[i-1], pts[i]) && off <= width/2 {
			return true
		}
		if i+1 < len(pts) && inJoin(p, pts[i-1], pts[i], pts[i+1], width/2) {
			return true
		}
	}
	return false
}

func inJoin(p, a, b, c point, r float64) bool {
	along, off := alongside(p, a, b)
	before, off2 := alongside(p, b, c)
	if along < distance(a, b) || before > 0 {
		return false
	}
	if turn, _ := alongside(c, a, b); (turn-distance(a, b))/distance(b, c) > .5 {
		return off <= r && off2 <= r
	}
	return distance(p, b) <= r
}

// alongside returns where p is in the direction from a to b, and how far off it.
func alongside(p, a, b point) (along, off float64) {
	d := distance(a, b)
	dx, dy := (b.x-a.x)/d, (b.y-a.y)/d
	return (p.x-a.x)*dx + (p.y-a.y)*dy, math.Abs((p.x-a.x)*dy - (p.y-a.y)*dx)
}

// wander returns a line of n steps within a square of the given side.
func wander(rng *rand.Rand, n int, step, turn, side float64) []point {
	pts := []point{{side / 2, side / 2}}
	for dir := 6 * rng.Float64(); len(pts) <= n; {
		dir += (2*rng.Float64() - 1) * turn
		last := pts[len(pts)-1]
		next := point{last.x + step*math.Cos(dir), last.y + step*math.Sin(dir)}
		if math.Abs(next.x-side/2) > side/2-10 || math.Abs(next.y-side/2) > side/2-10 {
			dir += 2
			continue
		}
		pts = append(pts, next)
	}
	return pts
}

// Painted strokes agree with brute force: along the edges but for what fading
// across a slanted edge costs, at most (√½-½)² = .043 at 45°, and what brute
// force cannot resolve; at ends, bends and crossings, where two fades meet, by
// less than a third of a pixel.
func TestStrokeCoverage(t *testing.T) {
	for seed := range uint64(12) {
		rng := rand.New(rand.NewPCG(seed, 2))
		width := []float64{1, 1.5, 2.5, 5}[seed%4]
		pts := wander(rng, 3, 11+6*rng.Float64(), 2, 56)
		var m mesh
		newPen(&m, white, width).line(pts)
		got := painted(&m, 56, 56)
		want := covered(56, 56, func(p point) bool { return inStroke(p, pts, width) })
		for i := range got.alpha {
			p := point{float64(i%56) + .5, float64(i/56) + .5}
			allowed := .043 + 1./fine
			if inBend(p, pts, width/2+2) {
				allowed = 1. / 3
			}
			if d := math.Abs(got.alpha[i] - want.alpha[i]); d > allowed {
				t.Errorf("seed %d, width %v: %v is covered %v, want %v", seed, width, p, got.alpha[i], want.alpha[i])
			}
		}
		if g, w := got.sum(), want.sum(); math.Abs(g-w) > .02*w+1 {
			t.Errorf("seed %d, width %v: covers %v pixels, want %v", seed, width, g, w)
		}
	}
}

// inBend reports whether more than the side of one segment is within r of p.
func inBend(p point, pts []point, r float64) bool {
	n := 0
	for i := 1; i < len(pts); i++ {
		if reach(p, pts[i-1], pts[i]) < r {
			n++
		}
	}
	return n > 1 || distance(p, pts[0]) < r || distance(p, pts[len(pts)-1]) < r
}

// However short the steps and sharp the turns, nothing is painted beyond the
// reach of a mitre, and no hole is left along the middle of the line.
func TestStrokeOfWildLines(t *testing.T) {
	for seed := range uint64(72) {
		rng := rand.New(rand.NewPCG(seed, 3))
		width, step := []float64{2, 3, 6, 12}[seed%4], []float64{.3, 1, 3}[seed%3]
		pts := wander(rng, 30, step, []float64{.3, 1, 3.1}[seed/12%3], 64)
		var m mesh
		newPen(&m, white, width).line(pts)
		painted(&m, 64, 64).eachPixel(func(p point, alpha float64) {
			nearest := math.Inf(1)
			for i := 1; i < len(pts); i++ {
				nearest = min(nearest, reach(p, pts[i-1], pts[i]))
			}
			if farthest := (width/2 + .5) / math.Cos(math.Pi/6); alpha > 0 && nearest > farthest {
				t.Errorf("seed %d, width %v, step %v: %v is painted %v pixels off the line", seed, width, step, p, nearest)
			}
			if end := min(distance(p, pts[0]), distance(p, pts[len(pts)-1])); alpha < .5 && nearest < width/4 && end > width/2+1 {
				t.Errorf("seed %d, width %v, step %v: %v is a hole %v pixels off the line", seed, width, step, p, nearest)
			}
		})
	}
}
