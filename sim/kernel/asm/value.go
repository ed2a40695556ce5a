package main

import (
	"github.com/mmcloughlin/avo/build"
	"github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// The kinds of values.
type (
	// A num is an int64, a count or an address in bytes: a register, a constant, or
	// an argument on the stack.
	num struct{ op operand.Op }

	// A scalar is a float32; only arguments are.
	scalar struct{ at operand.Mem }

	// A vec is the code that leaves eight float32 lanes somewhere, and says where: in
	// the register to, or where they were already, which is not to be written.
	vec func(f *function, to reg.VecVirtual) operand.Op
)

// An instruction is a method of avo that appends one. Its operands end with the
// result; of two that are subtracted, divided or compared, the second comes first.
type instruction func(c *build.Context, operands ...operand.Op)

func number(x int) num { return num{operand.I32(x)} }

func (v vec) add(w vec) vec { return commute((*build.Context).VADDPS, v, w) }
func (v vec) sub(w vec) vec { return two((*build.Context).VSUBPS, v, w) }
func (v vec) mul(w vec) vec { return commute((*build.Context).VMULPS, v, w) }
func (v vec) div(w vec) vec { return two((*build.Context).VDIVPS, v, w) }
func (v vec) sqrt() vec     { return one((*build.Context).VSQRTPS, v) }
func (v vec) neg() vec      { return commute((*build.Context).VXORPS, v, allBits(signBit)) }
func (v vec) abs() vec      { return commute((*build.Context).VANDPS, v, allBits(signBit-1)) }

// atMost sets all bits of the lanes in which v <= w; that is false for NaN.
func (v vec) atMost(w vec) vec {
	const lessOrEqualQuiet = 18
	return two(withConstant((*build.Context).VCMPPS, lessOrEqualQuiet), v, w)
}

// and, andNot and or are those of the bits, &, &^ and |.
func (v vec) and(w vec) vec    { return commute((*build.Context).VANDPS, v, w) }
func (v vec) andNot(w vec) vec { return two((*build.Context).VANDNPS, w, v) }
func (v vec) or(w vec) vec     { return commute((*build.Context).VORPS, v, w) }

// pmax is "if v < w { v = w }", and pmin is "if w < v { v = w }". The instructions
// give their second operand, here v, if one is NaN or both are 0.
func (v vec) pmax(w vec) vec { return two((*build.Context).VMAXPS, w, v) }
func (v vec) pmin(w vec) vec { return two((*build.Context).VMINPS, w, v) }

// The bits of the lanes as int32.
func (v vec) shiftLeft(n int) vec {
	return one(withConstant((*build.Context).VPSLLD, n), v.inRegister())
}
func (v vec) shiftRightInt(n int) vec {
	return one(withConstant((*build.Context).VPSRAD, n), v.inRegister())
}
func (v vec) subInt(w vec) vec { return two((*build.Context).VPSUBD, v, w) }
func (v vec) intToFloat() vec  { return one((*build.Context).VCVTDQ2PS, v) }

// interleaveLow and interleaveHigh mix the lower and the upper two lanes of each
// half: v0 w0 v1 w1, and v2 w2 v3 w3.
func (v vec) interleaveLow(w vec) vec  { return two((*build.Context).VUNPCKLPS, v, w) }
func (v vec) interleaveHigh(w vec) vec { return two((*build.Context).VUNPCKHPS, v, w) }

// shuffle takes lanes a and b of v and lanes c and d of w, in each half.
func (v vec) shuffle(w vec, a, b, c, d int) vec {
	return two(withConstant((*build.Context).VSHUFPS, a|b<<2|c<<4|d<<6), v, w)
}

func (v vec) swapHalves() vec {
	return func(f *function, to reg.VecVirtual) operand.Op {
		from := f.register(v)
		f.VPERM2F128(operand.U8(1), from, from, to)
		return to
	}
}

// splat0 puts lane 0 into all lanes.
func (v vec) splat0() vec {
	return func(f *function, to reg.VecVirtual) operand.Op {
		f.VBROADCASTSS(f.register(v).(reg.VecVirtual).AsX(), to)
		return to
	}
}

// The first four lanes as float64, which then fill the vector, and back.
func (v vec) toDoubles() vec {
	return func(f *function, to reg.VecVirtual) operand.Op {
		f.VCVTPS2PD(f.register(v).(reg.VecVirtual).AsX(), to)
		return to
	}
}
func (v vec) toFloats() vec {
	return func(f *function, to reg.VecVirtual) operand.Op {
		f.VCVTPD2PSY(f.register(v), to.AsX())
		return to
	}
}
func (v vec) addDoubles(w vec) vec { return commute((*build.Context).VADDPD, v, w) }
func (v vec) mulDoubles(w vec) vec { return commute((*build.Context).VMULPD, v, w) }
func (v vec) sqrtDoubles() vec     { return one((*build.Context).VSQRTPD, v) }

// splat puts the lower half of an argument, an int32, into all lanes.
func (x num) splat() vec {
	return func(f *function, to reg.VecVirtual) operand.Op {
		f.VPBROADCASTD(x.op, to)
		return to
	}
}

// splat puts a number into all lanes.
func (s scalar) splat() vec { return splatAt(s.at) }

// place is an address in memory, some bytes from a pointer.
func place(p num, offset int) operand.Mem {
	return operand.Mem{Base: p.op.(reg.Register), Disp: offset}
}

// load reads eight numbers, loadFour four into each half, loadSplat one into all
// lanes, loadHalves four from one address and four from another.
func load(p num, offset int) vec {
	return func(*function, reg.VecVirtual) operand.Op { return place(p, offset) }
}

func loadFour(p num, offset int) vec {
	return func(f *function, to reg.VecVirtual) operand.Op {
		f.VBROADCASTF128(place(p, offset), to)
		return to
	}
}

func loadHalves(lower, upper num, offset int) vec {
	return func(f *function, to reg.VecVirtual) operand.Op {
		low := f.register(loadFour(lower, offset))
		f.VINSERTF128(operand.U8(1), place(upper, offset), low, to)
		return to
	}
}

// loadMasked reads the numbers whose lanes of the mask have all bits set, and 0 for
// the others, which need not exist.
func loadMasked(p num, offset int, mask vec) vec {
	return func(f *function, to reg.VecVirtual) operand.Op {
		f.VMASKMOVPS(place(p, offset), f.register(mask), to)
		return to
	}
}

func loadSplat(p num, offset int) vec { return splatAt(place(p, offset)) }

func splatAt(at operand.Mem) vec {
	return func(f *function, to reg.VecVirtual) operand.Op {
		f.VBROADCASTSS(at, to)
		return to
	}
}

func allBits(bits uint32) vec {
	return func(f *function, _ reg.VecVirtual) operand.Op { return f.in.all(bits) }
}

// one and two make the code of an instruction with one or two operands, of which
// the last may be in memory.
func one(i instruction, v vec) vec {
	return func(f *function, to reg.VecVirtual) operand.Op {
		i(f.Context, v(f, f.YMM()), to)
		return to
	}
}

func two(i instruction, v, w vec) vec {
	return func(f *function, to reg.VecVirtual) operand.Op {
		a := f.register(v)
		i(f.Context, w(f, f.YMM()), a, to)
		return to
	}
}

// commute is two, where the operands may change places.
func commute(i instruction, v, w vec) vec {
	return func(f *function, to reg.VecVirtual) operand.Op {
		a, b := v(f, f.YMM()), w(f, f.YMM())
		if operand.IsMem(a) {
			a, b = b, a
		}
		i(f.Context, b, f.loaded(a), to)
		return to
	}
}

// withConstant is an instruction whose first operand is a constant.
func withConstant(i instruction, x int) instruction {
	return func(c *build.Context, operands ...operand.Op) {
		i(c, append([]operand.Op{operand.U8(x)}, operands...)...)
	}
}

// inRegister is v, but not in memory.
func (v vec) inRegister() vec {
	return func(f *function, _ reg.VecVirtual) operand.Op { return f.register(v) }
}
