package ntk

import (
	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// measuredRatios are the weights per label of the runs of measuredShares.
var measuredRatios = [...]float64{0.5, 0.75, 1, 1.25, 1.5, 2, 3}

// measuredShares are best shares of 512 labels within 300 epochs, means of the
// seeds 1 to 5, with the lab's defaults, in 8, 16 and 32 dimensions.
var measuredShares = [...][len(measuredRatios)]float64{
	{.891, .940, .970, .984, .994, .998, 1},
	{.923, .977, .992, .999, 1, 1, 1},
	{.931, .992, 1, 1, 1, 1, 1},
}

// measured returns the runs as one line with breaks.
func measured() (line sketch.Trace) {
	for _, shares := range measuredShares {
		for i, share := range shares {
			line.To(measuredRatios[i], share)
		}
		line.Lift()
	}
	return line
}

// lawFrom is the least dimension in which the law was measured. In 3, four weights
// for each of 256 labels hold 77 % of them.
const lawFrom = 8

func (s *train) drawLaw(p *sim.Panel) {
	p.Short = "The law"
	p.Axes(sim.Axis{Name: "weights per label 2qd/m", Min: 0.25, Max: max(4, sketch.Above(s.lab.perLabel())), Log: true},
		sim.Axis{Name: "best share", Min: 0, Max: 1})
	if s.lab.d < lawFrom {
		p.Empty = "The law is about many dimensions: it was measured in 8, 16 and 32, and fails in few."
		return
	}
	p.Line(s.picture.others.Line(sim.Line{Name: "other runs, 512 labels, d = 8, 16 and 32", Role: sim.Control}))
	p.Upright(sim.Line{Name: "one weight for each label", Role: sim.Theory}, 1, 0, 1)
	p.Dot(sim.Points{Name: "this run", Role: sim.Copied}, s.lab.perLabel(), s.best())
}
