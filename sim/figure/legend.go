package figure

import (
	"slices"

	"example.org/rote/sim"
)

// A key is one entry of the legend: how a mark looks, and its name. The title
// of the y axis is the first, without a mark. An absent mark has no entry that is
// drawn, but room for it, so that the chart stays where it is when the mark appears.
type key struct {
	text   string
	style  Style
	kind   keyKind
	absent bool
	width  float64 // of all of it
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
		out = append(out, c.pointKeys(&c.panel.Points[i])...)
	}
	for i := range c.panel.Lines {
		if m := &c.panel.Lines[i]; m.Trail {
			out = append(out, key{text: m.Name, style: Style{Mark: c.trailColour(m), Width: 1.5}, kind: lineKey, absent: len(m.X) == 0})
		}
	}
	for i := range c.panel.Bars {
		out = append(out, c.barKeys(&c.panel.Bars[i])...)
	}
	for i := range c.panel.Arrows {
		m := &c.panel.Arrows[i]
		out = append(out, key{text: m.Name, style: Style{Mark: c.theme.style(m.Role, 0).Mark, Width: 1.5}, kind: lineKey, absent: len(m.X) == 0})
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

// barKeys names bars, which are present if they have a height.
func (c *chart) barKeys(m *sim.Bars) []key {
	own := key{text: m.Name, style: c.theme.style(m.Role, 0), kind: barKey}
	if m.Outline {
		own.kind = outlineKey
	}
	own.absent = !slices.ContainsFunc(m.Y, func(y float64) bool { return y != m.Base })
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
		return []key{{text: m.Name, style: style, kind: pointKey, absent: !isPresent(m)}}
	}
	if m.Values != nil {
		style.Mark = c.theme.Second
	}
	if m.Classes != nil {
		return c.classKeys(m.Classes)
	}
	return append([]key{{text: m.Name, style: style, kind: pointKey, absent: len(m.X) == 0}}, c.roleKeys(m.Role, m.Roles, pointKey)...)
}

// roleNames are what single marks of a role are called in every lab.
var roleNames = [sim.Roles]string{sim.Train: "trained on", sim.HeldOut: "not trained on", sim.Copied: "copy"}

// roleKeys names the roles of single marks, of which there is always room for copies.
func (c *chart) roleKeys(base sim.Role, roles []sim.Role, kind keyKind) []key {
	var out []key
	for r, name := range roleNames {
		seen := slices.Contains(roles, sim.Role(r))
		if name == "" || sim.Role(r) == base || !seen && (roles == nil || sim.Role(r) != sim.Copied) {
			continue
		}
		out = append(out, key{text: name, style: c.theme.style(sim.Role(r), 0), kind: kind, absent: !seen})
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
