package dejavu

import "example.org/rote/sim"

// LayerBars show the score of each layer, with one standard error and with two.
type layerBars struct {
	x, y, lo, hi []float64
	far          [2 * layerCount]float64 // two errors below and above
	bottom, top  float64
	ready        bool
}

func (b *layerBars) see(s *scene) {
	b.ready = s.last() != nil
	if !b.ready {
		return
	}
	b.x, b.y, b.lo, b.hi = b.x[:0], b.y[:0], b.lo[:0], b.hi[:0]
	b.bottom, b.top = -0.1, 0.3
	for layer := range layerCount {
		t := &s.last().tallies[layer]
		score, se := t.score(), t.deviation()
		b.x, b.y, b.lo, b.hi = append(b.x, float64(layer)), append(b.y, score), append(b.lo, score-se), append(b.hi, score+se)
		b.far[2*layer], b.far[2*layer+1] = score-2*se, score+2*se
		b.bottom, b.top = min(b.bottom, score-2*se-0.02), max(b.top, score+2*se+0.02)
	}
}

func (b *layerBars) draw(p *sim.Panel) {
	p.Short = "Layer by layer"
	p.Axes(sim.Axis{Name: "layer attacked", Names: layerNames[:]}, sim.Axis{Name: "difference, share of crops", Min: -0.1, Max: 0.3})
	p.Level(sim.Line{}, 0, -0.5, layerCount-0.5)
	if !b.ready {
		p.Label(sim.Label{Text: "nobody has looked yet", X: 1.2, Y: 0.02})
		return
	}
	p.Y.Min, p.Y.Max = b.bottom, b.top
	p.Bar(sim.Bars{Role: sim.Copied, X: b.x, Y: b.y, Width: 0.6, Lo: b.lo, Hi: b.hi})
	for i, y := range b.far {
		x := float64(i / 2)
		p.Level(sim.Line{Role: sim.Plain}, y, x-0.08, x+0.08)
	}
	p.Label(sim.Label{Text: "whisker: one standard error; short line: two", X: -0.4, Y: b.top - 0.03})
}
