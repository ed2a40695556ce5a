package linalg_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"example.org/rote/sim/linalg"
	"gonum.org/v1/gonum/mat"
)

func normals(rng *rand.Rand, n int) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = rng.NormFloat64()
	}
	return out
}

// Gram is gonum's product with the transpose.
func TestGram(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, shape := range [][2]int{{0, 3}, {1, 1}, {3, 5}, {7, 2}, {12, 193}} {
		n, p := shape[0], shape[1]
		j := normals(rng, n*p)
		got := linalg.Gram(j, n, p)
		if n == 0 {
			if len(got) != 0 {
				t.Errorf("no rows have %d products", len(got))
			}
			continue
		}
		var want mat.Dense
		want.Mul(mat.NewDense(n, p, j), mat.NewDense(n, p, j).T())
		for i, v := range got {
			if w := want.At(i/n, i%n); math.Abs(v-w) > 1e-12*float64(p) {
				t.Errorf("%d×%d: product %d is %g, want %g", n, p, i, v, w)
			}
		}
	}
}

// Solve agrees with gonum's Cholesky decomposition, also where the matrix is badly
// conditioned, and does not read the upper triangle.
func TestSolve(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for _, c := range []struct {
		n       int
		damping float64
	}{{1, 0}, {2, 0}, {7, 0}, {30, 1e-2}, {64, 1e-6}} {
		a, b := linalg.Gram(normals(rng, c.n*(c.n+3)), c.n, c.n+3), normals(rng, c.n)
		for i := range c.n {
			a[i*c.n+i] += c.damping
		}
		var factor mat.Cholesky
		if !factor.Factorize(mat.NewSymDense(c.n, slices.Clone(a))) {
			t.Fatalf("n = %d: not positive definite", c.n)
		}
		var want mat.VecDense
		if err := factor.SolveVecTo(&want, mat.NewVecDense(c.n, slices.Clone(b))); err != nil {
			t.Fatal(err)
		}
		for i := range c.n {
			for k := i + 1; k < c.n; k++ {
				a[i*c.n+k] = math.NaN()
			}
		}
		linalg.Solve(a, b)
		for i, x := range b {
			if w := want.AtVec(i); math.Abs(x-w) > 1e-13*factor.Cond()*mat.Norm(&want, 2) {
				t.Errorf("n = %d: x[%d] = %g, want %g", c.n, i, x, w)
			}
		}
	}
}

func TestWrongShapesPanic(t *testing.T) {
	for name, call := range map[string]func(){
		"Gram":  func() { linalg.Gram(make([]float64, 5), 2, 3) },
		"Solve": func() { linalg.Solve(make([]float64, 3), make([]float64, 2)) },
		"Reset": func() { new(linalg.Eigen).Reset(make([]float64, 5), 2) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s takes a wrong shape", name)
				}
			}()
			call()
		}()
	}
}
