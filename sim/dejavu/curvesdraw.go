package dejavu

import "example.org/rote/sim"

// waiting is said where nothing is known yet.
const waiting = "The first evaluation comes before the first epoch."

func (c *curves) epochs() sim.Axis { return sim.Axis{Name: "epoch", Min: 0, Max: c.reach} }

func (c *curves) drawGuessing(p *sim.Panel) {
	p.Short = "As they train"
	p.Axes(c.epochs(), sim.Axis{Name: "objects named, share of crops", Min: 0, Max: c.top})
	p.Level(sim.Line{Name: "chance", Role: sim.Theory}, c.chance, 0, c.reach)
	p.Level(sim.Line{Name: "most without memory", Role: sim.Theory}, c.ceiling, 0, c.reach)
	band := c.band[2].Line(sim.Line{Name: "noise of one run", Role: sim.Control})
	band.Lo, band.Hi = c.band[1].Y, c.band[3].Y
	p.Line(band)
	p.Line(c.band[0].Line(sim.Line{Role: sim.Plain}))
	p.Line(c.band[4].Line(sim.Line{Name: "twice the noise", Role: sim.Plain}))
	if len(c.target.X) == 0 {
		return
	}
	p.Line(c.reference.Line(sim.Line{Name: "by the other network", Role: sim.Control, Last: true}))
	p.Line(c.target.Line(sim.Line{Name: "by the one that saw it", Role: sim.Train, Last: true}))
	p.Point(c.reference.Points(sim.Points{Role: sim.Control}))
	p.Point(c.target.Points(sim.Points{Role: sim.Train}))
	p.Label(sim.Label{Text: c.named, X: c.namedAt[0], Y: c.namedAt[1], Boxed: true})
}

func (c *curves) drawVotes(p *sim.Panel) { c.votes.draw(p, c.chance, c.epochs()) }

func (c *curves) drawShares(p *sim.Panel) {
	p.Short, p.Empty = "All crops", waiting
	if len(c.target.X) == 0 {
		return
	}
	p.Axes(c.epochs(), sim.Axis{Name: "share of crops, added up", Min: 0, Max: 1})
	for i, m := range [fates]sim.Line{
		{Name: "only who saw it", Role: sim.Copied},
		{Name: "+ only the other", Role: sim.HeldOut},
		{Name: "+ both", Role: sim.Control},
		{Name: "+ neither", Role: sim.Plain},
	} {
		p.Line(c.shares[i].Line(m))
	}
}

func (c *curves) drawSure(p *sim.Panel) {
	p.Short, p.Empty = "The sure ones", "Sure guesses are known after the first evaluation."
	if len(c.sure[0].X) == 0 {
		return
	}
	p.Axes(sim.Axis{Name: "crops kept, the surest, %", Min: 0, Max: 100}, sim.Axis{Name: "objects named, share", Min: 0, Max: 1})
	p.Level(sim.Line{Name: "chance", Role: sim.Theory}, c.chance, 0, 100)
	p.Line(c.sure[1].Line(sim.Line{Name: "by the other", Role: sim.Control}))
	p.Line(c.sure[0].Line(sim.Line{Name: "by who saw it", Role: sim.Train}))
}

// Places of the two tests.
var (
	testNames  = []string{"with network B", "by a classifier"}
	testPlaces = [2][]float64{{0}, {1}}
)

func (c *curves) drawTests(p *sim.Panel) {
	p.Short, p.Empty = "Without B", waiting
	t := &c.tests
	if len(t.scores[0]) == 0 {
		return
	}
	p.Axes(sim.Axis{Names: testNames}, sim.Axis{Name: "difference, share of crops", Min: min(0, t.lo[0][0], t.lo[1][0]), Max: t.top})
	for i, role := range [...]sim.Role{sim.Copied, sim.Control} {
		p.Bar(sim.Bars{Role: role, X: testPlaces[i], Y: t.scores[i], Width: 0.6, Lo: t.lo[i], Hi: t.hi[i]})
	}
	p.Level(sim.Line{}, 0, -0.5, 1.5)
	p.Label(sim.Label{Text: t.words, X: -0.45, Y: 0.94 * t.top})
}

func (c *curves) drawLayers(p *sim.Panel) {
	p.Short, p.Empty = "Layers in time", waiting
	if len(c.target.X) == 0 {
		return
	}
	p.Axes(c.epochs(), sim.Axis{Name: "difference, share of crops", Min: c.low, Max: c.high})
	p.Level(sim.Line{}, 0, 0, c.reach)
	for layer := range c.scores {
		p.Line(c.scores[layer].Line(sim.Line{Name: layerNames[layer], Class: uint8(layer + 1), Last: true}))
	}
}

func (c *curves) drawQuality(p *sim.Panel) {
	p.Short, p.Empty = "Whole pictures", waiting
	if len(c.whole[0].X) == 0 {
		return
	}
	p.Axes(c.epochs(), sim.Axis{Name: "whole pictures named, share", Min: 0, Max: 1})
	for i, layer := range qualityLayers {
		p.Line(c.whole[i].Line(sim.Line{Name: layerNames[layer], Class: uint8(layer + 1), Last: true}))
	}
	p.Label(sim.Label{Text: "in this small world it falls while memory grows", X: 0.02 * c.reach, Y: 0.08})
}
