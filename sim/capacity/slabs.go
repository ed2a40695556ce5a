package capacity

import (
	"slices"

	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// A stripe is what the network treats apart: the points within half of it from a
// hyperplane.
type stripe struct {
	plane *hyperplane
	half  float64
}

// striped are the stairs whose groups are stripes.
type striped interface{ stripe(k int) stripe }

func (b *baum) stripe(k int) stripe { return stripe{&b.planes[k], b.half(k)} }

func (b *bubeck) stripe(k int) stripe { return stripe{&b.best.planes[k], b.best.least[k] / 2} }

// places is the picture of the points: with slab after slab in the plane, or with
// the line that all units share. A point that is held gets a ring.
type places struct {
	area   area
	edges  curve        // in the plane: the ends of the present slab
	before curve        // in the plane: the middles of those before
	held   sketch.Trace // the points that the network remembers
	ones   []int        // one for each of them
}

func newPlaces(s *ladder) places {
	return places{area: newArea(&s.task), edges: newCurve(6), before: newCurve(3 * s.stair.groups()), held: sketch.NewTrace(s.task.n),
		ones: slices.Repeat([]int{1}, s.task.n)}
}

func (v *places) show(s *ladder) {
	v.edges.Clear()
	v.before.Clear()
	switch stair := s.stair.(type) {
	case *zhang:
		v.area.point(&s.task, stair.shown())
	case *bitstore:
		v.area.point(&s.task, stair.shown())
	case striped:
		for k := 0; v.area.isMap && k < s.added; k++ {
			now := stair.stripe(k)
			if k < s.added-1 || s.isComplete() {
				v.before.across(now.plane, 0, v.area.half)
				continue
			}
			v.edges.across(now.plane, -now.half, v.area.half)
			v.edges.across(now.plane, now.half, v.area.half)
		}
	}
	v.held.Clear()
	hold := func(i int) {
		if s.meets(i) {
			v.held.To(v.area.x[i], v.area.y[i])
		}
	}
	if s.isComplete() {
		for i := range s.task.n {
			hold(i)
		}
		return
	}
	for k := range s.added {
		for _, i := range s.stair.points(k) {
			hold(i)
		}
	}
}

func (v *places) draw(p *sim.Panel) {
	if v.area.isMap {
		p.Line(v.before.Line(sim.Line{Name: "slabs", Trail: true}))
		p.Line(v.edges.Line(sim.Line{Name: "slab of this step", Role: sim.Copied}))
	}
	v.area.draw(p, searching)
	p.Point(v.held.Points(sim.Points{Name: "remembered", Role: sim.Copied, Counts: v.ones[:len(v.held.X)]}))
}

// across draws the line u·x = c + offset of the plane.
func (c *curve) across(h *hyperplane, offset, half float64) {
	const reach = 3
	x, y := float64(h.u[0]*(h.c+offset)), float64(h.u[1]*(h.c+offset))
	dx, dy := float64(reach*half*h.u[1]), float64(reach*half*h.u[0])
	c.To(x-dx, y+dy)
	c.To(x+dx, y-dy)
	c.Lift()
}

// A side is the picture of the present slab from the side, along its hyperplane.
type side struct {
	known bool
	half  float64   // of the slab
	x, y  []float64 // n, distances and labels
	group sketch.Trace
}

func newSide(s *ladder) side {
	return side{x: make([]float64, s.task.n), y: s.task.y, group: sketch.NewTrace(s.task.d)}
}

func (v *side) show(s *ladder) {
	list, ok := s.stair.(striped)
	if v.known = ok && s.added > 0; !v.known {
		return
	}
	now := list.stripe(s.added - 1)
	v.half = now.half
	for i := range v.x {
		v.x[i] = now.plane.at(s.task.point(i))
	}
	v.group.Clear()
	for _, i := range s.stair.points(s.added - 1) {
		v.group.To(v.x[i], v.y[i])
	}
}

func (v *side) draw(p *sim.Panel) {
	p.Axes(sim.Axis{Name: "distance from the middle of the slab"}, sim.Axis{Name: "label", Min: -1.3, Max: 1.3})
	if !v.known {
		p.Empty = "The slabs come one by one."
		return
	}
	p.Field(sim.Field{Scale: sim.Tint, W: 1, H: 1, Role: sim.Copied, X0: -v.half, X1: v.half, Y0: -1.3, Y1: 1.3})
	p.Point(sim.Points{Name: "points", Role: sim.Train, X: v.x, Y: v.y})
	p.Point(v.group.Points(sim.Points{Name: "in the slab", Role: sim.Copied}))
}
