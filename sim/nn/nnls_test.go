package nn

import (
	"errors"
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/optimize/convex/lp"
)

// decide runs a separation to its end.
func decide(t *testing.T, s *Separation, z []float64, m, n int) {
	t.Helper()
	s.Reset(z, m, n)
	for !s.Step() {
	}
	if s.Undecided() {
		t.Fatalf("%d points of dimension %d: undecided, residual %g", m, n, s.Residual())
	}
}

func TestSeparationByHand(t *testing.T) {
	var s Separation
	for _, c := range []struct {
		name     string
		z        []float64 // m×n
		m, n     int
		distance float64 // of the convex hull from 0
	}{
		{"one point", []float64{3, 4}, 1, 2, 5},
		{"0 itself", []float64{0, 0}, 1, 2, 0},
		{"0 among others", []float64{1, 2, 0, 0, 2, 1}, 3, 2, 0},
		{"a number and its negative", []float64{1, -2}, 2, 1, 0},
		{"two numbers", []float64{3, 0.5}, 2, 1, 0.5},
		{"opposite points", []float64{1, 1, -1, -1}, 2, 2, 0},
		{"two axes", []float64{1, 0, 0, 1}, 2, 2, math.Sqrt2 / 2},
		{"a triangle around 0", []float64{1, 0, -1, 1, -1, -1}, 3, 2, 0},
		{"a triangle beside 0", []float64{1, 0, 2, 1, 2, -1}, 3, 2, 1},
		{"0 on an edge", []float64{1, 0, -1, 0, 0, 1}, 3, 2, 0},
		{"just not around 0", []float64{1, 1e-4, -1, 1e-4, 0, 1}, 3, 2, 1e-4},
		{"the same point often", []float64{1, 1, 1, 1, 1, 1, 1, 1}, 4, 2, math.Sqrt2},
		{"unit vectors", []float64{1, 0, 0, 0, 1, 0, 0, 0, 1}, 3, 3, 1 / math.Sqrt(3)},
		{"a tetrahedron around 0", []float64{1, 1, 1, 1, -1, -1, -1, 1, -1, -1, -1, 1}, 4, 3, 0},
	} {
		decide(t, &s, c.z, c.m, c.n)
		if got, want := s.Separable(), c.distance > 0; got != want {
			t.Errorf("%s: separable is %t, want %t", c.name, got, want)
		}
		if got, want := s.Residual(), c.distance/math.Sqrt(1+c.distance*c.distance); math.Abs(got-want) > 1e-12 {
			t.Errorf("%s: residual %.15g, want %.15g", c.name, got, want)
		}
	}
}

// XOR is not separable by a plane, and is with the product as one more feature.
func TestSeparationOfXOR(t *testing.T) {
	var plane, space []float64
	for _, x := range [][2]float64{{1, 1}, {-1, -1}, {1, -1}, {-1, 1}} {
		y := x[0] * x[1]
		plane = append(plane, y*x[0], y*x[1], y)
		space = append(space, y*x[0], y*x[1], y, y*y)
	}
	var s Separation
	if decide(t, &s, plane, 4, 3); s.Separable() {
		t.Error("a plane separates XOR")
	}
	if decide(t, &s, space, 4, 4); !s.Separable() {
		t.Error("XOR with its product is not separable")
	}
}

// gaussian returns m random points of n dimensions.
func gaussian(rng *rand.Rand, m, n int) []float64 {
	z := make([]float64, m*n)
	for i := range z {
		z[i] = rng.NormFloat64()
	}
	return z
}

// The answer is that of a linear program: is there a combination that is 0? What
// is separable has a direction that proves it.
func TestSeparationAgainstLinearProgram(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	var s Separation
	least, yes := math.Inf(1), 0
	const cases = 400
	for range cases {
		n := 1 + rng.IntN(12)
		m := n + 1 + rng.IntN(2*n+3)
		z := gaussian(rng, m, n)
		decide(t, &s, z, m, n)
		if want := programSeparates(t, z, m, n); s.Separable() != want {
			t.Errorf("%d points of dimension %d: separable is %t, the linear program says %t", m, n, s.Separable(), want)
		}
		if !s.Separable() {
			continue
		}
		yes++
		least = min(least, s.Residual())
		v := make([]float64, n)
		s.Direction(v)
		for i := range m {
			if inner(v, s.point(i)) <= 0 {
				t.Errorf("%d points of dimension %d: the direction has product %g with point %d", m, n, inner(v, s.point(i)), i)
			}
		}
	}
	t.Logf("%d of %d separable, least residual %.2g", yes, cases, least)
	if yes < cases/5 || yes > cases*4/5 {
		t.Errorf("%d of %d are separable: the cases are too easy", yes, cases)
	}
}

// programSeparates asks gonum's simplex method whether no a >= 0 with Σ a = 1 has
// Z a = 0.
func programSeparates(t *testing.T, z []float64, m, n int) bool {
	t.Helper()
	a := mat.NewDense(n+1, m, nil)
	for i := range m {
		for k := range n {
			a.Set(k, i, z[i*n+k])
		}
		a.Set(n, i, 1)
	}
	b := make([]float64, n+1)
	b[n] = 1
	_, _, err := lp.Simplex(make([]float64, m), a, b, 1e-10, nil)
	if err != nil && !errors.Is(err, lp.ErrInfeasible) {
		t.Fatal(err)
	}
	return err != nil
}

// Cover's law: m random points of n dimensions are separable with probability
// 2^(1-m) Σ_{k<n} C(m-1, k).
func TestSeparationFollowsCover(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	var s Separation
	for _, c := range []struct {
		n, m int
		want float64
	}{{5, 5, 1}, {5, 7, .890625}, {5, 10, .5}, {5, 13, .1938477}, {20, 40, .5}, {20, 44, .271201}} {
		const trials = 400
		yes := 0.0
		for range trials {
			if decide(t, &s, gaussian(rng, c.m, c.n), c.m, c.n); s.Separable() {
				yes++
			}
		}
		if got, room := yes/trials, 3*math.Sqrt(c.want*(1-c.want)/trials); math.Abs(got-c.want) > room {
			t.Errorf("%d points of dimension %d: %.3f separable, want %.4f within %.3f", c.m, c.n, got, c.want, room)
		}
	}
}

// Cover's law against exact arithmetic, and at its middle.
func TestCover(t *testing.T) {
	for n := 1; n <= 400; n = 2*n + 1 {
		if got := Cover(2*n, n); math.Abs(got-.5) > 1e-12 {
			t.Errorf("P(%d, %d) = %.16g, want ½", 2*n, n, got)
		}
	}
	for _, c := range []struct{ m, n int }{{1, 1}, {1, 0}, {5, 9}, {9, 1}, {44, 20}, {1024, 480}, {1024, 300}, {1024, 700}} {
		sum := new(big.Int)
		for k := range min(c.n, c.m) {
			sum.Add(sum, new(big.Int).Binomial(int64(c.m-1), int64(k)))
		}
		want, _ := new(big.Rat).SetFrac(sum, new(big.Int).Lsh(big.NewInt(1), uint(c.m-1))).Float64()
		if got := Cover(c.m, c.n); math.Abs(got-want) > 1e-12*want {
			t.Errorf("P(%d, %d) = %.16g, want %.16g", c.m, c.n, got, want)
		}
	}
}

// A Step is bounded work, and a problem of a size seen before makes no garbage.
func TestSeparationInSlices(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	const m, n = 300, 150
	z := gaussian(rng, m, n)
	var s Separation
	s.Reset(z, m, n)
	steps := 1
	for ; !s.Step(); steps++ {
		if most := sliceWork + 16*(n+1)*(n+1); s.spent > most {
			t.Fatalf("a step does %d operations, want at most %d", s.spent, most)
		}
		if !s.Undecided() {
			t.Fatal("an answer before the end")
		}
	}
	if steps < 5 {
		t.Errorf("%d steps only", steps)
	}
	residual := s.Residual()
	if got := testing.AllocsPerRun(2, func() {
		s.Reset(z, m, n)
		for !s.Step() {
		}
	}); got > 0 {
		t.Errorf("a second run allocates %g times", got)
	}
	if s.Residual() != residual {
		t.Errorf("residual %g, the second time %g", residual, s.Residual())
	}
}

func TestSeparationRefusesShape(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("5 numbers are 2×3")
		}
	}()
	new(Separation).Reset(make([]float64, 5), 2, 3)
}
