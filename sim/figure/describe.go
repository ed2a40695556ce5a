package figure

import (
	"math"
	"strings"

	"example.org/rote/sim"
)

// describe says a hit in words: "sample 17: x = 0.31, y = −1.2".
func describe(p *sim.Panel, h Hit) string {
	g, i := h.Pick.Group, h.Pick.Item
	switch h.Pick.Layer {
	case sim.PointLayer:
		return describePoint(p, &p.Points[g], i)
	case sim.LineLayer:
		m := &p.Lines[g]
		return join(lineName(m), place(p, m.X[i], m.Y[i]))
	case sim.ArrowLayer:
		m := &p.Arrows[g]
		return join(m.Name, place(p, m.X[i], m.Y[i])+", "+assign("change", "", m.DX[i])+" and "+Number(m.DY[i]))
	case sim.BarLayer:
		m := &p.Bars[g]
		return join(m.Name, place(p, m.X[i], m.Y[i]))
	case sim.LabelLayer:
		return join(p.Labels[g].Text, place(p, p.Labels[g].X, p.Labels[g].Y))
	case sim.TileLayer:
		return describeTile(p, &p.Tiles[g], i)
	case sim.FieldLayer:
		m := &p.Fields[g]
		return join(place(p, h.X, h.Y), assign(or(m.Name, "value"), m.Unit, m.Values[i]))
	}
	if math.IsNaN(h.X) {
		return ""
	}
	return place(p, h.X, h.Y)
}

func describePoint(p *sim.Panel, m *sim.Points, i int) string {
	name := or(m.Name, "point") + " " + Number(float64(i))
	role, class := look(m, i)
	switch {
	case class > 0 && m.Classes != nil:
		name += ", class " + Number(float64(class))
	case m.Roles != nil && (role == sim.Copied || role == sim.Train || role == sim.HeldOut):
		name += ", " + role.String()
	}
	text := place(p, m.X[i], m.Y[i])
	if i < len(m.Values) {
		text += ", " + assign(or(m.Value, "value"), "", m.Values[i])
	}
	if i < len(m.Lo) && i < len(m.Hi) {
		text += ", from " + Number(m.Lo[i]) + " to " + Number(m.Hi[i])
	}
	return join(name, text)
}

func describeTile(p *sim.Panel, m *sim.Tiles, i int) string {
	name, text := or(m.Name, "tile")+" "+Number(float64(i)), ""
	if i < len(m.Text) {
		text = m.Text[i]
	}
	if i < len(m.X) && i < len(m.Y) {
		text = strings.TrimPrefix(text+", "+place(p, m.X[i], m.Y[i]), ", ")
	}
	if i < len(m.Values) {
		text = strings.TrimPrefix(text+", "+Number(m.Values[i]), ", ")
	}
	return join(name, text)
}

// place writes the coordinates of a point with the names of the axes.
func place(p *sim.Panel, x, y float64) string {
	return assign(or(p.X.Name, "x"), p.X.Unit, x) + ", " + assign(or(p.Y.Name, "y"), p.Y.Unit, y)
}

func assign(name, unit string, v float64) string { return name + " = " + withUnit(Number(v), unit) }

func join(name, text string) string {
	if name == "" || text == "" {
		return name + text
	}
	return name + ": " + text
}

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}
