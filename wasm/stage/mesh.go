package main

import "image/color"

// A mesh is triangles with a colour at each corner, in device pixels. The alpha
// of a corner is straight, not premultiplied: an edge that fades keeps its
// colour.
type mesh struct {
	vertices []vertex
	indices  []uint32 // three for each triangle
}

type vertex struct{ x, y, r, g, b, a float32 }

// An ink is a colour in the units of a vertex.
type ink struct{ r, g, b, a float32 }

func inkOf(c color.NRGBA) ink {
	return ink{float32(c.R) / 255, float32(c.G) / 255, float32(c.B) / 255, float32(c.A) / 255}
}

func (m *mesh) reset() {
	m.vertices, m.indices = m.vertices[:0], m.indices[:0]
}

// corner adds a corner that is covered by the given share, and returns its
// index.
func (m *mesh) corner(x, y float64, c ink, cover float64) uint32 {
	m.vertices = append(m.vertices, vertex{float32(x), float32(y), c.r, c.g, c.b, c.a * float32(cover)})
	return uint32(len(m.vertices) - 1)
}

func (m *mesh) triangle(a, b, c uint32) {
	m.indices = append(m.indices, a, b, c)
}

func (m *mesh) quad(a, b, c, d uint32) {
	m.indices = append(m.indices, a, b, c, a, c, d)
}

// stamp adds a copy of t, moved by (x, y), in the colour c.
func (m *mesh) stamp(t *mesh, x, y float64, c ink) {
	first := uint32(len(m.vertices))
	for _, v := range t.vertices {
		m.vertices = append(m.vertices, vertex{v.x + float32(x), v.y + float32(y), c.r, c.g, c.b, v.a * c.a})
	}
	for _, i := range t.indices {
		m.indices = append(m.indices, first+i)
	}
}
