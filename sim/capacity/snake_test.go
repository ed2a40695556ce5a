package capacity

import (
	"math"
	"math/rand/v2"
	"testing"
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

// C5: the function along the line has 2N+1 pieces.
func TestPieces(t *testing.T) {
	for n, want := range map[int]int{16: 33, 64: 129} {
		task := lineTask(n)
		m := newMemory(newPlan(task, 1, 0, 0), 1.05, true)
		if !m.fit(task, []float64{1}) {
			t.Fatal("no fit")
		}
		c := newCurve(m.knotsOf())
		if got := m.pieces(&c, m.units); got != want {
			t.Errorf("n = %d: %d pieces, want %d", n, got, want)
		}
	}
}
