package main

import (
	"fmt"
	"strings"

	"github.com/mmcloughlin/avo/attr"
	"github.com/mmcloughlin/avo/build"
	"github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/pass"
	"github.com/mmcloughlin/avo/printer"
	"github.com/mmcloughlin/avo/reg"
)

// A module is an assembly file in the making: functions, and the constants that
// they read.
type module struct {
	*build.Context
	constants map[uint32]operand.Mem // by the bits that fill their eight lanes
	masks     operand.Mem            // eight lanes with all bits set, then eight with none
	lane0     operand.Mem            // all bits of lane 0 of each half
}

func newModule() *module {
	m := &module{Context: build.NewContext(), constants: map[uint32]operand.Mem{}}
	m.masks = m.data("masks", append(eight(0xffffffff), eight(0)...))
	m.lane0 = m.data("lane0", []uint32{0xffffffff, 0, 0, 0, 0xffffffff, 0, 0, 0})
	return m
}

// function begins a function: avx2Tanh for the name tanh. signature is that of a
// Go function without the word func.
func (m *module) function(name, signature string) *function {
	m.Function("avx2" + strings.ToUpper(name[:1]) + name[1:])
	m.Attributes(attr.NOSPLIT)
	m.Pragma("noescape")
	m.SignatureExpr("func" + signature)
	return &function{Context: m.Context, in: m, variables: map[reg.Register]bool{}}
}

func eight(bits uint32) []uint32 {
	return []uint32{bits, bits, bits, bits, bits, bits, bits, bits}
}

// data adds numbers that are only read.
func (m *module) data(name string, bits []uint32) operand.Mem {
	at := m.StaticGlobal(name)
	m.DataAttributes(attr.RODATA | attr.NOPTR)
	for _, b := range bits {
		m.AppendDatum(operand.U32(b))
	}
	return at
}

// all returns the place of a constant, eight times.
func (m *module) all(bits uint32) operand.Mem {
	at, ok := m.constants[bits]
	if !ok {
		at = m.data(fmt.Sprintf("all%08x", bits), eight(bits))
		m.constants[bits] = at
	}
	return at
}

// files returns what is to be written, by name.
func files() (map[string][]byte, error) {
	file, err := kernels().Result()
	if err != nil {
		return nil, err
	}
	if err := pass.Concat(pass.Compile, pass.InstructionPass(check)).Execute(file); err != nil {
		return nil, err
	}
	config := printer.Config{Name: "sim/kernel/asm", Pkg: "kernel"}
	code, err := printer.NewGoAsm(config).Print(file)
	if err != nil {
		return nil, err
	}
	stub, err := printer.NewStubs(config).Print(file)
	return map[string][]byte{"kernel_amd64.s": code, "stub_amd64.go": stub}, err
}
