package figure

import (
	"slices"

	"example.org/rote/sim"
)

// untold returns a copy of a frame whose marks of theory are empty, and without
// lenses. The marks keep their numbers, so that a hit means the same in f.
func untold(f *sim.Frame) *sim.Frame {
	out := *f
	out.Panels = slices.Clone(f.Panels)
	for i := range out.Panels {
		untell(&out.Panels[i])
	}
	return &out
}

func untell(p *sim.Panel) {
	p.Lens = sim.Lens{}
	p.Lines, p.Points = slices.Clone(p.Lines), slices.Clone(p.Points)
	p.Bars, p.Labels = slices.Clone(p.Bars), slices.Clone(p.Labels)
	for i := range p.Lines {
		if p.Lines[i].Role == sim.Theory {
			p.Lines[i] = sim.Line{}
		}
	}
	for i := range p.Points {
		if p.Points[i].Role == sim.Theory {
			p.Points[i] = sim.Points{}
		}
	}
	for i := range p.Bars {
		if p.Bars[i].Role == sim.Theory {
			p.Bars[i] = sim.Bars{}
		}
	}
	for i := range p.Labels {
		if p.Labels[i].Role == sim.Theory {
			p.Labels[i].Text = ""
		}
	}
}
