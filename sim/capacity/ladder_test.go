package capacity

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"gonum.org/v1/gonum/mat"
)

// C12: Zhang's network has 2N+d parameters and meets all labels.
func TestZhang(t *testing.T) {
	got := facts(t, "capacity?view=ladder&method=zhang&n=256&d=8", "fit", "params", "units", "wrong")
	if got[0] > 1e-9 || got[1] != 520 || got[2] != 256 || got[3] != 0 {
		t.Errorf("error %g, %g parameters, %g units, %g wrong", got[0], got[1], got[2], got[3])
	}
	if single := facts(t, "capacity?view=ladder&method=zhang&n=1000&d=8&precision=float32", "fit"); single[0] < 1e-3 {
		t.Errorf("1000 labels in float32: error %g", single[0])
	}
}

// C13: Baum's network holds all signs with two units for d points of the rarer
// label.
func TestBaum(t *testing.T) {
	for _, c := range []struct{ n, d int }{{16, 2}, {64, 2}, {64, 8}, {256, 8}, {512, 16}, {1000, 20}, {4, 64}, {100, 1}} {
		run := finish(t, fmt.Sprintf("capacity?view=ladder&labels=sign&n=%d&d=%d&seed=3", c.n, c.d))
		units := fact(t, run, "units")
		rare := 0.0
		for _, y := range run.Frame().Panels[1].Points[0].Y {
			if y > 0 {
				rare++
			}
		}
		rare = min(rare, float64(c.n)-rare)
		if want := 2 * math.Ceil(rare/float64(c.d)); units != want || units > fact(t, run, "bound") {
			t.Errorf("%s: %g units, want %g, bound %g", run.Address(), units, want, fact(t, run, "bound"))
		}
		if fact(t, run, "wrong") != 0 || fact(t, run, "fit") != 0 {
			t.Errorf("%s: %g wrong, error %g", run.Address(), fact(t, run, "wrong"), fact(t, run, "fit"))
		}
	}
}

// C14: Bubeck's network meets real labels.
func TestBubeck(t *testing.T) {
	for _, c := range []struct {
		n, d  int
		units float64
	}{{256, 8, 128}, {16, 2, 32}, {64, 64, 4}, {30, 7, 20}, {50, 1, 200}, {5, 9, 4}} {
		got := facts(t, fmt.Sprintf("capacity?view=ladder&method=bubeck&n=%d&d=%d", c.n, c.d), "fit", "units", "bound")
		t.Logf("n = %d, d = %d: error %.2g", c.n, c.d, got[0])
		if got[0] > 1e-7 || got[1] != c.units || got[2] != c.units {
			t.Errorf("n = %d, d = %d: error %g, %g units of %g", c.n, c.d, got[0], got[1], got[2])
		}
	}
}

// Points on one line of the plane are not in general position, and the network
// says so.
func TestCollinear(t *testing.T) {
	rng := random(2)
	task := gaussian(rng, 20, 2, 1)
	task.signs(rng)
	for i := range 20 {
		task.x[2*i], task.x[2*i+1] = float64(i)*.1-1, float64(i)*.2-2
	}
	width := 0.5
	for name, stair := range map[string]stair{"baum": newBaum(&task, &width, rng), "bubeck": newBubeck(&task, 2, rng)} {
		for range stair.ticks() {
			for !stair.prepare() {
			}
		}
		s := &ladder{lab: new(Lab), task: task, stair: stair, sums: make([]float64, 20)}
		s.lab.method, s.tick = name, s.of()
		s.work()
		if says := s.result(); stair.size().least > generalPosition || !strings.Contains(says, "not in general position") {
			t.Errorf("%s: least distance %g; %s", name, stair.size().least, says)
		}
		for _, sum := range s.sums {
			if math.IsNaN(sum) || math.IsInf(sum, 0) {
				t.Errorf("%s: sum %g", name, sum)
			}
		}
	}
}

// A hyperplane through d points is the null vector of gonum's singular value
// decomposition, and weights solve the same system as its solver.
func TestSystemAgainstGonum(t *testing.T) {
	for _, d := range []int{1, 2, 5, 20, 64} {
		rng := random(uint64(d))
		task := gaussian(rng, 2*d, d, 1)
		task.numbers(rng)
		group := make([]int, d)
		for i := range group {
			group[i] = 2 * i
		}
		s, h, v := newSystem(d), hyperplane{u: make([]float64, d)}, make([]float64, d)
		s.through(&h, &task, group, rng)
		if !s.weigh(v, &task, group) {
			t.Fatalf("d = %d: no weights", d)
		}
		a, x, y := mat.NewDense(d, d+1, nil), mat.NewDense(d, d, nil), mat.NewVecDense(d, nil)
		for k, i := range group {
			a.SetRow(k, append(append([]float64{}, task.point(i)...), -1))
			x.SetRow(k, task.point(i))
			y.SetVec(k, task.y[i])
		}
		var svd mat.SVD
		if !svd.Factorize(a, mat.SVDFull) {
			t.Fatal("no decomposition")
		}
		var right mat.Dense
		svd.VTo(&right)
		null := mat.Col(nil, d, &right)
		length := norm(null[:d])
		if dot(null[:d], h.u) < 0 {
			length = -length
		}
		for k := range d {
			if math.Abs(null[k]/length-h.u[k]) > 1e-9 {
				t.Errorf("d = %d: u[%d] = %g, want %g", d, k, h.u[k], null[k]/length)
			}
		}
		if math.Abs(null[d]/length-h.c) > 1e-9 {
			t.Errorf("d = %d: c = %g, want %g", d, h.c, null[d]/length)
		}
		var want mat.VecDense
		if err := want.SolveVec(x, y); err != nil {
			t.Fatal(err)
		}
		for k := range d {
			if math.Abs(want.AtVec(k)-v[k]) > 1e-8*mat.Norm(&want, 2) {
				t.Errorf("d = %d: v[%d] = %g, want %g", d, k, v[k], want.AtVec(k))
			}
		}
	}
}

// Live knobs of the ladder change what is said, not what is built.
func TestSlabWidth(t *testing.T) {
	for _, slab := range []string{"0.1", "0.9"} {
		if got := facts(t, "capacity?view=ladder&n=64&slab="+slab, "wrong", "margin_min"); got[0] != 0 || got[1] < 1e-6 {
			t.Errorf("slab %s: %g wrong, least distance %g", slab, got[0], got[1])
		}
	}
}
