package decoding

import (
	"fmt"
	"math"

	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// An ideaPicture is what the frames of the idea borrow.
type ideaPicture struct {
	grids   [ideaClasses]sketch.Trace
	points  [ideaClasses]sketch.Trace // with their labels right
	swapped [ideaClasses]sketch.Trace // that have the label of the other class
	shadows [ideaClasses]sketch.Trace
	arrow   [4]float64 // x, y, dx, dy
	shaft   sketch.Trace
	angles  [ideaClasses]float64
	words   [ideaClasses]string
	nearer  int
	says    string
}

const (
	gridLines = 5    // of a plane, each way
	gridReach = 0.75 // of a plane, from the origin
)

func (v *ideaPicture) see(s *ideaScene) {
	c, h := s.lab.camera(), s.lab.arrow()
	for class := range ideaClasses {
		v.seeGrid(c, s.axes[class], class)
		v.points[class].Clear()
		v.swapped[class].Clear()
		v.shadows[class].Clear()
		shadow := s.shadow(h, class)
		v.angles[class] = degrees(shadow.dot(shadow))
		v.words[class] = fmt.Sprintf("%.0f° to plane %d", v.angles[class], class+1)
		x, y := c.see(shadow)
		hx, hy := c.see(h)
		v.shadows[class].To(0, 0)
		v.shadows[class].To(x, y)
		v.shadows[class].To(hx, hy)
	}
	for i, p := range s.points {
		group := &v.points[s.given[i]]
		if s.given[i] != s.right[i] {
			group = &v.swapped[s.given[i]]
		}
		group.To(c.see(p))
	}
	v.arrow[2], v.arrow[3] = c.see(h)
	v.shaft.Clear()
	v.shaft.To(0, 0)
	v.shaft.To(v.arrow[2], v.arrow[3])
	v.nearer = 0
	if v.angles[1] < v.angles[0] {
		v.nearer = 1
	}
	v.says = fmt.Sprintf("The arrow makes %.0f° with plane %d and %.0f° with plane %d: the smaller angle decides.",
		v.angles[v.nearer], v.nearer+1, v.angles[1-v.nearer], 2-v.nearer)
	if math.Round(v.angles[0]) == math.Round(v.angles[1]) {
		v.says = fmt.Sprintf("The arrow makes %.1f° with plane %d and %.1f° with plane %d: the smaller angle decides.",
			v.angles[v.nearer], v.nearer+1, v.angles[1-v.nearer], 2-v.nearer)
	}
}

// seeGrid draws a plane as lines, as far as gridReach along both of its directions.
func (v *ideaPicture) seeGrid(c camera, axes [2]vec, class int) {
	t := &v.grids[class]
	t.Clear()
	for way := range axes {
		along, across := axes[way], axes[1-way]
		for i := range gridLines {
			at := gridReach * (2*float64(i)/(gridLines-1) - 1)
			for _, end := range [...]float64{-gridReach, gridReach} {
				t.To(c.see(vec{}.plus(at, across).plus(end, along)))
			}
			t.Lift()
		}
	}
}

// Draw implements [sim.Scene].
func (s *ideaScene) Draw(f *sim.Frame) {
	v := &s.view
	f.Of, f.Unit, f.Says = 1, "picture", v.says
	f.Headline = sim.Headline{Fact: "angle", Words: "degrees to the nearer plane"}
	f.Try = sim.Try{Words: "In a network", Address: "decoding"}
	v.draw(f.Panel("Which plane is nearer to the arrow?"))
	f.Fact("angle", "Smaller angle", "degrees", "Angle of the arrow to the nearer plane.", v.angles[v.nearer])
	f.Fact("margin", "To the next", "degrees", "How much larger the other angle is.", v.angles[1-v.nearer]-v.angles[v.nearer])
	f.Fact("changed", "Labels changed", "", "Share of the points with the label of the other class.",
		float64(s.swapped)/float64(len(s.points)))
}

func (v *ideaPicture) draw(p *sim.Panel) {
	p.Short, p.Equal = "Two planes", true
	p.Axes(sim.Axis{Min: -1.45, Max: 1.45}, sim.Axis{Min: -1.05, Max: 1.15})
	for class := range v.grids {
		name := [ideaClasses]string{"plane 1", "plane 2"}[class]
		p.Line(v.grids[class].Line(sim.Line{Name: name, Role: sim.Train, Class: ideaClass(class), Trail: true}))
	}
	p.Line(v.shadows[0].Line(sim.Line{Name: "its shadows", Role: sim.HeldOut, Trail: true}))
	p.Line(v.shadows[1].Line(sim.Line{Role: sim.HeldOut, Trail: true}))
	p.Line(v.shaft.Line(sim.Line{Role: sim.Copied}))
	p.Arrow(sim.Arrows{Name: "the arrow", Role: sim.Copied, X: v.arrow[0:1], Y: v.arrow[1:2], DX: v.arrow[2:3], DY: v.arrow[3:4]})
	for class := range v.points {
		name := [ideaClasses]string{"labelled 1", "labelled 2"}[class]
		wrong := [ideaClasses]string{"labelled 1, wrongly", "labelled 2, wrongly"}[class]
		p.Point(v.points[class].Points(sim.Points{Name: name, Class: ideaClass(class)}))
		p.Point(v.swapped[class].Points(sim.Points{Name: wrong, Role: sim.Copied, Class: ideaClass(class)}))
	}
	for class := range v.words {
		p.Label(sim.Label{Text: v.words[class], X: v.shadows[class].X[1], Y: v.shadows[class].Y[1], Boxed: true})
	}
}

// ideaClass is the colour of a class of the toy.
func ideaClass(class int) uint8 { return uint8(class + 1) }
