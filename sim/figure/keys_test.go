package figure

import (
	"math"
	"slices"
	"strings"
	"testing"

	"example.org/rote/sim"
)

// keyed is what the picture of one panel says.
func keyed(f *sim.Frame) []string {
	return texts(Layout(f, Options{Width: 900, Height: 500, Alone: true}))
}

// Every mark has a human name in the key: roles and classes of single marks, tints
// and areas, too.
func TestKeyNamesMarks(t *testing.T) {
	f := new(sim.Frame)
	p := f.Panel("Where?").Axes(sim.Axis{Min: 0, Max: 3}, sim.Axis{Min: 0, Max: 3})
	xs := []float64{1, 2, 1}
	p.Point(sim.Points{Name: "sample", X: xs, Y: xs, Roles: []sim.Role{sim.Plain, sim.Copied, sim.HeldOut}})
	p.Point(sim.Points{Name: "points", X: xs, Y: xs, Classes: []uint8{3, 1, 3}})
	p.Line(sim.Line{Class: 2, X: xs[:2], Y: xs[:2]})
	p.Field(sim.Field{Name: "learned, not yet copied", Scale: sim.Tint, W: 1, H: 1, X0: 1, X1: 1.01, Y0: 0, Y1: 3})
	p.Field(sim.Field{Name: "nearest point", Scale: sim.Categorical, W: 1, H: 1, X1: 1, Y1: 1, Values: []float64{1}})
	got := keyed(f)
	for _, want := range []string{"sample", "copy", "not trained on", "class 1", "class 2", "class 3", "learned, not yet copied", "areas: nearest point"} {
		if !slices.Contains(got, want) {
			t.Errorf("the key lacks %q: %q", want, got)
		}
	}
	for _, bare := range []string{"copied", "held-out"} {
		if slices.Contains(got, bare) {
			t.Errorf("the key says %q", bare)
		}
	}
}

// A map stays where it is when a line with a name appears: the name stands in the
// key.
func TestMapKeepsItsPlace(t *testing.T) {
	f := new(sim.Frame)
	p := f.Panel("Where?").Axes(sim.Axis{Name: "x", Min: -1, Max: 1}, sim.Axis{Name: "y", Min: -1, Max: 1})
	p.Equal = true
	at := []float64{-0.5, 0.5}
	p.Point(sim.Points{Name: "point", X: at, Y: at})
	o := Options{Width: 900, Height: 500, Alone: true}
	before := Layout(f, o).Boxes[0]
	p.Line(sim.Line{Name: "slab of this step", Role: sim.Copied, X: at, Y: at})
	after := Layout(f, o)
	if b := after.Boxes[0]; b.X != before.X || b.Width != before.Width || b.x.lo != before.x.lo {
		t.Errorf("the map of %v × %v moves to %v × %v", before.Width, before.Height, b.Width, b.Height)
	}
	if !slices.Contains(texts(after), "slab of this step") {
		t.Errorf("the line has no name: %q", texts(after))
	}
}

// The head is not cut: what does not fit becomes smaller.
func TestHeadFits(t *testing.T) {
	f := &sim.Frame{Says: "151 weights remember all 256 coin flips, 1.7 for each weight, after 698 training steps, and all of that is true."}
	f.Fact("memorized", "Remembered", "", "Share.", 1)
	f.Panel("How many?").Empty = "Nothing yet."
	for _, words := range []string{"of 256 coin flips remembered by 151 weights", "of 200 samples are the x of the point with the nearest y",
		"is the σ at which one point holds half the weight", "strength of the pull that comes nearest to the truth so far, of nine to be tried in all"} {
		f.Headline = sim.Headline{Fact: "memorized", Of: 256, Words: words}
		for _, width := range []float64{700, 900, 1100, 1600} {
			all := strings.Join(texts(Layout(f, Options{Width: width, Height: 700, Head: true})), " ")
			if !strings.Contains(all, words) || !strings.Contains(all, f.Says) {
				t.Errorf("%v px: the head says %q", width, all)
			}
		}
	}
}

// A category without a name has no tick.
func TestUnnamedCategories(t *testing.T) {
	a := newAxis(&sim.Axis{Names: []string{"", "1", "", "sum"}}, extent{}, false)
	a.from, a.to = 0, 400
	if got := a.textTicks(11, 10); len(got) != 2 || got[0].at != 150 || got[1].at != 350 || got[1].label != "sum" {
		t.Errorf("ticks %v", got)
	}
}

// Points of any value are seen on the ground: they have a rim of its contrast.
func TestValuesHaveARim(t *testing.T) {
	bothThemes(t, func(t *testing.T, th Theme) {
		p := Layout(wall(), Options{Width: 900, Height: 600, Hero: 2, Alone: true, Dark: th.Page.R < 128})
		for _, op := range p.Ops {
			if m, ok := op.(*Markers); ok && m.Group >= 0 && m.Fill != nil {
				if rim := m.Styles[0]; rim.Width < 1 || contrast(rim.Stroke, th.Page) < 3 {
					t.Errorf("a rim of %v, %v wide", rim.Stroke, rim.Width)
				}
				return
			}
		}
		t.Error("no points")
	})
}

// Bars at places of their own do not make room for each other; a group without a
// height has no name in the key.
func TestBarsSideBySide(t *testing.T) {
	f := new(sim.Frame)
	p := f.Panel("How many?").Axes(sim.Axis{Min: -2, Max: 2}, sim.Axis{Min: 0, Max: 3})
	p.Bar(sim.Bars{Name: "left", X: []float64{-1.5, -0.5}, Y: []float64{1, 2}, Width: 1})
	p.Bar(sim.Bars{Name: "right", X: []float64{0.5, 1.5}, Y: []float64{0, 0}, Width: 1})
	p.Bar(sim.Bars{Name: "beside", X: []float64{0.5, 1.5}, Y: []float64{3, 1}, Width: 1})
	pic := Layout(f, Options{Width: 900, Height: 500, Alone: true})
	b := &pic.Boxes[0]
	for group, want := range []float64{1, 0.5, 0.5} {
		r, _ := barRect(p.Bars, &b.x, &b.y, group, 0, barHalf(&p.Bars[group]))
		if got := r.w / (b.x.at(1) - b.x.at(0)); math.Abs(got-want) > 0.01 {
			t.Errorf("a bar of group %d is %.2f wide, want %v", group, got, want)
		}
	}
	if got := texts(pic); slices.Contains(got, "right") || !slices.Contains(got, "left") {
		t.Errorf("the key says %q", got)
	}
}

// Points and rings with a width in units of x keep their shares of it at every size
// of the picture.
func TestWidthOfPoints(t *testing.T) {
	f := new(sim.Frame)
	p := f.Panel("Where?").Axes(sim.Axis{Min: -1, Max: 40}, sim.Axis{Min: -1, Max: 20})
	p.Equal = true
	at := []float64{0, 1, 2}
	p.Point(sim.Points{Name: "cells", Width: 0.8, X: at, Y: at})
	p.Point(sim.Points{Name: "rings", Width: 0.9, X: at, Y: at, Counts: []int{1, 1, 1}})
	for _, o := range []Options{{Width: 928, Height: 488}, {Width: 390, Height: 335}, {Width: 1006, Height: 772, Text: 22}} {
		o.Alone = true
		pic := Layout(f, o)
		unit := pic.Boxes[0].x.at(1) - pic.Boxes[0].x.at(0)
		var got []float64
		for _, op := range pic.Ops {
			if m, ok := op.(*Markers); ok && m.Group >= 0 {
				width := m.Styles[0].Size
				if m.Scale != nil {
					width = m.Styles[0].Size*m.Scale[0] + m.Styles[0].Width
				}
				got = append(got, width/unit)
			}
		}
		if len(got) != 2 || math.Abs(got[0]-0.8) > 1e-9 || math.Abs(got[1]-0.9) > 1e-9 {
			t.Errorf("%v × %v: widths %v", o.Width, o.Height, got)
		}
	}
}

// A picture has room for the names of all its marks from the start, and stays where
// it is when they appear.
func TestRoomForAbsentMarks(t *testing.T) {
	f := new(sim.Frame)
	p := f.Panel("Where do all of them go in the end?").Axes(sim.Axis{Min: -1, Max: 1}, sim.Axis{Min: -1, Max: 1})
	p.Equal = true
	at := []float64{-0.5, 0.5}
	p.Point(sim.Points{Name: "sample", X: at, Y: at, Roles: []sim.Role{sim.Plain, sim.Plain}})
	p.Point(sim.Points{Name: "training point", Role: sim.Train, X: at, Y: at})
	p.Point(sim.Points{Name: "copies on it", Role: sim.Copied, X: at, Y: at, Counts: []int{0, 0}})
	o := Options{Width: 340, Height: 300, Alone: true}
	before := Layout(f, o)
	if got := texts(before); slices.Contains(got, "copy") || slices.Contains(got, "copies on it") {
		t.Errorf("the key names absent marks: %q", got)
	}
	p.Points[0].Roles[1], p.Points[2].Counts[1] = sim.Copied, 1
	after := Layout(f, o)
	if got := texts(after); !slices.Contains(got, "copy") || !slices.Contains(got, "copies on it") {
		t.Errorf("the key does not name what is there: %q", got)
	}
	if a, b := after.Boxes[0], before.Boxes[0]; a.Y != b.Y || a.Height != b.Height {
		t.Errorf("the map moves from %v, %v high, to %v, %v high", b.Y, b.Height, a.Y, a.Height)
	}
}
