package nn

import "example.org/rote/sim/kernel"

// An Embedding is a table of a row for each id. Its parameters are a range of a flat
// vector, IDs×Width.
type Embedding struct {
	IDs, Width int
	At         int // where its parameters begin
}

// Size returns how many parameters the embedding has.
func (e Embedding) Size() int { return e.IDs * e.Width }

// Table returns the part of w that is the table.
func (e Embedding) Table(w []float32) []float32 { return w[e.At : e.At+e.Size()] }

// Init draws the table from normal, times a deviation.
func (e Embedding) Init(w []float32, deviation float64, normal func() float64) {
	fill(e.Table(w), deviation, normal)
}

// Forward sets row i of y, len(ids)×Width, to that of ids[i]; with add it adds it.
func (e Embedding) Forward(y, w []float32, ids []int32, add bool) {
	kernel.Gather(y, e.Table(w), ids, add, e.IDs, e.Width)
}

// Backward adds the derivatives by the rows of y to those by the table in g, in order.
func (e Embedding) Backward(g, dy []float32, ids []int32) {
	kernel.ScatterAdd(e.Table(g), dy, ids, e.IDs, e.Width)
}
