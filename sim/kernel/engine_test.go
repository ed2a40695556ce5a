//go:build !(js && wasm)

package kernel

import (
	"context"
	_ "embed"
	"sync"
	"testing"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
)

var (
	//go:embed kernel.wasm
	kernelFile []byte
	//go:embed thunk.wasm
	thunkFile []byte
)

// memoryFile is a module that has nothing but 256 pages of memory, which it
// exports as "memory".
var memoryFile = []byte{0, 'a', 's', 'm', 1, 0, 0, 0,
	5, 4, 1, 0, 0x80, 2,
	7, 10, 1, 6, 'm', 'e', 'm', 'o', 'r', 'y', 2, 0}

// An engine runs the shipped files, bound as in a browser: the thunk, then the
// kernel with a memory and the thunk's table.
type engine struct {
	name   string
	thunk  api.Module
	memory api.Memory
}

// engines are wazero's two, which the tests of this package share.
var engines = sync.OnceValue(func() []engine {
	return []engine{
		newEngine("compiler", wazero.NewRuntimeConfigCompiler()),
		newEngine("interpreter", wazero.NewRuntimeConfigInterpreter()),
	}
})

func newEngine(name string, config wazero.RuntimeConfig) engine {
	ctx := context.Background()
	r := wazero.NewRuntimeWithConfig(ctx, config)
	load := func(module string, file []byte) api.Module {
		m, err := r.InstantiateWithConfig(ctx, file, wazero.NewModuleConfig().WithName(module))
		if err != nil {
			panic(err)
		}
		return m
	}
	memory := load("env", memoryFile).Memory()
	thunk := load("rote", thunkFile)
	load("kernel", kernelFile)
	return engine{name, thunk, memory}
}

// call runs an operation on copies of the arguments in the engine's memory, and
// writes what it leaves there back into the slices.
func (e engine) call(t *testing.T, name string, args []any) float32 {
	t.Helper()
	top := uint32(1 << 10)
	places := map[any]uint32{}
	var params []uint64
	for _, a := range args {
		switch a := a.(type) {
		case []float32:
			params = append(params, uint64(place(e, places, &top, a)))
		case []int32:
			params = append(params, uint64(place(e, places, &top, a)))
		case room:
			params = append(params, uint64(place(e, places, &top, a)))
		case int:
			params = append(params, api.EncodeI32(int32(a)))
		case float32:
			params = append(params, api.EncodeF32(a))
		default:
			t.Fatalf("%s: an argument is a %T", name, a)
		}
	}
	result, err := e.thunk.ExportedFunction(name).Call(context.Background(), params...)
	if err != nil {
		t.Fatalf("%s: %s: %v", e.name, name, err)
	}
	for _, a := range args {
		if a, ok := a.([]float32); ok && len(a) > 0 {
			for i := range a {
				a[i], _ = e.memory.ReadFloat32Le(places[&a[0]] + uint32(4*i))
			}
		}
	}
	if len(result) == 0 {
		return 0
	}
	return api.DecodeF32(result[0])
}

// place copies a slice into memory, once even if it comes twice, and returns its
// address: 0 for nil.
func place[S ~[]E, E int32 | float32](e engine, places map[any]uint32, top *uint32, s S) uint32 {
	if len(s) == 0 {
		return 0
	}
	if at, ok := places[&s[0]]; ok {
		return at
	}
	at := *top
	places[&s[0]] = at
	for i, v := range s {
		switch v := any(v).(type) {
		case float32:
			e.memory.WriteFloat32Le(at+uint32(4*i), v)
		case int32:
			e.memory.WriteUint32Le(at+uint32(4*i), uint32(v))
		}
	}
	*top += uint32(4*len(s)) + 4 // not always a multiple of 16
	return at
}
