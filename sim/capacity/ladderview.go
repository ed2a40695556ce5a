package capacity

import (
	"math"
	"slices"

	"example.org/rote/sim"
)

// A ladderView holds what the frames of a ladder borrow: it is filled when a
// tick is announced, so that Draw only lends.
type ladderView struct {
	places  places
	answers answers
	side    side
	units   unitBars
	facts   ladderFacts
	says    string
	counts  string // what the number counts
	try     sim.Try
}

// ladderFacts is what is known at a tick; NaN is not known.
type ladderFacts struct {
	size           stairSize
	units          float64 // in place
	fit, wrong     float64
	most, distance float64
	bits           float64 // for each weight
}

func newLadderView(s *ladder) ladderView {
	return ladderView{places: newPlaces(s), answers: newAnswers(&s.task), side: newSide(s), units: newUnitBars(s),
		try: s.lab.next(sim.Try{Words: "Real labels, gentle weights", Address: "capacity?view=ladder&n=64&d=8&method=bubeck"},
			sim.Try{Words: "Two layers", Address: "capacity?n=64&d=8"})}
}

// show fills the view with the present tick.
func (v *ladderView) show(s *ladder) {
	v.places.show(s)
	v.answers.show(s)
	v.side.show(s)
	size := s.stair.size()
	v.facts = ladderFacts{size, float64(s.units()), math.NaN(), math.NaN(), math.NaN(), math.NaN(), math.NaN()}
	v.units.show(s.lab.method, v.facts.units)
	if s.tick >= s.stair.ticks() {
		v.facts.most = size.most
		if s.stair.groups() > 0 {
			v.facts.distance = size.least
		}
	}
	if s.isComplete() {
		v.facts.fit, v.facts.wrong = s.errors()
		if n := s.task.n; s.lab.labels != real && size.params > 0 {
			v.facts.bits = bitsOf(n, 1-v.facts.wrong/float64(n)) / float64(size.params)
		}
	}
	v.says, v.counts = s.tell(), s.counts()
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
	for i := range a.labels {
		isRight := s.meets(i)
		if isRight {
			a.right++
		}
		a.says.add(a.x[i], s.stair.answer(s.arithmetic(), s.sums[i]), isRight)
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
		p.Line(a.f.Line(sim.Line{Name: "network"}))
	}
	p.Point(sim.Points{Name: "labels", Role: sim.Train, X: a.x, Y: a.labels})
	if a.begun {
		a.says.draw(p)
	}
}

// unitBars is the picture of how many units the three constructions take.
type unitBars struct {
	x, most, units [4]float64
}

// stairNames are those of the constructions, with the units that theory allows.
var stairNames = [...]string{"Zhang: N", "Baum: N/d", "Bubeck: 4N/d", "Vardi"}

func newUnitBars(s *ladder) unitBars {
	n, d := s.task.n, s.task.d
	b := unitBars{x: [4]float64{0, 1, 2, 3}, most: [4]float64{float64(n), float64(groupsOf(n, d) + 1), float64(4 * groupsOf(n, d))}}
	return b
}

// show takes the units that are in place.
func (b *unitBars) show(method string, units float64) {
	b.units[slices.Index([]string{byZhang, byBaum, byBubeck, byVardi}, method)] = units
}

func (b *unitBars) draw(p *sim.Panel) {
	p.Axes(sim.Axis{Name: "construction", Names: stairNames[:]}, sim.Axis{Name: "hidden units", Min: 0, Max: 1.1 * max(b.most[0], b.most[2], b.units[3])})
	p.Bar(sim.Bars{Name: "allowed by theory", Role: sim.Theory, X: b.x[:], Y: b.most[:], Outline: true})
	p.Bar(sim.Bars{Name: "in place", Role: sim.Train, X: b.x[:], Y: b.units[:]})
}

func (s *ladder) Draw(f *sim.Frame) {
	v := &s.view
	f.Of, f.Unit, f.Says, f.Headline = s.of(), "piece", v.says, sim.Headline{Fact: "units", Words: v.counts}
	v.places.draw(panel(f, "Which points does the network remember?", "The points"))
	v.answers.draw(panel(f, "Does the network meet every label?", "The answers"))
	if s.lab.method != byZhang && s.lab.method != byVardi {
		v.side.draw(panel(f, "Which points does a slab hold?", "From the side"))
	}
	v.units.draw(panel(f, "How many units does it take?", "The units"))
	v.facts.list(f, v.facts.size.units)
	if s.isComplete() {
		f.Try = v.try
	}
}

// list adds the facts of a network with so many hidden units in all.
func (k *ladderFacts) list(f *sim.Frame, neurons int) {
	f.Fact("fit", "Largest error", "", "Largest distance of an answer from its label.", k.fit)
	f.Fact("wrong", "Wrong", "", "Labels whose sign or class comes out wrong.", k.wrong)
	f.Fact("neurons", "Neurons", "", "Hidden units of the whole network.", float64(neurons))
	f.Fact("units", "Units", "", "Hidden units in place, without those that only read the answer off.", k.units)
	f.Fact("bound", "Units allowed", "", "The number of units that theory allows.", float64(k.size.bound))
	f.Fact("params", "Weights", "", "Weights and biases of the whole network.", float64(k.size.params))
	f.Fact("bits", "Bits per weight", "bits", "What the network gives back of labels that are signs, for each weight or bias.", k.bits)
	f.Fact("cmax", "Largest weight", "", "Largest weight of the whole network.", k.most)
	f.Fact("margin_min", "Least distance", "", "Least distance between points on which the network relies.", k.distance)
}
