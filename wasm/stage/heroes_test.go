package main

import (
	"testing"

	"example.org/rote/sim"
	"example.org/rote/sim/catalog"
	"example.org/rote/sim/figure"
)

// Without a graphics card a picture costs by the triangle: those at the start, in
// the middle and at the end of every lab have few.
func TestHeroesAreOfFewTriangles(t *testing.T) {
	const most = 15000
	for _, info := range catalog.Labs() {
		for _, at := range []string{"start", "middle", "end"} {
			f := heroAt(t, info.Name, at)
			triangles, vertices, marks := heroMesh(f)
			t.Logf("%s, %s: %d triangles, %d vertices, %d marks", info.Name, at, triangles, vertices, marks)
			if triangles == 0 || triangles > most {
				t.Errorf("%s, %s: %d triangles, want 1 to %d", info.Name, at, triangles, most)
			}
		}
	}
}

func heroAt(t *testing.T, lab, at string) *sim.Frame {
	t.Helper()
	r, _, err := sim.Open(catalog.Labs(), lab)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(r.Close)
	if at == "start" {
		return r.Frame()
	}
	r.Finish()
	if half := r.Ticks() / 2; at == "middle" {
		r.Reset()
		r.Seek(half, func() bool { return false })
	}
	return r.Frame()
}

// heroMesh returns the size of the mesh of a panel as large as on most pages.
func heroMesh(f *sim.Frame) (triangles, vertices, marks int) {
	var m mesh
	for _, op := range figure.Layout(f, figure.Options{Width: 928, Height: 488, Alone: true}).Ops {
		switch op := op.(type) {
		case *figure.Path:
			m.path(op, 1, nil)
		case *figure.Markers:
			m.markers(op, op.X, op.Y, 1)
			marks += len(op.X)
		}
	}
	return len(m.indices) / 3, len(m.vertices), marks
}
