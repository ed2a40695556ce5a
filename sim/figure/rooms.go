package figure

import "example.org/rote/sim"

// A rect is a part of the picture.
type rect struct{ x, y, w, h float64 }

func (r rect) right() float64  { return r.x + r.w }
func (r rect) bottom() float64 { return r.y + r.h }

// A room is where a panel stands.
type room struct {
	rect
	panel int
	thumb bool
}

// maxThumbs is how many panels stand in the strip.
const maxThumbs = 4

// rooms gives the hero most of the picture, and the others the strip below it.
func (p *painter) rooms(o Options) []room {
	n := len(p.pic.frame.Panels)
	if n == 0 {
		return nil
	}
	edge := p.edge()
	area := rect{edge, edge, p.pic.Width - 2*edge, p.pic.Height - 2*edge}
	if o.Head {
		area = p.drawHead(area)
	}
	if o.Foot != "" {
		area = p.drawFoot(area, o.Foot)
	}
	hero := First(p.pic.frame, max(0, min(o.Hero, n-1)))
	thumbs := Strip(p.pic.frame, hero)
	if o.Alone || o.Thumb || len(thumbs) == 0 {
		return p.halves(room{area, hero, o.Thumb})
	}
	return p.withStrip(area, hero, thumbs)
}

// First returns the panel that stands first in the room of a panel.
func First(f *sim.Frame, panel int) int {
	for panel > 0 && panel < len(f.Panels) && f.Panels[panel].Beside {
		panel--
	}
	return panel
}

// edge is the room between the border of a picture and what stands in it.
func (p *painter) edge() float64 { return 8 * p.em }

// Strip returns the panels that stand in the strip beside a hero: at most four,
// in the order of the frame, without those that stand beside others.
func Strip(f *sim.Frame, hero int) []int {
	var out []int
	for i := range f.Panels {
		if i != First(f, hero) && !f.Panels[i].Beside && len(out) < maxThumbs {
			out = append(out, i)
		}
	}
	return out
}

// withStrip lays the thumbs in one row, or in two where they would be narrow. The
// hero keeps at least 60 % of the height.
func (p *painter) withStrip(area rect, hero int, thumbs []int) []room {
	gap := 16 * p.em
	cols, rows := len(thumbs), 1
	if cols > 2 && area.w/float64(cols) < 130*p.em {
		cols, rows = 2, (len(thumbs)+1)/2
	}
	high := min(130*p.em*float64(rows), 0.4*area.h-gap)
	out := p.halves(room{rect{area.x, area.y, area.w, area.h - high - gap}, hero, false})
	w := min(360*p.em, (area.w-float64(cols-1)*gap)/float64(cols))
	h := (high - float64(rows-1)*gap) / float64(rows)
	for k, i := range thumbs {
		x, y := float64(k%cols)*(w+gap), float64(k/cols)*(h+gap)
		out = append(out, p.halves(room{rect{area.x + x, area.bottom() - high + y, w, h}, i, true})...)
	}
	return out
}
