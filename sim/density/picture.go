package density

import (
	"math"

	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// A picture is what the frames of a scene borrow. It changes at checkpoints, and when
// something else is to be shown.
type picture struct {
	grey   []byte // n×pixels, all pictures
	rise   rise
	plane  spots
	curves curves
	sheet  sheet
	bins   sketch.Histogram
	one    one
	rows   rows
	close  closeness
	map2   latentMap
	words  words
	ready  bool // there are scores
}

// A words is what is said.
type words struct {
	says, counts, fact string
	of                 int
	try                sim.Try
}

func newPicture(s *scene) picture {
	p := picture{bins: sketch.Histogram{Left: sim.HeldOut, Right: sim.Train}}
	if s.set.isPlane() {
		p.plane.place(s.set)
	} else {
		p.grey = greys(s.set.x)
	}
	p.curves = newCurves(s.lab)
	p.rise = newRise(s.set)
	start := newPile(s.set, &p, p.rise.least, p.rise.most-p.rise.least, p.rise.top)
	p.rise.others, p.rise.odd = start.others, start.odd
	p.close.start = newPile(s.set, &p, 0, firstReach, firstTop)
	p.map2.start = newPile(s.set, &p, -firstReach, 2*firstReach, firstReach)
	return p
}

// greys returns ink, 1, as black on white paper, 0.
func greys(x []float32) []byte {
	out := make([]byte, len(x))
	for i, v := range x {
		out[i] = byte(math.Round(255 * float64(1-max(0, min(1, v)))))
	}
	return out
}

// of returns the pixels of picture i.
func (p *picture) of(i int) []byte { return p.grey[i*pixels : (i+1)*pixels] }

// see brings the picture up to date.
func (p *picture) see(s *scene) {
	p.ready = s.history.last() != nil
	if p.ready {
		t := s.history.last()
		if s.set.isPlane() {
			p.plane.see(s.set, &s.scores, t.noise)
		} else {
			p.sheet.see(s)
		}
		p.rise.see(s)
		p.curves.see(s)
		p.bins.Fill(s.scores.sorted(), -1, 1)
		p.one.see(s)
		p.rows.see(s)
		p.close.see(s)
		p.map2.see(s)
	}
	p.tick(s)
}

// tick brings the words up to date.
func (p *picture) tick(s *scene) { p.words = s.words() }

// Draw implements [sim.Scene].
func (s *scene) Draw(f *sim.Frame) {
	w := &s.view.words
	f.Unit, f.Of, f.Part, f.Parts, f.Says = "epoch", s.lab.epochs, s.part, s.parts, w.says
	f.Headline, f.Try = sim.Headline{Fact: w.fact, Of: w.of, Words: w.counts}, w.try
	switch s.lab.view {
	case neighboursView:
		s.drawNeighbours(f)
	case latentView:
		s.drawLatent(f)
	default:
		s.drawScores(f)
	}
	s.facts(f)
}

// drawScores draws the panels of the view scores.
func (s *scene) drawScores(f *sim.Frame) {
	p := &s.view
	if s.set.isPlane() {
		p.plane.draw(f.Panel("Which points rose because they were seen?"), s)
	} else {
		p.rise.draw(f.Panel("Which pictures rose because they were seen?"), s)
	}
	p.curves.drawUnseen(f.Panel("Do unseen points still become likelier?"), s)
	p.curves.drawScore(f.Panel("How does the score grow?"), s)
	p.one.draw(f.Panel("What does each model say of one point?"), s)
	if s.set.isPlane() {
		p.plane.drawOther(f.Panel("And a model that saw it?"), s)
		p.rise.draw(f.Panel("Who rose above the floor?"), s)
	} else {
		p.sheet.draw(f.Panel("Which pictures score high (frame: purple low, yellow high)?"), s)
	}
	s.drawBins(f.Panel("How are the scores spread?"))
}

// waiting is what a panel says before the first checkpoint.
const waiting = "The first scores come with epoch 5."

func (s *scene) drawBins(p *sim.Panel) {
	p.Short, p.Empty = "All scores", waiting
	if !s.view.ready {
		return
	}
	b := &s.view.bins
	p.Axes(sim.Axis{Name: "score", Unit: "nats", Min: b.Low, Max: b.High}, sim.Axis{Name: "points", Min: 0, Max: b.Top})
	b.Draw(p, "less likely", "likelier because seen")
	q := s.history.last().q95
	p.Upright(sim.Line{Role: sim.Copied}, q, 0, 0.8*b.Top)
	p.Label(sim.Label{Text: "95 % below", X: q, Y: 0.88 * b.Top, Role: sim.Copied})
}

// oneRing puts a ring around a point, without a badge.
var oneRing = [...]int{1}

// encircle marks the point that is picked.
func encircle(p *sim.Panel, x, y, width float64) {
	p.Dot(sim.Points{Name: "the point shown", Role: sim.Train, Counts: oneRing[:], Width: width}, x, y)
}
