package linalg_test

import (
	"fmt"
	"hash/fnv"
	"math"
	"math/rand/v2"
	"testing"

	"example.org/rote/sim/linalg"
	"gonum.org/v1/gonum/mat"
)

// solved runs an Eigen to its end in slices of so many operations.
func solved(a []float64, n, flops int) *linalg.Eigen {
	var e linalg.Eigen
	e.Reset(a, n)
	for !e.Step(flops) {
	}
	return &e
}

// symmetric returns Q·diag(values)·Qᵀ for a random rotation Q.
func symmetric(rng *rand.Rand, values []float64) []float64 {
	n := len(values)
	var qr mat.QR
	qr.Factorize(mat.NewDense(n, n, normals(rng, n*n)))
	var q, scaled, a mat.Dense
	qr.QTo(&q)
	scaled.Apply(func(_, j int, v float64) float64 { return v * values[j] }, &q)
	a.Mul(&scaled, q.T())
	out := make([]float64, n*n)
	for i := range n {
		for j := range n {
			out[i*n+j] = (a.At(i, j) + a.At(j, i)) / 2
		}
	}
	return out
}

// spectra are eigenvalues to be found: apart, repeated, of a low rank, of all sizes.
func spectra(rng *rand.Rand) map[string][]float64 {
	list := map[string][]float64{
		"one": {3}, "two": {1, -2}, "zero": make([]float64, 7), "equal": {2, 2, 2, 2, 2},
		"repeated": {5, 5, 5, 1, 1, -3, -3, -3, -3, 0},
	}
	for _, n := range []int{3, 64, 101, 256} {
		list[fmt.Sprint("random ", n)] = normals(rng, n)
	}
	low, wide := make([]float64, 90), make([]float64, 40)
	for i := range 20 {
		low[i] = 1 + rng.Float64()
	}
	for i := range wide {
		wide[i] = math.Pow(10, float64(i%20-18))
	}
	list["rank 20 of 90"], list["from 1e-18 to 10"] = low, wide
	return list
}

// Eigenvalues are gonum's, vectors are orthonormal, and the projector on the vectors
// above each gap between eigenvalues is gonum's.
func TestEigen(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for name, values := range spectra(rng) {
		n := len(values)
		a := symmetric(rng, values)
		e := solved(a, n, 1)
		var want mat.EigenSym
		if !want.Factorize(mat.NewSymDense(n, a), true) {
			t.Fatalf("%s: gonum finds nothing", name)
		}
		var vectors mat.Dense
		want.VectorsTo(&vectors)
		scale := math.Abs(e.Value(0)) + math.Abs(e.Value(n-1)) + 1e-300
		for i, w := range want.Values(nil) { // from the smallest up
			if v := e.Value(n - 1 - i); math.Abs(v-w) > 1e-13*float64(n)*scale {
				t.Errorf("%s: eigenvalue %d is %g, want %g", name, i, v, w)
			}
		}
		got, other := mat.NewDense(n, n, nil), mat.NewDense(n, n, nil)
		for i := range n {
			v := mat.NewVecDense(n, e.Vector(i))
			got.RankOne(got, 1, v, v)
			w := vectors.ColView(n - 1 - i)
			other.RankOne(other, 1, w, w)
			isGap := i == n-1 || e.Value(i)-e.Value(i+1) > 1e-4*scale
			if isGap && (n < 20 || i%16 == 15 || i == n-1) {
				if off := distance(got, other); off > 1e-9 {
					t.Errorf("%s: the projector on %d vectors is off by %g", name, i+1, off)
				}
			}
		}
	}
}

func distance(a, b *mat.Dense) float64 {
	var off mat.Dense
	off.Sub(a, b)
	return mat.Max(absolute(&off))
}

func absolute(a *mat.Dense) *mat.Dense {
	a.Apply(func(_, _ int, v float64) float64 { return math.Abs(v) }, a)
	return a
}

// A·v = λ·v to the last digits, and slices do not change the bits, nor does memory
// that was used before.
func TestEigenSlices(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	var again linalg.Eigen
	for _, n := range []int{50, 9, 33, 1, 0} {
		a := linalg.Gram(normals(rng, n*40), n, 40)
		e := solved(a, n, 1)
		again.Reset(a, n)
		for !again.Step(10_000) {
		}
		for i := range n {
			if again.Value(i) != e.Value(i) {
				t.Fatalf("n = %d: eigenvalue %d is %g and %g", n, i, e.Value(i), again.Value(i))
			}
			for j, v := range e.Vector(i) {
				sum := 0.0
				for k, w := range e.Vector(i) {
					sum += a[j*n+k] * w
				}
				if math.Abs(sum-e.Value(i)*v) > 1e-12*e.Value(0) || again.Vector(i)[j] != v {
					t.Fatalf("n = %d, vector %d at %d: %g, again %g; A·v is %g", n, i, j, v, again.Vector(i)[j], sum)
				}
			}
		}
	}
}

// The bits of the result are the same on every platform.
func TestEigenBits(t *testing.T) {
	const n, want = 60, uint64(0xbf5bba7ae89f25c5)
	rng, a := rand.New(rand.NewPCG(9, 10)), make([]float64, n*n)
	for i := range n {
		for j := range i + 1 {
			a[i*n+j] = rng.Float64() - 0.5
			a[j*n+i] = a[i*n+j]
		}
	}
	e, hash := solved(a, n, 1000), fnv.New64a()
	for i := range n {
		for _, v := range append(e.Vector(i), e.Value(i)) {
			fmt.Fprintf(hash, "%x ", math.Float64bits(v))
		}
	}
	if got := hash.Sum64(); got != want {
		t.Errorf("hash %#x, want %#x", got, want)
	}
}

// A matrix that is not finite comes to an end, too.
func TestEigenOfNoNumbers(t *testing.T) {
	for _, bad := range []float64{math.NaN(), math.Inf(1), -math.MaxFloat64} {
		a := make([]float64, 100)
		for i := range a {
			a[i] = 1 / float64(1+i%10+i/10)
		}
		a[34], a[43] = bad, bad
		solved(a, 10, 1)
	}
}

func BenchmarkEigen(b *testing.B) {
	for _, n := range []int{100, 256} {
		a := linalg.Gram(normals(rand.New(rand.NewPCG(1, 1)), n*n), n, n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			var e linalg.Eigen
			for range b.N {
				e.Reset(a, n)
				for !e.Step(1e6) {
				}
			}
		})
	}
}
