package nn

import (
	"math"
	"testing"
)

// A task is a net in training on a fixed set of examples, batch after batch.
type task struct {
	net    Net
	opt    Optimizer
	batch  int
	x      []float32
	target []float32 // or nil
	labels []int32
	*Trainer
}

// newTask draws 20 batches of examples for the net, with ±1 as targets of one
// output and classes for more.
func newTask(net Net, opt Optimizer, batch int) *task {
	normal := source(11)
	k := &task{net: net, opt: opt, batch: batch, Trainer: NewTrainer(net, opt, batch)}
	net.Init(k.W, He, normal)
	net.InitBiases(k.W, 0.1, normal)
	k.x = draw(20*batch*net.In(), normal)
	for i := range 20 * batch {
		sign := math.Copysign(1, float64(k.x[i*net.In()]*k.x[i*net.In()+1]))
		if net.Out() == 1 {
			k.target = append(k.target, float32(sign))
		} else {
			k.labels = append(k.labels, int32((i+int(sign)+net.Out())%net.Out()))
		}
	}
	return k
}

// rows returns the examples of batch i, or of a slice of it.
func (k *task) rows(i, from, to int) (x, target []float32, labels []int32) {
	from, to = i%20*k.batch+from, i%20*k.batch+to
	x = k.x[from*k.net.In() : to*k.net.In()]
	if k.target != nil {
		return x, k.target[from:to], nil
	}
	return x, nil, k.labels[from:to]
}

// step takes training step i in one piece.
func (k *task) step(i int) float64 {
	x, target, labels := k.rows(i, 0, k.batch)
	scale := 1 / float32(k.batch)
	if target != nil {
		return k.StepSquare(x, target, scale)
	}
	return k.StepSoftmaxCross(x, labels, scale)
}

// stepSliced takes training step i in slices.
func (k *task) stepSliced(i, size int) (loss float64) {
	for from := 0; from < k.batch; from += size {
		x, target, labels := k.rows(i, from, min(from+size, k.batch))
		out, scale := k.Forward(x), 1/float32(k.batch)
		if target != nil {
			loss += Square(k.Dout(), out, target, scale)
		} else {
			loss += SoftmaxCross(k.Dout(), out, labels, scale)
		}
		k.Backward()
	}
	k.Update()
	return loss
}

// tasks are the nets of the golden hashes: a small one, whose steps are fused, a
// middle and a wide one.
func tasks() map[string]func() *task {
	return map[string]func() *task{
		"2-8-8-1 tanh SGD": func() *task { return newTask(MLP(Tanh, 2, 8, 8, 1), NewSGD(0, 0.05, 0), 10) },
		"2-64-64-1 ReLU Adam": func() *task {
			net := MLP(ReLU, 2, 64, 64, 1)
			return newTask(net, NewAdam(net.Size(), 1e-3), 32)
		},
		"64-256-256-10 ReLU softmax Adam": func() *task {
			net := MLP(ReLU, 64, 256, 256, 10)
			return newTask(net, NewAdam(net.Size(), 1e-3), 128)
		},
	}
}

// The parameters after many steps are the same bits on every platform. The
// hashes are those of the first run; a change of any order of additions changes
// them.
func TestGolden(t *testing.T) {
	for _, c := range []struct {
		name  string
		steps int
		want  uint64
	}{
		{"2-8-8-1 tanh SGD", 1000, 0xbb8c915cc30ac3ec},
		{"2-64-64-1 ReLU Adam", 1000, 0xd09831d915c66ca1},
		{"64-256-256-10 ReLU softmax Adam", 10, 0x3eefdfe0f9b4836},
	} {
		checkGolden(t, c.name, c.steps, c.want)
	}
}

func checkGolden(t *testing.T, name string, steps int, want uint64) {
	t.Helper()
	k := tasks()[name]()
	first, last := 0.0, 0.0
	for i := range steps {
		last = k.step(i)
		if i == 0 {
			first = last
		}
	}
	if got := Hash(k.W); got != want || !(last < first) {
		t.Errorf("%s: after %d steps the hash is %#x, want %#x; the loss went from %g to %g", name, steps, got, want, first, last)
	}
}

// Steps in one piece, fused or not, and steps in slices go the same way.
func TestFused(t *testing.T) {
	for name, make := range tasks() {
		whole, cut := make(), make()
		if (whole.fused != nil) != (whole.net.Size() < 1000) {
			t.Errorf("%s: fused is %t", name, whole.fused != nil)
		}
		for i := range 5 {
			a, b := whole.step(i), cut.stepSliced(i, whole.batch/3)
			if math.Abs(a-b) > 1e-5*a {
				t.Errorf("%s: loss %g in one piece, %g in slices", name, a, b)
			}
		}
		if Hash(whole.W) != Hash(cut.W) {
			t.Errorf("%s: slices lead to other parameters than one piece", name)
		}
	}
}

// Of the softmax loss, and of small nets of any depth, too.
func TestFusedLosses(t *testing.T) {
	for _, net := range []Net{MLP(ReLU, 3, 5, 4), MLP(Tanh, 4, 32, 31, 30, 3), MLP(ReLU, 2, 1, 1)} {
		whole, cut := newTask(net, NewAdam(net.Size(), 0.01), 7), newTask(net, NewAdam(net.Size(), 0.01), 7)
		for i := range 50 {
			whole.step(i)
			cut.stepSliced(i, 2)
		}
		if whole.fused == nil || Hash(whole.W) != Hash(cut.W) {
			t.Errorf("net of %d parameters: fused steps lead to other parameters than slices", net.Size())
		}
	}
}

func TestFusedMakesNoGarbage(t *testing.T) {
	for name, make := range tasks() {
		k := make()
		if n := testing.AllocsPerRun(3, func() { k.step(0) }); n > 0 {
			t.Errorf("%s: a step allocates %g times", name, n)
		}
	}
}

func BenchmarkStep(b *testing.B) {
	for name, make := range tasks() {
		k := make()
		b.Run(name, func(b *testing.B) {
			for i := range b.N {
				k.step(i)
			}
			b.ReportMetric(float64(3*k.net.Flops()*k.batch)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GFLOP/s")
		})
	}
}
