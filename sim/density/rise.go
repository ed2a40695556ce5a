package density

import (
	"math"

	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// A rise is the scatter of seen against unseen, turned so that its diagonal is the floor:
// to the right is how likely a point is to models that did not see it, its height is the
// score. Odd points hang on strings.
type rise struct {
	x, y    []float64 // points; NaN where the score is not defined
	others  herd
	odd     herd
	strings sketch.Trace
	least   float64 // left end of the axis
	most    float64 // right end
	low     float64 // lower end
	top     float64 // upper end
}

// A herd is some of the points.
type herd struct {
	ids  []int
	x, y []float64
	pix  []byte
}

func (h *herd) clear() { h.ids, h.x, h.y, h.pix = h.ids[:0], h.x[:0], h.y[:0], h.pix[:0] }

func (h *herd) add(i int, x, y float64, pix []byte) {
	h.ids, h.x, h.y, h.pix = append(h.ids, i), append(h.x, x), append(h.y, y), append(h.pix, pix...)
}

// firstTop is the height of the picture before a point is higher: it leaves room to rise.
const firstTop = 30

func newRise(points *set) rise {
	r := rise{x: make([]float64, points.n), y: make([]float64, points.n), least: -60, most: 0, top: firstTop}
	if points.isPlane() {
		r.least, r.most, r.top = -8, 1, 3
	}
	return r
}

// see places the points. Axes only grow.
func (r *rise) see(s *scene) {
	r.others.clear()
	r.odd.clear()
	r.strings.Clear()
	r.low = 0
	for i, m := range s.scores.m {
		r.x[i], r.y[i] = s.scores.v[i], m
		if math.IsNaN(m) {
			continue
		}
		r.low = min(r.low, m)
		r.widen(r.x[i], m)
		var pix []byte
		if s.view.grey != nil {
			pix = s.view.of(i)
		}
		if s.set.isRegular(i) {
			r.others.add(i, r.x[i], m, pix)
			continue
		}
		r.odd.add(i, r.x[i], m, pix)
		r.strings.To(r.x[i], 0)
		r.strings.To(r.x[i], m)
		r.strings.Lift()
	}
}

// widen makes room for a point, in steps.
func (r *rise) widen(x, y float64) {
	for range 200 {
		switch width := r.most - r.least; {
		case x < r.least+0.03*width:
			r.least -= width / 6
		case x > r.most-0.03*width:
			r.most += width / 6
		case y > 0.92*r.top:
			r.top *= 7.0 / 6
		default:
			return
		}
	}
}

func (r *rise) draw(p *sim.Panel, s *scene) {
	p.Short, p.Empty = "Above the floor", waiting
	below := max(1.3*-r.low, 0.075*r.top)
	p.Axes(sim.Axis{Name: "log-probability by models that did not see it", Unit: "nats", Min: r.least, Max: r.most},
		sim.Axis{Name: "score: likelier because it was seen", Unit: "nats", Min: -below, Max: r.top})
	p.Level(sim.Line{Role: sim.Theory}, 0, r.least, r.most)
	width := r.most - r.least
	p.Label(sim.Label{Text: "← nobody is like it", X: r.least + 0.02*width, Y: 0.95 * r.top})
	p.Label(sim.Label{Text: "many are like it →", X: r.most - 0.15*width, Y: 0.95 * r.top})
	p.Label(sim.Label{Text: "floor: as likely as unseen", X: r.least + 0.01*width, Y: -0.75 * below})
	if !s.view.ready {
		p.Label(sim.Label{Text: waiting, X: r.least + 0.4*width, Y: 0.5 * r.top})
	}
	p.Line(r.strings.Line(sim.Line{Role: sim.Copied}))
	all := pile{r.others, r.odd}
	all.draw(p, s, width)
	if i := s.lab.picked(s.set.n); s.view.ready && i >= 0 && !math.IsNaN(r.y[i]) {
		encircle(p, r.x[i], r.y[i], 0.045*width)
	}
}

// at returns the point nearest to a place of the picture, or -1.
func (r *rise) at(x, y float64) int { return nearestTo(r.x, r.y, x, y, r.most-r.least, r.top) }

// nearestTo returns which of the points is nearest to a place, -1 if none is near, where
// width and height are those of the picture.
func nearestTo(xs, ys []float64, x, y, width, height float64) int {
	best, least := -1, 0.05*0.05
	for i := range xs {
		dx, dy := (xs[i]-x)/width, (ys[i]-y)/height
		if d := float64(dx*dx) + float64(dy*dy); d < least {
			best, least = i, d
		}
	}
	return best
}
