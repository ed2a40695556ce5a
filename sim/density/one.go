package density

import (
	"fmt"
	"math"

	"example.org/rote/sim"
)

// A one is what is said of the point that is picked.
type one struct {
	saw, not   dots
	lo, hi     float64
	pix        []byte // of the picture, then of its closest samples
	tileX      []float64
	tileY      []float64
	title, end string
	hasPoint   bool
	names      [4]string // of the rows
}

// Dots are log-probabilities by models, in rows that keep them apart.
type dots struct{ x, y []float64 }

func (d *dots) clear() { d.x, d.y = d.x[:0], d.y[:0] }

func (o *one) see(s *scene) {
	i := s.lab.picked(s.set.n)
	o.saw.clear()
	o.not.clear()
	o.pix, o.tileX, o.tileY = o.pix[:0], o.tileX[:0], o.tileY[:0]
	if o.hasPoint = i >= 0; !o.hasPoint {
		return
	}
	o.lo, o.hi = math.Inf(1), math.Inf(-1)
	o.names = [4]string{"did not see it", "saw it"}
	for j := range s.models {
		if s.dropped[j] {
			continue
		}
		v := s.logp[j][i]
		o.lo, o.hi = min(o.lo, v), max(o.hi, v)
		to, row := &o.saw, 1.0
		if s.cuts[j/s.lab.folds][i] == j%s.lab.folds {
			to, row = &o.not, 0
		}
		to.x, to.y = append(to.x, v), append(to.y, row)
	}
	room := max(0.15*(o.hi-o.lo), 1)
	o.lo, o.hi = o.lo-room, o.hi+room
	o.show(s, i)
	o.word(s, i)
}

// show places the picture and its closest samples.
func (o *one) show(s *scene, i int) {
	if s.set.isPlane() {
		return
	}
	o.pix = append(o.pix, s.view.of(i)...)
	if s.hasSamples {
		for _, j := range s.test.closest[i*shownSamples : (i+1)*shownSamples] {
			o.pix = append(o.pix, greys(s.test.x[j*pixels:(j+1)*pixels])...)
		}
	}
	for k := range len(o.pix) / pixels {
		x := 0.12 + 0.17*float64(k)
		if k > 0 {
			x += 0.1
		}
		o.tileX, o.tileY = append(o.tileX, o.lo+x*(o.hi-o.lo)), append(o.tileY, 2.35)
	}
}

func (o *one) word(s *scene, i int) {
	o.title = fmt.Sprintf("point %d, fold %d", i+1, s.cuts[0][i]+1)
	if s.set.isTwin[i] && s.lab.copies > 1 {
		o.title += ", its copies in folds"
		for j := range s.set.n {
			if s.set.isTwin[j] && j != i {
				o.title += fmt.Sprintf(" %d", s.cuts[0][j]+1)
			}
		}
	}
	o.end = "no score: the model that did not see it has diverged"
	if m := s.scores.m[i]; !math.IsNaN(m) {
		o.end = fmt.Sprintf("score %.1f ± %.1f", m, s.spread[i])
		if s.spread[i] > 1 {
			o.end += ", uncertain"
		}
		if s.hasSamples {
			o.end += fmt.Sprintf(", ρ %.2f", s.test.rho[i])
		}
	}
}

func (o *one) draw(p *sim.Panel, s *scene) {
	p.Short, p.Empty = "One picture", "Click a picture."
	if s.set.isPlane() {
		p.Short, p.Empty = "One point", "Click a point."
	}
	if !s.view.ready || !o.hasPoint {
		return
	}
	p.Axes(sim.Axis{Name: "log-probability", Unit: "nats", Min: o.lo, Max: o.hi}, sim.Axis{Names: o.names[:]})
	for _, row := range [...]struct {
		m sim.Points
		d *dots
	}{{sim.Points{Name: "models that saw it", Role: sim.Train}, &o.saw}, {sim.Points{Name: "that did not", Role: sim.HeldOut}, &o.not}} {
		if row.m.X, row.m.Y = row.d.x, row.d.y; len(row.d.x) > 0 {
			p.Point(row.m)
		}
	}
	if len(o.pix) > 0 {
		p.Tile(sim.Tiles{Name: "", N: len(o.tileX), W: side, H: side, Depth: 1, Pix: o.pix, X: o.tileX, Y: o.tileY, Size: 0.12 * (o.hi - o.lo)})
		if len(o.tileX) > 1 {
			p.Label(sim.Label{Text: "closest samples", X: o.lo + 0.31*(o.hi-o.lo), Y: 3})
		}
	}
	p.Label(sim.Label{Text: o.title, X: o.lo + 0.04*(o.hi-o.lo), Y: 1.5})
	p.Label(sim.Label{Text: o.end, X: o.lo + 0.04*(o.hi-o.lo), Y: 0.5})
}
