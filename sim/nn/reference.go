package nn

import "example.org/rote/sim/exact"

// A Reference runs a net in float64 with plain loops, over the same layout of
// the parameters. It is an oracle for the float32 net, and gives a gradient for
// each example. It too has the same bits on every platform.
type Reference struct {
	net  Net
	x    []float64
	y, z [][]float64 // per layer
	d    [2][]float64
}

// NewReference returns the reference for at most that many rows at a time.
func NewReference(net Net, rows int) *Reference {
	r := &Reference{net: net}
	widest := net.In()
	for _, l := range net.Layers {
		r.y, r.z = append(r.y, make([]float64, rows*l.Out)), append(r.z, make([]float64, rows*l.Out))
		widest = max(widest, l.Out)
	}
	r.d = [2][]float64{make([]float64, rows*widest), make([]float64, rows*widest)}
	return r
}

// Forward runs the rows of x, m×In, through the net with the parameters w, and
// returns its outputs, m×Out, which are good until the next Forward.
func (r *Reference) Forward(w, x []float64) []float64 {
	r.x = x
	rows := len(x) / r.net.In()
	for i, l := range r.net.Layers {
		y, z, matrix, bias := r.y[i][:rows*l.Out], r.z[i][:rows*l.Out], weights(l, w), biases(l, w)
		for row := range rows {
			sums(z[row*l.Out:(row+1)*l.Out], x[row*l.In:(row+1)*l.In], matrix, bias)
		}
		for j, sum := range z {
			y[j] = l.Act.value(sum)
		}
		x = y
	}
	return x
}

// Sums returns what the activation of layer i was given for the rows of the last
// Forward, rows×Out of the layer. The caller must not change it.
func (r *Reference) Sums(i int) []float64 {
	return r.z[i][:len(r.x)/r.net.In()*r.net.Layers[i].Out]
}

// sums writes x·W + b to z.
func sums(z, x, matrix, bias []float64) {
	clear(z)
	copy(z, bias)
	for i, xi := range x {
		for j := range z {
			z[j] += float64(xi * matrix[i*len(z)+j])
		}
	}
}

// Backward takes the derivatives of a loss by the outputs of the last Forward,
// m×Out, adds those by the parameters to g, and writes those by the inputs to
// dx, m×In. A nil g or dx is not wanted.
func (r *Reference) Backward(dx, g, w, dout []float64) {
	r.back(dx, g, w, dout, 0, len(r.x)/r.net.In())
}

// PerExample writes one gradient for each example to j, m×End: row i is the
// derivative by the parameters of Σ_k dout[i,k]·out[i,k].
func (r *Reference) PerExample(j, w, dout []float64) {
	clear(j)
	size := r.net.End()
	for i := range len(r.x) / r.net.In() {
		r.back(nil, j[i*size:(i+1)*size], w, dout, i, i+1)
	}
}

// back goes back with the rows from one to another.
func (r *Reference) back(dx, g, w, dout []float64, from, to int) {
	dy, down := r.d[0], r.d[1]
	copy(dy, dout[from*r.net.Out():to*r.net.Out()])
	for i := len(r.net.Layers) - 1; i >= 0; i-- {
		l := r.net.Layers[i]
		x := r.x
		if i > 0 {
			x = r.y[i-1]
		}
		x, y, z := x[from*l.In:to*l.In], r.y[i][from*l.Out:to*l.Out], r.z[i][from*l.Out:to*l.Out]
		for j := range y {
			dy[j] = float64(dy[j] * l.Act.slope(y[j], z[j]))
		}
		if g != nil && !l.Frozen {
			addGradient(weights(l, g), biases(l, g), x, dy, l)
		}
		pullBack(down, dy, weights(l, w), l, to-from)
		dy, down = down, dy
	}
	if dx != nil {
		copy(dx[from*r.net.In():to*r.net.In()], dy)
	}
}

// addGradient adds xᵀ·dz to matrix, and the sums of the columns of dz to bias.
func addGradient(matrix, bias, x, dz []float64, l Layer) {
	for row := 0; row*l.In < len(x); row++ {
		d := dz[row*l.Out : (row+1)*l.Out]
		for i, xi := range x[row*l.In : (row+1)*l.In] {
			for j, dj := range d {
				matrix[i*l.Out+j] += float64(xi * dj)
			}
		}
		for j := range bias {
			bias[j] += d[j]
		}
	}
}

// pullBack writes dz·Wᵀ to dx.
func pullBack(dx, dz, matrix []float64, l Layer, rows int) {
	for row := range rows {
		for i := range l.In {
			sum := 0.0
			for j := range l.Out {
				sum += float64(dz[row*l.Out+j] * matrix[i*l.Out+j])
			}
			dx[row*l.In+i] = sum
		}
	}
}

// value returns the activation of a sum.
func (a Activation) value(z float64) float64 {
	switch a {
	case ReLU:
		return max(0, z)
	case Tanh:
		return exact.Tanh(z)
	case SiLU:
		return float64(z * exact.Sigmoid(z))
	case Softplus:
		return exact.Softplus(z)
	}
	return z
}

// slope returns the derivative of the activation where its sum is z and its
// value y. That of ReLU at 0 is 0.
func (a Activation) slope(y, z float64) float64 {
	switch a {
	case ReLU:
		if z > 0 {
			return 1
		}
		return 0
	case Tanh:
		return 1 - float64(y*y)
	case SiLU:
		s := exact.Sigmoid(z)
		return float64(s * (1 + float64(z*(1-s))))
	case Softplus:
		return exact.Sigmoid(z)
	}
	return 1
}
