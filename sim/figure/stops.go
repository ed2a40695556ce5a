package figure

import "example.org/rote/sim"

// Stops returns the places in the picture of the marks that can be seen and aimed
// at, one after the other: points, tiles and bars, panel by panel. A keyboard goes
// from one to the next.
func (p *Picture) Stops() (xs, ys []float64) {
	add := func(b *Box, x, y float64) {
		if (rect{b.X, b.Y, b.Width, b.Height}).holds(x, y, 0) {
			xs, ys = append(xs, x), append(ys, y)
		}
	}
	for i := range p.Boxes {
		if b := &p.Boxes[i]; b.Width > 0 && i < len(p.frame.Panels) {
			b.stops(&p.frame.Panels[i], add)
		}
	}
	return xs, ys
}

func (b *Box) stops(p *sim.Panel, add func(b *Box, x, y float64)) {
	for g := range p.Points {
		m := &p.Points[g]
		for i := range min(len(m.X), len(m.Y)) {
			if m.Counts == nil || i < len(m.Counts) && m.Counts[i] > 0 {
				add(b, b.x.at(m.X[i]), b.y.at(m.Y[i]))
			}
		}
	}
	for g := range p.Tiles {
		for i := range tileCount(&p.Tiles[g]) {
			if g < len(b.grids) {
				r := b.grids[g].tileAt(&p.Tiles[g], &b.x, &b.y, i)
				add(b, r.x+r.w/2, r.y+r.h/2)
			}
		}
	}
	for g := range p.Bars {
		m := &p.Bars[g]
		for i := range min(len(m.X), len(m.Y)) {
			if r, ok := barRect(p.Bars, &b.x, &b.y, g, i, barHalf(m)); ok {
				add(b, r.x+r.w/2, r.y+r.h/2)
			}
		}
	}
}
