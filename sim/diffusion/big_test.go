package diffusion

import "math/big"

// An oracle computes the score of a mixture with 120 digits, straight from the
// definitions.
type oracle struct {
	d     int
	x     []float64
	at    []float64
	sigma float64
}

const digits = 400 // bits

func bigOf(x float64) *big.Float { return new(big.Float).SetPrec(digits).SetFloat64(x) }
func add(x, y *big.Float) *big.Float {
	return new(big.Float).SetPrec(digits).Add(x, y)
}
func sub(x, y *big.Float) *big.Float { return new(big.Float).SetPrec(digits).Sub(x, y) }
func mul(x, y *big.Float) *big.Float { return new(big.Float).SetPrec(digits).Mul(x, y) }
func quo(x, y *big.Float) *big.Float { return new(big.Float).SetPrec(digits).Quo(x, y) }
func toFloat(x *big.Float) float64   { f, _ := x.Float64(); return f }

// bigExp is Taylor's series after halving; below -1e9 the result is 0.
func bigExp(x *big.Float) *big.Float {
	if x.Cmp(bigOf(-1e9)) < 0 {
		return bigOf(0)
	}
	halvings := max(0, x.MantExp(nil)) + 20
	r := new(big.Float).SetPrec(digits).SetMantExp(x, -halvings)
	sum, term := bigOf(1), bigOf(1)
	for n := 1; n < 30; n++ {
		term = quo(mul(term, r), bigOf(float64(n)))
		sum = add(sum, term)
	}
	for range halvings {
		sum = mul(sum, sum)
	}
	return sum
}

// bigLog is Newton's method on exp, after taking out powers of 2.
func bigLog(x *big.Float) *big.Float {
	m := new(big.Float)
	k := x.MantExp(m)
	y := bigOf(0)
	for range 12 {
		e := bigExp(y)
		y = add(y, mul(bigOf(2), quo(sub(m, e), add(m, e))))
	}
	if k == 0 {
		return y
	}
	return sub(y, mul(bigOf(float64(k)), bigLog(bigOf(0.5))))
}

// bigPi is Machin's formula.
func bigPi() *big.Float {
	return mul(bigOf(4), sub(mul(bigOf(4), bigArctan(5)), bigArctan(239)))
}

func bigArctan(inverse float64) *big.Float {
	t := quo(bigOf(1), bigOf(inverse))
	sum, power := bigOf(0), t
	for n := 1.0; n < 600; n += 4 {
		sum = add(sum, quo(power, bigOf(n)))
		power = quo(power, bigOf(inverse*inverse))
		sum = sub(sum, quo(power, bigOf(n+2)))
		power = quo(power, bigOf(inverse*inverse))
	}
	return sum
}

// answers are the oracle's, rounded to float64 at the very end.
type answers struct {
	logS, logDensity, div float64
	v, score, w           []float64
}

func (o oracle) answer() answers {
	n := len(o.x) / o.d
	two := mul(bigOf(2), mul(bigOf(o.sigma), bigOf(o.sigma)))
	square := mul(bigOf(o.sigma), bigOf(o.sigma))
	l, e, total := make([]*big.Float, n), make([]*big.Float, n), bigOf(0)
	most := 0
	for i := range n {
		r := bigOf(0)
		for j := range o.d {
			u := sub(bigOf(o.x[i*o.d+j]), bigOf(o.at[j]))
			r = add(r, mul(u, u))
		}
		l[i] = quo(r, mul(bigOf(-1), two))
		if l[i].Cmp(l[most]) > 0 {
			most = i
		}
	}
	// big.Float has no exponent for exp(-1e12): take out the largest.
	for i := range n {
		e[i] = bigExp(sub(l[i], l[most]))
		total = add(total, e[i])
	}
	a := answers{}
	mean := make([]*big.Float, o.d)
	for j := range o.d {
		mean[j] = bigOf(0)
		for i := range n {
			mean[j] = add(mean[j], quo(mul(e[i], bigOf(o.x[i*o.d+j])), total))
		}
		v := sub(mean[j], bigOf(o.at[j]))
		a.v = append(a.v, toFloat(v))
		a.score = append(a.score, toFloat(quo(v, square)))
	}
	trace := bigOf(0)
	for i := range n {
		w := quo(e[i], total)
		a.w = append(a.w, toFloat(w))
		for j := range o.d {
			u := sub(bigOf(o.x[i*o.d+j]), mean[j])
			trace = add(trace, mul(w, mul(u, u)))
		}
	}
	a.div = toFloat(sub(quo(trace, square), bigOf(float64(o.d))))
	log := add(bigLog(total), l[most])
	a.logS = toFloat(log)
	volume := mul(bigOf(float64(o.d)/2), bigLog(mul(mul(bigOf(2), bigPi()), square)))
	a.logDensity = toFloat(sub(sub(log, bigLog(bigOf(float64(n)))), volume))
	return a
}
