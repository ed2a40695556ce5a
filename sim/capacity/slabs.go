package capacity

import (
	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// A stripe is a group of points on their hyperplane. The network treats what is
// within half of it apart.
type stripe struct {
	plane *hyperplane
	half  float64
	group []int
}

// striped are the stairs whose groups are stripes.
type striped interface{ stripe(k int) stripe }

func (b *baum) stripe(k int) stripe {
	return stripe{&b.planes[k], b.half(k), groupAt(b.minor, k, b.task.d)}
}

func (b *bubeck) stripe(k int) stripe {
	return stripe{&b.best.planes[k], b.best.least[k] / 2, groupAt(b.best.order, k, b.task.d)}
}

// slabs is the picture of the present group: a slab on the map of the plane, or
// seen from the side, along its hyperplane.
type slabs struct {
	area   area
	known  bool
	half   float64      // of the slab
	edges  curve        // in the plane: the ends of the present slab
	before curve        // in the plane: the middles of those before
	x, y   []float64    // from the side: distances of all points, and labels
	group  sketch.Trace // the points of the group
}

func newSlabs(s *ladder) *slabs {
	return &slabs{area: newArea(&s.task), edges: newCurve(6), before: newCurve(3 * s.stair.groups()),
		x: make([]float64, s.task.n), y: s.task.y, group: sketch.NewTrace(s.task.d)}
}

func (v *slabs) show(s *ladder) {
	v.known = s.added > 0
	if !v.known {
		return
	}
	list := s.stair.(striped)
	now := list.stripe(s.added - 1)
	v.half = now.half
	v.group.Clear()
	if !v.area.isMap {
		for i := range v.x {
			v.x[i] = now.plane.at(s.task.point(i))
		}
		for _, i := range now.group {
			v.group.To(v.x[i], v.y[i])
		}
		return
	}
	v.edges.Clear()
	v.edges.across(now.plane, -now.half, v.area.half)
	v.edges.across(now.plane, now.half, v.area.half)
	for _, i := range now.group {
		v.group.To(v.area.x[i], v.area.y[i])
	}
	v.before.Clear()
	for k := range s.added - 1 {
		v.before.across(list.stripe(k).plane, 0, v.area.half)
	}
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

func (v *slabs) draw(p *sim.Panel) {
	if !v.area.isMap {
		v.drawSide(p)
		return
	}
	if len(v.before.X) > 0 {
		p.Line(v.before.Line(sim.Line{Trail: true}))
	}
	v.area.draw(p, searching)
	if v.known {
		p.Line(v.edges.Line(sim.Line{Role: sim.Copied}))
		p.Point(v.group.Points(sim.Points{Name: "in the slab", Role: sim.Copied}))
	}
}

func (v *slabs) drawSide(p *sim.Panel) {
	p.Span = 1.5
	p.Axes(sim.Axis{Name: "distance from the hyperplane, u·x-c"}, sim.Axis{Name: "label", Min: -1.3, Max: 1.3})
	if !v.known {
		p.Empty = "The first slab follows."
		return
	}
	p.Field(sim.Field{Scale: sim.Tint, W: 1, H: 1, Role: sim.Copied, X0: -v.half, X1: v.half, Y0: -1.3, Y1: 1.3})
	p.Point(sim.Points{Name: "points", Role: sim.Train, X: v.x, Y: v.y})
	p.Point(v.group.Points(sim.Points{Name: "in the slab", Role: sim.Copied}))
}

// bends is the picture of the direction that all units share.
type bends struct{ area area }

func newBends(s *ladder) *bends { return &bends{newArea(&s.task)} }

func (v *bends) show(s *ladder) {
	z := s.stair.(*zhang)
	switch {
	case s.tick >= s.stair.ticks():
		v.area.point(&s.task, z.u)
	case s.tick > 0:
		v.area.point(&s.task, z.dirs[s.tick-1])
	}
}

func (v *bends) draw(p *sim.Panel) { v.area.draw(p, searching) }
