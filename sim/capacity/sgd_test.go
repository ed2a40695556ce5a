package capacity

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"example.org/rote/sim/nn"
)

// C20: the risk grows with the square of the push, and with its fourth power
// where the labels do not see it.
func TestRiskSlopes(t *testing.T) {
	for _, c := range []struct {
		kind string
		most float64
	}{{byTraining, 0.03}, {byConstruction, 0.003}, {byTeacher, 0.03}} {
		for seed := 1; seed <= 2; seed++ {
			var full, bare []float64
			for _, rho := range []float64{c.most / 9, c.most / 3} {
				address := fmt.Sprintf("capacity?view=sgd&epochs=50&minimum=%s&rho=%g&seed=%d", c.kind, rho, seed)
				run := open(t, address)
				full, bare = append(full, fact(t, run, "risk0")), append(bare, fact(t, run, "risk_perp"))
			}
			square, fourth := math.Log(full[1]/full[0])/math.Log(3), math.Log(bare[1]/bare[0])/math.Log(3)
			t.Logf("%s, seed %d: slopes %.3f and %.3f", c.kind, seed, square, fourth)
			if math.Abs(square-2) > .05 || math.Abs(fourth-4) > .05 {
				t.Errorf("%s, seed %d: slopes %.3f and %.3f, want 2 and 4", c.kind, seed, square, fourth)
			}
		}
	}
}

// C21 and C22: descent repairs what the labels see, and keeps the rest. How fast
// depends on the flattest direction that they see, which differs from draw to
// draw: the bound is for the default seed and for the median.
func TestRepair(t *testing.T) {
	var ratios []float64
	for seed := 1; seed <= 15; seed++ {
		got := facts(t, fmt.Sprintf("capacity?view=sgd&rho=0.01&seed=%d", seed), "risk", "risk0", "perp_kept", "epoch")
		ratios = append(ratios, got[0]/got[1])
		if math.Abs(got[2]-1) > .01 || got[3] != 500 || got[0] > 1e-2*got[1] {
			t.Errorf("seed %d: risk %.2g of the push, kept %.5f after %g epochs", seed, got[0]/got[1], got[2], got[3])
		}
	}
	first := ratios[0]
	slices.Sort(ratios)
	t.Logf("risk over that of the push: %.2g for the default seed, median %.2g, largest %.2g", first, ratios[7], ratios[14])
	if first > 1e-3 || ratios[7] > 1e-3 {
		t.Errorf("risk over that of the push: %.2g for the default seed, median %.2g", first, ratios[7])
	}
}

// All three ways lead to a perfect memory, of the sizes that the lab tells.
func TestMinima(t *testing.T) {
	for _, c := range []struct {
		kind   string
		n, p   int
		risk   float64
		labels float64
	}{{byTraining, 12, 193, perfect, 1}, {byConstruction, 16, 121, 1e-22, 0.9}, {byTeacher, 64, 21, 0, 50}} {
		for seed := range uint64(3) {
			m := newMinimum(c.kind, random(seed))
			if m.n != c.n || len(m.theta) != c.p || m.risk(m.theta) > c.risk {
				t.Errorf("%s: %d labels, %d weights, risk %g", c.kind, m.n, len(m.theta), m.risk(m.theta))
			}
			for _, y := range m.y {
				if math.Abs(y) > c.labels {
					t.Errorf("%s: label %g", c.kind, y)
				}
			}
		}
	}
}

// A snake network as ReLU says what it says as clamps.
func TestSnakeAsReLU(t *testing.T) {
	rng := random(6)
	task := gaussian(rng, 30, 3, 1)
	task.numbers(rng)
	m := newMemory(newPlan(&task, 1, 0, 0), 1.05, true)
	if !m.fit(&task, direction(rng, 3)) {
		t.Fatal("no fit")
	}
	net := nn.MLP(nn.ReLU, append(append([]int{3}, m.layers()...), 1)...)
	w := make([]float64, net.End())
	m.write(net, w)
	if len(w) != m.params() {
		t.Errorf("%d parameters, the plan says %d", len(w), m.params())
	}
	ref, a := nn.NewReference(net, 30), make([]float64, len(m.groups))
	for i, f := range ref.Forward(w, task.x) {
		if want := m.value(arithmetic{}, a, task.point(i), 0); math.Abs(f-want) > 1e-9*m.most {
			t.Errorf("point %d: %g, want %g", i, f, want)
		}
	}
}

// A span is orthonormal and holds its vectors.
func TestSpan(t *testing.T) {
	rng := random(9)
	const n, p = 7, 30
	j := make([]float64, n*p)
	for i := range j {
		j[i] = rng.NormFloat64()
	}
	copy(j[p:2*p], j[:p]) // a row twice
	s := newSpan(j, n, p)
	if s.rank() != n-1 {
		t.Errorf("rank %d, want %d", s.rank(), n-1)
	}
	for i := range s.rank() {
		for k := range s.rank() {
			if got := dot(s.row(i), s.row(k)); math.Abs(got-float64(1-min(1, max(i-k, k-i)))) > 1e-12 {
				t.Errorf("product of rows %d and %d is %g", i, k, got)
			}
		}
	}
	par, perp := make([]float64, p), make([]float64, p)
	s.split(par, perp, j[3*p:4*p])
	if norm(perp) > 1e-12*norm(par) {
		t.Errorf("a vector of the span has %g outside", norm(perp))
	}
}

// Steps that are too long end the run, in words.
func TestStepTooLong(t *testing.T) {
	run := finish(t, "capacity?view=sgd&batch=1&eta=8")
	if says := run.Frame().Says; !strings.HasPrefix(says, "The steps are too long") {
		t.Errorf("Says %q", says)
	}
	if _, ok := run.Frame().Value("risk"); ok {
		if v := fact(t, run, "risk"); v < tooLong*fact(t, run, "risk0") {
			t.Errorf("risk %g", v)
		}
	}
}
