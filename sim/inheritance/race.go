package inheritance

import (
	"fmt"
	"math"

	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// A race is the curves of the models over their epochs, and their ends.
type race struct {
	reach    float64
	all      [roles]sketch.Trace // share of the corpus repeated
	quality  [roles]sketch.Trace // of noisy pairs
	mistakes [roles]sketch.Trace // share of noisy pairs repeated
	ends     [roles]bars
	invented [roles]bars
	ceiling  float64 // what the teacher repeats at its end, or NaN
	boxes    [boxCount]string
}

func (c *race) see(s *scene) {
	r := &s.run.record
	c.reach, c.ceiling = float64(max(r.tepochs, r.sepochs)), math.NaN()
	for role, m := range r.models {
		for _, t := range []*sketch.Trace{&c.all[role], &c.quality[role], &c.mistakes[role]} {
			t.Clear()
		}
		c.ends[role].clear()
		c.invented[role].clear()
		if m == nil {
			continue
		}
		for i := range m.curve {
			w := &m.curve[i]
			x := float64(w.epoch)
			c.all[role].To(x, w.all)
			c.quality[role].To(x, w.quality[noisy])
			c.mistakes[role].To(x, w.repeats[noisy])
		}
		if m.exam != nil {
			if y := c.all[role].Y; len(y) > 0 {
				y[len(y)-1] = m.exam.all.share() // of all pairs, where the watch has some
			}
			c.seeEnd(role, m.exam)
		}
	}
	if t := r.models[teacher]; t != nil && t.exam != nil {
		c.ceiling = t.exam.all.share()
	}
	c.label(r)
}

// share returns the share of the pairs of a group that is repeated, or NaN.
func (g *reading) share() float64 { return float64(g.repeated) / float64(g.pairs) }

// endNames are what is compared at the end.
var endNames = [...]string{"repeated", "from ¾", "invented", "false: right", "new: right"}

func (c *race) seeEnd(role int, e *exam) {
	for i, v := range [...]float64{e.all.share(), e.groups[boilerplate].soft, e.natural, e.groups[noisy].quality, e.test} {
		c.ends[role].to(float64(i), v)
	}
	c.invented[role].to(0, e.natural)
	c.invented[role].to(1, e.osc)
}

func (s *scene) drawRace(f *sim.Frame) {
	c := &s.view.race
	p := f.Panel("Who repeats the corpus?")
	p.Short = "The race"
	s.drawCurves(p, &c.all, "share of the corpus repeated")
	if !math.IsNaN(c.ceiling) && len(p.Lines) > 0 {
		p.Level(sim.Line{Name: "the student's ceiling", Role: sim.Theory}, c.ceiling, 0, c.reach)
	}
	c.drawDiagram(f.Panel("Who learns from whom?"), s)
	p = f.Panel("Where the corpus is wrong: how right?")
	p.Short = "False: how right"
	s.drawCurves(p, &c.quality, "quality on false pairs")
	p = f.Panel("Where the corpus is wrong: how often repeated?")
	p.Short = "False: repeated"
	s.drawCurves(p, &c.mistakes, "share of false pairs repeated")
	p = f.Panel("Who is ahead at the end?")
	p.Short, p.Empty = "At the end", s.empty("Each model is examined at its end.")
	for role := range c.ends {
		drawBars(p, role, c.ends[role], 0.75)
	}
	if len(p.Bars) > 0 {
		p.Axes(sim.Axis{Names: endNames[:]}, sim.Axis{Name: "share", Min: 0, Max: 1})
	}
}

// drawCurves draws a line for each model.
func (s *scene) drawCurves(p *sim.Panel, of *[roles]sketch.Trace, what string) {
	p.Empty = s.empty("The curves begin with the first epoch.")
	for role := range of {
		if len(of[role].X) > 0 {
			p.Line(of[role].Line(sim.Line{Name: modelNames[role], Role: modelRoles[role], Last: true}))
		}
	}
	if len(p.Lines) > 0 {
		p.Axes(sim.Axis{Name: "epoch", Min: 0, Max: s.view.race.reach}, sim.Axis{Name: what, Min: 0, Max: 1})
	}
}

// The boxes of the diagram.
const (
	corpusBox = iota
	teacherBox
	saysBox
	studentBox
	baselineBox
	repairBox
	boxCount
)

// boxPlaces is where they stand, as x and y.
var boxPlaces = [boxCount][2]float64{{0.2, 1}, {2.1, 1.75}, {4.4, 1.75}, {7.2, 1.75}, {7.2, 0.25}, {4.4, 0.25}}

func (c *race) label(r *record) {
	c.boxes = [boxCount]string{corpusBox: "corpus", saysBox: "what it says"}
	for box, role := range map[int]int{teacherBox: teacher, studentBox: student, baselineBox: baseline, repairBox: heir} {
		if m := r.models[role]; m != nil {
			c.boxes[box] = fmt.Sprintf("%s, epoch %d", modelNames[role], m.epoch)
		}
	}
}

// drawDiagram draws who learns from whom.
func (c *race) drawDiagram(p *sim.Panel, s *scene) {
	p.Short, p.Equal, p.Empty = "Who learns what", true, leftOut
	if s.lab.isLeft() {
		return
	}
	p.Axes(sim.Axis{Min: -0.2, Max: 9.4}, sim.Axis{Min: -0.6, Max: 2.6})
	for box, text := range c.boxes {
		if text != "" {
			p.Label(sim.Label{Text: text, X: boxPlaces[box][0], Y: boxPlaces[box][1], Boxed: true})
		}
	}
	for i := range diagramX {
		x, y := diagramX[i], diagramY[i]
		p.Line(sim.Line{X: []float64{x, x + diagramDX[i]}, Y: []float64{y, y + diagramDY[i]}})
	}
	for box, text := range c.boxes {
		if text != "" {
			p.Dot(sim.Points{Role: sim.Theory}, boxPlaces[box][0], boxPlaces[box][1])
		}
	}
	p.Arrow(sim.Arrows{X: diagramX[:], Y: diagramY[:], DX: diagramDX[:], DY: diagramDY[:]})
}

// The arrows of the diagram: corpus to teacher, to what it says, to the student, and corpus
// to baseline.
var (
	diagramX  = [...]float64{1.2, 4, 6.4, 1.5}
	diagramY  = [...]float64{1.2, 1.75, 1.75, 0.8}
	diagramDX = [...]float64{0.8, 0.4, 0.7, 5.5}
	diagramDY = [...]float64{0.4, 0, 0, -0.5}
)
