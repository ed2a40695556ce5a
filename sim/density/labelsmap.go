package density

import (
	"math"

	"example.org/rote/sim"
)

// labelTile is the width of a picture on the map.
const labelTile = 0.022

// The map of labels: its ends, and the cells that keep pictures apart.
const (
	labelLeft, labelRight = -0.2, 1.2
	cellWidth, cellHeight = 0.026, 0.05
	mostAside             = 7 // cells
)

// place puts the points where their memory says: wrong labels first, then the odd pictures.
// One that would hide another stands aside, as far as there is room, at its height.
func (v *labelPicture) place(s *labelScene) {
	if s.trained == 0 {
		v.pile(s)
		return
	}
	clear(v.taken)
	for k, h := range [...]*herd{&v.wrongs, &v.odd, &v.rights} {
		h.clear()
		for i, m := range s.memory.mem {
			if v.kind(s, i) != k {
				continue
			}
			v.x[i], v.y[i] = math.NaN(), math.NaN()
			if !math.IsNaN(m) {
				v.x[i], v.y[i] = v.aside(s.memory.without[i], m), m
				h.add(i, v.x[i], m, v.grey[i*pixels:(i+1)*pixels])
			}
		}
	}
}

// pile puts all points on the floor, as nothing is known of them: wrong labels first.
func (v *labelPicture) pile(s *labelScene) {
	const columns = 44
	k := 0
	for kind, h := range [...]*herd{&v.wrongs, &v.odd, &v.rights} {
		for i := range s.set.n {
			if v.kind(s, i) == kind {
				v.x[i], v.y[i] = 0.03+cellWidth*0.9*float64(k%columns), cellHeight*float64(k/columns)
				h.add(i, v.x[i], v.y[i], v.grey[i*pixels:(i+1)*pixels])
				k++
			}
		}
	}
}

// kind returns 0 for a wrong label, 1 for an odd picture with a right one, and else 2.
func (v *labelPicture) kind(s *labelScene, i int) int {
	switch {
	case s.wrong[i]:
		return 0
	case s.set.isOdd[i]:
		return 1
	}
	return 2
}

// aside returns x, moved to the next free cell on either side.
func (v *labelPicture) aside(x, y float64) float64 {
	row := int(math.Round(y / cellHeight))
	for k := range 2 * mostAside {
		step := (k + 1) / 2
		if k%2 == 1 {
			step = -step
		}
		cell := [2]int{int(math.Round(x/cellWidth)) + step, row}
		if !v.taken[cell] {
			v.taken[cell] = true
			return x + float64(cellWidth*float64(step))
		}
	}
	return x
}

func (v *labelPicture) drawMap(p *sim.Panel, s *labelScene) {
	p.Short = "Picture by picture"
	p.Axes(sim.Axis{Name: "label given back by networks that did not see it, share", Min: labelLeft, Max: labelRight},
		sim.Axis{Name: "memorized: given back more often if seen", Min: -0.15, Max: 1.12})
	p.Level(sim.Line{Role: sim.Theory}, 0, labelLeft, labelRight)
	p.Label(sim.Label{Text: "floor: as well known unseen", X: labelLeft + 0.01, Y: -0.05})
	p.Label(sim.Label{Text: "purple frame: wrong label", X: 0.75, Y: 1.03, Role: sim.Copied})
	p.Label(sim.Label{Text: "blue frame: odd picture, right label", X: 0.75, Y: 0.96, Role: sim.Train})
	p.Label(sim.Label{Text: "pictures that would hide one another stand side by side", X: 0.75, Y: 0.89})
	if s.trained == 0 {
		p.Label(sim.Label{Text: "Nothing is known yet: each network will see a random 70 % of them.", X: 0.25, Y: 0.5})
	}
	for k, h := range [...]*herd{&v.rights, &v.odd, &v.wrongs} {
		if len(h.x) > 0 {
			p.Tile(sim.Tiles{Name: [...]string{"right label", "odd picture, right label", "wrong label"}[k], N: len(h.x), W: side, H: side, Depth: 1,
				Pix: h.pix, X: h.x, Y: h.y, Size: labelTile, Roles: v.frames[k][:min(len(h.x), len(v.frames[k]))]})
		}
	}
	if i := s.lab.picked(s.set.n); i >= 0 && !math.IsNaN(v.y[i]) {
		encircle(p, v.x[i], v.y[i], 0.05)
	}
}
