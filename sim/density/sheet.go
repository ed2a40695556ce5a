package density

import (
	"cmp"
	"math"
	"slices"

	"example.org/rote/sim"
)

// A sheet shows all pictures, digit by digit, framed by their score.
type sheet struct {
	order  []int
	pix    []byte
	levels []float64
	odd    []bool
	lost   []bool // without a score
	most   float64
}

func (h *sheet) see(s *scene) {
	if h.order == nil {
		for i := range s.set.n {
			h.order = append(h.order, i)
		}
		if s.set.classes != nil {
			slices.SortStableFunc(h.order, func(a, b int) int { return cmp.Compare(s.set.classes[a], s.set.classes[b]) })
		}
		for _, i := range h.order {
			h.pix = append(h.pix, s.view.of(i)...)
			h.odd = append(h.odd, !s.set.isRegular(i))
		}
		h.levels, h.lost = make([]float64, s.set.n), make([]bool, s.set.n)
	}
	h.most = 1
	for at, i := range h.order {
		h.levels[at], h.lost[at] = s.scores.m[i], math.IsNaN(s.scores.m[i])
		if h.lost[at] {
			h.levels[at] = 0
		}
		h.most = max(h.most, h.levels[at])
	}
}

func (h *sheet) draw(p *sim.Panel, s *scene) {
	p.Short, p.Empty = "All pictures", waiting
	if s.view.ready {
		p.Tile(sim.Tiles{Name: "frame: score, blue low, yellow high", N: len(h.order), W: side, H: side, Depth: 1, Pix: h.pix,
			Levels: h.levels, From: 0, To: h.most, Outlined: h.odd, Faded: h.lost})
	}
}
