package dejavu

import (
	"math"

	"example.org/rote/sim"
)

// mapGap is from the middle of A's map to that of B's, in radii of a map.
const mapGap = 2.3

// TwoMaps show the public pictures of both networks, with the crop and its own picture.
type twoMaps struct {
	ready       bool
	isPoint     bool // all embeddings are one
	x, y, sizes []float64
	classes     []uint8
	near        [2]struct{ x, y []float64 } // lines from the crop to the nearest
	crop, whole [2][2]float64               // of both networks
	arrow       [2][4]float64
}

func (m *twoMaps) see(s *scene) {
	m.ready = s.last() != nil && s.axes.of[0].mean != nil && s.axes.made == s.version()
	if !m.ready || s.lab.view != mapView {
		return
	}
	m.x, m.y, m.sizes, m.classes = m.x[:0], m.y[:0], m.sizes[:0], m.classes[:0]
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
	reach := 1e-9
	for i := range p.places[0] {
		reach = max(reach, math.Abs(p.places[0][i]), math.Abs(p.places[1][i]))
	}
	for i := range crop {
		reach = max(reach, math.Abs(crop[i]), math.Abs(whole[i]))
	}
	if m.isPoint {
		reach = 1e9
	}
	shift := mapGap * float64(model)
	for i := range p.places[0] {
		m.x, m.y = append(m.x, p.places[0][i]/reach+shift), append(m.y, p.places[1][i]/reach)
		m.classes, m.sizes = append(m.classes, s.public.class[i]+1), append(m.sizes, 0.25)
	}
	m.crop[model] = [2]float64{crop[0]/reach + shift, crop[1] / reach}
	m.whole[model] = [2]float64{whole[0]/reach + shift, whole[1] / reach}
	m.arrow[model] = [4]float64{m.crop[model][0], m.crop[model][1], m.whole[model][0] - m.crop[model][0], m.whole[model][1] - m.crop[model][1]}
	m.join(s, model, p, reach, shift)
}

// join draws lines from the crop to the nearest public pictures.
func (m *twoMaps) join(s *scene, model int, p *plane, reach, shift float64) {
	n := &m.near[model]
	n.x, n.y = n.x[:0], n.y[:0]
	for _, id := range s.last().near[model][s.axes.made.layer][s.view.example.at*keptNear:][:s.lab.k] {
		n.x = append(n.x, m.crop[model][0], p.places[0][id]/reach+shift, math.NaN())
		n.y = append(n.y, m.crop[model][1], p.places[1][id]/reach, math.NaN())
	}
}

// wholeOf returns what a network sees of a whole picture.
func (s *set) wholeOf(i int) (out [inputs]float32) {
	whole.look(out[:], s.picture(i))
	return out
}

func (m *twoMaps) draw(p *sim.Panel, s *scene) {
	p.Short, p.Equal = "Maps of both", true
	p.Axes(sim.Axis{Min: -1.05, Max: mapGap + 1.05}, sim.Axis{Min: -1.05, Max: 1.25})
	second := "B, which did not"
	if s.lab.isCopy() {
		second = "B, which is A"
	}
	p.Label(sim.Label{Text: "A, which saw the picture", X: -1, Y: 1.15, Role: sim.Train})
	p.Label(sim.Label{Text: second, X: mapGap - 1, Y: 1.15, Role: sim.Control})
	if !m.ready {
		p.Label(sim.Label{Text: "800 public pictures find their places with the first evaluation"[4:], X: -0.6, Y: 0})
		return
	}
	for i := range m.near {
		p.Line(sim.Line{Role: sim.Plain, X: m.near[i].x, Y: m.near[i].y})
	}
	p.Point(sim.Points{X: m.x, Y: m.y, Classes: m.classes, Sizes: m.sizes})
	for i := range m.arrow {
		a := m.arrow[i][:]
		p.Arrow(sim.Arrows{Role: sim.Copied, X: a[0:1], Y: a[1:2], DX: a[2:3], DY: a[3:4]})
	}
	p.Point(sim.Points{Name: "the crop", Role: sim.Copied, X: []float64{m.crop[0][0], m.crop[1][0]}, Y: []float64{m.crop[0][1], m.crop[1][1]}})
	p.Point(sim.Points{Name: "its own picture", Role: sim.Train, X: []float64{m.whole[0][0], m.whole[1][0]}, Y: []float64{m.whole[0][1], m.whole[1][1]}})
	if m.isPoint {
		p.Label(sim.Label{Text: "all pictures lie on one point", X: -0.4, Y: 0.2})
	}
}
