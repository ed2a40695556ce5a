package dejavu

import (
	"math"

	"example.org/rote/sim/kernel"
	"example.org/rote/sim/nn"
)

// keptNear is how many of the nearest public pictures are kept of each query, so that
// fewer of them can vote later.
const keptNear = 100

// A reader embeds pictures in all layers of an encoder, and finds the nearest public ones.
type reader struct {
	pass  *nn.Pass
	net   nn.Net
	score []float32 // of some queries for each public picture
	half  []float32 // -|x|²/2 of each public picture
	best  []float32 // keptNear, scratch
}

func newReader(net nn.Net, public int) *reader {
	r := &reader{net: net, pass: nn.NewPass(net, max(1, min(64, sliceWork/net.Flops()))), best: make([]float32, keptNear)}
	r.score, r.half = make([]float32, max(public, sliceWork/32)), make([]float32, public)
	return r
}

// embed writes the outputs of all layers for the pictures x, of inputs numbers each.
func (r *reader) embed(out *[layerCount][]float32, w, x []float32, did meter) bool {
	n := len(x) / inputs
	for from := 0; from < n; from += r.pass.Rows() {
		rows := min(r.pass.Rows(), n-from)
		r.pass.Forward(w, x[from*inputs:(from+rows)*inputs])
		for layer := range out {
			copy(out[layer][from*r.net.Layers[layer].Out:], r.pass.Output(layer))
		}
		if !did(rows * r.net.Flops()) {
			return false
		}
	}
	return true
}

// nearest writes the keptNear nearest of the rows of public to each of the queries, d
// numbers each, to out: the nearest first, and of equal ones that with the lower number.
func (r *reader) nearest(out []uint16, queries, public []float32, d int, did meter) bool {
	n, m := len(queries)/d, len(public)/d
	half := r.half[:m]
	kernel.SquareSums(half, public, m, d, d)
	kernel.Scale(half, half, -0.5)
	const sorting = 60 // operations that a public picture costs when it is put in order
	step := max(1, min(len(r.score)/m, sliceWork/(m*(2*d+sorting))))
	for from := 0; from < n; from += step {
		rows := min(step, n-from)
		kernel.NT(r.score, queries[from*d:], public, half, false, rows, m, d, m, d, d) // x·q - |x|²/2
		for row := range rows {
			r.greatest(out[(from+row)*keptNear:(from+row+1)*keptNear], r.score[row*m:(row+1)*m])
		}
		if !did(rows * m * (2*d + sorting)) {
			return false
		}
	}
	return true
}

// greatest writes the places of the greatest scores, in order. There are at least as many.
func (r *reader) greatest(out []uint16, score []float32) {
	n := 0
	for i, v := range score {
		if v != v {
			v = -math.MaxFloat32
		}
		if n == len(out) && v <= r.best[n-1] {
			continue
		}
		at := place(r.best[:n], v)
		n = min(n+1, len(out))
		copy(r.best[at+1:n], r.best[at:n-1])
		copy(out[at+1:n], out[at:n-1])
		r.best[at], out[at] = v, uint16(i)
	}
}

// place returns how many of the falling numbers are at least v.
func place(falling []float32, v float32) int {
	from, to := 0, len(falling)
	for from < to {
		if middle := (from + to) / 2; falling[middle] >= v {
			from = middle + 1
		} else {
			to = middle
		}
	}
	return from
}
