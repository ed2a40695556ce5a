package nn

import (
	"math"
	"math/rand/v2"
	"testing"
)

// A piece is something between packed rows: a function of all its inputs with a way back.
// Plain is the same in float64, with plain loops.
type piece struct {
	name    string
	inputs  []float32
	outputs int
	forward func(y []float32)
	back    func(dx, dy []float32) // adds nothing: sets all
	plain   func(x []float64) []float64
}

// check compares outputs with those of plain, and slopes with central differences of plain.
func (p piece) check(t *testing.T) {
	t.Helper()
	normal := source(5)
	y, dy, dx := make([]float32, p.outputs), draw(p.outputs, normal), make([]float32, len(p.inputs))
	p.forward(y)
	x := wide(p.inputs)
	for i, want := range p.plain(x) {
		if math.Abs(float64(y[i])-want) > 2e-6 {
			t.Errorf("%s: output %d is %g, want %g", p.name, i, y[i], want)
		}
	}
	p.back(dx, dy)
	loss := func() (sum float64) {
		for i, v := range p.plain(x) {
			sum += v * float64(dy[i])
		}
		return sum
	}
	const step = 1e-4
	for i, v := range x {
		x[i] = v + step
		up := loss()
		x[i] = v - step
		want := (up - loss()) / (2 * step)
		x[i] = v
		if math.Abs(float64(dx[i])-want) > 1e-5 {
			t.Errorf("%s: slope %d is %g, want %g", p.name, i, dx[i], want)
		}
	}
}

// spansOf puts spans of queries and keys one behind the other.
func spansOf(sizes ...[2]int) (spans []Span) {
	q, k := 0, 0
	for _, s := range sizes {
		spans = append(spans, Span{q, s[0], k, s[1]})
		q, k = q+s[0], k+s[1]
	}
	return spans
}

// attentionPiece is attention of packed rows: queries d wide, keys and values side by side.
func attentionPiece(name string, a *Attention, spans []Span) piece {
	last, d := spans[len(spans)-1], a.Width
	queries, keys := last.Query+last.Queries, last.Key+last.Keys
	weights := make([]float32, a.Weights(spans))
	p := piece{name: name, inputs: draw(queries*d+keys*2*d, source(9)), outputs: queries * d}
	rows := func(x []float32) Rows {
		return Rows{Q: x, K: x[queries*d:], V: x[queries*d+d:], LdQ: d, LdK: 2 * d}
	}
	p.forward = func(y []float32) { a.Forward(y, weights, rows(p.inputs), spans) }
	p.back = func(dx, dy []float32) { a.Backward(rows(dx), dy, weights, rows(p.inputs), spans) }
	p.plain = func(x []float64) []float64 {
		y := make([]float64, queries*d)
		for _, s := range spans {
			for i := s.Query; i < s.Query+s.Queries; i++ {
				for h := range a.Heads {
					plainHead(y[i*d:], x[i*d:], x[queries*d+s.Key*2*d:], h, i-s.Query, s.Keys, a)
				}
			}
		}
		return y
	}
	return p
}

// plainHead is one head of one query: query number i of its span, whose keys and values
// begin at memory.
func plainHead(y, q, memory []float64, h, i, keys int, a *Attention) {
	d, wide := a.Width, a.Width/a.Heads
	sum := 0.0
	for j := range keys {
		dot := 0.0
		for c := h * wide; c < (h+1)*wide; c++ {
			dot += q[c] * memory[j*2*d+c]
		}
		if a.Causal && j > i {
			continue
		}
		e := math.Exp(dot / math.Sqrt(float64(wide)))
		sum += e
		for c := h * wide; c < (h+1)*wide; c++ {
			y[c] += e * memory[j*2*d+d+c]
		}
	}
	for c := h * wide; c < (h+1)*wide; c++ {
		y[c] /= sum
	}
}

func TestAttention(t *testing.T) {
	attentionPiece("cross", NewAttention(6, 2, 7, false), spansOf([2]int{3, 7}, [2]int{1, 1}, [2]int{5, 2})).check(t)
	attentionPiece("causal", NewAttention(8, 4, 5, true), spansOf([2]int{5, 5}, [2]int{1, 1}, [2]int{4, 4})).check(t)
}

// What a pair of spans says does not depend on what is packed with it, bit for bit.
func TestAttentionAlone(t *testing.T) {
	a := NewAttention(8, 4, 6, true)
	spans := spansOf([2]int{6, 6}, [2]int{3, 3})
	x := draw(9*24, source(2))
	rows := Rows{Q: x, K: x[8:], V: x[16:], LdQ: 24, LdK: 24}
	both, one, weights := make([]float32, 9*8), make([]float32, 9*8), make([]float32, a.Weights(spans))
	a.Forward(both, weights, rows, spans)
	a.Forward(one, weights, rows, spans[1:])
	if Hash(both[6*8:]) != Hash(one[6*8:]) {
		t.Error("a span alone gives other bits than beside another one")
	}
}

// normPiece is a norm; its inputs are rows, and then the parameters.
func normPiece(rows, width int) piece {
	n, s := Norm{Width: width, At: rows * width}, NewMoments(rows)
	p := piece{name: "norm", inputs: draw(rows*width+n.Size(), source(4)), outputs: rows * width}
	p.forward = func(y []float32) { n.Forward(y, s, p.inputs, p.inputs, rows) }
	p.back = func(dx, dy []float32) { n.Backward(dx, dx, s, p.inputs, p.inputs, dy, rows) }
	p.plain = func(x []float64) []float64 {
		y := make([]float64, rows*width)
		for i := range rows {
			row, mean, variance := x[i*width:(i+1)*width], 0.0, 0.0
			for _, v := range row {
				mean += v / float64(width)
			}
			for _, v := range row {
				variance += (v - mean) * (v - mean) / float64(width)
			}
			for j, v := range row {
				y[i*width+j] = (v-mean)/math.Sqrt(variance+1e-5)*x[rows*width+j] + x[rows*width+width+j]
			}
		}
		return y
	}
	return p
}

func TestNorm(t *testing.T) {
	normPiece(3, 5).check(t)
	normPiece(2, 16).check(t)
	w := draw(10, source(1))
	if (Norm{Width: 5}).Init(w); Hash(w) != Hash([]float32{1, 1, 1, 1, 1, 0, 0, 0, 0, 0}) {
		t.Errorf("a fresh norm has the parameters %v", w)
	}
}

// An embedding adds rows, and on the way back adds the slopes of a word that comes again.
func TestEmbedding(t *testing.T) {
	e := Embedding{IDs: 3, Width: 2, At: 1}
	w, ids := []float32{9, 1, 2, 3, 4, 5, 6}, []int32{2, 0, 2}
	y := make([]float32, 6)
	e.Forward(y, w, ids, false)
	e.Forward(y, w, ids, true)
	if Hash(y) != Hash([]float32{10, 12, 2, 4, 10, 12}) {
		t.Errorf("rows twice are %v", y)
	}
	g := make([]float32, 7)
	e.Backward(g, []float32{1, 2, 10, 20, 100, 200}, ids)
	if Hash(g) != Hash([]float32{0, 10, 20, 0, 0, 101, 202}) {
		t.Errorf("slopes are %v", g)
	}
}

// Dropout leaves the mean as it is, and as many numbers as its rate says.
func TestDropout(t *testing.T) {
	const n = 40000
	d, y, mask, zeros, sum := Dropout{Rate: .3, Rng: rand.New(rand.NewPCG(6, 1))}, make([]float32, n), make([]float32, n), 0, 0.0
	for i := range y {
		y[i] = 1
	}
	d.Draw(mask)
	d.Apply(y, mask)
	for _, v := range y {
		if v == 0 {
			zeros++
		}
		sum += float64(v)
	}
	// Five standard errors.
	if math.Abs(float64(zeros)/n-.3) > 5*math.Sqrt(.3*.7/n) || math.Abs(sum/n-1) > 5*math.Sqrt(.3/.7/n) {
		t.Errorf("%d of %d numbers are 0, the mean of all is %g", zeros, n, sum/n)
	}
	if (Dropout{}).Active() || (Dropout{Rng: d.Rng}).Active() || !d.Active() {
		t.Error("a dropout is active where it should not be, or not where it should")
	}
}

func TestPiecesMakeNoGarbage(t *testing.T) {
	a := attentionPiece("", NewAttention(8, 4, 5, true), spansOf([2]int{5, 5}))
	n := normPiece(4, 8)
	for _, p := range []piece{a, n} {
		y, dx := make([]float32, p.outputs), make([]float32, len(p.inputs))
		if n := testing.AllocsPerRun(5, func() { p.forward(y); p.back(dx, y) }); n > 0 {
			t.Errorf("%g allocations forward and back", n)
		}
	}
}
