package inheritance

import (
	"example.org/rote/sim/kernel"
	"example.org/rote/sim/nn"
)

// A selfSublayer lets the words of a sentence look at each other.
type selfSublayer struct {
	norm      nn.Norm
	in        nn.Layer // to queries, keys and values, side by side
	attention *nn.Attention
	out       nn.Layer
}

func newSelf(p *plan, width int, causal bool) selfSublayer {
	return selfSublayer{p.norm(width), p.matrix(width, 3*width), nn.NewAttention(width, attentionHeads, places, causal), p.matrix(width, width)}
}

// A crossSublayer lets the words of the target look at the source.
type crossSublayer struct {
	norm      nn.Norm
	query     nn.Layer
	memory    nn.Layer // of the source, to keys and values, side by side
	attention *nn.Attention
	out       nn.Layer
}

func newCross(p *plan, width int) crossSublayer {
	return crossSublayer{p.norm(width), p.matrix(width, width), p.matrix(width, 2*width),
		nn.NewAttention(width, attentionHeads, places, false), p.matrix(width, width)}
}

// A feedSublayer works on each row by itself.
type feedSublayer struct {
	norm     nn.Norm
	up, down nn.Layer
}

func newFeed(p *plan, width int) feedSublayer {
	return feedSublayer{p.norm(width), p.dense(width, 2*width, nn.ReLU, true), p.dense(2*width, width, nn.Linear, true)}
}

// A state is what a sublayer keeps of its rows for the way back, with the derivatives by it.
type state struct {
	x, y    []float32 // the stream before and behind the sublayer; x belongs to who wrote it
	moments nn.Moments
	normed  twin
	in      twin      // queries, keys and values, or queries only, or what lies between up and down
	memory  twin      // keys and values of a cross-attention
	weights []float32 // of attention
	mixed   twin
	sub     twin // what is added to the stream
	mask    []float32
	masked  bool // mask is not all 1
}

// A twin is numbers, and the derivatives by them.
type twin struct{ value, slope []float32 }

// from makes the rows of y by a layer from those of x.
func (y *twin) from(x *twin, l *nn.Layer, w []float32, rows int) {
	l.Forward(y.value, y.value, w, x.value, rows)
}

// back is the way back of from.
func (y *twin) back(x *twin, l *nn.Layer, g, w []float32, rows int) {
	l.Backward(x.slope, g, w, x.value, y.value, y.value, y.slope, rows)
}

func numbers(n int) twin { return twin{make([]float32, n), make([]float32, n)} }

// newState returns room for so many rows: in numbers in each between the layers, memory
// numbers in each of as many others, and the weights of attention with up to places keys.
func newState(rows, width, in, memory, weights int) *state {
	s := &state{
		y: make([]float32, rows*width), moments: nn.NewMoments(rows), normed: numbers(rows * width), in: numbers(rows * in),
		memory: numbers(rows * memory), weights: make([]float32, rows*weights), mixed: numbers(rows * width), sub: numbers(rows * width),
		mask: make([]float32, rows*width), masked: true,
	}
	s.unmask()
	return s
}

// unmask lets all through.
func (s *state) unmask() {
	if !s.masked {
		return
	}
	for i := range s.mask {
		s.mask[i] = 1
	}
	s.masked = false
}

// enter takes the stream before the sublayer.
func (s *state) enter(norm *nn.Norm, w, x []float32, rows int) {
	s.x = x
	norm.Forward(s.normed.value, s.moments, w, x, rows)
}

// back is the way back of enter: stream is the derivative as far as it went past the
// sublayer, and becomes all of it.
func (s *state) back(norm *nn.Norm, g, w, stream []float32, rows int) {
	norm.Backward(stream, g, s.moments, w, s.x, s.normed.slope, rows)
}

// join adds what the last layer makes, as far as dropout leaves it, to the stream.
func (s *state) join(last *nn.Layer, from *twin, w []float32, rows int, drop nn.Dropout) []float32 {
	n := rows * last.Out
	if drop.Active() {
		drop.Draw(s.mask[:n])
		s.masked = true
	} else {
		s.unmask()
	}
	s.sub.from(from, last, w, rows)
	copy(s.y[:n], s.x[:n])
	kernel.Mul(s.y[:n], s.sub.value[:n], s.mask[:n], true)
	return s.y[:n]
}

// part is the way back of join: stream holds the derivative by y, and is that by x as far
// as it goes past the sublayer.
func (s *state) part(last *nn.Layer, from *twin, g, w, stream []float32, rows int) {
	n := rows * last.Out
	kernel.Mul(s.sub.slope[:n], stream[:n], s.mask[:n], false)
	s.sub.back(from, last, g, w, rows)
}

func (l *selfSublayer) rows(x []float32) nn.Rows {
	d := l.out.In
	return nn.Rows{Q: x, K: x[d:], V: x[2*d:], LdQ: 3 * d, LdK: 3 * d}
}

func (l *selfSublayer) forward(s *state, w, x []float32, rows int, spans []nn.Span, drop nn.Dropout) []float32 {
	s.enter(&l.norm, w, x, rows)
	s.in.from(&s.normed, &l.in, w, rows)
	l.attention.Forward(s.mixed.value, s.weights, l.rows(s.in.value), spans)
	return s.join(&l.out, &s.mixed, w, rows, drop)
}

// backward turns the derivative by the stream behind the sublayer into that before it.
func (l *selfSublayer) backward(s *state, g, w, stream []float32, rows int, spans []nn.Span) {
	s.part(&l.out, &s.mixed, g, w, stream, rows)
	l.attention.Backward(l.rows(s.in.slope), s.mixed.slope, s.weights, l.rows(s.in.value), spans)
	s.in.back(&s.normed, &l.in, g, w, rows)
	s.back(&l.norm, g, w, stream, rows)
}

func (l *crossSublayer) rows(queries, memory []float32) nn.Rows {
	d := l.out.In
	return nn.Rows{Q: queries, K: memory, V: memory[d:], LdQ: d, LdK: 2 * d}
}

func (l *crossSublayer) forward(s *state, w, x []float32, rows int, spans []nn.Span, drop nn.Dropout) []float32 {
	s.enter(&l.norm, w, x, rows)
	s.in.from(&s.normed, &l.query, w, rows)
	l.attention.Forward(s.mixed.value, s.weights, l.rows(s.in.value, s.memory.value), spans)
	return s.join(&l.out, &s.mixed, w, rows, drop)
}

// backward is as that of selfSublayer; it leaves the derivative by keys and values in the
// state.
func (l *crossSublayer) backward(s *state, g, w, stream []float32, rows int, spans []nn.Span) {
	s.part(&l.out, &s.mixed, g, w, stream, rows)
	l.attention.Backward(l.rows(s.in.slope, s.memory.slope), s.mixed.slope, s.weights, l.rows(s.in.value, s.memory.value), spans)
	s.in.back(&s.normed, &l.query, g, w, rows)
	s.back(&l.norm, g, w, stream, rows)
}

func (l *feedSublayer) forward(s *state, w, x []float32, rows int, drop nn.Dropout) []float32 {
	s.enter(&l.norm, w, x, rows)
	s.in.from(&s.normed, &l.up, w, rows)
	return s.join(&l.down, &s.in, w, rows, drop)
}

func (l *feedSublayer) backward(s *state, g, w, stream []float32, rows int) {
	s.part(&l.down, &s.in, g, w, stream, rows)
	s.in.back(&s.normed, &l.up, g, w, rows)
	s.back(&l.norm, g, w, stream, rows)
}
