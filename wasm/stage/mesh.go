package main

import "image/color"

// A mesh is triangles in device pixels. Each pixel of one is painted as far as
// the brush of its corners covers it.
type mesh struct {
	vertices []vertex
	indices  []uint32 // three for each triangle
}

// A vertex is a corner of a triangle. Alpha is straight, not premultiplied: an
// edge that fades keeps its colour. The corners of a triangle share a brush.
type vertex struct {
	x, y float32
	u, v float32 // seen from the middle of the brush
	ink
	brush
}

// An ink is a colour in the units of a vertex.
type ink struct{ r, g, b, a float32 }

// A brush is a shape, as func cover has it.
type brush struct{ w, h, round, line float32 }

// whole covers all.
var whole = brush{round: 1}

func inkOf(c color.NRGBA) ink {
	return ink{float32(c.R) / 255, float32(c.G) / 255, float32(c.B) / 255, float32(c.A) / 255}
}

// faded is c with a share of its alpha.
func (c ink) faded(share float64) ink {
	c.a *= float32(share)
	return c
}

func (m *mesh) reset() {
	m.vertices, m.indices = m.vertices[:0], m.indices[:0]
}

// corner adds a corner at p, which is at seen from the middle of the brush, and
// returns its index.
func (m *mesh) corner(p, at point, c ink, b brush) uint32 {
	m.vertices = append(m.vertices, vertex{float32(p.x), float32(p.y), float32(at.x), float32(at.y), c, b})
	return uint32(len(m.vertices) - 1)
}

func (m *mesh) triangle(a, b, c uint32) {
	m.indices = append(m.indices, a, b, c)
}

func (m *mesh) quad(a, b, c, d uint32) {
	m.indices = append(m.indices, a, b, c, a, c, d)
}
