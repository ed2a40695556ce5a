package diffusion

import (
	"math"

	"example.org/rote/sim/exact"
)

// A field is where the network is looked at everywhere at one noise level, and
// what it could do there.
type field struct {
	noise   noise
	arrow   float64   // length of the longest arrow
	x, y    []float64 // networkArrows
	place   []float64 // networkArrows×2, the same
	cells   []float64 // errorCells×2
	right   []float64 // errorCells×2, the denoiser D* of the truth
	copying []float64 // errorCells×2, that of the training points minus D*
	copies  *mixture
	known   int // of how many cells they are known
}

func newField(train []float64) field {
	around := window{half: networkHalf}
	f := field{noise: noiseAt(exact.Log(lookSigma)), arrow: 1.8 * networkHalf / arrowRows,
		place: make([]float64, 0, 2*networkArrows), cells: make([]float64, 0, 2*errorCells),
		right: make([]float64, 2*errorCells), copying: make([]float64, 2*errorCells), copies: newMixture(2, train)}
	for i := range networkArrows {
		x, y := around.centre(i, arrowRows)
		f.place = append(f.place, x, y)
	}
	f.x, f.y = column(f.place, 0), column(f.place, 1)
	for i := range errorCells {
		x, y := around.centre(i, errorRows)
		f.cells = append(f.cells, x, y)
	}
	return f
}

// column returns coordinate j of the rows of x, n×2.
func column(x []float64, j int) []float64 {
	out := make([]float64, len(x)/2)
	for i := range out {
		out[i] = x[2*i+j]
	}
	return out
}

// learn computes what could be done in cell i.
func (f *field) learn(i int) {
	x, right, copying := f.cells[2*i:2*i+2], f.right[2*i:2*i+2], f.copying[2*i:2*i+2]
	truePull(right, x[0], x[1], f.noise)
	f.copies.at(copying, x, f.noise.sigma)
	for j := range 2 {
		copying[j] -= right[j]
		right[j] += x[j]
	}
}

// arrows computes the pull D-x of at most lookRows arrows, with compressed lengths.
func (e *exam) arrows(d *denoiser, from, to int) {
	f := &e.field
	d.at(e.m, f.place[2*from:2*to], f.noise)
	for i := from; i < to; i++ {
		dx, dy := e.m[2*(i-from)]-f.x[i], e.m[2*(i-from)+1]-f.y[i]
		scale := f.arrow / (1 + math.Sqrt(float64(dx*dx)+float64(dy*dy)))
		e.paper.dx[i], e.paper.dy[i] = scale*dx, scale*dy
	}
}

// blind is the distance of the two denoisers below which a cell cannot tell them
// apart.
const blind = 0.1

// errors computes for at most lookRows cells how far D has gone from the denoiser of
// the truth, 0, to that of the training points, 1.
func (e *exam) errors(d *denoiser, from, to int) {
	f := &e.field
	for ; f.known < to; f.known++ {
		f.learn(f.known)
	}
	d.at(e.m, f.cells[2*from:2*to], f.noise)
	for i := from; i < to; i++ {
		u, v, w, z := e.m[2*(i-from)]-f.right[2*i], e.m[2*(i-from)+1]-f.right[2*i+1], f.copying[2*i], f.copying[2*i+1]
		e.paper.errors[i] = (float64(u*w) + float64(v*z)) / (float64(w*w) + float64(z*z) + blind*blind)
	}
}
