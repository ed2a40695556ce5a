package kernel

// A Chain is a fully connected network, laid out so that one call computes the
// gradient of a batch, and takes a step of SGD if that is wanted. For nets up to
// 32 wide that is nearly twice as fast as the sequence of NN, Tanh, MSE and so on;
// the bits are the same.
type Chain struct {
	Widths []int32    // of the layers, input first; at least two, all positive
	Act    Activation // of the hidden layers; the last layer is linear
	Params []float32  // ChainParams numbers: for each layer its weights in×out, then its out biases
	Grads  []float32  // as Params
	Room   []float32  // scratch of ChainRoom numbers
	Rate   float32    // of a step of SGD without momentum on Params; 0 is none
}

// An Activation names the function between the layers of a Chain.
type Activation int32

// The activations of a Chain.
const (
	ByReLU Activation = iota
	ByTanh
)

// ChainParams returns the number of parameters of a Chain.
func ChainParams(widths []int32) int {
	params, _, _ := chainSizes(widths)
	return params
}

// ChainRoom returns the length of the scratch that a Chain needs for batches of
// up to m examples.
func ChainRoom(widths []int32, m int) int {
	_, each, _ := chainSizes(widths)
	return panel + m*each
}

// chainSizes returns the number of parameters, that of numbers in the room for
// each example, and the least width.
func chainSizes(widths []int32) (params, each, least int) {
	in := int(widths[0])
	most := 0
	least = in
	for _, w := range widths[1:] {
		out := int(w)
		params += (in + 1) * out
		each += out
		most, least = max(most, out), min(least, out)
		in = out
	}
	return params, each + most, least
}

// Squares returns the loss MSE of the m examples x with the targets t, and sets
// Grads to the gradient of scale times that loss. Then it takes the step, if there
// is a Rate. x is m×Widths[0]; t is m×Widths[last].
func (c *Chain) Squares(x, t []float32, m int, scale float32) float32 {
	c.check(x, m)
	check(len(t) >= m*c.out(), "Squares: t is shorter than m×out")
	return c.run(x, t, nil, m, scale)
}

// Xent returns the loss SoftmaxXent of the m examples x with the right classes
// labels, and sets Grads to the gradient of scale times that loss. Then it takes
// the step, if there is a Rate. x is m×Widths[0].
func (c *Chain) Xent(x []float32, labels []int32, m int, scale float32) float32 {
	c.check(x, m)
	check(len(labels) >= m, "Xent: labels is shorter than m")
	check(within(labels[:m], c.out()), "Xent: a label is outside 0 to out-1")
	return c.run(x, nil, labels, m, scale)
}

func (c *Chain) out() int { return int(c.Widths[len(c.Widths)-1]) }

func (c *Chain) run(x, t []float32, labels []int32, m int, scale float32) float32 {
	if m == 0 {
		clear(c.Grads)
		return 0
	}
	return backprop(c, x, t, labels, m, scale)
}

func (c *Chain) check(x []float32, m int) {
	check(len(c.Widths) >= 2, "a Chain has at least two widths")
	params, each, least := chainSizes(c.Widths)
	check(least > 0, "a width of a Chain is not positive")
	check(m >= 0 && len(x) >= m*int(c.Widths[0]), "x is shorter than m×in")
	check(len(c.Params) == params, "Params is not of length ChainParams")
	check(len(c.Grads) == params, "Grads is not of length ChainParams")
	check(len(c.Room) >= panel+m*each, "Room is shorter than ChainRoom")
}
