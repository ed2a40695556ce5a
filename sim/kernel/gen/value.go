package main

import (
	"encoding/binary"

	"slices"
)

// The three kinds of values, each held as the code that leaves it on the stack.
// A variable is such code, too: the instruction that gets it.
type (
	num    []byte // an int32: a count, or an address in bytes
	scalar []byte // a float32; only arguments and results are
	vec    []byte // four float32 lanes
)

func number(x int) num { return append(num{byte(opConst)}, signed(x)...) }

func (a num) add(b num) num       { return two(a, b, opAdd) }
func (a num) sub(b num) num       { return two(a, b, opSub) }
func (a num) mul(b num) num       { return two(a, b, opMul) }
func (a num) plus(x int) num      { return a.add(number(x)) }
func (a num) times4() num         { return two(a, number(2), opShiftLeft) }
func (a num) less(b num) num      { return two(a, b, opLess) }
func (a num) atLeast(x int) num   { return two(a, number(x), opAtLeast) }
func (a num) equals(x int) num    { return two(a, number(x), opEqual) }
func (a num) and(b num) num       { return two(a, b, opAnd) }
func (a num) more(x int) num      { return two(a, number(x), opGreater) }
func (a num) load(offset int) num { return slices.Concat(a, num{byte(opLoad)}, place(offset)) }

// or returns a where c is not 0, and else b.
func (a num) or(b, c num) num { return slices.Concat(a, b, c, num{byte(opSelect)}) }

func two(a, b num, op opcode) num { return slices.Concat(a, b, num{byte(op)}) }

// splat puts a number into all lanes.
func (a num) splat() vec { return vector(intSplat, a) }

func (s scalar) splat() vec { return vector(vecSplat, s) }

func (v vec) lane0() scalar { return scalar(append(vector(vecLane, v), 0)) }

// splat0 puts lane 0 into all lanes.
func (v vec) splat0() vec { return shuffle(v, v, 0, 0, 0, 0) }

func (v vec) add(w vec) vec    { return vector(vecAdd, v, w) }
func (v vec) sub(w vec) vec    { return vector(vecSub, v, w) }
func (v vec) mul(w vec) vec    { return vector(vecMul, v, w) }
func (v vec) div(w vec) vec    { return vector(vecDiv, v, w) }
func (v vec) sqrt() vec        { return vector(vecSqrt, v) }
func (v vec) neg() vec         { return vector(vecNeg, v) }
func (v vec) abs() vec         { return vector(vecAbs, v) }
func (v vec) atMost(w vec) vec { return vector(vecAtMost, v, w) }
func (v vec) and(w vec) vec    { return vector(vecAnd, v, w) }
func (v vec) andNot(w vec) vec { return vector(vecAndNot, v, w) }
func (v vec) or(w vec) vec     { return vector(vecOr, v, w) }

// pmax is "if v < w { v = w }", and pmin is "if w < v { v = w }".
func (v vec) pmax(w vec) vec { return vector(vecPMax, v, w) }
func (v vec) pmin(w vec) vec { return vector(vecPMin, v, w) }

// The bits of the lanes as int32.
func (v vec) shiftLeft(n int) vec     { return vector(intShiftLeft, v, vec(number(n))) }
func (v vec) shiftRightInt(n int) vec { return vector(intShiftSign, v, vec(number(n))) }
func (v vec) subInt(w vec) vec        { return vector(intSub, v, w) }
func (v vec) intToFloat() vec         { return vector(intToFloat, v) }

// The first two lanes as float64, which then fill the vector, and back.
func (v vec) toDoubles() vec       { return vector(vecToDoubles, v) }
func (v vec) addDoubles(w vec) vec { return vector(doublesAdd, v, w) }
func (v vec) mulDoubles(w vec) vec { return vector(doublesMul, v, w) }
func (v vec) sqrtDoubles() vec     { return vector(doublesSqrt, v) }
func (v vec) toFloats() vec        { return vector(doublesToVec, v) }

func vector(op vectorOp, operands ...[]byte) vec {
	code := slices.Concat(operands...)
	code = append(code, byte(opVector))
	return append(code, unsigned(int(op))...)
}

// lanes returns a vector of four bit patterns.
func lanes(bits ...uint32) vec {
	v := vector(vecConst)
	for _, b := range bits {
		v = binary.LittleEndian.AppendUint32(v, b)
	}
	return v
}

// shuffle returns four of the eight lanes of v and w, which count from 0.
func shuffle(v, w vec, from ...int) vec {
	code := vector(vecShuffle, v, w)
	for _, lane := range from {
		for b := range 4 {
			code = append(code, byte(4*lane+b))
		}
	}
	return code
}

// load reads four numbers at an address, loadZero one into lane 0, loadSplat one
// into all lanes.
func load(at num, offset int) vec      { return append(vector(vecLoad, at), place(offset)...) }
func loadZero(at num, offset int) vec  { return append(vector(vecLoadZero, at), place(offset)...) }
func loadSplat(at num, offset int) vec { return append(vector(vecLoadSplat, at), place(offset)...) }

// place is the end of every memory instruction: the alignment (numbers lie at
// multiples of 2² bytes) and a constant that is added to the address.
func place(offset int) []byte { return append([]byte{2}, unsigned(offset)...) }
