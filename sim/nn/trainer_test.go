package nn

import (
	"math"
	"testing"
)

// The optimizers follow their formulas in float64.
func TestOptimizers(t *testing.T) {
	const n, steps = 50, 100
	normal := source(8)
	start := draw(n, normal)
	gradients := make([][]float32, steps)
	for i := range gradients {
		gradients[i] = draw(n, normal)
	}
	for name, c := range map[string]struct {
		opt  Optimizer
		want func(w, g []float64, memory [][]float64, step float64)
	}{
		"SGD": {NewSGD(n, 0.01, 0), func(w, g []float64, _ [][]float64, _ float64) {
			for i := range w {
				w[i] -= 0.01 * g[i]
			}
		}},
		"momentum": {NewSGD(n, 0.01, 0.9), func(w, g []float64, memory [][]float64, _ float64) {
			for i := range w {
				memory[0][i] = 0.9*memory[0][i] + g[i]
				w[i] -= 0.01 * memory[0][i]
			}
		}},
		"Adam": {NewAdam(n, 0.002), func(w, g []float64, memory [][]float64, step float64) {
			for i := range w {
				memory[0][i] = 0.9*memory[0][i] + 0.1*g[i]
				memory[1][i] = 0.999*memory[1][i] + 0.001*g[i]*g[i]
				m, v := memory[0][i]/(1-math.Pow(0.9, step)), memory[1][i]/(1-math.Pow(0.999, step))
				w[i] -= 0.002 * m / (math.Sqrt(v) + 1e-8)
			}
		}},
	} {
		w, want, memory := append([]float32(nil), start...), wide(start), [][]float64{make([]float64, n), make([]float64, n)}
		for i, g := range gradients {
			c.opt.Update(w, g)
			c.want(want, wide(g), memory, float64(i+1))
		}
		if d := distance(w, want); !(d < 1e-5) {
			t.Errorf("%s: %d updates differ from float64 by %g, relative", name, steps, d)
		}
	}
}

// example returns a trainer in the middle of a task, and a function that takes
// one more step.
func example(opt Optimizer) (t *Trainer, step func(i int)) {
	net := MLP(SiLU, 3, 10, 2)
	t = NewTrainer(net, opt, 8)
	normal := source(9)
	net.Init(t.W, FanIn, normal)
	x, y := draw(16*8*3, normal), draw(16*8*2, normal)
	return t, func(i int) {
		i %= 16
		out := t.Forward(x[i*24 : (i+1)*24])
		Square(t.Dout(), out, y[i*16:(i+1)*16], 1./16)
		t.Backward()
		t.Update()
	}
}

// From a saved state training goes on as it did, bit for bit.
func TestSaveAndLoad(t *testing.T) {
	size := MLP(SiLU, 3, 10, 2).Size()
	for name, opt := range map[string]Optimizer{
		"SGD": NewSGD(size, 0.1, 0), "momentum": NewSGD(size, 0.05, 0.9), "Adam": NewAdam(size, 0.01),
	} {
		trainer, step := example(opt)
		for i := range 20 {
			step(i)
		}
		saved, before := trainer.Save(nil), Hash(trainer.W)
		for i := range 20 {
			step(20 + i)
		}
		want := Hash(trainer.W)
		trainer.Load(saved)
		if Hash(trainer.W) != before {
			t.Errorf("%s: the parameters are not those that were saved", name)
		}
		for i := range 20 {
			step(20 + i)
		}
		if Hash(trainer.W) != want || want == before {
			t.Errorf("%s: training goes on another way after Load", name)
		}
	}
}

// Nothing is allocated in a step, and nothing in Save and Load once there is
// memory.
func TestNoGarbage(t *testing.T) {
	trainer, step := example(NewAdam(MLP(SiLU, 3, 10, 2).Size(), 0.01))
	saved := trainer.Save(nil)
	out, labels := draw(12, source(1)), []int32{0, 1, 2, 0}
	r := NewReference(MLP(SiLU, 3, 10, 2), 4)
	w, j := wide(trainer.W), make([]float64, 4*len(trainer.W))
	for name, f := range map[string]func(){
		"step":          func() { step(1) },
		"save":          func() { saved = trainer.Save(saved[:0]) },
		"load":          func() { trainer.Load(saved) },
		"softmax":       func() { SoftmaxCross(out, out, labels, 1) },
		"logistic":      func() { Logistic(out, out, out, 1) },
		"hinge":         func() { Hinge(out, out, out, 1) },
		"reference":     func() { r.Forward(w, j[:12]) },
		"per example":   func() { r.PerExample(j, w, j[:8]) },
		"the same hash": func() { Hash(trainer.W) },
	} {
		if n := testing.AllocsPerRun(20, f); n > 0 {
			t.Errorf("%s allocates %g times", name, n)
		}
	}
}

// A network learns what it can: the parity of two signs.
func TestLearnsParity(t *testing.T) {
	net := MLP(Tanh, 2, 8, 1)
	trainer := NewTrainer(net, NewAdam(net.Size(), 0.02), 64)
	normal := source(10)
	net.Init(trainer.W, Xavier, normal)
	x, y := draw(128, normal), make([]float32, 64)
	for i := range y {
		y[i] = float32(math.Copysign(1, float64(x[2*i]*x[2*i+1])))
	}
	for range 1500 {
		out := trainer.Forward(x)
		Logistic(trainer.Dout(), out, y, 1./64)
		trainer.Backward()
		trainer.Update()
	}
	wrong := 0
	for i, f := range trainer.Forward(x) {
		if f*y[i] <= 0 {
			wrong++
		}
	}
	if wrong > 1 {
		t.Errorf("%d of 64 labels are wrong after training", wrong)
	}
}
