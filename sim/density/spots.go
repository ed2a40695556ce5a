package density

import (
	"math"

	"example.org/rote/sim"
)

// Spots are the points of the plane, sized and coloured by their score.
type spots struct {
	xs, ys      []float64 // of all points
	others, odd spotted
	lost        spotted // points without a score
	most        float64 // largest size of a score
}

// A spotted is some of the points.
type spotted struct{ x, y, m, sizes []float64 }

func (g *spotted) clear() { g.x, g.y, g.m, g.sizes = g.x[:0], g.y[:0], g.m[:0], g.sizes[:0] }

func (g *spotted) add(x, y, m, size float64) {
	g.x, g.y, g.m, g.sizes = append(g.x, x), append(g.y, y), append(g.m, m), append(g.sizes, size)
}

// see places the points. A score below noise counts as 0.
func (v *spots) see(points *set, of *scores, noise float64) {
	v.place(points)
	v.most = 0.5
	for _, m := range of.m {
		if !math.IsNaN(m) {
			v.most = max(v.most, math.Abs(m))
		}
	}
	for i, m := range of.m {
		group := &v.others
		switch {
		case math.IsNaN(m):
			v.lost.add(v.xs[i], v.ys[i], 0, 1)
			continue
		case !points.isRegular(i):
			group = &v.odd
		}
		shown := m
		if math.Abs(m) < noise {
			shown = 0
		}
		group.add(v.xs[i], v.ys[i], shown, 0.5+2.5*math.Abs(m)/v.most)
	}
}

// place empties the groups.
func (v *spots) place(points *set) {
	if v.xs == nil {
		for i := range points.n {
			v.xs, v.ys = append(v.xs, float64(points.x[2*i])), append(v.ys, float64(points.x[2*i+1]))
		}
	}
	v.others.clear()
	v.odd.clear()
	v.lost.clear()
}

// drawPoints draws the points on a map.
func (v *spots) drawPoints(p *sim.Panel) {
	for _, row := range [...]struct {
		name string
		role sim.Role
		g    *spotted
	}{{"on the ring", sim.Train, &v.others}, {"odd, larger for a higher score", sim.Copied, &v.odd}, {"no held-out value", sim.HeldOut, &v.lost}} {
		if len(row.g.x) > 0 {
			p.Point(sim.Points{Name: row.name, Role: row.role, X: row.g.x, Y: row.g.y, Sizes: row.g.sizes})
		}
	}
}

// drawMap draws a log-density, or, with none, an empty map.
func (m *maps) drawMap(p *sim.Panel, values []float64) {
	p.Equal = true
	p.Axes(sim.Axis{Min: -m.reach, Max: m.reach}, sim.Axis{Min: -m.reach, Max: m.reach})
	if len(values) == 0 {
		return
	}
	// What is less likely than e^-12 is dark.
	p.Field(sim.Field{Name: "log-density", Unit: "nats", W: mapSide, H: mapSide, Values: values, X0: -m.reach, Y0: -m.reach, X1: m.reach, Y1: m.reach,
		Lo: -12, Hi: 0})
}

func (v *spots) draw(p *sim.Panel, s *scene) {
	p.Short = "The plane"
	s.maps.drawMap(p, s.maps.first)
	if !s.view.ready {
		p.Point(sim.Points{Name: "training points", Role: sim.Train, X: v.xs, Y: v.ys})
		return
	}
	v.drawPoints(p)
	v.encircle(p, s.lab.picked(s.set.n), s.maps.reach)
}

func (v *spots) encircle(p *sim.Panel, i int, reach float64) {
	if i >= 0 {
		encircle(p, v.xs[i], v.ys[i], 0.12*reach)
	}
}

// drawOther draws the map of a model that has seen the point that is picked.
func (v *spots) drawOther(p *sim.Panel, s *scene) {
	p.Short, p.Empty = "Seen by a model", "Click a point: the large map is then by a model that did not see it."
	if i := s.maps.version.pick; i >= 0 && len(s.maps.second) > 0 {
		s.maps.drawMap(p, s.maps.second)
		v.encircle(p, i, s.maps.reach)
	}
}
