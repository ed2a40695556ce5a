package main

// A WebAssembly function is code for a stack machine: an instruction takes its
// operands from a stack and leaves its result there. So the code of a+b is the
// code of a, the code of b, and one byte for the addition.

// An opcode is the name of one instruction.
type opcode byte

// Control, memory and integers. The values are those of the WebAssembly core
// specification 2.0, section 5.4.
const (
	opLoop         opcode = 0x03
	opIf           opcode = 0x04
	opElse         opcode = 0x05
	opEnd          opcode = 0x0b
	opBranch       opcode = 0x0c
	opBranchIf     opcode = 0x0d
	opCall         opcode = 0x10
	opCallIndirect opcode = 0x11
	opSelect       opcode = 0x1b
	opGet          opcode = 0x20
	opSet          opcode = 0x21
	opLoad         opcode = 0x28
	opStore        opcode = 0x36
	opConst        opcode = 0x41
	opEqual        opcode = 0x46
	opLess         opcode = 0x48
	opGreater      opcode = 0x4a
	opAtLeast      opcode = 0x4e
	opAdd          opcode = 0x6a
	opSub          opcode = 0x6b
	opMul          opcode = 0x6c
	opAnd          opcode = 0x71
	opShiftLeft    opcode = 0x74
	opVector       opcode = 0xfd // announces one of the vector instructions below
)

// A vectorOp is the name of one instruction on four float32 lanes, or on four
// int32 lanes, or
// on two float64 lanes.
type vectorOp byte

const (
	vecLoad      vectorOp = 0x00
	vecLoadSplat vectorOp = 0x09 // one number into all lanes
	vecStore     vectorOp = 0x0b
	vecConst     vectorOp = 0x0c
	vecShuffle   vectorOp = 0x0d
	intSplat     vectorOp = 0x11
	vecSplat     vectorOp = 0x13
	vecLane      vectorOp = 0x1f
	vecAtMost    vectorOp = 0x45
	vecAnd       vectorOp = 0x4e
	vecAndNot    vectorOp = 0x4f
	vecOr        vectorOp = 0x50
	vecStoreLane vectorOp = 0x5a
	vecLoadZero  vectorOp = 0x5c // one number into lane 0, zeros into the others
	doublesToVec vectorOp = 0x5e // two float64 into lanes 0 and 1, zeros into the others
	vecToDoubles vectorOp = 0x5f // lanes 0 and 1 into two float64
	intShiftLeft vectorOp = 0xab
	intShiftSign vectorOp = 0xac
	intSub       vectorOp = 0xb1
	vecAbs       vectorOp = 0xe0
	vecNeg       vectorOp = 0xe1
	vecSqrt      vectorOp = 0xe3
	vecAdd       vectorOp = 0xe4
	vecSub       vectorOp = 0xe5
	vecMul       vectorOp = 0xe6
	vecDiv       vectorOp = 0xe7
	vecPMin      vectorOp = 0xea // p.pmin(q) is q < p ? q : p
	vecPMax      vectorOp = 0xeb // p.pmax(q) is p < q ? q : p
	doublesSqrt  vectorOp = 0xef
	doublesAdd   vectorOp = 0xf0
	doublesMul   vectorOp = 0xf2
	intToFloat   vectorOp = 0xfa
)
