package inheritance

import (
	"math"
	"math/rand/v2"

	"example.org/rote/sim/kernel"
	"example.org/rote/sim/nn"
)

// learn adds the gradient of scale times the loss of up to mostPairs pairs to g, and
// returns that loss, summed over their words.
func (n *network) learn(g, w []float32, pairs []pair, scale, smoothing float32) float64 {
	n.pack(pairs)
	return n.descend(g, w, scale, smoothing)
}

// descend is learn for the pairs that are packed.
func (n *network) descend(g, w []float32, scale, smoothing float32) float64 {
	logits := n.forward(w)
	loss := nn.SmoothCross(n.logits.slope[:len(logits)], logits, n.label, scale, smoothing)
	n.backward(g, w)
	return loss
}

// tokensOf returns how many words of the targets are learned, end signs included.
func tokensOf(pairs []pair) (n int) {
	for _, p := range pairs {
		n += len(p.target) + 1
	}
	return n
}

// batchPairs is how many pairs are learned with one update, but for the last of an epoch.
const batchPairs = 32

// A lesson is what a model learns from.
type lesson struct {
	pairs   []int      // indices into the corpus
	targets []sentence // by pair of the corpus
}

// A schedule is the rate of a training: it grows over warm updates, and falls to a tenth at
// the end.
type schedule struct {
	rate float64
	warm int
}

// A learner is a model in training.
type learner struct {
	*network
	lesson
	schedule
	w, g   []float32
	opt    *nn.Adam
	rng    *rand.Rand // of the orders
	order  []int
	drops  nn.Dropout
	smooth float32

	update, updates int     // done, and all
	loss            float64 // sum of this epoch
	words           int
	broken          bool // its loss or gradient was no number; w is as it was before
}

// maxNorm is what gradients are clipped to.
const maxNorm = 1

// sliceWork is how many floating-point operations a slice may take: 4 ms on a slow machine.
const sliceWork = 4e6

// newLearner returns the learner of a model with the parameters w.
//
//go:noinline
func newLearner(n *network, w []float32, l lesson, s schedule, epochs int, rng *rand.Rand) *learner {
	m := &learner{network: n, lesson: l, schedule: s, w: w, g: make([]float32, n.size), opt: nn.NewAdam(n.size, 0), rng: rng}
	m.opt.Beta2 = .98
	m.order = append(m.order, l.pairs...)
	m.updates = epochs * m.batches()
	return m
}

// batches returns how many batches an epoch has.
func (m *learner) batches() int { return (len(m.order) + batchPairs - 1) / batchPairs }

// start begins an epoch, in a new order.
func (m *learner) start() {
	m.loss, m.words = 0, 0
	m.rng.Shuffle(len(m.order), func(i, j int) { m.order[i], m.order[j] = m.order[j], m.order[i] })
}

// batch learns batch i of an epoch. It returns false if did says so.
func (m *learner) batch(i int, sources []pair, did meter) bool {
	if m.broken {
		return true
	}
	ids := m.order[i*batchPairs : min((i+1)*batchPairs, len(m.order))]
	words := 0
	for _, j := range ids {
		words += len(m.targets[j]) + 1
	}
	loss := 0.0
	for len(ids) > 0 {
		k := min(m.learnedAtOnce, len(ids))
		m.clear()
		m.network.drop = m.drops
		for _, j := range ids[:k] {
			m.add(sources[j].source, m.targets[j])
		}
		loss += m.descend(m.g, m.w, 1/float32(words), m.smooth)
		m.network.drop = nn.Dropout{}
		ids = ids[k:]
		if !did(3 * m.flops(len(m.source), len(m.target))) {
			return false
		}
	}
	m.loss, m.words = m.loss+loss, m.words+words
	m.step(loss)
	return true
}

// step updates the parameters, unless loss or gradient are no numbers.
func (m *learner) step(loss float64) {
	norm := float64(kernel.Clip(m.g, maxNorm))
	if math.IsNaN(loss+norm) || math.IsInf(loss+norm, 0) {
		m.broken = true
		return
	}
	m.update++
	t := float64(m.update)
	m.opt.Rate = float32(float64(m.rate*min(1, t/float64(m.warm))) * (1 - float64(.9*t/float64(m.updates))))
	m.opt.Update(m.w, m.g)
	clear(m.g)
}

// mean returns the mean loss of a word in this epoch.
func (m *learner) mean() float64 { return m.loss / float64(m.words) }

// A meter counts work in floating-point operations, and is asked after each piece of it: it
// hands the time back when a slice is full, and reports whether to go on.
type meter func(flops int) bool
