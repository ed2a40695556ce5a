package main

import (
	"fmt"
	"math"

	"github.com/mmcloughlin/avo/build"
	"github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// A function is one kernel in the making. Its methods append statements.
type function struct {
	*build.Context
	in        *module
	variables map[reg.Register]bool // the vectors that set may change
	labels    int
}

// argument returns an argument where Go has put it, on the stack. It is a variable,
// too, for what is seldom needed: registers for numbers are few.
func (f *function) argument(name string) num { return num{f.placeOf(name)} }

// param returns an argument in a register.
func (f *function) param(name string) num { return f.letNum(f.argument(name)) }

func (f *function) floatParam(name string) scalar { return scalar{f.placeOf(name)} }

func (f *function) placeOf(name string) operand.Mem {
	at, err := f.Param(name).Resolve()
	if err != nil {
		panic(err)
	}
	return at.Addr
}

// all returns a vector with x in all lanes.
func (f *function) all(x float32) vec       { return f.allBits(math.Float32bits(x)) }
func (f *function) allBits(bits uint32) vec { return allBits(bits) }

// firstLane returns a vector with all bits of lane 0 set, in each half.
func (f *function) firstLane() vec {
	return func(*function, reg.VecVirtual) operand.Op { return f.in.lane0() }
}

// let computes a value once. The result stays as it is: what is in a register already
// needs no copy, unless set may change it.
func (f *function) let(value vec) vec {
	op := value(f, f.YMM())
	if r, ok := op.(reg.Register); ok && !f.variables[r] {
		return in(r)
	}
	return in(f.copied(op))
}

// variable is let, for a result that set may change.
func (f *function) variable(value vec) vec {
	to := f.YMM()
	f.variables[to] = true
	f.move(value(f, to), to)
	return in(to)
}

// in returns what a register holds.
func in(r reg.Register) vec {
	return func(*function, reg.VecVirtual) operand.Op { return r }
}

// set assigns to a variable.
func (f *function) set(variable, value vec) {
	to := variable(f, nil).(reg.VecVirtual)
	if !f.variables[to] {
		panic("assignment to what is no variable")
	}
	f.move(value(f, to), to)
}

func (f *function) move(from operand.Op, to reg.VecVirtual) {
	if from != operand.Op(to) {
		f.VMOVUPS(from, to)
	}
}

func (f *function) copied(from operand.Op) reg.VecVirtual {
	to := f.YMM()
	f.move(from, to)
	return to
}

// register computes a value into a register, loaded loads one from memory.
func (f *function) register(v vec) operand.Op { return f.loaded(v(f, f.YMM())) }

func (f *function) loaded(op operand.Op) operand.Op {
	if operand.IsMem(op) {
		return f.copied(op)
	}
	return op
}

// letNum copies a number into a register, which step may change.
func (f *function) letNum(x num) num {
	to := f.GP64()
	f.MOVQ(x.op, to)
	return num{to}
}

// letInt32 reads an int32 from an address.
func (f *function) letInt32(p num) num {
	to := f.GP64()
	f.MOVLQSX(place(p, 0), to)
	return num{to}
}

// address returns p + scale·i, element the address of number i.
func (f *function) address(p, i num, scale uint8) num {
	to := f.GP64()
	at := place(p, 0)
	at.Index, at.Scale = i.op.(reg.Register), scale
	f.LEAQ(at, to)
	return num{to}
}

func (f *function) element(p, i num) num { return f.address(p, i, 4) }

func (f *function) times4(x num) num {
	four := f.letNum(x)
	f.SHLQ(operand.U8(2), four.op)
	return four
}

// copyNumber copies one number.
func (f *function) copyNumber(to, from operand.Mem) {
	x := f.GP32()
	f.MOVL(from, x)
	f.MOVL(x, to)
}

// step adds x to a variable.
func (f *function) step(variable, x num) { f.ADDQ(x.op, variable.op) }

// store writes eight numbers at an address, storeSome the first four, two or one
// of them.
func (f *function) store(p num, offset int, v vec) { f.VMOVUPS(f.register(v), place(p, offset)) }

func (f *function) storeSome(lanes int, p num, offset int, v vec) {
	x := f.register(v).(reg.VecVirtual).AsX()
	switch lanes {
	case 4:
		f.VMOVUPS(x, place(p, offset))
	case 2:
		f.VMOVLPS(x, place(p, offset))
	case 1:
		f.VMOVSS(x, place(p, offset))
	}
}

// A condition is a test, which sets the flags of the processor, and two jumps that
// read them: where it is true, and where it is false.
type condition struct {
	test           func()
	ifTrue, ifElse func(label operand.Op)
}

func (f *function) atLeast(a num, x int) condition {
	return condition{func() { f.CMPQ(a.op, operand.I32(x)) }, f.JGE, f.JLT}
}

// isSet reports whether a pointer is not nil.
func (f *function) isSet(a num) condition {
	return condition{func() { f.CMPQ(a.op, operand.I32(0)) }, f.JNE, f.JEQ}
}

// has reports whether a bit of a is set.
func (f *function) has(a num, bit int) condition {
	return condition{func() { f.TESTQ(operand.I32(bit), a.op) }, f.JNE, f.JEQ}
}

// while runs body as long as the condition holds; when runs it at most once.
func (f *function) while(c condition, body func()) {
	again := f.label()
	f.when(c, func() {
		f.Label(again)
		body()
		c.test()
		c.ifTrue(operand.LabelRef(again))
	})
}

func (f *function) when(c condition, body func()) {
	end := f.label()
	c.test()
	c.ifElse(operand.LabelRef(end))
	body()
	f.Label(end)
}

// times runs body n times, and counts n down to 0.
func (f *function) times(n num, body func()) {
	again := f.label()
	f.when(f.atLeast(n, 1), func() {
		f.Label(again)
		body()
		f.DECQ(n.op)
		f.JNE(operand.LabelRef(again))
	})
}

func (f *function) label() string {
	f.labels++
	return fmt.Sprint("l", f.labels)
}

// ends ends the function. What follows may be SSE, which is slow while the upper
// halves of registers are in use.
func (f *function) ends() {
	f.VZEROUPPER()
	f.RET()
}

// returns ends the function with the number in lane 0.
func (f *function) returns(v vec) {
	at, err := f.ReturnIndex(0).Resolve()
	if err != nil {
		panic(err)
	}
	f.VMOVSS(f.register(v).(reg.VecVirtual).AsX(), at.Addr)
	f.ends()
}
