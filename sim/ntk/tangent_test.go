package ntk

import (
	"math"
	"testing"

	"example.org/rote/sim"
	"example.org/rote/sim/data"
	"example.org/rote/sim/exact"
)

// N6: 128 labels in 8 dimensions. Seven pairs of frozen neurons separate none of
// five draws, ten separate all: the claim is 8 and 9, give or take one.
func TestFrozenFeaturesOfFewDimensions(t *testing.T) {
	checkFrozen(t, "ntk?view=tangent&d=8&m=128", 7, 10)
}

func checkFrozen(t *testing.T, address string, none, all int) {
	t.Helper()
	run := opened(t, address)
	for {
		pace := run.Step(nil)
		q, share := int(fact(run, "pairs")), fact(run, "p_sep")
		if (q <= none && share > 0) || (q >= all && share < 1) {
			t.Errorf("%s: %d pairs separate %g of the trials", address, q, share)
		}
		if pace == sim.Done {
			return
		}
	}
}

// N7: no more points than features are separable, unless gates are closed; a
// point and its opposite label on it are not.
func TestSeparableByHand(t *testing.T) {
	for _, c := range []struct {
		name string
		x, y []float64
		w    []float64
		want bool
	}{
		{"one open gate, points in general position", []float64{1, 0, 1, 1}, []float64{1, -1}, []float64{1, 0.5}, true},
		{"a dead point", []float64{1, 0, -1, 0}, []float64{1, -1}, []float64{1, 0}, false},
		{"a second gate wakes it", []float64{1, 0, -1, 0}, []float64{1, -1}, []float64{1, 0, -1, 0}, true},
		{"equal points, other labels", []float64{1, 0, 1, 0}, []float64{1, -1}, []float64{1, 0}, false},
		{"three directions of a plane, labels in turn", []float64{1, 0, 0.6, 0.8, 0, 1}, []float64{1, -1, 1}, []float64{1, 1}, false},
		{"the same with a gate for the middle", []float64{1, 0, 0.6, 0.8, 0, 1}, []float64{1, -1, 1}, []float64{1, 1, 1, -0.1, -0.1, 1}, true},
	} {
		s := &tangent{lab: &Lab{d: 2, m: len(c.y), trials: 1}, x: c.x, y: c.y, w: [][]float64{c.w},
			needs: make([]int, 1), features: make([]float64, len(c.y)*len(c.w))}
		s.separate(len(c.w)/2, func(sim.Pace) bool { return true })
		if got := s.needs[0] > 0; got != c.want || s.unsure > 0 {
			t.Errorf("%s: separable is %t, undecided %d, want %t", c.name, got, s.unsure, c.want)
		}
	}
}

// N10: m/2^q points have no open gate, on average.
func TestDeadPoints(t *testing.T) {
	const m, d, q, draws = 256, 16, 7, 200
	sum, squares := 0.0, 0.0
	rng := seeded(6)
	row := make([]float64, q*d)
	for range draws {
		x := data.Sphere(rng, m, d, 1)
		w := data.Sphere(rng, q, d, 1)
		dead := 0.0
		for j := range m {
			if !gated(row, x[j*d:(j+1)*d], w, 1, relu) {
				dead++
			}
		}
		sum, squares = sum+dead, squares+dead*dead
	}
	mean := sum / draws
	room := 3 * math.Sqrt((squares/draws-mean*mean)/draws)
	t.Logf("mean %.3f ± %.3f", mean, room/3)
	if want := m * math.Pow(2, -q); math.Abs(mean-want) > room {
		t.Errorf("%.3f dead points, want %g within %.3f", mean, want, room)
	}
}

// The kernel is what the gates give on average, and its angles are those of the
// library.
func TestTangentKernel(t *testing.T) {
	for c := -1.0; c <= 1; c += 1. / 64 {
		if got, want := angle(c), math.Acos(c); math.Abs(got-want) > 1e-14 {
			t.Errorf("arc cosine of %g is %.17g, want %.17g", c, got, want)
		}
	}
	rng := seeded(7)
	const d, q = 4, 20000
	w := make([]float64, q*d)
	for i := range w {
		w[i] = exact.Normal(rng)
	}
	x := data.Sphere(rng, 8, d, 1)
	for i := range 7 {
		a, b := x[i*d:(i+1)*d], x[(i+1)*d:(i+2)*d]
		c := dot(a, b)
		if got, want := common(a, b, w, relu), (&law{gate: relu}).kernel(c); math.Abs(got-want) > 4*math.Abs(c)/2/math.Sqrt(q) {
			t.Errorf("points with cosine %.3f: %.4f, want %.4f", c, got, want)
		}
	}
}

// The shares of trials rise with the number of pairs.
func TestMorePairsSeparateMore(t *testing.T) {
	run := finished(t, "ntk?view=tangent&d=8&m=64&trials=20")
	line := run.Frame().Panels[0].Points[0]
	for i := 1; i < len(line.Y); i++ {
		if line.Y[i] < line.Y[i-1] {
			t.Errorf("the share falls from %g to %g", line.Y[i-1], line.Y[i])
		}
	}
	if run.Ticks() != run.Frame().Of || len(line.Y) != run.Ticks() {
		t.Errorf("%d of %d ticks, %d points", run.Ticks(), run.Frame().Of, len(line.Y))
	}
}
