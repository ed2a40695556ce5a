//kage:unit pixels

// This file is compiled twice: by Go, for the tests, and by Kage, the language
// of Ebitengine's shaders, for the graphics card. Kage lacks imports; kage.go
// has what it lends to Go.

package main

// cover returns how much of a pixel a shape covers, from 0 to 1. (x, y) is where
// the middle of the pixel is, seen from the middle of the shape. The shape is a
// box that reaches w and h to each side, grown by round: a disc if w and h are 0.
// If h is negative it is the triangle whose half side is w. If line is positive
// the shape is the line of that width along its outline.
//
// Edges fade over one pixel, half of it inside: that is exact for upright and
// level ones. A shape thinner than a pixel covers its width of one, wherever in
// the pixel it is.
func cover(x, y, w, h, round, line float) float {
	off, thick := outOfBox(abs(x)-w, abs(y)-h)-round, 2*(min(w, h)+round)
	if h < 0 {
		off, thick = outOfTriangle(abs(x)-w, w/root3-y, w), w
	}
	if line > 0 {
		off, thick = abs(off)-line/2, line
	}
	return clamp(.5-off, 0, min(1, thick))
}

// outOfBox returns how far a point is outside a box, negative if inside, from how far
// it is outside of two sides.
func outOfBox(x, y float) float {
	outX, outY := max(x, 0), max(y, 0)
	return sqrt(outX*outX+outY*outY) + min(max(x, y), 0)
}

const root3 = 1.7320508

// outOfTriangle is like outOfBox for the upright triangle with a half side of s. x is how
// far the point is beyond the nearer corner at the bottom, sideways, and y how
// far above the bottom.
func outOfTriangle(x, y, s float) float {
	alongX, inY := x, y
	if x+root3*y > 0 { // the slanted side is nearer: turn it to the bottom
		alongX, inY = (x-root3*y)/2, (-root3*x-y)/2
	}
	offX := alongX - clamp(alongX, -2*s, 0)
	d := sqrt(offX*offX + inY*inY)
	if inY > 0 {
		return -d
	}
	return d
}
