package inheritance

import (
	"math"

	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// A scatter is how likely each target is to models that learned it, over how likely it is to
// others: teachers to the left, students to the right.
type scatter struct {
	dots      [2][groups]dots
	diagonals [2]sketch.Trace
	memory    [2]memoryBars
	picked    [2][2]float64 // of the pair on show, by side
}

// Dots are pairs of one group.
type dots struct {
	x, y  []float64
	pairs []int
}

// MemoryBars are means by group, with their spread.
type memoryBars struct{ x, y, lo, hi []float64 }

// sideNames name the two halves of the picture.
var sideNames = [2]string{"teachers", "their students"}

// across returns where a probability stands on a side.
func across(side int, p float64) float64 { return float64(side) - 0.42 + float64(0.84*p) }

func (c *scatter) see(s *scene) {
	h := s.run.held
	for side := range 2 {
		for g := range groups {
			d := &c.dots[side][g]
			d.x, d.y, d.pairs = d.x[:0], d.y[:0], d.pairs[:0]
		}
		for i := range s.run.corpus.pairs {
			with, without := h.with[side][i], h.without[side][i]
			if !math.IsNaN(with) && !math.IsNaN(without) {
				d := &c.dots[side][s.run.corpus.pairs[i].group]
				d.x, d.y, d.pairs = append(d.x, across(side, without)), append(d.y, with), append(d.pairs, i)
			}
		}
		c.diagonals[side].Clear()
		c.diagonals[side].To(across(side, 0), 0)
		c.diagonals[side].To(across(side, 1), 1)
		c.picked[side] = [2]float64{math.NaN(), math.NaN()}
		if i := s.run.shown.pair; s.lab.pick > 0 && !math.IsNaN(h.with[side][i]) && !math.IsNaN(h.without[side][i]) {
			c.picked[side] = [2]float64{across(side, h.without[side][i]), h.with[side][i]}
		}
		c.memory[side].see(h, side)
	}
}

func (b *memoryBars) see(h *heldOut, side int) {
	b.x, b.y, b.lo, b.hi = b.x[:0], b.y[:0], b.lo[:0], b.hi[:0]
	for g, v := range h.memory[side] {
		if !math.IsNaN(v) && h.done[side] > 1 {
			sd := h.spread[side][g]
			b.x, b.y, b.lo, b.hi = append(b.x, float64(g)), append(b.y, v), append(b.lo, v-sd), append(b.hi, v+sd)
		}
	}
}

// dropWord is what the map says where nothing is left out.
const dropWord = "Nothing is left out here; choose the experiment that leaves pairs out."

func (s *scene) drawMap(f *sim.Frame) {
	c := &s.view.scatter
	p := f.Panel("How likely is a target with its pair, and without?")
	p.Short, p.Empty = "With and without", dropWord
	if s.lab.isLeft() {
		c.draw(p)
	}
	p = f.Panel("How much does a pair lose that is left out?")
	p.Short, p.Empty = "Lost, by group", dropWord
	if s.lab.isLeft() {
		p.Empty = "The first losses come with the second model."
		c.drawMemory(p)
	}
	s.drawOne(f.Panel("What does the pair on show say?"))
	s.view.contacts.drawChoice(f.Panel("Which pair (blue clean, orange false, purple set phrase, green exception)?"))
}

func (c *scatter) draw(p *sim.Panel) {
	p.Axes(sim.Axis{Name: "probability without the pair, from 0 to 1 on each side", Names: sideNames[:]}, sim.Axis{Name: "probability with it", Min: 0, Max: 1})
	for side := range 2 {
		m := c.diagonals[side].Line(sim.Line{Role: sim.Theory})
		if side == 0 {
			m.Name = "equally likely"
		}
		p.Line(m)
		for g := range groups {
			if d := &c.dots[side][g]; len(d.x) > 0 {
				m := sim.Points{Role: groupRoles[g], X: d.x, Y: d.y}
				if side == 0 {
					m.Name = groupNames[g]
				}
				p.Point(m)
			}
		}
		if !math.IsNaN(c.picked[side][0]) {
			p.Dot(sim.Points{Name: [...]string{"the pair on show", ""}[side], Role: sim.Copied, Counts: oneRing[:]}, c.picked[side][0], c.picked[side][1])
		}
	}
}

func (c *scatter) drawMemory(p *sim.Panel) {
	for side := range c.memory {
		if b := &c.memory[side]; len(b.x) > 0 {
			p.Bar(sim.Bars{Name: sideNames[side], Role: modelRoles[[...]int{teacher, student}[side]], X: b.x, Y: b.y, Lo: b.lo, Hi: b.hi, Width: 0.75})
		}
	}
	if len(p.Bars) > 0 {
		p.Axes(sim.Axis{Names: groupNames[:]}, sim.Axis{Name: "probability lost", Min: -0.1, Max: 0.8})
	}
}

// drawOne draws the pair on show in words.
func (s *scene) drawOne(p *sim.Panel) {
	g := &s.view.grid
	p.Short = "The pair"
	p.Axes(wordAxis, sim.Axis{Names: g.rows})
	g.cells.draw(p)
	drawWordKey(p)
}

// drawChoice draws the contacts whatever the experiment is.
func (l *contacts) drawChoice(p *sim.Panel) {
	p.Short = "Choose a pair"
	p.Tile(sim.Tiles{N: len(l.pairs), Text: l.texts, Roles: l.roles, Outlined: l.picked, Cols: 4})
}

// at returns the pair whose dot is nearest to a place, or -1.
func (c *scatter) at(x, y float64) int {
	best, least := -1, 0.03
	for side := range c.dots {
		for g := range c.dots[side] {
			d := &c.dots[side][g]
			for k := range d.x {
				if v := math.Hypot(d.x[k]-x, d.y[k]-y); v < least {
					best, least = d.pairs[k], v
				}
			}
		}
	}
	return best
}
