package nn

import (
	"fmt"
	"math"

	"example.org/rote/sim/kernel"
)

// A Span says which rows of packed matrices belong together: some queries, and the keys
// that they see.
type Span struct{ Query, Queries, Key, Keys int }

// An Attention lets each row of queries take a mean of the values of its span, weighted by
// the softmax of query·key/√(Width/Heads): for each head on its own part of the columns.
// It has no parameters: projections are layers. Vaswani et al. (2017), section 3.2.
type Attention struct {
	Width, Heads int
	Causal       bool // query i sees keys 0 to i of its span, as many as there are queries

	masks [][]float32 // for each length of a span, Heads·length×length
	room  []float32   // derivatives of the weights of one span
}

// NewAttention returns an attention for spans of up to that many queries and keys. It
// panics unless heads divides width.
func NewAttention(width, heads, most int, causal bool) *Attention {
	if heads < 1 || width%heads != 0 {
		panic(fmt.Sprintf("nn: %d columns do not make %d heads", width, heads))
	}
	a := &Attention{Width: width, Heads: heads, Causal: causal, room: make([]float32, heads*most*most)}
	if causal {
		for n := range most + 1 {
			a.masks = append(a.masks, causalMask(heads, n))
		}
	}
	return a
}

func causalMask(heads, n int) []float32 {
	mask := make([]float32, heads*n*n)
	for row := range heads * n {
		for j := row%n + 1; j < n; j++ {
			mask[row*n+j] = float32(math.Inf(-1))
		}
	}
	return mask
}

// Weights returns how many weights the spans have: for each its heads×queries×keys, in
// this order.
func (a *Attention) Weights(spans []Span) (n int) {
	for _, s := range spans {
		n += a.Heads * s.Queries * s.Keys
	}
	return n
}

// Rows are packed rows of queries, keys and values, and of derivatives by them: matrices
// whose rows lie LdQ, and LdK for keys and values, apart.
type Rows struct {
	Q, K, V  []float32
	LdQ, LdK int
}

func (a *Attention) mask(s Span) []float32 {
	if !a.Causal {
		return nil
	}
	return a.masks[s.Keys]
}

func (a *Attention) scale() float32 {
	return float32(1 / math.Sqrt(float64(a.Width/a.Heads)))
}

// Forward sets the rows of y, Width wide, of each query, and the weights.
func (a *Attention) Forward(y, weights []float32, r Rows, spans []Span) {
	d := a.Width / a.Heads
	for _, s := range spans {
		size := s.Queries * s.Keys
		for h := range a.Heads {
			q, k := r.Q[s.Query*r.LdQ+h*d:], r.K[s.Key*r.LdK+h*d:]
			kernel.NT(weights[h*size:], q, k, nil, false, s.Queries, s.Keys, d, s.Keys, r.LdQ, r.LdK)
		}
		kernel.Softmax(weights, weights, a.mask(s), a.Heads*s.Queries, s.Keys, s.Keys, s.Keys, a.scale())
		for h := range a.Heads {
			v := r.V[s.Key*r.LdK+h*d:]
			kernel.NN(y[s.Query*a.Width+h*d:], weights[h*size:], v, nil, false, s.Queries, d, s.Keys, a.Width, s.Keys, r.LdK)
		}
		weights = weights[a.Heads*size:]
	}
}

// Backward sets the derivatives by queries, keys and values, given those by y and what
// Forward was given and made. No row is in two spans.
func (a *Attention) Backward(dr Rows, dy, weights []float32, r Rows, spans []Span) {
	d := a.Width / a.Heads
	for _, s := range spans {
		size := s.Queries * s.Keys
		for h := range a.Heads {
			out, key := dy[s.Query*a.Width+h*d:], s.Key*r.LdK+h*d
			kernel.NT(a.room[h*size:], out, r.V[key:], nil, false, s.Queries, s.Keys, d, s.Keys, a.Width, r.LdK)
			kernel.TN(dr.V[s.Key*dr.LdK+h*d:], weights[h*size:], out, nil, false, s.Keys, d, s.Queries, dr.LdK, s.Keys, a.Width)
		}
		kernel.SoftmaxBack(a.room, a.room, weights, a.Heads*s.Queries, s.Keys, s.Keys, a.scale())
		for h := range a.Heads {
			q, k, slope := s.Query*r.LdQ+h*d, s.Key*r.LdK+h*d, a.room[h*size:]
			kernel.NN(dr.Q[s.Query*dr.LdQ+h*d:], slope, r.K[k:], nil, false, s.Queries, d, s.Keys, dr.LdQ, s.Keys, r.LdK)
			kernel.TN(dr.K[s.Key*dr.LdK+h*d:], slope, r.Q[q:], nil, false, s.Keys, d, s.Queries, dr.LdK, s.Keys, r.LdQ)
		}
		weights = weights[a.Heads*size:]
	}
}
