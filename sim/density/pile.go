package density

import "example.org/rote/sim"

// A pile is all pictures on the floor, the odd ones beside, before anything is known of
// them. Its places are shares of a picture of any axes.
type pile struct{ others, odd herd }

// pileColumns is how many pictures stand side by side.
const pileColumns = 44

// newPile piles the points up from the left end of an axis so wide, in a picture so high.
func newPile(points *set, view *picture, left, width, top float64) (p pile) {
	for i := range points.n {
		var pix []byte
		if view.grey != nil {
			pix = view.of(i)
		}
		if k := len(p.odd.x); !points.isRegular(i) {
			p.odd.add(i, left+float64(width*(0.03+float64(0.04*float64(k%4)))), 0.087*top*float64(k/4), pix)
			continue
		}
		k := len(p.others.x)
		p.others.add(i, left+float64(width*(0.2+float64(0.018*float64(k%pileColumns)))), 0.042*top*float64(k/pileColumns), pix)
	}
	return p
}

// draw draws the pile, or points where they are no pictures.
func (v *pile) draw(p *sim.Panel, s *scene, width float64) {
	if s.view.grey == nil {
		drawPoints(p, &v.others, &v.odd)
	} else {
		drawPictures(p, &v.others, &v.odd, width)
	}
}

// drawPictures draws points as pictures, the odd ones larger, where the axis is so wide.
func drawPictures(p *sim.Panel, others, odd *herd, width float64) {
	for k, h := range [...]*herd{others, odd} {
		if len(h.x) > 0 {
			p.Tile(sim.Tiles{N: len(h.x), W: side, H: side, Depth: 1, Pix: h.pix, X: h.x, Y: h.y, Size: [...]float64{0.017, 0.036}[k] * width})
		}
	}
}

func drawPoints(p *sim.Panel, others, odd *herd) {
	p.Point(sim.Points{Name: "on the ring", Role: sim.Train, X: others.x, Y: others.y})
	if len(odd.x) > 0 {
		p.Point(sim.Points{Name: "odd", Role: sim.Copied, X: odd.x, Y: odd.y})
	}
}
