package main

import (
	"math"
	"slices"
)

// A kind is the type of a value in the binary format.
type kind byte

const (
	kindNum    kind = 0x7f
	kindScalar kind = 0x7d
	kindVec    kind = 0x7b
)

// A function is one kernel in the making. Its methods append statements.
type function struct {
	in     *module
	name   string
	index  int    // among the functions of the module
	params []kind // first all parameters, then the first local
	result []kind
	locals []kind
	code   []byte

	constants map[uint32]vec // variables that the function begins with
	beginning []byte         // the code that sets them
}

// param declares the next parameter, an int32. All parameters come first.
func (f *function) param() num { return num(f.declare(kindNum)) }

func (f *function) floatParam() scalar { return scalar(f.declare(kindScalar)) }

func (f *function) declare(k kind) []byte {
	if len(f.locals) > 0 {
		panic(f.name + ": a parameter after a local")
	}
	f.params = append(f.params, k)
	return get(len(f.params) - 1)
}

// num and vec declare a variable, which is 0 at first.
func (f *function) num() num { return num(f.local(kindNum)) }
func (f *function) vec() vec { return vec(f.local(kindVec)) }

func (f *function) local(k kind) []byte {
	f.locals = append(f.locals, k)
	return get(len(f.params) + len(f.locals) - 1)
}

func get(i int) []byte { return append([]byte{byte(opGet)}, unsigned(i)...) }

// all returns a vector with x in all lanes.
func (f *function) all(x float32) vec { return f.allBits(math.Float32bits(x)) }

func (f *function) allBits(x uint32) vec {
	v, ok := f.constants[x]
	if !ok {
		v = f.vec()
		f.constants[x] = v
		f.beginning = slices.Concat(f.beginning, lanes(x, x, x, x), []byte{byte(opSet)}, v[1:])
	}
	return v
}

// let and letNum compute a value once, into a new variable.
func (f *function) let(value vec) vec {
	v := f.vec()
	f.set(v, value)
	return v
}

func (f *function) letNum(value num) num {
	v := f.num()
	f.set(v, value)
	return v
}

// set assigns to a variable.
func (f *function) set(variable, value []byte) {
	if opcode(variable[0]) != opGet {
		panic(f.name + ": assignment to what is no variable")
	}
	f.emit(value, []byte{byte(opSet)}, variable[1:])
}

// step adds x to a variable.
func (f *function) step(variable num, x num) { f.set(variable, variable.add(x)) }

// store writes four numbers at an address, storeLane lane 0.
func (f *function) store(at num, offset int, v vec) {
	f.emit(vector(vecStore, at, v), place(offset))
}

func (f *function) storeLane(at num, offset, lane int, v vec) {
	f.emit(vector(vecStoreLane, at, v), place(offset), []byte{byte(lane)})
}

func (f *function) storeNum(at num, value num) {
	f.emit(at, value, []byte{byte(opStore)}, place(0))
}

// repeat runs body once, and again as long as the condition is not 0; while tests
// first.
func (f *function) repeat(body func(), condition num) {
	f.emit([]byte{byte(opLoop), nothing})
	body()
	f.emit(condition, []byte{byte(opBranchIf), 0, byte(opEnd)})
}

func (f *function) while(condition num, body func()) {
	f.when(condition, func() { f.repeat(body, condition) })
}

// when runs body if the condition is not 0.
func (f *function) when(condition num, body func()) {
	f.emit(condition, []byte{byte(opIf), nothing})
	body()
	f.emit([]byte{byte(opEnd)})
}

// either runs one of two bodies.
func (f *function) either(condition num, yes, no func()) {
	f.emit(condition, []byte{byte(opIf), nothing})
	yes()
	f.emit([]byte{byte(opElse)})
	no()
	f.emit([]byte{byte(opEnd)})
}

// nothing is the type of a block that leaves nothing on the stack.
const nothing = 0x40

// call calls another kernel, whose result, if any, must be used.
func (f *function) call(name string, args ...[]byte) []byte {
	return append(slices.Concat(args...), f.in.callOf(name)...)
}

// returns ends the function with a result.
func (f *function) returns(value scalar) {
	f.result = []kind{kindScalar}
	f.emit(value)
}

func (f *function) emit(code ...[]byte) { f.code = append(f.code, slices.Concat(code...)...) }
