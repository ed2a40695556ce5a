package figure

import (
	"slices"

	"example.org/rote/sim"
)

// onlyLines reports whether a panel has no marks but lines, ways of points not among
// them.
func onlyLines(p *sim.Panel) bool {
	lines := p.Lines
	p.Lines = nil
	empty := p.IsEmpty()
	p.Lines = lines
	return empty && !p.Equal && !slices.ContainsFunc(lines, func(m sim.Line) bool { return m.Trail })
}

// overlay puts the lines of b behind those of a, under the letters of both. A line that
// both have, such as a law, stays one.
func overlay(a, b *sim.Panel) {
	n := len(a.Lines)
	lines := append(slices.Clone(a.Lines), b.Lines...)
	for i := range lines {
		of, letter := b.Lines, "A"
		if i >= n {
			of, letter = a.Lines, "B"
		}
		if m := &lines[i]; !slices.ContainsFunc(of, func(o sim.Line) bool { return equalLines(m, &o) }) {
			lines[i] = lettered(*m, letter, single(a) && single(b))
		} else if i >= n {
			lines[i] = sim.Line{}
		}
	}
	a.Lines = lines
	a.Title, a.Short = WithoutLetter(a.Title), WithoutLetter(a.Short)
	if a.Empty == "" {
		a.Empty = b.Empty
	}
}

// lettered returns a line with its letter before its name, or for it where there is
// one line only. Its last value is written at its end.
func lettered(m sim.Line, letter string, alone bool) sim.Line {
	switch {
	case m.Role == sim.Theory && m.Name == "":
	case alone && m.Role != sim.Theory:
		m.Name, m.Last = letter, true
	case m.Name != "" || m.Class > 0:
		m.Name = letter + " " + lineName(&m)
	}
	return m
}

// single reports whether a panel has one line that is no law.
func single(p *sim.Panel) bool {
	n := 0
	for i := range p.Lines {
		if p.Lines[i].Role != sim.Theory {
			n++
		}
	}
	return n < 2
}

func equalLines(a, b *sim.Line) bool {
	return a.Role == sim.Theory && a.Role == b.Role && a.Name == b.Name && slices.Equal(a.X, b.X) && slices.Equal(a.Y, b.Y)
}

// lineStyle is how line i looks. Those of the second of two runs have a dash of
// their own, but for laws.
func (c *chart) lineStyle(i int) Style {
	m := &c.panel.Lines[i]
	s := c.theme.style(m.Role, m.Class)
	if first, joined := c.seconds[c.index]; joined && i >= first && m.Role != sim.Theory {
		s.Dash = secondDash[min(1, len(s.Dash))]
	}
	return s
}

// secondDash are the dashes of a second line: where the first is solid, and else.
var secondDash = [2][]float64{{8, 4}, {2, 2, 8, 2}}
