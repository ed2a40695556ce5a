package density

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat"

	"example.org/rote/sim/exact"
)

func seeded(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 1)) }

// cloud returns n points of the plane with a twin and a loner, n×2.
func cloud(seed uint64, n int) []float32 {
	rng := seeded(seed)
	x := make([]float32, 2*n)
	for i := range x {
		x[i] = float32(exact.Normal(rng)) * float32(1+i%2)
	}
	x[2], x[3] = x[0], x[1]
	x[4], x[5] = 5, -4
	return x
}

func without(x []float32, i int) []float32 { return slices.Concat(x[:2*i], x[2*i+2:]) }

// normalOf returns gonum's log-density of the normal distribution that fits points best, by
// its own mean and covariance.
func normalOf(x []float32, px, py float64) float64 {
	n := len(x) / 2
	points := mat.NewDense(n, 2, widened(x))
	mean := []float64{stat.Mean(mat.Col(nil, 0, points), nil), stat.Mean(mat.Col(nil, 1, points), nil)}
	var cov mat.SymDense
	stat.CovarianceMatrix(&cov, points, nil)
	cov.ScaleSym(float64(n-1)/float64(n), &cov)
	return logNormal(mean, &cov, []float64{px, py})
}

// logNormal returns the log-density of a normal distribution, by gonum's Cholesky factor.
func logNormal(mean []float64, cov *mat.SymDense, x []float64) float64 {
	var factor mat.Cholesky
	if !factor.Factorize(cov) {
		panic("no covariance")
	}
	n := len(x)
	rest, solved := mat.NewVecDense(n, nil), mat.NewVecDense(n, nil)
	for i := range x {
		rest.SetVec(i, x[i]-mean[i])
	}
	if err := factor.SolveVecTo(solved, rest); err != nil {
		panic(err)
	}
	return -0.5 * (mat.Dot(rest, solved) + factor.LogDet() + float64(n)*math.Log(2*math.Pi))
}

func widened(x []float32) []float64 {
	out := make([]float64, len(x))
	for i, v := range x {
		out[i] = float64(v)
	}
	return out
}

// kernelOf returns the log-density of a kernel estimate, summed in plain numbers.
func kernelOf(x []float32, px, py, s float64) float64 {
	sum := 0.0
	for j := range len(x) / 2 {
		dx, dy := float64(x[2*j])-px, float64(x[2*j+1])-py
		sum += math.Exp(-(dx*dx+dy*dy)/(2*s*s)) / (2 * math.Pi * s * s)
	}
	return math.Log(sum / float64(len(x)/2))
}

// V1: the closed forms are what is left when a point is left out, against gonum's normal
// distribution and plain sums; V15: squared Mahalanobis distances sum to n·p.
func TestClosedForms(t *testing.T) {
	const s = 0.8
	for seed := range uint64(5) {
		n := 20 + 11*int(seed)
		x := cloud(seed, n)
		b, terms, sum := newBell(x), make([]float64, 0, n), 0.0
		for i := range n {
			px, py := float64(x[2*i]), float64(x[2*i+1])
			h := b.squared(px, py)
			sum += h
			for _, c := range []struct {
				name      string
				got, want float64
			}{
				{"Gaussian", bellScore(n, 2, h), normalOf(x, px, py) - normalOf(without(x, i), px, py)},
				{"log-density", b.logDensity(px, py), normalOf(x, px, py)},
				{"kernel", kernelScore(n, kernelOthers(x, px, py, s, i, terms)), kernelOf(x, px, py, s) - kernelOf(without(x, i), px, py, s)},
				{"centre", centreScore(n, squaredTo(b, px, py), 0.5), centreOf(b, px, py, 0.5) - centreOf(newBell(without(x, i)), px, py, 0.5)},
			} {
				if math.Abs(c.got-c.want) > 1e-9*max(1, math.Abs(c.want)) {
					t.Errorf("seed %d, point %d, %s: %.15g, want %.15g", seed, i, c.name, c.got, c.want)
				}
			}
		}
		if math.Abs(sum-2*float64(n)) > 1e-9*float64(n) {
			t.Errorf("seed %d: squared distances sum to %.15g, want %d", seed, sum, 2*n)
		}
	}
}

func squaredTo(b bell, x, y float64) float64 { return (x-b.mx)*(x-b.mx) + (y-b.my)*(y-b.my) }

// centreOf returns the log-density of the normal distribution around the mean, with a known
// variance.
func centreOf(b bell, x, y, variance float64) float64 {
	return -squaredTo(b, x, y)/(2*variance) - math.Log(2*math.Pi*variance)
}

// V14: a twin scores at most log 2, at any width of the kernel; a lone point grows with the
// square of the distance, and stays finite.
func TestTwinsAndLoners(t *testing.T) {
	x, terms := cloud(7, 30), make([]float64, 0, 30)
	for _, s := range []float64{0.05, 0.1, 0.3, 1, 2} {
		if got := kernelScore(30, kernelOthers(x, float64(x[0]), float64(x[1]), s, 0, terms)); got > math.Ln2 {
			t.Errorf("s = %g: a twin scores %g", s, got)
		}
	}
	far := []float32{0, 0, 100, 0}
	if got, want := kernelScore(2, kernelOthers(far, 0, 0, 0.05, 0, terms)), 10000/(2*.0025)-math.Ln2; math.Abs(got-want) > 1e-9*want {
		t.Errorf("a lone point scores %g, want %g", got, want)
	}
}

// V13: for Gaussian data the mean score is near p(p+3)/(2n).
func TestLawOfTheGaussian(t *testing.T) {
	const n, sets = 400, 300
	rng, sum := seeded(9), 0.0
	for range sets {
		x := make([]float32, 2*n)
		for i := range x {
			x[i] = float32(exact.Normal(rng))
		}
		b := newBell(x)
		for i := range n {
			sum += bellScore(n, 2, b.squared(float64(x[2*i]), float64(x[2*i+1]))) / (n * sets)
		}
	}
	if want := 5.0 / n; math.Abs(sum-want) > 0.03*want {
		t.Errorf("mean score %.5f, want %.5f within 3 %%", sum, want)
	}
}

// A point without which there is no Gaussian has no score.
func TestUndefinedWithout(t *testing.T) {
	for _, h := range []float64{9, 9.5} {
		if got := bellScore(10, 2, h); !math.IsNaN(got) {
			t.Errorf("h = %g of 10 points scores %g", h, got)
		}
	}
	line := newBell([]float32{0, 0, 1, 1, 2, 2})
	if !line.isFlat() {
		t.Error("points on a line have a density")
	}
}

// estimates returns the log-densities of kernel estimates, each from the points outside a
// fold, models×points.
func estimates(x []float32, cuts []cut, k int, s float64) (logp [][]float64) {
	n := len(x) / 2
	for _, c := range cuts {
		for fold := range k {
			var seen []float32
			for _, i := range c.without(fold) {
				seen = append(seen, x[2*i], x[2*i+1])
			}
			row := make([]float64, n)
			for i := range n {
				row[i] = kernelOf(seen, float64(x[2*i]), float64(x[2*i+1]), s)
			}
			logp = append(logp, row)
		}
	}
	return logp
}

// V2: the K-fold estimate against means of plain densities, with one and two cuts, and with a
// model that is dropped.
func TestEstimate(t *testing.T) {
	const n, k, s = 23, 4, 1.1
	x, negative := cloud(3, n), 0
	for reps := 1; reps <= 2; reps++ {
		var cuts []cut
		for r := range reps {
			cuts = append(cuts, newCut(n, k, seeded(uint64(r))))
		}
		logp := estimates(x, cuts, k, s)
		for _, lost := range []int{-1, 1} {
			dropped := make([]bool, len(logp))
			if lost >= 0 {
				dropped[lost] = true
			}
			got := newScores(n)
			got.estimate(logp, dropped, cuts, k)
			for i := range n {
				saw, not := 0.0, 0.0
				var sawN, notN float64
				for j, row := range logp {
					switch {
					case dropped[j]:
					case cuts[j/k][i] == j%k:
						not, notN = not+math.Exp(row[i]), notN+1
					default:
						saw, sawN = saw+math.Exp(row[i]), sawN+1
					}
				}
				u, v := math.Log(saw/sawN), math.Log(not/notN)
				if !same(got.u[i], u) || !same(got.v[i], v) || !same(got.m[i], u-v) {
					t.Errorf("%d cuts, point %d: %g - %g = %g, want %g and %g", reps, i, got.u[i], got.v[i], got.m[i], u, v)
				}
				if got.m[i] < 0 {
					negative++
				}
			}
		}
	}
	if negative == 0 {
		t.Error("no score is below 0: the points that should have one are missing")
	}
}

// same allows rounding; NaN is NaN.
func same(a, b float64) bool { return math.IsNaN(a) && math.IsNaN(b) || math.Abs(a-b) <= 1e-9 }

// V3: with as many folds as points, v is the leave-one-out log-density.
func TestLeaveOneOut(t *testing.T) {
	const n, s = 17, 0.7
	x := cloud(4, n)
	cuts := []cut{newCut(n, n, seeded(1))}
	got := newScores(n)
	got.estimate(estimates(x, cuts, n, s), make([]bool, n), cuts, n)
	for i := range n {
		if want := kernelOf(without(x, i), float64(x[2*i]), float64(x[2*i+1]), s); !same(got.v[i], want) {
			t.Errorf("point %d: %g, want %g", i, got.v[i], want)
		}
	}
}

// Folds differ in size by at most one, the larger first, and each point lies in one.
func TestCut(t *testing.T) {
	c := newCut(23, 4, seeded(2))
	for fold, want := range []int{6, 6, 6, 5} {
		if got := c.within(fold); got != want || len(c.without(fold)) != 23-want {
			t.Errorf("fold %d holds %d points, want %d", fold, got, want)
		}
	}
}
