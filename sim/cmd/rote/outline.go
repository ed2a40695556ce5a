package main

import (
	"image"
	"math"
)

// A point is a place on a canvas, in pixels.
type point struct{ x, y float64 }

// bounds returns the pixels that polygons may touch.
func bounds(polygons [][]point) image.Rectangle {
	lo, hi := point{math.Inf(1), math.Inf(1)}, point{math.Inf(-1), math.Inf(-1)}
	for _, polygon := range polygons {
		for _, p := range polygon {
			lo, hi = point{min(lo.x, p.x), min(lo.y, p.y)}, point{max(hi.x, p.x), max(hi.y, p.y)}
		}
	}
	if lo.x > hi.x {
		return image.Rectangle{}
	}
	const far = 1 << 20 // beyond every canvas
	at := func(x float64) int { return int(max(-far, min(far, x))) }
	return image.Rect(at(math.Floor(lo.x)), at(math.Floor(lo.y)), at(math.Ceil(hi.x)), at(math.Ceil(hi.y)))
}

// circle returns the corners of a polygon that looks round.
func circle(x, y, radius float64) (xs, ys []float64) {
	const n = 32
	for i := range n {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / n)
		xs, ys = append(xs, x+radius*cos), append(ys, y+radius*sin)
	}
	return xs, ys
}

// stroked returns what a line of a width covers: a rectangle for each segment and a
// disc at each corner, all of which turn alike.
func stroked(line []point, width float64) (polygons [][]point) {
	for i := 1; i < len(line); i++ {
		a, b := line[i-1], line[i]
		length := math.Hypot(b.x-a.x, b.y-a.y)
		if length == 0 {
			continue
		}
		n := point{(b.y - a.y) / length * width / 2, (a.x - b.x) / length * width / 2}
		polygons = append(polygons, []point{{a.x + n.x, a.y + n.y}, {b.x + n.x, b.y + n.y}, {b.x - n.x, b.y - n.y}, {a.x - n.x, a.y - n.y}})
		if i > 1 || line[0] == line[len(line)-1] {
			polygons = append(polygons, disc(a, width/2))
		}
	}
	return polygons
}

func disc(at point, radius float64) (polygon []point) {
	xs, ys := circle(at.x, at.y, radius)
	for i := range xs {
		polygon = append(polygon, point{xs[i], ys[i]})
	}
	return polygon
}

// dashed cuts a line into the pieces that a pattern of lengths on, off, on, ... leaves;
// scale is the pixels of a length of 1. Without lengths the line stays whole.
func dashed(line []point, pattern []float64, scale float64) (pieces [][]point) {
	all := 0.0
	for _, length := range pattern {
		all += length
	}
	if all <= 0 {
		return [][]point{line}
	}
	k, left, piece := 0, pattern[0]*scale, []point{line[0]}
	for i := 1; i < len(line); i++ {
		a, b := line[i-1], line[i]
		length := math.Hypot(b.x-a.x, b.y-a.y)
		at := 0.0
		for ; at+left < length; k, left = k+1, pattern[(k+1)%len(pattern)]*scale {
			at += left
			p := point{a.x + (b.x-a.x)*at/length, a.y + (b.y-a.y)*at/length}
			if k%2 == 0 {
				pieces = append(pieces, append(piece, p))
			}
			piece = []point{p}
		}
		left -= length - at
		piece = append(piece, b)
	}
	if k%2 == 0 {
		pieces = append(pieces, piece)
	}
	return pieces
}
