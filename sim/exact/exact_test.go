package exact_test

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"example.org/rote/sim/exact"
)

const precision = 200 // bits of the reference values

func bigFloat(x float64) *big.Float { return new(big.Float).SetPrec(precision).SetFloat64(x) }

// bigExp sums the power series of e^(x/2^12) and squares it twelve times.
func bigExp(x float64) *big.Float {
	const halvings = 12
	r := bigFloat(x)
	r.SetMantExp(r, -halvings)
	sum, term := bigFloat(1), bigFloat(1)
	for i := 1; i < 40; i++ {
		term.Mul(term, r).Quo(term, bigFloat(float64(i)))
		sum.Add(sum, term)
	}
	for range halvings {
		sum.Mul(sum, sum)
	}
	return sum
}

// bigLog returns log x. The fraction is split off because math.Log is wrong below
// 2^-1022 on some platforms.
func bigLog(x float64) *big.Float {
	fraction, exponent := math.Frexp(x)
	return bigLogNear(bigFloat(x), math.Log(fraction)+float64(exponent)*math.Ln2)
}

// bigLogNear returns log x as y + log(x/e^y) for a y near it, so that the last
// logarithm is of 1 + d with a tiny d.
func bigLogNear(x *big.Float, y float64) *big.Float {
	d := new(big.Float).Quo(x, bigExp(y))
	d.Sub(d, bigFloat(1))
	square := new(big.Float).Mul(d, d)
	cube := new(big.Float).Mul(square, d)
	sum := d.Add(d, bigFloat(y))
	sum.Sub(sum, square.Quo(square, bigFloat(2)))
	return sum.Add(sum, cube.Quo(cube, bigFloat(3)))
}

func relativeError(got float64, want *big.Float) float64 {
	if want.Sign() == 0 {
		return math.Abs(got)
	}
	diff := new(big.Float).Sub(bigFloat(got), want)
	e, _ := diff.Quo(diff, want).Float64()
	return math.Abs(e)
}

func TestExpIsAccurate(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	worst, at := 0.0, 0.0
	for i := range 4000 {
		x := (2*rng.Float64() - 1) * math.Pow(10, float64(i%8-4)) // up to 10^3 in size
		if x < -708 || x > 709 {
			continue
		}
		if e := relativeError(exact.Exp(x), bigExp(x)); e > worst {
			worst, at = e, x
		}
	}
	if worst > 1e-15 {
		t.Errorf("relative error %.2g of Exp(%g), want at most 1e-15", worst, at)
	}
	t.Logf("largest relative error %.2g, at %g", worst, at)
}

func TestLogIsAccurate(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	worst, at := 0.0, 0.0
	for i := range 4000 {
		x := math.Ldexp(rng.Float64()+0.5, i%2090-1070)
		if i%2 == 0 { // near 1, where the result is small
			x = 1 + math.Ldexp(2*rng.Float64()-1, -i%50)
		}
		if !(x > 0) {
			continue
		}
		if e := relativeError(exact.Log(x), bigLog(x)); e > worst {
			worst, at = e, x
		}
	}
	if worst > 1e-15 {
		t.Errorf("relative error %.2g of Log(%g), want at most 1e-15", worst, at)
	}
	t.Logf("largest relative error %.2g, at %g", worst, at)
}

func TestLog1pIsAccurate(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 3))
	worst, at := 0.0, 0.0
	for i := range 4000 {
		x := math.Ldexp(2*rng.Float64()-1, i%150-100) // 2^-101 to 2^49 in size
		if x <= -1 {
			continue
		}
		want := bigLogNear(new(big.Float).Add(bigFloat(1), bigFloat(x)), math.Log1p(x))
		if e := relativeError(exact.Log1p(x), want); e > worst {
			worst, at = e, x
		}
	}
	if worst > 1e-15 {
		t.Errorf("relative error %.2g of Log1p(%g), want at most 1e-15", worst, at)
	}
	t.Logf("largest relative error %.2g, at %g", worst, at)
}

func TestLogSumExpIsAccurate(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 4))
	worst, at := 0.0, 0.0
	for i := range 100 {
		shift, spread := (2*rng.Float64()-1)*math.Pow(10, float64(i%4)), 3*rng.Float64() // up to 10^3
		x := make([]float64, 1+i*10)
		best, sum := math.Inf(-1), bigFloat(0)
		for j := range x {
			x[j] = shift + spread*rng.NormFloat64()
			best = max(best, x[j])
		}
		for _, v := range x {
			difference, _ := new(big.Float).Sub(bigFloat(v), bigFloat(best)).Float64()
			sum.Add(sum, bigExp(difference))
		}
		near, _ := sum.Float64()
		want := new(big.Float).Add(bigLogNear(sum, math.Log(near)), bigFloat(best))
		got := exact.LogSumExp(x)
		off, _ := new(big.Float).Sub(bigFloat(got), want).Float64()
		if e := math.Abs(off) - 0x1p-53*math.Abs(got); e > worst {
			worst, at = e, got
		}
	}
	if worst > 4e-15 {
		t.Errorf("error %.2g more than a rounding of %g, want at most 4e-15", worst, at)
	}
	t.Logf("largest error %.2g more than a rounding, of %g", worst, at)
}

func TestExpAndLogAtTheEdges(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	for _, row := range []struct {
		name      string
		got, want float64
	}{
		{"Exp(0)", exact.Exp(0), 1}, {"Exp(Inf)", exact.Exp(inf), inf}, {"Exp(-Inf)", exact.Exp(-inf), 0}, {"Exp(NaN)", exact.Exp(nan), nan},
		{"Exp(710)", exact.Exp(710), inf}, {"Exp(-746)", exact.Exp(-746), 0}, {"Exp(-745.1)", exact.Exp(-745.1), 5e-324},
		{"Exp(709.782712893384)", exact.Exp(709.782712893384) / math.MaxFloat64, 1},
		{"Log(1)", exact.Log(1), 0}, {"Log(0)", exact.Log(0), -inf}, {"Log(-0)", exact.Log(math.Copysign(0, -1)), -inf},
		{"Log(Inf)", exact.Log(inf), inf}, {"Log(-1)", exact.Log(-1), nan}, {"Log(NaN)", exact.Log(nan), nan},
		{"Log1p(-1)", exact.Log1p(-1), -inf}, {"Log1p(-2)", exact.Log1p(-2), nan}, {"Log1p(NaN)", exact.Log1p(nan), nan},
		{"Log1p(Inf)", exact.Log1p(inf), inf}, {"1/Log1p(-0)", 1 / exact.Log1p(math.Copysign(0, -1)), -inf},
		{"Log1p(5e-324)/5e-324", exact.Log1p(5e-324) / 5e-324, 1}, {"Log1p(1e-300)/1e-300", exact.Log1p(1e-300) / 1e-300, 1},
		{"LogSumExp()", exact.LogSumExp(nil), -inf}, {"LogSumExp(-Inf, -Inf)", exact.LogSumExp([]float64{-inf, -inf}), -inf},
		{"LogSumExp(0, Inf)", exact.LogSumExp([]float64{0, inf}), inf}, {"LogSumExp(0, NaN)", exact.LogSumExp([]float64{0, nan}), nan},
		{"LogSumExp(1000, -Inf)", exact.LogSumExp([]float64{1000, -inf}), 1000},
		{"LogSumExp(-1000, -1000)", exact.LogSumExp([]float64{-1000, -1000}), -1000 + math.Ln2},
		{"Log(5e-324)", exact.Log(5e-324), -744.4400719213812},
	} {
		if row.got != row.want && !(math.IsNaN(row.got) && math.IsNaN(row.want)) && !(math.Abs(row.got-row.want) < 1e-12) {
			t.Errorf("%s = %g, want %g", row.name, row.got, row.want)
		}
	}
}

// The bits were computed once; every platform must give the same.
func TestBitsArePinned(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 0x726f7465))
	for _, row := range []struct {
		name string
		got  float64
		want uint64
	}{
		{"Exp(1)", exact.Exp(1), 0x4005bf0a8b14576a},
		{"Exp(-0.1)", exact.Exp(-0.1), 0x3fecf46d99d52b3a},
		{"Exp(-40.7)", exact.Exp(-40.7), 0x3c43755170f98144},
		{"Exp(700.3)", exact.Exp(700.3), 0x7f13f6d02b17eb6d},
		{"Exp(-720.3)", exact.Exp(-720.3), 0x71844d2b6},
		{"Log(2)", exact.Log(2), 0x3fe62e42fefa39ef},
		{"Log(0.7)", exact.Log(0.7), 0xbfd6d3c324e13f50},
		{"Log(1.0001)", exact.Log(1.0001), 0x3f1a368d0657fcd4},
		{"Log(1e-300)", exact.Log(1e-300), 0xc085963447f87fb5},
		{"Log1p(-0.3)", exact.Log1p(-0.3), 0xbfd6d3c324e13f50},
		{"Log1p(0.25)", exact.Log1p(0.25), 0x3fcc8ff7c79a9a22},
		{"Log1p(7.5)", exact.Log1p(7.5), 0x40011edb023bf0fe},
		{"LogSumExp", exact.LogSumExp([]float64{-41.7, -26.3, -26.9, -30}), 0xc039d8bfb2cb64a1},
		{"1st Normal", exact.Normal(rng), 0x3fedea6262d40f7d},
		{"2nd Normal", exact.Normal(rng), 0x3fe1f4462ef57295},
		{"3rd Normal", exact.Normal(rng), 0x3fbbf6a31e7fe859},
	} {
		if got := math.Float64bits(row.got); got != row.want {
			t.Errorf("%s = %g = %#x, want %#x", row.name, row.got, got, row.want)
		}
	}
}

// The moments of 400,000 draws lie within four standard errors of those of the
// normal distribution, and so do the shares of the tails.
func TestNormalMoments(t *testing.T) {
	const n = 400_000
	rng := rand.New(rand.NewPCG(3, 5))
	var mean, square, cube, fourth, tail float64
	for range n {
		x := exact.Normal(rng)
		mean += x / n
		square += x * x / n
		cube += x * x * x / n
		fourth += x * x * x * x / n
		if math.Abs(x) > 3 {
			tail += 1. / n
		}
	}
	share := math.Erfc(3 / math.Sqrt2)
	for _, row := range []struct {
		name                string
		got, want, variance float64 // of one draw
	}{
		{"mean", mean, 0, 1}, {"second moment", square, 1, 2}, {"third moment", cube, 0, 15},
		{"fourth moment", fourth, 3, 96}, {"share beyond 3", tail, share, share * (1 - share)},
	} {
		if limit := 4 * math.Sqrt(row.variance/n); math.Abs(row.got-row.want) > limit {
			t.Errorf("%s %g, want %g within %.2g", row.name, row.got, row.want, limit)
		}
	}
}
