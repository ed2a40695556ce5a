package ntk

// A trainPicture is what the panels lend to a frame.
type trainPicture struct {
	epochs, share []float64 // one for each reading so far
	reach         float64   // of the epoch axis
	ends          [2]float64
	half          [2]float64
	margins       histogram
	flips         []float64 // 2q, share of points
	pairX, pairY  []float64 // 3q, joins the neurons of a pair
	farthest      float64   // of the axis of ways, rising
	flippest      float64   // of the axis of flips
	change        change
	perLabel, top [1]float64

	sides  [2]side // of label +1 and -1
	circle circle  // for d = 2

	corner, enough upright // where hinge stops pushing, and one weight per label

	otherX, otherY                 []float64 // other runs
	says, allAt, undecided, picked string
}

func newTrainPicture(s *train) trainPicture {
	neurons := s.net.neurons()
	p := trainPicture{epochs: make([]float64, 0, s.lab.epochs+1), share: make([]float64, 0, s.lab.epochs+1),
		half: [2]float64{0.5, 0.5}, flips: make([]float64, neurons),
		pairX: make([]float64, 3*neurons/2), pairY: make([]float64, 3*neurons/2), perLabel: [1]float64{s.lab.perLabel()}}
	p.enough, p.farthest, p.change = newUpright(1, 1), 0.1, newChange(s.net)
	p.otherX, p.otherY = measured()
	p.sides = newSides(s)
	if s.lab.d <= 3 {
		p.circle = newCircle()
	}
	return p
}

// see brings the picture up to date with the reading of an epoch.
func (p *trainPicture) see(s *train) {
	p.epochs, p.share = append(p.epochs, float64(s.epoch)), append(p.share, s.memorized())
	p.reach = min(roundUp(max(10, float64(s.epoch))), float64(s.lab.epochs))
	p.ends = [2]float64{0, p.reach}
	p.margins.fill(s.now.margin)
	p.corner = newUpright(1, p.margins.top)
	p.top[0] = s.best
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
