package ntk

import (
	"math/rand/v2"

	"example.org/rote/sim"
	"example.org/rote/sim/data"
)

// A train is the scene of gradient descent. A tick is an epoch: all batches of a
// new order, and then a reading of all labels. The reading at the start belongs to
// Open.
type train struct {
	lab  *Lab
	rng  *rand.Rand
	net  *network
	x, y []float32 // m×d and m

	order          []int // of the examples
	at             int   // so many of them are learnt in this epoch
	rows           int   // of a slice
	batchX, batchY []float32

	epoch     int
	now, next reading
	startOpen []bool // m×2q, the gates at the start
	mostRight int    // labels remembered after one epoch
	first     int    // epoch at which all labels were remembered, or noEpochYet
	dead      int    // points with no open gate at the start
	broken    bool

	shown   int // the value of pick that the picture is up to date with
	picture trainPicture
}

const (
	sliceWork  = 800_000 // floating-point operations in a step, about
	tooLong    = 1000    // growth of W after which the steps are called too long
	noEpochYet = -1
)

func newTrain(l *Lab, rng *rand.Rand) *train {
	s := &train{lab: l, rng: rng, first: noEpochYet}
	s.x = narrow(data.Sphere(rng, l.m, l.d, 1))
	s.y = narrow(data.Coins(rng, l.m))
	neurons := 2 * l.pairs()
	s.rows = min(l.m, max(1, min(l.batch, 256), sliceWork/(6*neurons*(l.d+1))))
	s.net = newNetwork(l, s.rows, rng)
	s.batchX, s.batchY = make([]float32, s.rows*l.d), make([]float32, s.rows)
	s.now, s.next = newReading(l.m, neurons), newReading(l.m, neurons)
	s.readStart()
	for i := range l.m {
		s.order = append(s.order, i)
	}
	s.begin()
	return s
}

// narrow returns x in single precision.
func narrow(x []float64) []float32 {
	out := make([]float32, len(x))
	for i, v := range x {
		out[i] = float32(v)
	}
	return out
}

// readStart notes the gates, and reads the labels before anything is learnt.
func (s *train) readStart() {
	neurons := s.net.neurons()
	s.startOpen = make([]bool, s.lab.m*neurons)
	for from := 0; from < s.lab.m; from += s.rows {
		h := s.net.answer(s.slice(from))
		for i := range len(h) * neurons {
			s.startOpen[from*neurons+i] = s.net.z[i] > 0
		}
	}
	for !s.next.done() {
		s.read()
	}
	s.picture = newTrainPicture(s)
	s.close()
	s.dead = s.now.closed()
}

// slice returns the points of a slice of rows.
func (s *train) slice(from int) []float32 {
	return s.x[from*s.lab.d : min(from+s.rows, s.lab.m)*s.lab.d]
}

// begin starts an epoch.
func (s *train) begin() {
	if s.ended() {
		return
	}
	s.at = 0
	s.rng.Shuffle(len(s.order), func(i, j int) { s.order[i], s.order[j] = s.order[j], s.order[i] })
}

func (s *train) ended() bool {
	return s.broken || s.epoch == s.lab.epochs || (s.first != noEpochYet && !s.lab.after)
}

func (s *train) Step() sim.Pace {
	switch {
	case s.shown != s.lab.pick:
		s.look()
		return sim.Busy
	case s.ended():
		return sim.Done
	}
	for work := 0; work < sliceWork; {
		switch {
		case s.at < s.lab.m:
			work += s.learn()
		case !s.next.done():
			work += s.read()
		default:
			s.epoch++
			s.close()
			s.begin()
			return sim.Tick
		}
	}
	return sim.Busy
}

// learn takes one slice of a batch, and returns the work of it.
func (s *train) learn() int {
	size, d := min(s.lab.batch, s.lab.m), s.lab.d
	start := s.at / size * size
	end := min(start+size, s.lab.m)
	n := min(s.rows, end-s.at)
	for row, i := range s.order[s.at : s.at+n] {
		copy(s.batchX[row*d:(row+1)*d], s.x[i*d:(i+1)*d])
		s.batchY[row] = s.y[i]
	}
	s.net.learn(s.batchX[:n*d], s.batchY[:n], 1/float32(end-start))
	if s.at += n; s.at == end {
		s.net.update()
	}
	return 3 * n * s.net.flops()
}

// read reads one slice of the labels, and returns the work of it.
func (s *train) read() int {
	neurons, from := s.net.neurons(), s.next.read
	h := s.net.answer(s.slice(from))
	labels := s.y[from : from+len(h)]
	s.next.loss += s.net.loss(s.net.dh[:len(h)], h, labels, 1)
	for row, answer := range h {
		s.next.add(float64(answer)*float64(labels[row]), s.net.z[row*neurons:(row+1)*neurons],
			s.startOpen[(from+row)*neurons:(from+row+1)*neurons])
	}
	return len(h) * s.net.flops()
}

// close ends a reading, and brings the picture up to date with it.
func (s *train) close() {
	if !s.next.isFinite() || !(s.net.growth() <= tooLong) {
		s.broken = true
		s.picture.tell(s)
		return
	}
	s.next.close(s.net)
	s.now, s.next = s.next, s.now
	s.next.clear()
	s.mostRight = max(s.mostRight, s.now.right)
	if s.now.right == s.lab.m && s.first == noEpochYet {
		s.first = s.epoch
	}
	s.picture.see(s)
}

// memorized returns the share of labels that are remembered now.
func (s *train) memorized() float64 { return float64(s.now.right) / float64(s.lab.m) }

// best returns the largest share so far.
func (s *train) best() float64 { return float64(s.mostRight) / float64(s.lab.m) }
