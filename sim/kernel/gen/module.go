package main

import "slices"

// A module is a WebAssembly file in the making: functions, one memory and one
// table of functions.
type module struct {
	functions []*function
}

func (m *module) function(name string) *function {
	f := &function{in: m, name: name, index: len(m.functions), constants: map[uint32]vec{}}
	m.functions = append(m.functions, f)
	return f
}

func (m *module) callOf(name string) []byte {
	i := slices.IndexFunc(m.functions, func(f *function) bool { return f.name == name })
	if i < 0 {
		panic("there is no " + name)
	}
	return append([]byte{byte(opCall)}, unsigned(i)...)
}

// The sections of the binary format: specification, section 5.5.
const (
	sectionType     = 1
	sectionImport   = 2
	sectionFunction = 3
	sectionTable    = 4
	sectionExport   = 7
	sectionElement  = 9
	sectionCode     = 10
)

const (
	externFunction = 0
	externTable    = 1
	externMemory   = 2
)

// head begins a file: the magic number and version 1.
var head = []byte{0, 'a', 's', 'm', 1, 0, 0, 0}

// kernel returns the file that holds the functions. It imports the memory they
// work in as env.memory, and the table they are called through as rote.table: at
// its instantiation, function i becomes entry i.
func (m *module) kernel() []byte {
	imports := [][]byte{
		slices.Concat(text("env"), text("memory"), []byte{externMemory, 0, 1}),
		slices.Concat(text("rote"), text("table"), []byte{externTable}, m.tableType()),
	}
	entries := slices.Concat([]byte{0, byte(opConst), 0, byte(opEnd)}, list(m.indices()))
	return slices.Concat(head,
		section(sectionType, m.types()),
		section(sectionImport, imports),
		section(sectionFunction, m.indices()),
		section(sectionElement, [][]byte{entries}),
		section(sectionCode, m.bodies(func(f *function) []byte { return slices.Concat(localTypes(f.locals), f.beginning, f.code) })))
}

// thunk returns the file that Go imports before its memory, and so the kernel,
// exists: for each function one of the same name and type, which calls what will
// be in the table.
func (m *module) thunk() []byte {
	exports := [][]byte{slices.Concat(text("table"), []byte{externTable, 0})}
	for i, f := range m.functions {
		exports = append(exports, slices.Concat(text(f.name), []byte{externFunction}, unsigned(i)))
	}
	return slices.Concat(head,
		section(sectionType, m.types()),
		section(sectionFunction, m.indices()),
		section(sectionTable, [][]byte{m.tableType()}),
		section(sectionExport, exports),
		section(sectionCode, m.bodies(throughTable)))
}

func throughTable(f *function) []byte {
	code := localTypes(nil)
	for i := range f.params {
		code = append(code, get(i)...)
	}
	code = append(code, number(f.index)...)
	code = append(code, byte(opCallIndirect))
	return append(append(code, unsigned(f.index)...), 0)
}

// tableType is a table of functions with one entry for each.
func (m *module) tableType() []byte {
	const functions, noMaximum = 0x70, 0
	return append([]byte{functions, noMaximum}, unsigned(len(m.functions))...)
}

// types lists the type of each function, in order.
func (m *module) types() (types [][]byte) {
	const functionType = 0x60
	for _, f := range m.functions {
		types = append(types, slices.Concat([]byte{functionType}, kinds(f.params), kinds(f.result)))
	}
	return types
}

// indices lists 0, 1, 2 and so on, one for each function.
func (m *module) indices() (all [][]byte) {
	for i := range m.functions {
		all = append(all, unsigned(i))
	}
	return all
}

// bodies lists what each function does, preceded by its length.
func (m *module) bodies(of func(*function) []byte) (all [][]byte) {
	for _, f := range m.functions {
		body := append(of(f), byte(opEnd))
		all = append(all, slices.Concat(unsigned(len(body)), body))
	}
	return all
}

// localTypes lists runs of equal types, each with its length.
func localTypes(locals []kind) []byte {
	var runs [][]byte
	for i := 0; i < len(locals); {
		n := 1
		for i+n < len(locals) && locals[i+n] == locals[i] {
			n++
		}
		runs = append(runs, append(unsigned(n), byte(locals[i])))
		i += n
	}
	return list(runs)
}

func section(id byte, items [][]byte) []byte {
	body := list(items)
	return slices.Concat([]byte{id}, unsigned(len(body)), body)
}

// list is a count and what it counts.
func list(items [][]byte) []byte {
	return append(unsigned(len(items)), slices.Concat(items...)...)
}

func kinds(k []kind) []byte {
	code := unsigned(len(k))
	for _, k := range k {
		code = append(code, byte(k))
	}
	return code
}

func text(s string) []byte { return append(unsigned(len(s)), s...) }

// unsigned and signed are LEB128: seven bits a byte, the lowest first; the top
// bit says that more follow.
func unsigned(x int) []byte {
	var code []byte
	for ; x >= 0x80; x >>= 7 {
		code = append(code, byte(x)|0x80)
	}
	return append(code, byte(x))
}

func signed(x int) []byte {
	var code []byte
	for ; x < -0x40 || x >= 0x40; x >>= 7 {
		code = append(code, byte(x)|0x80)
	}
	return append(code, byte(x)&0x7f)
}
