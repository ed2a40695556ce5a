package capacity

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"example.org/rote/sim"
)

// golden is the task and the direction of claim C1, which need no random source.
func golden(n, d int) (*task, []float64) {
	t := &task{n: n, d: d, dy: 1, x: make([]float64, n*d), y: make([]float64, n)}
	frac := func(x float64) float64 { _, f := math.Modf(x); return f }
	for i := range n {
		for j := range d {
			t.x[i*d+j] = frac(43758.5453 * math.Sin(12.9898*float64(i+1)+78.233*float64(j+1)))
		}
		t.y[i] = frac(1234.567 * math.Sin(4.1414*float64(i+1)))
	}
	u := make([]float64, d)
	for k := range u {
		u[k] = math.Cos(1 + 0.7*float64(k))
	}
	length := norm(u)
	for k := range u {
		u[k] /= length
	}
	return t, u
}

// value returns f(x) of one output, with the ramps as scratch.
func (m *memory) value(p arithmetic, a, x []float64, out int) float64 {
	m.ramps(p, a, m.line(p, x))
	sum := 0.0
	units := m.output(out)
	for i := range units {
		sum = p.of(sum + clamp(m.z(p, &units[i], a)))
	}
	return p.of(sum - m.off)
}

// largestError returns max |f-y| over points and outputs.
func largestError(m *memory, t *task, p arithmetic) float64 {
	a, most := make([]float64, len(m.groups)), 0.0
	for i := range t.n {
		for out := range t.dy {
			most = max(most, math.Abs(m.value(p, a, t.point(i), out)-t.y[i*t.dy+out]))
		}
	}
	return most
}

// C1: exact fit at the width of the formula.
func TestGoldenFits(t *testing.T) {
	for _, c := range []struct {
		n, d, p int
		most    float64
	}{{64, 4, 8, 5176.62}, {256, 8, 16, 119151.8}, {1024, 8, 32, 1320566}} {
		task, u := golden(c.n, c.d)
		m := newMemory(newPlan(task, 1, 0, 0), 1.05, true)
		if m.p1[0] != c.p || m.p2[0] != c.p {
			t.Fatalf("n = %d: %d groups of %d, want %d", c.n, m.p1[0], m.p2[0], c.p)
		}
		if !m.fit(task, u) {
			t.Fatalf("n = %d does not fit", c.n)
		}
		if math.Abs(m.most-c.most) > 1e-4*c.most {
			t.Errorf("n = %d: max|C| = %.8g, want %.8g", c.n, m.most, c.most)
		}
		err := largestError(m, task, arithmetic{})
		t.Logf("n = %d: error %.3g", c.n, err)
		if err >= 100*0x1p-52*m.most {
			t.Errorf("n = %d: error %g with max|C| = %g", c.n, err, m.most)
		}
	}
}

func random(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 1)) }

// lineTask is n equally spaced points of [-1, 1] with alternating labels.
func lineTask(n int) *task {
	t := &task{n: n, d: 1, dy: 1, x: make([]float64, n), y: make([]float64, n)}
	for i := range n {
		t.x[i] = -1 + 2*float64(i)/float64(n-1)
		t.y[i] = float64(1 - 2*(i%2))
	}
	return t
}

// The sum that grows zig-zag by zig-zag is that of all of them, to the bit.
func TestTotal(t *testing.T) {
	for _, address := range []string{"capacity", "capacity?n=200&d=8&snake=off", "capacity?n=200&blocks=4&w1=44&w2=36&dirs=3", "capacity?n=50&dy=3&unit=2"} {
		s := labAt(address).Open(random(1)).(*snake)
		for s.Step() != sim.Done {
		}
		w, m := &s.view.weave, s.used
		w.begin(s, m)
		units := m.output(w.of.out)
		for k := range units {
			w.total.add(w, m, units[:k+1])
			want := newCurve(m.knotsOf())
			want.knots(m, units[:k+1])
			want.X = append(want.X, m.at...)
			slices.Sort(want.X)
			if want.X = slices.Compact(want.X); !slices.Equal(w.total.X, want.X) {
				t.Fatalf("%s: %d zig-zags have %d knots, want %d", address, k+1, len(w.total.X), len(want.X))
			}
			for i, x := range want.X {
				if got, want := w.total.Y[i], m.sumAt(units[:k+1], x); math.Float64bits(got) != math.Float64bits(want) {
					t.Fatalf("%s: the sum of %d zig-zags at %v is %v, want %v", address, k+1, x, got, want)
				}
			}
		}
	}
}

// C5: the function along the line has 2N+1 pieces.
func TestPieces(t *testing.T) {
	for n, want := range map[int]int{16: 33, 64: 129} {
		task := lineTask(n)
		m := newMemory(newPlan(task, 1, 0, 0), 1.05, true)
		if !m.fit(task, []float64{1}) {
			t.Fatal("no fit")
		}
		y := tally{knots: newCurve(m.knotsOf())}
		for !y.counted() {
			y.count(m, m.units)
		}
		if y.pieces != want {
			t.Errorf("n = %d: %d pieces, want %d", n, y.pieces, want)
		}
	}
}
