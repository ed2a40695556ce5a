package ntk

import (
	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// A trainPicture is what the panels lend to a frame.
type trainPicture struct {
	share    sketch.Trace // remembered, after each epoch so far
	reach    float64      // of the epoch axis
	margins  sketch.Histogram
	flips    []float64    // 2q, share of points
	pairs    sketch.Trace // joins the neurons of a pair
	farthest float64      // of the axis of ways, rising
	flippest float64      // of the axis of flips
	change   change
	sides    [2]side // of label +1 and -1
	circle   circle  // for d = 2 and 3
	others   sketch.Trace

	says, allAt, undecided, picked string
}

func newTrainPicture(s *train) trainPicture {
	neurons := s.net.neurons()
	p := trainPicture{share: sketch.NewTrace(s.lab.epochs + 1), flips: make([]float64, neurons),
		pairs: sketch.NewTrace(3 * neurons / 2), farthest: 0.1, change: newChange(s.net), sides: newSides(s),
		margins: sketch.Histogram{Left: sim.Control}, others: measured()}
	if s.lab.d <= 3 {
		p.circle = newCircle()
	}
	return p
}

// see brings the picture up to date with the reading of an epoch.
func (p *trainPicture) see(s *train) {
	p.share.To(float64(s.epoch), s.memorized())
	p.reach = min(sketch.Above(max(10, float64(s.epoch))), float64(s.lab.epochs))
	p.margins.Fill(s.now.margin, -0.5, 1.5)
	p.seeNeurons(s)
	for i := range p.sides {
		p.sides[i].see(s.now.margin)
	}
	if s.lab.d == 2 {
		p.circle.see(s.net)
	}
	p.tell(s)
	s.look()
}
