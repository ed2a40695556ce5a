package capacity

import (
	"fmt"
	"math"
	"testing"
)

// C15: all classes are read off, and the residual blocks need about 4N/d units.
func TestResnet(t *testing.T) {
	for _, c := range []struct {
		n, d, classes int
		most          float64 // residual units
	}{{500, 16, 10, 165}, {32, 2, 2, 40}, {64, 8, 3, 28}, {200, 8, 4, 96}, {1000, 20, 10, 240}, {40, 1, 3, 160}, {6, 64, 5, 16}} {
		for seed := 1; seed <= 3; seed++ {
			run := finish(t, fmt.Sprintf("capacity?view=resnet&n=%d&d=%d&classes=%d&seed=%d", c.n, c.d, c.classes, seed))
			units, neurons := fact(t, run, "units"), fact(t, run, "neurons")
			if units > c.most || units > fact(t, run, "bound") || neurons-units != float64(4*c.classes) {
				t.Errorf("%s: %g residual units, want at most %g and %g, and %g in the last block",
					run.Address(), units, c.most, fact(t, run, "bound"), neurons-units)
			}
			if fact(t, run, "wrong") != 0 || fact(t, run, "fit") > 1e-12 {
				t.Errorf("%s: %g wrong, one-hot error %g", run.Address(), fact(t, run, "wrong"), fact(t, run, "fit"))
			}
		}
	}
}

// A block moves its own points by whole steps along v, and no other point.
func TestBlockMovesItsGroup(t *testing.T) {
	rng := random(5)
	task := gaussian(rng, 60, 3, 1)
	task.drawClasses(rng, 4)
	r := newResidual(&task, rng)
	for range r.blocks {
		before := append([]float64(nil), r.now.x...)
		r.build()
		b := &r.blocks[r.done-1]
		moved := 0
		for i := range task.n {
			for k, v := range r.v {
				got := r.now.point(i)[k] - before[3*i+k]
				want := float64(b.class) * r.step() * v
				if got == 0 {
					continue
				}
				moved++
				if task.class[i] != b.class || math.Abs(got-want) > 1e-9 {
					t.Errorf("block %d moves point %d of class %d by %g, want %g", r.done, i, task.class[i], got, want)
				}
			}
		}
		if moved != 3*len(b.group) {
			t.Errorf("block %d moves %d coordinates, want those of %d points", r.done, moved, len(b.group))
		}
	}
}
