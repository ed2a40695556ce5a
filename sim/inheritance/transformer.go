package inheritance

import (
	"example.org/rote/sim/nn"
)

// A transformer is the shape of a network: one layer that reads the source, and one that
// writes the target. Vaswani et al. (2017), with norms before the sublayers, learned places,
// and a norm at the end of both sides. Its parameters are one flat vector.
type transformer struct {
	width int

	sourceWords, sourcePlaces, targetWords, targetPlaces nn.Embedding

	reading struct {
		self selfSublayer
		feed feedSublayer
		last nn.Norm
	}
	writing struct {
		self  selfSublayer
		cross crossSublayer
		feed  feedSublayer
		last  nn.Norm
		out   nn.Layer // to the logits of the vocabulary
	}
	size int
}

const (
	attentionHeads = 4
	places         = 12 // of sources, and of targets
	embedded       = .3 // standard deviation of fresh embeddings
)

// A plan lays parameters out, one range behind the other.
type plan struct{ at int }

func (p *plan) embedding(ids, width int) nn.Embedding {
	e := nn.Embedding{IDs: ids, Width: width, At: p.at}
	p.at += e.Size()
	return e
}

func (p *plan) norm(width int) nn.Norm {
	n := nn.Norm{Width: width, At: p.at}
	p.at += n.Size()
	return n
}

func (p *plan) dense(in, out int, act nn.Activation, bias bool) nn.Layer {
	l := nn.Layer{In: in, Out: out, Act: act, NoBias: !bias, At: p.at}
	p.at += l.Size()
	return l
}

func (p *plan) matrix(in, out int) nn.Layer { return p.dense(in, out, nn.Linear, false) }

func newTransformer(width int) *transformer {
	t, p := &transformer{width: width}, new(plan)
	t.sourceWords, t.sourcePlaces = p.embedding(vocabulary, width), p.embedding(places, width)
	t.targetWords, t.targetPlaces = p.embedding(vocabulary, width), p.embedding(places, width)
	t.reading.self, t.reading.feed, t.reading.last = newSelf(p, width, false), newFeed(p, width), p.norm(width)
	t.writing.self, t.writing.cross, t.writing.feed = newSelf(p, width, true), newCross(p, width), newFeed(p, width)
	t.writing.last, t.writing.out = p.norm(width), p.matrix(width, vocabulary)
	t.size = p.at
	return t
}

// weights returns how many parameters there are without those of the embeddings.
func (t *transformer) weights() int { return t.size - t.reading.self.norm.At }

// init draws fresh parameters from normal.
func (t *transformer) init(w []float32, normal func() float64) {
	for _, e := range []nn.Embedding{t.sourceWords, t.sourcePlaces, t.targetWords, t.targetPlaces} {
		e.Init(w, embedded, normal)
	}
	r, u := &t.reading, &t.writing
	for _, n := range []nn.Norm{r.self.norm, r.feed.norm, r.last, u.self.norm, u.cross.norm, u.feed.norm, u.last} {
		n.Init(w)
	}
	nn.Net{Layers: []nn.Layer{r.self.in, r.self.out, r.feed.up, r.feed.down, u.self.in, u.self.out,
		u.cross.query, u.cross.memory, u.cross.out, u.feed.up, u.feed.down, u.out}}.Init(w, nn.FanIn, normal)
}

// flops returns about how much work forward is for so many rows of sources and of targets.
func (t *transformer) flops(sources, targets int) int {
	reading := t.writing.self.norm.At - t.reading.self.norm.At
	return 2 * (reading*sources + (t.weights()-reading)*targets)
}
