package capacity

import (
	"math"
	"slices"

	"example.org/rote/sim"
)

// A ladderView holds what the frames of a ladder borrow: it is filled when a
// tick is announced, so that Draw only lends.
type ladderView struct {
	place   placePicture
	answers answers
	units   unitBars
	facts   ladderFacts
	says    string
}

// A placePicture shows where the points lie, in the first panel.
type placePicture interface {
	show(s *ladder)
	draw(p *sim.Panel)
}

// ladderFacts is what is known at a tick; NaN is not known.
type ladderFacts struct {
	size           stairSize
	fit, wrong     float64
	most, distance float64
}

func newLadderView(s *ladder) ladderView {
	v := ladderView{answers: newAnswers(&s.task), units: newUnitBars(s)}
	if s.lab.method == byZhang {
		v.place = newBends(s)
	} else {
		v.place = newSlabs(s)
	}
	return v
}

// show fills the view with the present tick.
func (v *ladderView) show(s *ladder) {
	v.place.show(s)
	v.answers.show(s)
	size := s.stair.size()
	v.facts = ladderFacts{size, math.NaN(), math.NaN(), math.NaN(), math.NaN()}
	if s.tick >= s.stair.ticks() {
		v.facts.most = size.most
		if s.stair.groups() > 0 {
			v.facts.distance = size.least
		}
	}
	if s.isComplete() {
		v.facts.fit, v.facts.wrong = s.errors()
	}
	v.says = s.tell()
}

// answers is the picture of what the network says of each point. The points
// stand in the order of their labels, or along a line.
type answers struct {
	begun  bool
	axis   string
	x      []float64 // n
	labels []float64 // n
	says   said
	right  int
	f      curve // along the line, if there is one
}

func newAnswers(t *task) answers {
	a := answers{axis: "points in the order of their labels", f: newCurve(t.n + 2), x: make([]float64, t.n), labels: slices.Clone(t.y),
		says: newSaid(t.n)}
	order := make([]int, t.n)
	for i := range order {
		order[i] = i
	}
	sortBy(t.y, order)
	for rank, i := range order {
		a.x[i] = float64(rank + 1)
	}
	return a
}

func (a *answers) show(s *ladder) {
	if z, ok := s.stair.(*zhang); ok && s.tick > 0 {
		a.along(z, s.wanted())
	}
	a.begun, a.right = s.added > 0, 0
	a.says.clear()
	for i, y := range a.labels {
		says, role := s.stair.answer(s.arithmetic(), s.sums[i]), sim.Plain
		if math.Abs(says-y) < onLabel {
			role = sim.Copied
			a.right++
		}
		a.says.add(a.x[i], says, role)
	}
}

// along places the points on the line of zhang, with the function of the groups
// so far.
func (a *answers) along(z *zhang, groups int) {
	a.axis = "position on the line, u·x"
	for k, i := range z.order {
		a.x[i] = z.at[k]
	}
	a.f.Clear()
	bends := min(len(z.w), groups*z.task.d)
	if bends == 0 {
		return
	}
	slope, y := 0.0, 0.0
	a.f.To(z.bend[0], 0)
	for j := range bends {
		slope += z.w[j]
		y += float64(slope * (z.at[j] - z.bend[j]))
		a.f.To(z.at[j], y)
	}
	if last := z.at[len(z.at)-1]; bends < len(z.at) {
		a.f.To(last, y+float64(slope*(last-z.at[bends-1])))
	}
}

func (a *answers) draw(p *sim.Panel) {
	p.Axes(sim.Axis{Name: a.axis}, sim.Axis{Name: "label and answer", Min: -1.6, Max: 1.6})
	if len(a.f.X) > 0 {
		p.Line(a.f.Line(sim.Line{}))
	}
	p.Point(sim.Points{Name: "labels", Role: sim.Train, X: a.x, Y: a.labels})
	if a.begun {
		p.Point(a.says.points("answers"))
	}
}

// unitBars is the picture of how many units the three constructions take.
type unitBars struct {
	x, most, units [3]float64
}

// stairNames are those of the constructions, with the units that theory allows.
var stairNames = [...]string{"Zhang: N", "Baum: N/d", "Bubeck: 4N/d"}

func newUnitBars(s *ladder) unitBars {
	n, d := s.task.n, s.task.d
	b := unitBars{x: [3]float64{0, 1, 2}, most: [3]float64{float64(n), float64(groupsOf(n, d) + 1), float64(4 * groupsOf(n, d))}}
	b.units[slices.Index([]string{byZhang, byBaum, byBubeck}, s.lab.method)] = float64(s.stair.size().units)
	return b
}

func (b *unitBars) draw(p *sim.Panel) {
	p.Span = 0.7
	p.Axes(sim.Axis{Name: "construction", Names: stairNames[:]}, sim.Axis{Name: "hidden units"})
	p.Bar(sim.Bars{Name: "what theory allows", Role: sim.Theory, X: b.x[:], Y: b.most[:], Outline: true})
	p.Bar(sim.Bars{Name: "this network", Role: sim.Copied, X: b.x[:], Y: b.units[:]})
}

func (s *ladder) Draw(f *sim.Frame) {
	f.Of, f.Says = s.of(), s.view.says
	s.view.place.draw(f.Panel(s.firstTitle()))
	s.view.answers.draw(f.Panel("Does the network meet every label?"))
	s.view.units.draw(f.Panel("How many units does it take?"))
	s.view.facts.list(f, s.view.facts.size.units)
}

func (s *ladder) firstTitle() string {
	if s.lab.method == byZhang {
		return areaTitle
	}
	return "Which points does a slab hold?"
}

// list adds the facts of a network with so many hidden units in all.
func (k *ladderFacts) list(f *sim.Frame, neurons int) {
	f.Fact("fit", "Largest error", "", "Largest distance of an answer from its label.", k.fit)
	f.Fact("wrong", "Wrong", "", "Labels whose sign or class comes out wrong.", k.wrong)
	f.Fact("neurons", "Neurons", "", "Hidden units of the whole network.", float64(neurons))
	f.Fact("units", "Units", "", "Hidden units of the construction, without those that only read it off.", float64(k.size.units))
	f.Fact("bound", "Units allowed", "", "The number of units that theory allows.", float64(k.size.bound))
	f.Fact("params", "Weights", "", "Weights and biases of the whole network.", float64(k.size.params))
	f.Fact("cmax", "Largest weight", "", "Largest weight of the whole network.", k.most)
	f.Fact("margin_min", "Least distance", "", "Least distance between points on which the network relies.", k.distance)
}
