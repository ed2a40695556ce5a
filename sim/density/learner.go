package density

import (
	"math"
	"math/rand/v2"

	"example.org/rote/sim/exact"
	"example.org/rote/sim/kernel"
	"example.org/rote/sim/nn"
)

// A learner is one model in training, on the points that it may see.
type learner struct {
	w, g    []float32
	opt     nn.Optimizer
	rng     *rand.Rand // of weights, orders and draws
	order   []int      // of its points
	dropped bool       // it has diverged
}

func newLearner(l *Lab, s *shape, points []int, from seeds) *learner {
	m := &learner{w: make([]float32, s.size()), g: make([]float32, s.size()), opt: nn.NewAdam(s.size(), float32(l.lr)),
		rng: from.rand(), order: points}
	s.init(m.w, m.rng)
	return m
}

// mostRows is how many points of a batch are learned at once.
const mostRows = 25

// A school trains learners, one after the other, with one coder for all.
type school struct {
	*coder
	batch int
	x     []float32 // mostRows×d
}

func newSchool(l *Lab, s shape) *school {
	return &school{coder: newCoder(s, mostRows), batch: l.batch, x: make([]float32, mostRows*s.d)}
}

// epoch takes a learner once through its points, in a new order. It drops the learner if
// its loss is no finite number, and returns false if did says so.
func (t *school) epoch(m *learner, points *set, did meter) bool {
	m.rng.Shuffle(len(m.order), func(i, j int) { m.order[i], m.order[j] = m.order[j], m.order[i] })
	for from := 0; from < len(m.order); from += t.batch {
		ids := m.order[from:min(from+t.batch, len(m.order))]
		loss, scale := 0.0, 1/float32(len(ids))
		for len(ids) > 0 {
			n := min(mostRows, len(ids))
			for row, i := range ids[:n] {
				copy(t.x[row*t.d:], points.point(i))
			}
			loss += t.learn(m, t.x[:n*t.d], scale)
			ids = ids[n:]
			if !did(3 * n * t.flops()) {
				return false
			}
		}
		if math.IsNaN(loss) || math.IsInf(loss, 0) {
			m.dropped = true
			return true
		}
		m.opt.Update(m.w, m.g)
		clear(m.g)
	}
	return true
}

// learn adds the gradient of scale times the loss of the rows of x, with one draw for
// each, and returns that loss. Section 3 of Kingma and Welling (2014).
func (t *school) learn(m *learner, x []float32, scale float32) float64 {
	rows := len(x) / t.d
	for i := range rows * t.latent {
		t.eps[i] = float32(exact.Normal(m.rng))
	}
	return t.descend(m.w, m.g, x, rows, scale)
}

// descend is learn with the draws that stand in eps.
func (t *school) descend(w, g, x []float32, rows int, scale float32) (loss float64) {
	n := rows * t.latent
	t.encode(w, x)
	copy(t.z[:n], t.mean[:n])
	kernel.Mul(t.z[:n], t.half[:n], t.eps[:n], true)
	out := t.dec.Forward(w, t.z[:n])
	like := t.likelihood(w, t.dec.Dout(), out, x, t.d, -scale)
	for _, v := range like {
		loss -= float64(v)
	}
	if t.gaussian {
		for _, v := range t.slopes[:rows*t.d] {
			g[t.shape.dec.End()] += v
		}
	}
	t.dec.Backward(t.dz[:n], g, w)
	loss += t.back(rows, scale)
	t.enc.Backward(nil, g, w)
	return loss
}

// back turns the derivative by z into those by mean and log-variance, adds those of the
// divergence from the standard normal distribution, and returns that divergence.
func (t *school) back(rows int, scale float32) (divergence float64) {
	k, dout := t.latent, t.enc.Dout()
	for i := range rows {
		for j := range k {
			at := i*k + j
			mean, half, dz := t.mean[at], t.half[at], t.dz[at]
			variance := float32(half * half)
			dout[2*i*k+j] = dz + float32(scale*mean)
			slope := float32(float32(dz*t.eps[at])*half) + float32(scale*(variance-1))
			dout[2*i*k+k+j] = 0.5 * slope
			divergence += float64(0.5 * float64(float32(mean*mean)+variance-t.spread[at]-1))
		}
	}
	return divergence
}
