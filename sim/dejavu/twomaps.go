package dejavu

import (
	"fmt"
	"math"
	"slices"

	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// mapGap is from the middle of A's map to that of B's, in radii of a map.
const mapGap = 2.3

// rim is how far out a point is shown at most, in radii of a map.
const rim = 1.08

// TwoMaps show the public pictures of both networks, with the crop and its own picture.
type twoMaps struct {
	ready   bool
	isPoint bool            // all crops have one embedding
	others  sketch.Trace    // public pictures of other classes
	hidden  sketch.Trace    // those of the class of the hidden object
	near    [2]sketch.Trace // lines from the crop to the nearest
	crop    sketch.Trace    // in both networks
	whole   sketch.Trace
	arrows  [2][4]float64
	waits   string
}

func (m *twoMaps) see(s *scene) {
	m.waits = fmt.Sprintf("%s public pictures find their places at the first evaluation", sketch.Whole(s.lab.m))
	m.ready = s.last() != nil && s.axes.of[0].mean != nil && s.axes.made == s.version()
	if !m.ready || s.lab.view != mapView {
		return
	}
	for _, t := range []*sketch.Trace{&m.others, &m.hidden, &m.crop, &m.whole} {
		t.Clear()
	}
	m.isPoint = s.last().collapsed
	for model := range 2 {
		m.seeModel(s, model)
	}
}

func (m *twoMaps) seeModel(s *scene, model int) {
	p, layer, at := &s.axes.of[model], s.axes.made.layer, s.view.example.at
	d := s.models[model].net.Layers[layer].Out
	own := s.sets[0].wholeOf(at)
	s.reader.pass.Forward(s.seen[model].w, own[:])
	crop, whole := p.at(s.seen[model].crops[layer][at*d:(at+1)*d]), p.at(s.reader.pass.Output(layer))
	v := frame{mapGap * float64(model), p.reach(m.isPoint)}
	for i, class := range s.public.class {
		t := &m.others
		if class == s.class[at] {
			t = &m.hidden
		}
		t.To(v.place(p.places[0][i], p.places[1][i]))
	}
	m.crop.To(v.place(crop[0], crop[1]))
	m.whole.To(v.place(whole[0], whole[1]))
	x, y := m.crop.X[model], m.crop.Y[model]
	m.arrows[model] = [4]float64{x, y, m.whole.X[model] - x, m.whole.Y[model] - y}
	near := &m.near[model]
	near.Clear()
	for _, id := range s.seen[model].near[layer][at*keptNear:][:s.lab.k] {
		near.To(x, y)
		near.To(v.place(p.places[0][id], p.places[1][id]))
		near.Lift()
	}
}

// reach returns how far out nearly all public pictures lie. Where all are one, that is
// much more than their distances.
func (p *plane) reach(isPoint bool) float64 {
	if isPoint {
		return 1
	}
	out := make([]float64, len(p.places[0]))
	for i := range out {
		out[i] = max(math.Abs(p.places[0][i]), math.Abs(p.places[1][i]))
	}
	slices.Sort(out)
	return max(1e-9, out[len(out)*49/50])
}

// A frame is where a map stands, and what is one unit of it.
type frame struct{ shift, unit float64 }

// place returns where a point is shown: those far out at the rim.
func (v frame) place(x, y float64) (float64, float64) {
	return v.shift + max(-rim, min(rim, x/v.unit)), max(-rim, min(rim, y/v.unit))
}

// wholeOf returns what a network sees of a whole picture.
func (s *set) wholeOf(i int) (out [inputs]float32) {
	whole.look(out[:], s.picture(i))
	return out
}

func (m *twoMaps) draw(p *sim.Panel, s *scene) {
	p.Short, p.Equal = "Maps of both", true
	p.Axes(sim.Axis{Min: -1.1, Max: mapGap + 1.1}, sim.Axis{Min: -1.1, Max: 1.3})
	second := "B, which did not"
	if s.lab.isCopy() {
		second = "B, which is A"
	}
	p.Label(sim.Label{Text: "A, which saw the picture", X: -1, Y: 1.2, Role: sim.Train})
	p.Label(sim.Label{Text: second, X: mapGap - 1, Y: 1.2, Role: sim.Control})
	if !m.ready {
		p.Label(sim.Label{Text: m.waits, X: -0.6, Y: 0})
		return
	}
	p.Point(m.others.Points(sim.Points{Name: "public pictures", Role: sim.Train, Class: 9, Width: 0.018}))
	p.Point(m.hidden.Points(sim.Points{Name: "with the hidden object", Role: sim.Train, Class: 4, Width: 0.035}))
	for i := range m.near {
		p.Line(m.near[i].Line(sim.Line{Role: sim.Plain}))
	}
	for i := range m.arrows {
		a := m.arrows[i][:]
		p.Arrow(sim.Arrows{Role: sim.Train, X: a[0:1], Y: a[1:2], DX: a[2:3], DY: a[3:4]})
	}
	p.Point(m.crop.Points(sim.Points{Name: "the crop", Role: sim.Copied}))
	p.Point(m.whole.Points(sim.Points{Name: "its own picture", Role: sim.Train}))
	if m.isPoint {
		p.Label(sim.Label{Text: "all crops lie on one point", X: -0.4, Y: 0.25})
	}
}
