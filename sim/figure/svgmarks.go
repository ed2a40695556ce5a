package figure

import "math"

func (w *svg) path(p *Path) {
	w.raw(`<path d="`)
	w.pieces(p.X, p.Y, p.Closed)
	w.raw(`"`).paint("fill", p.Fill)
	w.stroke(p)
	w.raw("/>\n")
}

func (w *svg) stroke(p *Path) {
	if p.Stroke.A == 0 || p.Width <= 0 {
		return
	}
	w.paint("stroke", p.Stroke)
	w.numbers(" stroke-width", p.Width)
	if len(p.Dash) == 0 {
		return
	}
	w.raw(` stroke-dasharray="`)
	for i, d := range p.Dash {
		if i > 0 {
			w.raw(" ")
		}
		w.number(d)
	}
	w.raw(`"`)
}

// pieces writes path data, broken at NaN.
func (w *svg) pieces(xs, ys []float64, closed bool) {
	command := "M"
	for i := range min(len(xs), len(ys)) {
		if math.IsNaN(xs[i]) || math.IsNaN(ys[i]) {
			if closed && command == "L" {
				w.raw("Z")
			}
			command = "M"
			continue
		}
		w.raw(command).number(xs[i]).raw(" ").number(ys[i])
		command = "L"
	}
	if closed && command == "L" {
		w.raw("Z")
	}
}

// markers writes one group per style, and one path per marker.
func (w *svg) markers(m *Markers) {
	n := min(len(m.X), len(m.Y), len(m.Style))
	for k := range m.Styles {
		style := m.Styles[k]
		w.raw("<g").paint("fill", style.Fill).paint("stroke", style.Stroke)
		w.numbers(" stroke-width", style.Width)
		w.raw(">\n")
		for i := range n {
			if int(m.Style[i]) == k && finite(m.X[i]) && finite(m.Y[i]) {
				w.marker(m, i)
			}
		}
		w.raw("</g>\n")
	}
}

func (w *svg) marker(m *Markers, i int) {
	style := m.Styles[m.Style[i]]
	size := style.Size
	if i < len(m.Scale) {
		size *= m.Scale[i]
	}
	x, y := m.X[i], m.Y[i]
	if style.Shape == Circle || style.Shape == Ring {
		w.raw("<circle")
		w.numbers(" cx", x, " cy", y, " r", size/2)
	} else {
		xs, ys := Outline(style.Shape, x, y, size)
		w.raw(`<path d="`)
		w.pieces(xs, ys, style.Shape != Cross)
		w.raw(`"`)
	}
	if i < len(m.Fill) && style.Fill.A > 0 {
		w.paint("fill", m.Fill[i])
	}
	w.raw("/>\n")
}

// Outline returns the corners of a shape of the given size around (x, y), with
// the same visual weight for every shape; NaN separates the strokes of a Cross.
// Circle and Ring have no corners and give nil: their diameter is the size.
func Outline(s Shape, x, y, size float64) (xs, ys []float64) {
	h := size / 2
	switch s {
	case Cross:
		h *= 0.8
		return []float64{x - h, x + h, math.NaN(), x - h, x + h}, []float64{y - h, y + h, math.NaN(), y + h, y - h}
	case Triangle:
		h *= 1.2
		return []float64{x, x + 0.95*h, x - 0.95*h}, []float64{y - h, y + 0.75*h, y + 0.75*h}
	case Square:
		h *= 0.88
		return []float64{x - h, x + h, x + h, x - h}, []float64{y - h, y - h, y + h, y + h}
	case Diamond:
		h *= 1.2
		return []float64{x, x + h, x, x - h}, []float64{y - h, y, y + h, y}
	}
	return nil, nil
}
