package capacity

import (
	"math"
	"math/rand/v2"
	"slices"

	"example.org/rote/sim"
	"example.org/rote/sim/data"
	"example.org/rote/sim/exact"
	"example.org/rote/sim/nn"
)

// A train is the scene of training: a small ReLU network learns random labels by
// Adam, on all examples in each step. The run ends when all labels are
// remembered, or after T steps. A tick is a checkpoint of some steps.
//
// A step goes forward and back in slices of rows; the last slice completes a
// exam of the parameters as they are, and then they change.
type train struct {
	lab  *Lab
	x, y []float32 // n×d on the sphere of radius √d, and n labels ±1
	net  nn.Net
	*nn.Trainer
	adam *nn.Adam
	rows int // of a slice

	atStart []float32 // the parameters

	updates int // so many changes of the parameters
	at      int // rows of the present step
	now     exam
	last    exam    // the latest complete one
	best    float64 // share
	at1000  float64 // share after 1000 changes, or NaN
	first   int     // changes until all labels were remembered, or -1
	ended   bool
	ticking bool // a checkpoint is complete but not shown
	view    trainView
}

// An exam is what the network says of all labels.
type exam struct {
	margins []float64 // n, y·f
	right   int
	loss    float64 // sum
}

const (
	checkpoint = 10        // steps in a tick
	trainSlice = 1_000_000 // floating-point operations in a slice, about
	shareAt    = 1000      // the step of the fact at1000
)

// trainKnobs are those of the view train alone.
type trainKnobs struct {
	depth        string
	width, train int
	lr           float64
}

func (l *Lab) declareTrain(k *sim.Knobs) {
	k.Choice(&l.depth, "depth", "Hidden layers", "1", "2").Names("One", "Two").Main().Short("Layers").Help("Both have the same width.")
	k.Int(&l.width, "width", "Neurons in each layer", 16, 1, 128).Log().Main().Short("Width").Help("Of the hidden layers.")
	k.Int(&l.train, "train", "Training steps at most", 3000, 300, 3000).Log().Main().Short("Steps").
		Help("The learning rate falls in the second half.")
	k.Float(&l.lr, "lr", "Learning rate", 0.01, 0.003, 0.03).Log().Main().Short("Rate").Help("Of Adam.")
}

func newTrain(l *Lab, rng *rand.Rand) *train {
	s := &train{lab: l, at1000: math.NaN(), first: -1}
	s.x = narrow(data.Sphere(rng, l.held(), l.d, math.Sqrt(float64(l.d))))
	s.y = narrow(data.Coins(rng, l.held()))
	s.net = nn.MLP(nn.ReLU, l.widths()...)
	s.rows = min(l.held(), max(1, trainSlice/(3*s.net.Flops())))
	s.adam = nn.NewAdam(s.net.End(), float32(l.lr))
	s.Trainer = nn.NewTrainer(s.net, s.adam, s.rows)
	normal := func() float64 { return exact.Normal(rng) }
	s.net.Init(s.W, spreadAtStart, normal)
	s.net.InitBiases(s.W, 0.1, normal)
	s.atStart = slices.Clone(s.W)
	s.now.margins, s.last.margins = make([]float64, l.held()), make([]float64, l.held())
	s.view = newTrainView(s)
	return s
}

// widths returns those of all layers, from the inputs to the output.
func (l *Lab) widths() []int {
	if l.depth == "2" {
		return []int{l.d, l.width, l.width, 1}
	}
	return []int{l.d, l.width, 1}
}

// spreadAtStart is the deviation of the weights at the start: He's, but for the output.
func spreadAtStart(l nn.Layer) float64 {
	if l.Act == nn.Linear {
		return nn.FanIn(l)
	}
	return nn.He(l)
}

// narrow returns x in single precision.
func narrow(x []float64) []float32 {
	out := make([]float32, len(x))
	for i, v := range x {
		out[i] = float32(v)
	}
	return out
}

func (s *train) Step() sim.Pace {
	switch {
	case s.ticking && s.view.plane.work(s):
		return sim.Busy
	case s.ticking:
		s.ticking = false
		s.view.show(s)
		return sim.Tick
	case s.ended:
		return sim.Done
	}
	for work := 0; work < trainSlice && !s.ticking; {
		work += s.learn()
	}
	return sim.Busy
}

// learn takes one slice of rows, and returns the work of it. The first slice of
// a step changes the parameters by the gradient of the step before.
func (s *train) learn() int {
	if s.at == s.lab.held() {
		s.adam.Rate = s.rate()
		s.Update()
		s.updates++
		s.at = 0
	}
	if s.at == 0 {
		s.now.right, s.now.loss = 0, 0
	}
	d, from, to := s.lab.d, s.at, min(s.lab.held(), s.at+s.rows)
	out, labels := s.Forward(s.x[from*d:to*d]), s.y[from:to]
	for i, f := range out {
		margin := f * labels[i]
		s.now.margins[from+i] = float64(margin)
		if margin > 0 {
			s.now.right++
		}
	}
	s.now.loss += nn.Logistic(s.Dout(), out, labels, 1/float32(s.lab.held()))
	s.Backward()
	if s.at = to; s.at == s.lab.held() {
		s.read()
	}
	return 3 * (to - from) * s.net.Flops()
}

// rate returns Adam's rate for the next change: it falls in the second half.
func (s *train) rate() float32 {
	t, total := float64(s.updates), float64(s.lab.train)
	factor := 1.0
	if t >= total/2 {
		factor = max(0.02, 2*(1-t/total))
	}
	return float32(s.lab.lr * factor)
}

// read closes a reading, and decides whether it is the last one.
func (s *train) read() {
	s.now, s.last = s.last, s.now
	share := s.share()
	s.best = max(s.best, share)
	if share == 1 {
		s.first = s.updates
	}
	if s.updates == shareAt || share == 1 && s.updates < shareAt {
		s.at1000 = share
	}
	s.ended = share == 1 || s.updates == s.lab.train || math.IsNaN(s.last.loss)
	s.ticking = s.ended || s.updates > 0 && s.updates%checkpoint == 0
}

// heads reports for each label whether it is +1.
func (s *train) heads() []bool {
	out := make([]bool, len(s.y))
	for i, y := range s.y {
		out[i] = y > 0
	}
	return out
}

// change returns how far a weight is from its start.
func (s *train) change(weight int) float64 { return float64(s.W[weight]) - float64(s.atStart[weight]) }

// share returns the share of labels that the last reading found right.
func (s *train) share() float64 { return float64(s.last.right) / float64(s.lab.held()) }

// bits returns how many bits about the labels there are for each weight.
func (s *train) bits() float64 { return bitsOf(s.lab.held(), s.share()) / float64(s.net.Size()) }

// perParam returns how many labels there are for each parameter.
func (s *train) perParam() float64 { return float64(s.lab.held()) / float64(s.net.Size()) }
