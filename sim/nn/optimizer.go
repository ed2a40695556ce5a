package nn

import "example.org/rote/sim/kernel"

// An Optimizer changes parameters by a gradient, and remembers what it needs of
// the gradients before. The memory belongs to one parameter vector. Where the
// gradient has always been 0, the parameters stay as they are.
type Optimizer interface {
	// Update does one step: w and g are as long as the vector that the optimizer
	// was made for.
	Update(w, g []float32)

	// Save appends the memory to s, and returns it.
	Save(s []float32) []float32

	// Load takes back what Save has appended, and returns what follows it in s.
	Load(s []float32) []float32
}

// SGD is gradient descent, with momentum if that is not 0: v ← momentum·v + g,
// w ← w - rate·v. The rate may be changed between updates.
type SGD struct {
	Rate, Momentum float32
	v              []float32
}

// NewSGD returns gradient descent for so many parameters.
func NewSGD(size int, rate, momentum float32) *SGD {
	o := &SGD{Rate: rate, Momentum: momentum}
	if momentum != 0 {
		o.v = make([]float32, size)
	}
	return o
}

// Update implements [Optimizer].
func (o *SGD) Update(w, g []float32) { kernel.SGD(w, g, o.v, o.Rate, o.Momentum) }

// Save implements [Optimizer].
func (o *SGD) Save(s []float32) []float32 { return append(s, o.v...) }

// Load implements [Optimizer].
func (o *SGD) Load(s []float32) []float32 { return s[copy(o.v, s):] }

// Adam is the method of Kingma and Ba (2015), with corrected averages. The
// exported fields may be changed between updates.
type Adam struct {
	Rate, Beta1, Beta2, Eps float32
	m, v                    []float32
	step                    int // updates so far
}

// NewAdam returns Adam for so many parameters, with the averages 0.9 and 0.999
// and ε = 1e-8.
func NewAdam(size int, rate float32) *Adam {
	return &Adam{Rate: rate, Beta1: 0.9, Beta2: 0.999, Eps: 1e-8, m: make([]float32, size), v: make([]float32, size)}
}

// Update implements [Optimizer].
func (o *Adam) Update(w, g []float32) {
	o.step++
	kernel.Adam(w, g, o.m, o.v, o.Rate, o.Beta1, o.Beta2, o.Eps, o.step)
}

// Save implements [Optimizer].
func (o *Adam) Save(s []float32) []float32 {
	s = append(append(s, o.m...), o.v...)
	return append(s, float32(o.step)) // exact up to 2^24
}

// Load implements [Optimizer].
func (o *Adam) Load(s []float32) []float32 {
	s = s[copy(o.m, s):]
	s = s[copy(o.v, s):]
	o.step = int(s[0])
	return s[1:]
}
