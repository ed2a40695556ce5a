package sketch

import (
	"math"

	"example.org/rote/sim"
)

// A Trace is a curve that grows point by point. The zero Trace is empty.
type Trace struct {
	X, Y []float64 // same length
}

// NewTrace returns an empty trace with room for n points, which it takes without
// allocating.
func NewTrace(n int) Trace { return Trace{make([]float64, 0, n), make([]float64, 0, n)} }

// To appends a point. It is not inlined, as two appends are much code.
//
//go:noinline
func (t *Trace) To(x, y float64) { t.X, t.Y = append(t.X, x), append(t.Y, y) }

// Lift breaks the curve: the next point begins a new piece.
func (t *Trace) Lift() { t.To(math.NaN(), math.NaN()) }

// Clear empties the trace and keeps its memory.
func (t *Trace) Clear() { t.X, t.Y = t.X[:0], t.Y[:0] }

// Line returns m with the points of the trace, which it lends.
func (t *Trace) Line(m sim.Line) sim.Line { m.X, m.Y = t.X, t.Y; return m }

// Points returns m with the points of the trace, which it lends. The trace has no
// breaks.
func (t *Trace) Points(m sim.Points) sim.Points { m.X, m.Y = t.X, t.Y; return m }
