package main

import (
	"math"
	"testing"

	"example.org/rote/sim/figure"
)

// Marks go from where they were shown to where the new picture has them, fast at
// first; those without a past, and those of another number, are there at once.
func TestGlide(t *testing.T) {
	nan := math.NaN()
	old := &figure.Markers{Panel: 1, X: []float64{0, nan, 4}, Y: []float64{0, 0, 4}}
	next := &figure.Markers{Panel: 1, X: []float64{8, 2, 4}, Y: []float64{16, 2, 4}}
	more := &figure.Markers{Panel: 2, X: []float64{7}, Y: []float64{7}}
	var g glide
	g.aim(&figure.Picture{Ops: []figure.Op{old}}, 0, 0)
	g.at(place{1, 0, 0}, old, 0)
	g.aim(&figure.Picture{Ops: []figure.Op{next, more}}, 100, 50)
	for _, c := range []struct {
		now  float64
		x, y [3]float64
	}{
		{100, [3]float64{0, 2, 4}, [3]float64{0, 0, 4}},
		{125, [3]float64{7, 2, 4}, [3]float64{14, 1.75, 4}}, // 1-(1/2)³ of the way
		{150, [3]float64{8, 2, 4}, [3]float64{16, 2, 4}},
		{999, [3]float64{8, 2, 4}, [3]float64{16, 2, 4}},
	} {
		x, y := g.at(place{1, 0, 0}, next, c.now)
		if [3]float64(x) != c.x || [3]float64(y) != c.y {
			t.Errorf("at %v: %v, %v, want %v, %v", c.now, x, y, c.x, c.y)
		}
		if x, _ := g.at(place{2, 0, 0}, more, c.now); x[0] != 7 {
			t.Errorf("at %v a new mark is at %v, want 7", c.now, x[0])
		}
		if got, want := g.moving(c.now), c.now < 150; got != want {
			t.Errorf("at %v: moving %v", c.now, got)
		}
	}
}

// Two legends and a panel may show one group: they glide on their own.
func TestGlideTellsPlacesApart(t *testing.T) {
	a := &figure.Markers{Panel: 0, Group: -1, X: []float64{1}, Y: []float64{1}}
	b := &figure.Markers{Panel: 0, Group: -1, X: []float64{2}, Y: []float64{2}}
	var got []place
	each(&figure.Picture{Ops: []figure.Op{a, &figure.Path{}, b}}, func(at place, _ *figure.Markers) { got = append(got, at) })
	if len(got) != 2 || got[0] == got[1] {
		t.Errorf("places %v", got)
	}
}

// Marks that stand still while they change their looks need no frames between.
func TestGlideOfNothing(t *testing.T) {
	nan := math.NaN()
	at := func(x ...float64) *figure.Picture {
		return &figure.Picture{Ops: []figure.Op{&figure.Markers{X: x, Y: make([]float64, len(x))}}}
	}
	for _, c := range []struct {
		name     string
		from, to *figure.Picture
		want     bool
	}{
		{"one moves", at(1, 2, 3), at(1, 2, 4), true},
		{"all stand", at(1, 2, 3), at(1, 2, 3), false},
		{"too little to be seen", at(1, 2, 3), at(1, 2.1, 3), false},
		{"one comes from nowhere", at(1, nan, 3), at(1, 2, 3), false},
		{"one goes", at(1, 2, 3), at(1, nan, 3), false},
		{"another number", at(1, 2), at(5, 6, 7), false},
	} {
		var g glide
		g.aim(c.from, 0, 0)
		each(c.from, func(p place, op *figure.Markers) { g.at(p, op, 0) })
		g.aim(c.to, 100, 50)
		if got := g.moving(110); got != c.want {
			t.Errorf("%s: moving is %v, want %v", c.name, got, c.want)
		}
		each(c.to, func(p place, op *figure.Markers) {
			if x, _ := g.at(p, op, 150); len(x) != len(op.X) || x[0] != op.X[0] {
				t.Errorf("%s: the marks end at %v, want %v", c.name, x, op.X)
			}
		})
	}
}
