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
	data map[string]operand.Mem
}

func newModule() *module {
	return &module{Context: build.NewContext(), data: map[string]operand.Mem{}}
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

// constant returns the place of numbers that are only read.
func (m *module) constant(name string, bits ...uint32) operand.Mem {
	at, ok := m.data[name]
	if ok {
		return at
	}
	at = m.StaticGlobal(name)
	m.DataAttributes(attr.RODATA | attr.NOPTR)
	for _, b := range bits {
		m.AppendDatum(operand.U32(b))
	}
	m.data[name] = at
	return at
}

// all returns the place of the same bits in eight lanes.
func (m *module) all(bits uint32) operand.Mem {
	return m.constant(fmt.Sprintf("all%08x", bits), eight(bits)...)
}

// masks returns the place of eight lanes with all bits set, and eight with none.
func (m *module) masks() operand.Mem {
	return m.constant("masks", append(eight(0xffffffff), eight(0)...)...)
}

// lane0 returns the place of a vector with all bits of lane 0 of each half set.
func (m *module) lane0() operand.Mem {
	return m.constant("lane0", 0xffffffff, 0, 0, 0, 0xffffffff, 0, 0, 0)
}

// print adds the assembly, and the file that declares its functions, to the files
// that are to be written, whose names are seen from this folder.
func (m *module) print(files map[string][]byte, pkg, code, stub string) error {
	file, err := m.Result()
	if err != nil {
		return err
	}
	if err := pass.Concat(pass.Compile, pass.InstructionPass(check)).Execute(file); err != nil {
		return err
	}
	config := printer.Config{Name: "sim/kernel/asm", Pkg: pkg}
	if files[code], err = printer.NewGoAsm(config).Print(file); err != nil {
		return err
	}
	files[stub], err = printer.NewStubs(config).Print(file)
	return err
}
