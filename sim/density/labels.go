package density

import (
	"math"
	"math/rand/v2"
	"slices"

	"example.org/rote/sim"
	"example.org/rote/sim/data"
	"example.org/rote/sim/exact"
	"example.org/rote/sim/nn"
)

// Of the small networks of the view labels.
const (
	labelWidth  = 32
	labelRate   = 0.01
	labelBatch  = 16
	labelEpochs = 20
	seenShare   = 0.7 // of the points that each is trained on
	testCount   = 300
)

// A labelScene measures how far labels are memorized, by the subset estimator of Feldman and
// Zhang (2020): many networks are trained, each on a random part of the points, and a label
// is memorized as far as those that saw it give it back more often than those that did not.
// A tick is a network; at the end points are removed, and networks trained again.
type labelScene struct {
	*sim.Player
	lab     *Lab
	set     *set
	test    []float32 // testCount×pixels
	answers []int32   // testCount
	given   []int32   // n, some of them wrong
	wrong   []bool    // n

	net      nn.Net
	trainer  *nn.Trainer
	order    []int // of the points that a network sees
	batch    []float32
	labels   []int32
	rng      *rand.Rand // of the networks
	room     *nn.Pass
	trained  int
	saw      []bool // models×n
	right    []bool // models×n, the label given back
	rightOn  []bool // models×testCount
	memory   memories
	removal  removal
	view     labelPicture
	part     int
	parts    int
	yield    func(sim.Pace) bool
	over     bool
	work     int
	goalPick int
}

// newLabelScene draws pictures, labels and the source of the networks, in this order.
func newLabelScene(l *Lab, rng *rand.Rand) *labelScene {
	s := &labelScene{lab: l, set: newSet(l, rng), goalPick: l.pick}
	fresh := nextSeeds(rng).rand()
	test, digits := data.Glyphs(fresh, testCount, data.Classes, side, data.Easy())
	data.Binarize(test)
	s.test = test
	for _, d := range digits {
		s.answers = append(s.answers, int32(d))
	}
	s.mislabel(nextSeeds(rng).rand())
	s.rng = nextSeeds(rng).rand()
	s.net = nn.MLP(nn.ReLU, pixels, labelWidth, data.Classes)
	s.trainer = nn.NewTrainer(s.net, nn.NewAdam(s.net.Size(), labelRate), labelBatch)
	s.room = nn.NewPass(s.net, max(l.n, testCount))
	s.batch, s.labels = make([]float32, labelBatch*pixels), make([]int32, labelBatch)
	s.order = make([]int, l.n)
	s.saw, s.right, s.rightOn = make([]bool, l.models*l.n), make([]bool, l.models*l.n), make([]bool, l.models*testCount)
	s.memory = newMemories(l.n)
	s.view = newLabelPicture(s)
	s.view.see(s)
	s.Player = sim.Play(s.play)
	return s
}

// mislabel gives the points their labels, some of them wrong.
func (s *labelScene) mislabel(rng *rand.Rand) {
	s.wrong = make([]bool, s.set.n)
	for _, c := range s.set.classes {
		s.given = append(s.given, int32(c))
	}
	for _, i := range rng.Perm(s.set.n)[:int(math.Round(s.lab.wrong*float64(s.set.n)))] {
		s.wrong[i] = true
		s.given[i] = (s.given[i] + 1 + int32(rng.IntN(data.Classes-1))) % data.Classes
	}
}

// Step implements [sim.Scene].
func (s *labelScene) Step() sim.Pace {
	if s.lab.pick != s.goalPick {
		s.goalPick = s.lab.pick
		s.view.see(s)
		return sim.Busy
	}
	return s.Player.Step()
}

// play is the course of a run.
func (s *labelScene) play(yield func(sim.Pace) bool) {
	s.yield = yield
	for j := range s.lab.models {
		seen := s.draw()
		if !s.learn(seen) || !s.ask(j, seen) {
			return
		}
		s.memory.take(s, j)
		s.trained++
		if s.trained == s.lab.models && !s.remove() {
			return
		}
		if s.trained <= 20 || s.trained%10 == 0 || s.trained == s.lab.models {
			s.memory.estimate(s)
		}
		s.view.see(s)
		if !s.pause(sim.Tick) {
			return
		}
	}
	for s.pause(sim.Done) {
	}
}

// pause hands the time back, and reports whether there is more to do.
func (s *labelScene) pause(p sim.Pace) bool {
	s.work = 0
	s.over = s.over || !s.yield(p)
	return !s.over
}

func (s *labelScene) did(flops int) bool {
	if s.work += flops; s.work < sliceWork {
		return !s.over
	}
	return s.pause(sim.Busy)
}

// draw returns a random part of the points.
func (s *labelScene) draw() []int {
	for i := range s.order {
		s.order[i] = i
	}
	s.rng.Shuffle(len(s.order), func(i, j int) { s.order[i], s.order[j] = s.order[j], s.order[i] })
	return s.order[:int(math.Round(seenShare*float64(len(s.order))))]
}

// learn trains a fresh network on the points seen.
func (s *labelScene) learn(seen []int) bool {
	t := s.trainer
	t.Opt = nn.NewAdam(s.net.Size(), labelRate)
	s.net.Init(t.W, nn.He, func() float64 { return exact.Normal(s.rng) })
	ids := slices.Clone(seen)
	for range labelEpochs {
		s.rng.Shuffle(len(ids), func(i, j int) { ids[i], ids[j] = ids[j], ids[i] })
		for from := 0; from < len(ids); from += labelBatch {
			part := ids[from:min(from+labelBatch, len(ids))]
			for row, i := range part {
				copy(s.batch[row*pixels:], s.set.point(i))
				s.labels[row] = s.given[i]
			}
			t.StepSoftmaxCross(s.batch[:len(part)*pixels], s.labels[:len(part)], 1/float32(len(part)))
			if !s.did(3*len(part)*s.net.Flops() + 8*s.net.Size()) {
				return false
			}
		}
	}
	return true
}

// ask notes what network j, which has seen some points, answers.
func (s *labelScene) ask(j int, seen []int) bool {
	n := s.set.n
	for _, i := range seen {
		s.saw[j*n+i] = true
	}
	s.compare(s.right[j*n:(j+1)*n], s.set.x, s.given)
	if !s.did(n * s.net.Flops()) {
		return false
	}
	s.compare(s.rightOn[j*testCount:(j+1)*testCount], s.test, s.answers)
	return s.did(testCount * s.net.Flops())
}

// compare notes for which of the pictures the network answers with the label, and returns
// how many they are.
func (s *labelScene) compare(right []bool, x []float32, labels []int32) (n int) {
	out := s.room.Forward(s.trainer.W, x)
	for i, label := range labels {
		best := 0
		row := out[i*data.Classes : (i+1)*data.Classes]
		for class, v := range row {
			if v > row[best] {
				best = class
			}
		}
		if right != nil {
			right[i] = int32(best) == label
		}
		if int32(best) == label {
			n++
		}
	}
	return n
}
