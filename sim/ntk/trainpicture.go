package ntk

import (
	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// A trainPicture is what the panels lend to a frame.
type trainPicture struct {
	memory  *sketch.Memory
	share   sketch.Trace // remembered, after each epoch so far
	reach   float64      // of the epoch axis
	margins sketch.Histogram
	sphere  *sketch.Coins
	circle  circle // for d = 2 and 3
	neurons neuronPicture
	others  sketch.Trace // other runs, on the law

	says, counted, allAt, undecided, picked string
}

func newTrainPicture(s *train) trainPicture {
	p := trainPicture{memory: sketch.NewMemory(s.heads(), s.net.trained(), 1), share: sketch.NewTrace(s.lab.epochs + 1),
		margins: sketch.Histogram{Left: sim.HeldOut}, sphere: newMap(s), neurons: newNeuronPicture(s.net.neurons()),
		others: measured(), counted: "of " + sketch.Whole(s.lab.m) + " coin flips remembered"}
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
	p.neurons.see(&s.now)
	if s.epoch > 0 { // before, no label is decided
		p.seeCoins(s)
	}
	if s.lab.d == 2 {
		p.circle.see(s.net)
	}
	p.tell(s)
	s.look()
}

func (p *trainPicture) seeCoins(s *train) {
	p.memory.See(s.epoch, s.now.margin, s.net.change)
	p.sphere.See(s.epoch, s.now.margin)
	if s.first == s.epoch {
		p.memory.Coins.MarkLast(lastOnes)
		p.sphere.MarkLast(lastOnes)
	}
}

// lastOnes is how many labels are marked as the last to be remembered.
const lastOnes = 6
