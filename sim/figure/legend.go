package figure

import (
	"image/color"
	"slices"

	"example.org/rote/sim"
)

// A key is one entry of the legend: how a mark looks, and its name. The title
// of the y axis is the first, without a mark.
type key struct {
	text  string
	style Style
	kind  keyKind
	width float64 // of all of it
}

type keyKind uint8

const (
	titleKey keyKind = iota
	lineKey
	pointKey
	barKey
	outlineKey
	classKey
	tintKey
)

// keys collects the entries of all marks but lines, which join them only if their
// names do not fit at their ends.
func (c *chart) keys() []key {
	var out []key
	for i := range c.panel.Points {
		if m := &c.panel.Points[i]; isPresent(m) {
			out = append(out, c.pointKeys(m)...)
		}
	}
	for i := range c.panel.Lines {
		if m := &c.panel.Lines[i]; m.Trail && len(m.X) > 0 {
			out = append(out, key{text: m.Name, style: Style{Mark: c.trailColour(m), Width: 1.5}, kind: lineKey})
		}
	}
	for i := range c.panel.Bars {
		out = append(out, c.barKeys(&c.panel.Bars[i])...)
	}
	for i := range c.panel.Arrows {
		if m := &c.panel.Arrows[i]; len(m.X) > 0 {
			out = append(out, key{text: m.Name, style: Style{Mark: c.theme.style(m.Role, 0).Mark, Width: 1.5}, kind: lineKey})
		}
	}
	for i := range c.panel.Fields {
		out = append(out, c.fieldKey(&c.panel.Fields[i]))
	}
	out = slices.DeleteFunc(out, func(k key) bool { return k.text == "" })
	if len(out) == 1 && out[0].kind == barKey {
		return nil
	}
	return out
}

// barKeys names bars that have a height.
func (c *chart) barKeys(m *sim.Bars) []key {
	if !slices.ContainsFunc(m.Y, func(y float64) bool { return y != m.Base }) {
		return nil
	}
	kind := barKey
	if m.Outline {
		kind = outlineKey
	}
	own := key{text: m.Name, style: c.theme.style(m.Role, 0), kind: kind}
	return append([]key{own}, c.roleKeys(m.Role, m.Roles, barKey)...)
}

// fieldKey names what has no colour bar: a tint, and the areas of classes.
func (c *chart) fieldKey(m *sim.Field) key {
	switch {
	case m.Scale == sim.Tint:
		return key{text: m.Name, style: c.theme.style(m.Role, 0), kind: tintKey}
	case m.Scale == sim.Categorical && m.Name != "" && isRaster(m):
		return key{text: "areas: " + m.Name}
	}
	return key{}
}

// isPresent reports whether a group has a mark that is shown.
func isPresent(m *sim.Points) bool {
	if m.Counts == nil {
		return len(m.X) > 0
	}
	return slices.ContainsFunc(m.Counts, func(n int) bool { return n > 0 })
}

func (c *chart) pointKeys(m *sim.Points) []key {
	style := c.theme.style(m.Role, m.Class)
	if m.Counts != nil {
		style.Shape, style.Size = Ring, 9
		return []key{{text: m.Name, style: style, kind: pointKey}}
	}
	if m.Values != nil {
		style.Mark = c.theme.Second
	}
	if m.Classes != nil {
		return c.classKeys(m.Classes)
	}
	return append([]key{{text: m.Name, style: style, kind: pointKey}}, c.roleKeys(m.Role, m.Roles, pointKey)...)
}

// roleNames are what single marks of a role are called in every lab.
var roleNames = [sim.Roles]string{sim.Train: "trained on", sim.HeldOut: "not trained on", sim.Copied: "copy"}

// roleKeys names the roles of single marks.
func (c *chart) roleKeys(base sim.Role, roles []sim.Role, kind keyKind) []key {
	var seen [sim.Roles]bool
	for _, r := range roles {
		if r < sim.Roles && r != base {
			seen[r] = true
		}
	}
	var out []key
	for r, name := range roleNames {
		if seen[r] {
			out = append(out, key{text: name, style: c.theme.style(sim.Role(r), 0), kind: kind})
		}
	}
	return out
}

// className is what a class is called.
func className(class int) string { return "class " + Number(float64(class)) }

func (c *chart) classKeys(classes []uint8) []key {
	var seen [sim.MaxClass]bool
	for _, class := range classes {
		if class > 0 {
			seen[int(class-1)%sim.MaxClass] = true
		}
	}
	var out []key
	for i, is := range seen {
		if is {
			out = append(out, key{text: className(i + 1), style: c.theme.Classes[i], kind: classKey})
		}
	}
	return out
}

// layRows breaks the title of the y axis and the legend into rows.
func (c *chart) layRows() {
	c.rows, c.inline = nil, false
	var all []key
	if c.showY && !c.blank() {
		all = append(all, key{text: c.y.title()})
	}
	for _, k := range append(append(all, c.legend...), c.lineKeys()...) {
		if k.text != "" {
			c.lay(k)
		}
	}
	if len(c.titles) == 1 && len(c.rows) == 1 {
		c.inline = c.titleWidth()+c.keyGap()+c.rowWidth(c.rows[0]) <= c.room.w
	}
}

func (c *chart) rowWidth(row []key) float64 {
	sum := 0.0
	for _, k := range row {
		sum += k.width + c.keyGap()
	}
	return sum
}

// lay appends an entry to the last row, or to a new one. What does not fit into
// the rows is left out.
func (c *chart) lay(k key) {
	k.text = cutText(k.text, c.room.w-c.swatch(k.kind), c.small(), false)
	k.width = c.swatch(k.kind) + textWidth(k.text, c.small(), false)
	used := 0.0
	if len(c.rows) > 0 {
		used = c.rowWidth(c.rows[len(c.rows)-1])
	}
	switch {
	case len(c.rows) > 0 && used+k.width <= c.room.w:
		c.rows[len(c.rows)-1] = append(c.rows[len(c.rows)-1], k)
	case len(c.rows) < c.maxRows:
		c.rows = append(c.rows, []key{k})
	}
}

func (c *chart) keyGap() float64 { return 12 * c.em }

// swatch is the room for the mark of an entry.
func (c *chart) swatch(kind keyKind) float64 {
	return [...]float64{titleKey: 0, lineKey: 22, pointKey: 12, barKey: 14, outlineKey: 14, classKey: 12, tintKey: 14}[kind] * c.em
}

func (c *chart) drawRow(row []key, index int, x, y float64) {
	for i, k := range row {
		colour := c.theme.Second
		if index > 0 || i > 0 || k.kind != titleKey {
			c.drawSwatch(k, x, y-4*c.em)
			colour = c.theme.Ink
		}
		c.text(Text{X: x + c.swatch(k.kind), Y: y, Text: k.text, Size: c.small(), Colour: colour})
		x += k.width + c.keyGap()
	}
}

func (c *chart) drawSwatch(k key, x, y float64) {
	em := c.em
	switch k.kind {
	case lineKey:
		c.add(&Path{X: []float64{x, x + 17*em}, Y: []float64{y, y}, Stroke: k.style.Mark,
			Width: k.style.Width * em, Dash: scaled(k.style.Dash, em)})
	case pointKey, classKey:
		c.add(&Markers{Panel: c.index, Group: -1, X: []float64{x + 4*em}, Y: []float64{y}, Style: []uint8{0},
			Styles: []Marker{c.marker(k.style)}})
	case barKey:
		c.fill(rect{x, y - 4*em, 9 * em, 9 * em}, k.style.Mark)
	case outlineKey, tintKey:
		p := rect{x, y - 4*em, 9 * em, 9 * em}.path(color.NRGBA{})
		if k.kind == tintKey {
			p.Fill = faint(k.style.Mark, tint)
		}
		p.Stroke, p.Width = k.style.Mark, 1.5*em
		c.add(p)
	}
}

// scaled returns the lengths times the factor.
func scaled(lengths []float64, factor float64) []float64 {
	if factor == 1 {
		return lengths
	}
	out := make([]float64, len(lengths))
	for i, l := range lengths {
		out[i] = l * factor
	}
	return out
}
