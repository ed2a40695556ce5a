package figure

import (
	"slices"

	"example.org/rote/sim"
)

// together returns a frame in which panels that stand beside each other have the
// same axes and scales, where they measure the same. Two that hold only lines are
// one: the first has the lines of both, those of the second from index seconds[i]
// on, and the second has no room of its own. A frame without such panels stays as
// it is.
func together(f *sim.Frame) (out *sim.Frame, seconds map[int]int) {
	if !slices.ContainsFunc(f.Panels, func(p sim.Panel) bool { return p.Beside }) {
		return f, nil
	}
	copied := *f
	out, seconds = &copied, map[int]int{}
	out.Panels = slices.Clone(f.Panels)
	for i := 1; i < len(out.Panels); i++ {
		a, b := &out.Panels[i-1], &out.Panels[i]
		if !b.Beside || !alike(a, b) {
			continue
		}
		share(&a.X, &b.X)
		share(&a.Y, &b.Y)
		shareFields(a, b)
		sharePoints(a, b)
		if onlyLines(a) && onlyLines(b) {
			seconds[i-1] = len(a.Lines)
			overlay(a, b)
		}
	}
	return out, seconds
}

// alike reports whether two panels measure the same on both axes.
func alike(a, b *sim.Panel) bool {
	same := func(a, b *sim.Axis) bool {
		return a.Name == b.Name && a.Unit == b.Unit && a.Log == b.Log && slices.Equal(a.Names, b.Names)
	}
	return a.Equal == b.Equal && same(&a.X, &b.X) && same(&a.Y, &b.Y)
}

// share gives two axes one range: that of both, or one that fits the marks of both.
func share(a, b *sim.Axis) {
	lo, hi := min(a.Min, b.Min), max(a.Max, b.Max)
	switch backwards := a.Min > a.Max && b.Min > b.Max; {
	case backwards:
		lo, hi = max(a.Min, b.Min), min(a.Max, b.Max)
	case a.Min >= a.Max || b.Min >= b.Max:
		lo, hi = 0, 0
	}
	a.Min, a.Max, b.Min, b.Max = lo, hi, lo, hi
}

// shareFields gives rasters of equal index one scale of colours.
func shareFields(a, b *sim.Panel) {
	a.Fields, b.Fields = slices.Clone(a.Fields), slices.Clone(b.Fields)
	for k := range min(len(a.Fields), len(b.Fields)) {
		m, o := &a.Fields[k], &b.Fields[k]
		if m.Scale == o.Scale && m.Log == o.Log && isRaster(m) && isRaster(o) {
			m.Lo, m.Hi = bothRanges(m.Lo, m.Hi, m.Values, o.Lo, o.Hi, o.Values, valueAxis(m))
			o.Lo, o.Hi = m.Lo, m.Hi
		}
	}
}

// sharePoints does the same for points that are coloured by a value.
func sharePoints(a, b *sim.Panel) {
	a.Points, b.Points = slices.Clone(a.Points), slices.Clone(b.Points)
	for k := range min(len(a.Points), len(b.Points)) {
		m, o := &a.Points[k], &b.Points[k]
		if m.Scale == o.Scale && len(m.Values) > 0 && len(o.Values) > 0 {
			m.From, m.To = bothRanges(m.From, m.To, m.Values, o.From, o.To, o.Values, axis{})
			o.From, o.To = m.From, m.To
		}
	}
}

// bothRanges returns the range that holds two ranges, each of its values where it has
// no ends, among the values that the axis shows.
func bothRanges(loA, hiA float64, a []float64, loB, hiB float64, b []float64, shows axis) (lo, hi float64) {
	var e extent
	for _, r := range []struct {
		lo, hi float64
		values []float64
	}{{loA, hiA, a}, {loB, hiB, b}} {
		if r.lo < r.hi {
			r.values = []float64{r.lo, r.hi}
		}
		for _, v := range r.values {
			if finite(shows.scaled(v)) {
				e.add(v)
			}
		}
	}
	return e.lo, e.hi
}

// WithoutLetter takes the letter of a run from the title of a panel: "A: How near?"
// becomes "How near?".
func WithoutLetter(title string) string {
	if len(title) > 3 && title[1:3] == ": " {
		return title[3:]
	}
	return title
}

// partner returns the panel that shares the room of another, or -1.
func (p *painter) partner(panel int) int {
	next := panel + 1
	if _, joined := p.seconds[panel]; joined || next >= len(p.pic.frame.Panels) || !p.pic.frame.Panels[next].Beside {
		return -1
	}
	return next
}

// halves divides a room for the panel beside its own: left and right where they have
// room, else above each other. On the screen the page shows between them.
func (p *painter) halves(r room) []room {
	other := p.partner(r.panel)
	if other < 0 {
		return []room{r}
	}
	var gap rect
	a, b := r.rect, r.rect
	between := 3 * p.edge()
	if r.thumb || r.w > 1.1*r.h {
		a.w = (r.w - between) / 2
		b.w, b.x = a.w, r.right()-a.w
		gap = rect{a.right() + p.edge(), 0, between - 2*p.edge(), p.pic.Height}
	} else {
		a.h = (r.h - between) / 2
		b.h, b.y = a.h, r.bottom()-a.h
		gap = rect{0, a.bottom() + p.edge(), p.pic.Width, between - 2*p.edge()}
	}
	if p.alone && !r.thumb {
		p.fill(gap, p.theme.Page)
	}
	return []room{{a, r.panel, r.thumb}, {b, other, r.thumb}}
}

// fitTogether lets two charts that stand beside each other fit the marks of both.
func fitTogether(charts []*chart) {
	eachTwo(charts, func(a, b *chart) {
		for _, e := range [...][2]*extent{{&a.xs, &b.xs}, {&a.ys, &b.ys}} {
			for i, other := range [...]extent{*e[1], *e[0]} {
				if other.some {
					e[i].add(other.lo)
					e[i].add(other.hi)
				}
				e[i].loose = e[i].loose || other.loose
			}
		}
	})
}

// align gives two charts that stand beside each other the same margins.
func align(charts []*chart) {
	eachTwo(charts, func(a, b *chart) {
		for _, m := range [...][2]*float64{{&a.head, &b.head}, {&a.foot, &b.foot}, {&a.left, &b.left}, {&a.right, &b.right}} {
			*m[0] = max(*m[0], *m[1])
			*m[1] = *m[0]
		}
	})
}

// eachTwo calls f with the charts of panels that stand beside each other and measure
// the same.
func eachTwo(charts []*chart, f func(a, b *chart)) {
	for i := 1; i < len(charts); i++ {
		if a, b := charts[i-1], charts[i]; b.panel.Beside && a.index == b.index-1 && alike(a.panel, b.panel) {
			f(a, b)
		}
	}
}
