package main

// The functions of this file are those of ../portable_math.go, line by line, for all
// lanes of a vector.

const (
	log2e   = 0x1.715476p+0
	ln2     = 0x1.62e43p-1
	ln2High = 0x1.62e4p-1
	ln2Low  = 0x1.7f7d1cf8p-20

	roundShift = 3<<22 + 127

	expLow, expHigh = -87.3, 88.3

	tanhHigh = 9.02

	rootHalf = 0x3f3504f3
	signBit  = 1 << 31
)

// exp returns e^x.
func (f *function) exp(x vec) vec {
	x = f.let(x.pmax(f.all(expLow)).pmin(f.all(expHigh)))
	t := f.let(x.mul(f.all(log2e)).add(f.all(roundShift)))
	n := f.let(t.sub(f.all(roundShift)))
	r := f.let(x.sub(n.mul(f.all(ln2High))).sub(n.mul(f.all(ln2Low))))
	z := f.let(r.mul(r))
	p := f.all(0.00138145986)
	p = p.mul(z).add(r.mul(f.all(0.00836871688)).add(f.all(0.0416683880)))
	p = p.mul(z).add(r.mul(f.all(0.166665206)).add(f.all(0.499999934)))
	p = p.mul(z).add(r).add(f.all(1))
	return f.let(p.mul(power2(t)))
}

func power2(t vec) vec { return t.shiftLeft(23) }

// exp2 returns 2^y for y from -126 to 127.
func (f *function) exp2(y vec) vec {
	y = f.let(y)
	t := f.let(y.add(f.all(roundShift)))
	r := f.let(y.sub(t.sub(f.all(roundShift))))
	z := f.let(r.mul(r))
	p := f.all(0.000155946851)
	p = p.mul(z).add(r.mul(f.all(0.00134066469)).add(f.all(0.00961769294)))
	p = p.mul(z).add(r.mul(f.all(0.0555031054)).add(f.all(0.240226528)))
	p = p.mul(z).add(r.mul(f.all(0.693147215)).add(f.all(1)))
	return f.let(p.mul(power2(t)))
}

// logistic returns 1/(1+e^-x).
func (f *function) logistic(x vec) vec {
	return f.let(f.all(1).div(f.exp(x.neg()).add(f.all(1))))
}

func (f *function) tanh(x vec) vec {
	a := f.let(x.abs().pmin(f.all(tanhHigh)))
	t := f.let(a.mul(f.all(2 * log2e)).add(f.all(roundShift)))
	n := t.sub(f.all(roundShift))
	r := f.let(a.add(a).sub(n.mul(f.all(ln2))))
	z := f.let(r.mul(r))
	p := f.all(0.00138825203)
	p = p.mul(z).add(r.mul(f.all(0.00836652057)).add(f.all(0.0416671999)))
	p = p.mul(z).add(r.mul(f.all(0.166665436)).add(f.all(0.499999982)))
	p = p.mul(z).add(r)
	s := f.let(power2(t))
	u := f.let(p.mul(s).add(s.sub(f.all(1))))
	return f.let(u.div(u.add(f.all(2))).or(x.and(f.allBits(signBit))))
}

// log1p returns ln(1+x) for x from √½-1 to 1.
func (f *function) log1p(x vec) vec {
	s := f.let(x.div(x.add(f.all(2))))
	z := f.let(s.mul(s))
	p := f.all(0.140122295)
	p = p.mul(z).add(f.all(0.139995705))
	p = p.mul(z).add(f.all(0.200108495))
	p = p.mul(z).add(f.all(0.333332066))
	p = f.let(p.mul(z))
	return f.let(x.sub(s.mul(x.sub(p.add(p)))))
}

// log returns ln x for normal x.
func (f *function) log(x vec) vec {
	e := f.let(x.subInt(f.allBits(rootHalf)).shiftRightInt(23))
	m := f.let(x.subInt(e.shiftLeft(23)))
	n := f.let(e.intToFloat())
	return f.let(n.mul(f.all(ln2High)).add(f.log1p(f.let(m.sub(f.all(1)))).add(n.mul(f.all(ln2Low)))))
}
