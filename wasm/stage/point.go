package main

import "math"

type point struct{ x, y float64 }

func (p point) plus(q point) point  { return point{p.x + q.x, p.y + q.y} }
func (p point) minus(q point) point { return point{p.x - q.x, p.y - q.y} }

func (p point) times(f float64) point { return point{p.x * f, p.y * f} }

// near is p to a thousandth of a pixel: equal for points that cannot be told apart.
func (p point) near() point { return point{math.Round(p.x / nearly), math.Round(p.y / nearly)} }

func distance(a, b point) float64 { return math.Hypot(b.x-a.x, b.y-a.y) }

// normal returns the unit vector to the left of the way from a to b, on a
// screen whose y grows downwards.
func normal(a, b point) point {
	d := distance(a, b)
	return point{(b.y - a.y) / d, -(b.x - a.x) / d}
}

func length(pts []point) float64 {
	sum := 0.0
	for i := 1; i < len(pts); i++ {
		sum += distance(pts[i-1], pts[i])
	}
	return sum
}

// pieces calls each with the runs of finite points among (x[i], y[i]), scaled,
// without points that repeat their neighbour. The slice is used again: each
// must not keep it. It returns the slice for the next call.
func pieces(buf []point, x, y []float64, scale float64, each func([]point)) []point {
	buf = buf[:0]
	for i := range x {
		p := point{x[i] * scale, y[i] * scale}
		if !finite(p.x) || !finite(p.y) {
			if len(buf) > 0 {
				each(buf)
			}
			buf = buf[:0]
			continue
		}
		p = point{min(far, max(-far, p.x)), min(far, max(-far, p.y))}
		if len(buf) == 0 || distance(buf[len(buf)-1], p) > nearly {
			buf = append(buf, p)
		}
	}
	if len(buf) > 0 {
		each(buf)
	}
	return buf
}

// nearly is a distance in pixels that nobody sees, and whose direction is still
// exact.
const nearly = 1e-3

// far is beyond every picture: figure.Layout stays within 1e4 CSS pixels.
const far = 1e5

func finite(x float64) bool { return math.Abs(x) <= math.MaxFloat64 }

// onPixels returns the rounding for the middle of a line: to the middle of a
// pixel for one of odd width, to the border of two for one of even width.
func onPixels(width float64) func(float64) float64 {
	if int(math.Round(width))%2 == 0 && width >= 1.5 {
		return math.Round
	}
	return func(x float64) float64 { return math.Floor(x) + .5 }
}
