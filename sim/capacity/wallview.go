package capacity

import (
	"math"

	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// A wallView holds what the frames of a wall borrow.
type wallView struct {
	side            int       // cells of a row
	labels, answers []float64 // side², of output 0
	drawn, rows     int       // rows of them that are shown
	lost            sketch.Trace
	tries           sketch.Trace // largest weight over the direction tried
	most            float64      // of them
	law             curve        // width over labels, of this construction
	readers         [2]float64
	facts           snakeFacts
	says, counts    string
	try             sim.Try
}

// paperLabels and paperWidths are the example that the paper gives of its count for
// classes: a million pictures of 1000 classes, in layers of 2000, 2000 and 4000.
const paperLabels = 1e6

var paperWidths = [...]float64{2000, 2000, 4000}

func newWallView(s *wall) wallView {
	side := int(math.Ceil(math.Sqrt(float64(s.task.n))))
	v := wallView{side: side, labels: make([]float64, side*side), answers: make([]float64, side*side),
		lost: sketch.NewTrace(s.task.n), tries: sketch.NewTrace(s.lab.dirs), most: 10, law: newCurve(64)}
	for _, n := range logGrid(16, paperLabels) {
		v.law.To(n, 2*math.Sqrt(n))
	}
	v.readers = [2]float64{4 * float64(s.task.classes), 4 * float64(s.task.classes)}
	v.try = s.lab.next(sim.Try{Words: "Ten times as many labels", Address: "capacity?n=100000&d=64&labels=classes&classes=100"},
		sim.Try{Words: "36 labels, each in view", Address: "capacity"})
	v.clear()
	v.facts = s.plan.facts()
	v.facts.neurons = 0
	v.counts = say("neurons in place for %v labels", s.task.n)
	v.says = say("%v points are drawn, each with %s to remember.", s.task.n, kindOf(&s.task, s.lab))
	return v
}

// clear takes back what the network was asked.
func (v *wallView) clear() {
	clear(v.answers)
	v.rows = 0
	v.lost.Clear()
}

// read takes in an answer.
func (v *wallView) read(i int, answer float64, isMissed bool) {
	v.answers[i], v.rows = answer, i/v.side+1
	if isMissed {
		v.lost.To(float64(i%v.side), float64(i/v.side))
	}
}

// tried takes in a direction.
func (v *wallView) tried(s *wall) {
	if s.search.next == 1 {
		for i := range s.task.n {
			v.labels[i] = s.task.label(i)[0]
		}
		v.drawn = v.side
	}
	if most := s.search.last().most; s.search.fits {
		v.tries.To(float64(s.search.next), most)
		for v.most < most {
			v.most *= 10
		}
	}
	v.tell(s)
}

// see takes in a part of the labels.
func (v *wallView) see(s *wall) {
	v.facts = s.plan.facts()
	v.facts.most, v.facts.nearest = s.used.most, s.used.gap
	v.facts.fit, v.facts.wrong, v.facts.missed = s.fit, s.wrong, s.missed
	v.tell(s)
}

// tell writes the sentence, and what the number counts.
func (v *wallView) tell(s *wall) {
	n := s.task.n
	switch {
	case s.refuse != "":
		v.says, v.counts = s.refuse, say("neurons for %v labels", n)
	case s.used == nil:
		v.says = say("%v of %s tried: along the best one the largest weight is %s.", s.search.next,
			sketch.Count(s.lab.dirs, "direction", "directions"), about(s.search.best.most))
	case s.asked < wallParts:
		v.counts = say("neurons hold %v of %v labels, as far as asked", s.checked-int(s.missed), n)
		v.says = say("Asked for %v of %v labels, the whole network gives %v of them back.", s.checked, n, s.checked-int(s.missed))
	case s.missed > 0:
		v.counts = say("neurons hold %v of %v labels", n-int(s.missed), n)
		v.says = say("Weights of %s are more than its numbers can carry: %v of %v labels are missed.", sketch.Digits(s.used.most, 1), int(s.missed), n)
	default:
		v.counts = say("neurons hold %v labels", n)
		v.says = s.tellFit()
	}
}

// tellFit says what holds all labels.
func (s *wall) tellFit() string {
	w := s.plan.layers()
	if s.task.classes > 0 && len(w) == 3 {
		return say("%v neurons, in layers of %v, %v and %v, give all %v points their one of %v classes.", s.plan.neurons(), w[0], w[1], w[2], s.task.n, s.task.classes)
	}
	return say("%v neurons give all %v points their labels; largest error %s.", s.plan.neurons(), s.task.n, sketch.Digits(s.fit, 1))
}

func (s *wall) Draw(f *sim.Frame) {
	v := &s.view
	f.Unit, f.Of, f.Says = "piece", s.lab.dirs+wallParts, v.says
	f.Headline = sim.Headline{Fact: "neurons", Words: v.counts}
	if s.refuse != "" {
		f.Of = s.search.next
	}
	v.wallOf(panel(f, "Does the network give every label back?", "Given back"), v.answers[:v.rows*v.side], "what the network answers", "The network is asked when it is built.")
	v.wallOf(panel(f, "What was it shown?", "Labels"), v.labels[:v.drawn*v.side], "label", "The points are being drawn.")
	v.drawWidths(panel(f, "How wide must the layers be?", "Width needed"), s)
	v.drawTries(panel(f, "How large does a weight become?", "Largest weight"), s)
	v.facts.list(f)
	w := s.plan.layers()
	f.Fact("layer1", "Layer 1", "", "Neurons of the first hidden layer.", float64(w[0]))
	f.Fact("layer2", "Layer 2", "", "Neurons of the second hidden layer.", float64(w[1]))
	if s.task.classes > 0 {
		f.Fact("layer3", "Layer 3", "", "Neurons of the last hidden layer, four for each class.", float64(w[len(w)-1]))
	}
	if s.asked == wallParts || s.refuse != "" {
		f.Try = v.try
	}
}

// wallOf draws a cell for each label. A label that is missed is marked.
func (v *wallView) wallOf(p *sim.Panel, cells []float64, name, empty string) {
	end := float64(v.side) - 0.5
	p.Equal = true
	p.Axes(sim.Axis{Name: "labels, row by row", Min: -0.5, Max: end}, sim.Axis{Min: -0.5, Max: end})
	if len(cells) == 0 {
		p.Empty = empty
		return
	}
	rows := len(cells) / v.side
	p.Field(sim.Field{Name: name, W: v.side, H: rows, Values: cells, X0: -0.5, Y0: -0.5, X1: end, Y1: float64(rows) - 0.5, Scale: sim.Diverging, Lo: -1, Hi: 1})
	if len(v.lost.X) > 0 && &cells[0] == &v.answers[0] {
		p.Point(v.lost.Points(sim.Points{Name: "missed", Role: sim.HeldOut}))
	}
}

// drawWidths draws the count: a layer of this construction for so many labels, the
// layers of this run, and those of the paper's example.
func (v *wallView) drawWidths(p *sim.Panel, s *wall) {
	p.Axes(sim.Axis{Name: "labels N", Min: 16, Max: 2 * paperLabels, Log: true}, sim.Axis{Name: "neurons of a layer", Min: 8, Max: 1e4, Log: true})
	p.Line(v.law.Line(sim.Line{Name: "2√N in each of two layers", Role: sim.Theory}))
	if s.task.classes > 0 {
		p.Line(sim.Line{Name: "and four for each class", Role: sim.Control, X: wallEnds[:], Y: v.readers[:]})
	}
	p.Dot(sim.Points{Name: "this run", Role: sim.Train}, float64(s.task.n), float64(s.plan.layers()[0]))
	p.Point(sim.Points{Name: "a million pictures, 1\u202f000 classes", Role: sim.Copied, X: paperAt[:], Y: paperWidths[:]})
}

var (
	wallEnds = [...]float64{16, 2 * paperLabels}
	paperAt  = [...]float64{paperLabels, paperLabels, paperLabels}
)

func (v *wallView) drawTries(p *sim.Panel, s *wall) {
	p.Axes(sim.Axis{Name: "direction tried", Min: 0, Max: float64(s.lab.dirs) + 1}, sim.Axis{Name: "largest weight", Min: 1, Max: v.most, Log: true})
	if len(v.tries.X) == 0 {
		p.Empty = "No direction is tried yet."
		return
	}
	p.Point(v.tries.Points(sim.Points{Name: "largest weight"}))
}
