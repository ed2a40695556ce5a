package nn

import "fmt"

// A Pass runs rows of inputs through a net, and back. It keeps the activations
// of the last Forward.
//
// Invariant: y[i] is what layer i made of y[i-1], and of x for i = 0; z[i] are
// its sums, and y[i] itself where the derivative is taken at the value.
type Pass struct {
	net  Net
	most int // rows
	rows int // of the last Forward

	x    []float32 // rows×In, the caller's
	y, z [][]float32
	dy   [][]float32 // derivatives by y
}

// NewPass returns a pass for at most that many rows at a time.
func NewPass(net Net, rows int) *Pass {
	if rows < 1 {
		panic("nn: a pass wants a row")
	}
	p := &Pass{net: net, most: rows}
	for _, l := range net.Layers {
		y := make([]float32, rows*l.Out)
		z := y
		if l.Act.needsSum() {
			z = make([]float32, rows*l.Out)
		}
		p.y, p.z, p.dy = append(p.y, y), append(p.z, z), append(p.dy, make([]float32, rows*l.Out))
	}
	return p
}

// Rows returns how many rows the pass can take at a time.
func (p *Pass) Rows() int { return p.most }

// Forward runs the rows of x, m×In, through the net with the parameters w, and
// returns its outputs, m×Out, which are good until the next Forward. It keeps x
// for Backward.
func (p *Pass) Forward(w, x []float32) []float32 {
	p.x, p.rows = x, p.take(x)
	for i, l := range p.net.Layers {
		l.Forward(p.y[i], p.z[i], w, x, p.rows)
		x = p.y[i]
	}
	return p.Output(len(p.y) - 1)
}

// take returns how many rows x has, which must not be too many.
func (p *Pass) take(x []float32) int {
	in := p.net.In()
	if len(x)%in != 0 || len(x) > in*p.most {
		panic(fmt.Sprintf("nn: %d inputs, want at most %d rows of %d", len(x), p.most, in))
	}
	return len(x) / in
}

// Output returns what layer i made of the rows of the last Forward, m×Out of the
// layer.
func (p *Pass) Output(i int) []float32 { return p.y[i][:p.rows*p.net.Layers[i].Out] }

// Dout returns the place for the derivatives of the loss by the outputs of the
// last Forward, m×Out, which Backward reads.
func (p *Pass) Dout() []float32 { return p.dy[len(p.dy)-1][:p.rows*p.net.Out()] }

// Backward takes the derivatives by the outputs in Dout, which it overwrites,
// adds those by the parameters to g, row by row, and writes those by the inputs
// to dx, m×In. A nil g or dx is not wanted.
func (p *Pass) Backward(dx, g, w []float32) {
	first := 0
	if dx == nil {
		first = p.lowest()
	}
	for i := len(p.net.Layers) - 1; i >= first; i-- {
		x, down := p.x, dx
		if i > 0 {
			x, down = p.y[i-1], p.dy[i-1]
			if i == first {
				down = nil
			}
		}
		p.net.Layers[i].Backward(down, g, w, x, p.y[i], p.z[i], p.dy[i], p.rows)
	}
}

// lowest returns the first layer that is trained.
func (p *Pass) lowest() int {
	for i, l := range p.net.Layers {
		if !l.Frozen {
			return i
		}
	}
	return len(p.net.Layers)
}
