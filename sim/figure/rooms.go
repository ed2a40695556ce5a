package figure

import (
	"math"

	"example.org/rote/sim"
)

// A rect is a part of the picture.
type rect struct{ x, y, w, h float64 }

func (r rect) right() float64  { return r.x + r.w }
func (r rect) bottom() float64 { return r.y + r.h }

// A unit is a run of panels that share an x axis, or a single panel.
type unit []int

// rooms arranges panels: it tries a few plans and takes the one in which the
// panels are read best. A plan is a room for each of the panels.
type rooms struct {
	panels []sim.Panel
	area   rect
	em     float64 // px, base font size over 12
	best   []rect
	score  float64
}

// maxPanels is how many panels are shown at most; no lab comes near it.
const maxPanels = 24

// arrange returns the room of each panel, zero if it is not shown.
func arrange(panels []sim.Panel, area rect, em float64) []rect {
	r := rooms{panels: panels, area: area, em: em, score: math.Inf(-1), best: make([]rect, len(panels))}
	units := unitsOf(panels[:min(len(panels), maxPanels)])
	for c := 1; c <= min(4, len(units)); c++ {
		r.try(func(plan []rect) { r.columns(plan, area, units, c) })
	}
	if len(units) > 1 && r.isMap(0) && len(units[0]) == 1 {
		r.tryMapFirst(units[1:])
	}
	return r.best
}

func unitsOf(panels []sim.Panel) []unit {
	var out []unit
	for i := range panels {
		if i > 0 && panels[i].ShareX {
			out[len(out)-1] = append(out[len(out)-1], i)
		} else {
			out = append(out, unit{i})
		}
	}
	return out
}

func (r *rooms) isMap(i int) bool { return r.panels[i].Equal }

func (r *rooms) gap() float64 { return 18 * r.em }

// tryMapFirst tries plans with the first panel as the big map: at the left, on
// top, and in the corner.
func (r *rooms) tryMapFirst(others []unit) {
	for _, share := range [...]float64{0.46, 0.5, 0.54, 0.58, 0.62, 0.66} {
		left, right := r.area.cutX(share, r.gap())
		top, below := r.area.cutY(share, r.gap())
		for c := 1; c <= min(4, len(others)); c++ {
			r.try(func(plan []rect) { plan[0] = left; r.columns(plan, right, others, c) })
			r.try(func(plan []rect) { plan[0] = top; r.columns(plan, below, others, c) })
		}
		for k := 1; k < len(others); k++ {
			for _, height := range [...]float64{0.54, 0.6, 0.66} {
				corner, under := left.cutY(height, r.gap())
				r.try(func(plan []rect) {
					plan[0] = corner
					r.columns(plan, right, others[:k], 1)
					r.columns(plan, under, others[k:], len(others)-k)
				})
			}
		}
	}
}

func (r rect) cutX(share, gap float64) (left, right rect) {
	w := share * (r.w - gap)
	return rect{r.x, r.y, w, r.h}, rect{r.x + w + gap, r.y, r.w - w - gap, r.h}
}

func (r rect) cutY(share, gap float64) (top, below rect) {
	h := share * (r.h - gap)
	return rect{r.x, r.y, r.w, h}, rect{r.x, r.y + h + gap, r.w, r.h - h - gap}
}

// columns places units from top to bottom in c columns, in order.
func (r *rooms) columns(plan []rect, area rect, units []unit, c int) {
	w := (area.w - float64(c-1)*r.gap()) / float64(c)
	for k := range c {
		n := (len(units) + c - k - 1) / (c - k)
		r.column(plan, rect{area.x + float64(k)*(w+r.gap()), area.y, w, area.h}, units[:n])
		units = units[n:]
	}
}

// column gives each panel a height by its Span, and the axis below a unit some
// more.
func (r *rooms) column(plan []rect, area rect, units []unit) {
	spans, free := 0.0, area.h+r.gap()
	for _, u := range units {
		for _, i := range u {
			spans += span(&r.panels[i])
		}
		free -= r.gap() + r.footing() + float64(len(u)-1)*r.gap()/2
	}
	y := area.y
	for _, u := range units {
		for k, i := range u {
			h := free * span(&r.panels[i]) / spans
			step := r.gap() / 2
			if k == len(u)-1 {
				h, step = h+r.footing(), r.gap()
			}
			plan[i] = rect{area.x, y, area.w, h}
			y += h + step
		}
	}
}

// footing is the height of tick labels and title below an x axis.
func (r *rooms) footing() float64 { return 30 * r.em }

func span(p *sim.Panel) float64 {
	if p.Span > 0 {
		return min(10, max(0.1, p.Span))
	}
	return 1
}

func (r *rooms) try(place func(plan []rect)) {
	plan := make([]rect, len(r.panels))
	place(plan)
	score := 0.0
	for i := range r.panels[:min(len(r.panels), maxPanels)] {
		score += r.judge(i, plan[i])
	}
	if score > r.score {
		r.best, r.score = plan, score
	}
}

// judge says how well a panel can be read in a room: 0 is well, less is worse.
func (r *rooms) judge(i int, room rect) float64 {
	w, h := room.w/r.em, room.h/r.em
	if r.isMap(i) {
		side := min(w-90, h-70)
		weight := 1.0
		if i == 0 {
			weight = 2.8
		}
		waste := math.Abs(math.Log(max(w-90, 10) / max(h-70, 10)))
		return weight*enough(side, 420) - 0.25*waste
	}
	shape := w / max(h, 1)
	odd := max(0, math.Log(shape/2.6)) + max(0, math.Log(1.05/max(shape, 0.01)))
	return enough(w, 300) + 1.2*enough(h, 200) - 0.4*odd
}

// enough is 0 from want on, and falls ever faster below.
func enough(have, want float64) float64 {
	share := max(have, 1) / want
	return min(0, math.Log(share)) - 2*max(0, 0.5-share)
}
