package figure

import (
	"math"

	"example.org/rote/sim"
)

// A Hit is what lies under a point of a picture.
type Hit struct {
	Panel        int      // index into the frame's panels
	X, Y         float64  // the point, in the units of the panel's axes; NaN for a panel without axes
	Pick         sim.Pick // the nearest mark, or the zero Pick
	MarkX, MarkY float64  // its position in the picture; the point itself if there is no mark
	Text         string   // the mark in words and numbers, or the point's coordinates
}

// reach is how far from a mark a pointer still means it, in px.
const reach = 12

// At returns what is under the point (x, y) of the picture: the panel, the
// place in it, and the nearest mark within some 12 px. It returns false outside
// of all panels.
func (p *Picture) At(x, y float64) (Hit, bool) {
	for i := range p.Boxes {
		b := &p.Boxes[i]
		r := rect{b.X, b.Y, b.Width, b.Height}
		if b.Width > 0 && i < len(p.frame.Panels) && r.holds(x, y, reach/2) {
			return p.hit(i, x, y), true
		}
	}
	return Hit{}, false
}

func (p *Picture) hit(panel int, x, y float64) Hit {
	b := &p.Boxes[panel]
	h := Hit{Panel: panel, X: math.NaN(), Y: math.NaN(), MarkX: x, MarkY: y}
	if dx, dy, ok := p.Within(panel, x, y); ok {
		h.X, h.Y = dx, dy
	}
	s := search{box: b, panel: &p.frame.Panels[panel], x: x, y: y, best: reach}
	s.all()
	if s.pick.Layer != sim.NoLayer {
		h.Pick, h.MarkX, h.MarkY = s.pick, s.markX, s.markY
	}
	h.Text = describe(s.panel, h)
	return h
}

// Within returns the place of the point (x, y) in a panel, even if it lies
// outside: then the place is the nearest on the panel's edge. That is for a
// drag which has begun in the panel. It returns false if the panel is not shown
// or has no axes.
func (p *Picture) Within(panel int, x, y float64) (dataX, dataY float64, ok bool) {
	if panel < 0 || panel >= len(p.Boxes) {
		return 0, 0, false
	}
	b := &p.Boxes[panel]
	if b.Width <= 0 || b.x.span() == 0 || b.y.span() == 0 {
		return 0, 0, false
	}
	x = max(b.X, min(b.X+b.Width, x))
	y = max(b.Y, min(b.Y+b.Height, y))
	return b.x.value(x), b.y.value(y), true
}

// A search looks for the mark nearest to (x, y).
type search struct {
	box          *Box
	panel        *sim.Panel
	x, y         float64
	best         float64 // distance so far
	pick         sim.Pick
	markX, markY float64
}

// all tries the layers from the top down: what can be aimed at comes first, and
// areas only count where nothing else is near.
func (s *search) all() {
	for _, layer := range [...]func(){s.points, s.tiles, s.bars, s.lines, s.arrows, s.labels, s.fields} {
		if layer(); s.pick.Layer != sim.NoLayer {
			return
		}
	}
}

// near takes a mark at (mx, my) if it is the nearest so far.
func (s *search) near(layer sim.Layer, group, item int, mx, my float64) {
	if d := math.Hypot(mx-s.x, my-s.y); d < s.best {
		s.best, s.markX, s.markY = d, mx, my
		s.pick = sim.Pick{Layer: layer, Group: group, Item: item}
	}
}

// inside takes an area that holds the point.
func (s *search) inside(layer sim.Layer, group, item int, r rect, slack float64) {
	if r.w > 0 && r.holds(s.x, s.y, slack) {
		s.pick = sim.Pick{Layer: layer, Group: group, Item: item}
		s.markX, s.markY = r.x+r.w/2, r.y+r.h/2
	}
}

// vertices tries the places (xs[i], ys[i]).
func (s *search) vertices(layer sim.Layer, group int, xs, ys []float64) {
	for i := range min(len(xs), len(ys)) {
		s.near(layer, group, i, s.box.x.at(xs[i]), s.box.y.at(ys[i]))
	}
}

func (s *search) points() {
	for g := range s.panel.Points {
		s.vertices(sim.PointLayer, g, s.panel.Points[g].X, s.panel.Points[g].Y)
	}
}

// lines leaves trails out: they belong to points.
func (s *search) lines() {
	for g := range s.panel.Lines {
		if !s.panel.Lines[g].Trail {
			s.vertices(sim.LineLayer, g, s.panel.Lines[g].X, s.panel.Lines[g].Y)
		}
	}
}

func (s *search) arrows() {
	for g := range s.panel.Arrows {
		m := &s.panel.Arrows[g]
		n := min(len(m.X), len(m.Y), len(m.DX), len(m.DY))
		s.vertices(sim.ArrowLayer, g, m.X[:n], m.Y[:n])
	}
}

func (s *search) labels() {
	for g := range s.panel.Labels {
		s.near(sim.LabelLayer, g, 0, s.box.x.at(s.panel.Labels[g].X), s.box.y.at(s.panel.Labels[g].Y))
	}
}

func (s *search) bars() {
	for g := range s.panel.Bars {
		m := &s.panel.Bars[g]
		half := barHalf(m)
		for i := range min(len(m.X), len(m.Y)) {
			if r, ok := barRect(s.panel.Bars, &s.box.x, &s.box.y, g, i, half); ok {
				s.inside(sim.BarLayer, g, i, r, 2)
			}
		}
	}
}

func (s *search) tiles() {
	for g := range s.panel.Tiles {
		m := &s.panel.Tiles[g]
		if g >= len(s.box.grids) {
			return
		}
		grid := &s.box.grids[g]
		for i := range tileCount(m) {
			s.inside(sim.TileLayer, g, i, grid.tileAt(m, &s.box.x, &s.box.y, i), 1)
		}
	}
}

func (s *search) fields() {
	for g := range s.panel.Fields {
		m := &s.panel.Fields[g]
		r, ok := fieldRect(m, &s.box.x, &s.box.y)
		if !ok || !isRaster(m) || !r.holds(s.x, s.y, 0) {
			continue
		}
		col := between(s.x, borders(&s.box.x, m.X0, m.X1, m.XS, m.W))
		row := between(s.y, borders(&s.box.y, m.Y0, m.Y1, m.YS, m.H))
		s.pick = sim.Pick{Layer: sim.FieldLayer, Group: g, Item: row*m.W + col}
		s.markX, s.markY = s.x, s.y
	}
}

// between returns which of the parts between neighbouring borders, which rise or
// fall, holds v.
func between(v float64, borders []float64) int {
	last := len(borders) - 1
	sign := math.Copysign(1, borders[last]-borders[0])
	for i := 1; i < last; i++ {
		if (v-borders[i])*sign < 0 {
			return i - 1
		}
	}
	return last - 1
}
