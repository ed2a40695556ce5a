//go:build js && wasm

package kernel

import (
	"fmt"
	"os"
	"testing"
)

// TestMain tells which path is tested: whoever has bound the kernel looks for it.
func TestMain(m *testing.M) {
	fmt.Println("caps", Caps())
	os.Exit(m.Run())
}

// In Node and in the browser the operations themselves are the shipped files, or
// the portable ones: their bits are compared with the golden files.

type engine struct{ name string }

func engines() []engine { return nil }

func (engine) call(*testing.T, string, []any) float32 { return 0 }

// The kernel works in a memory that has grown since it was bound.
func TestGrownMemory(t *testing.T) {
	const n = 50 << 20 // 200 MB
	x := make([]float32, n)
	end := x[n-101:]
	for i := range end {
		end[i] = float32(i) / 50
	}
	want := make([]float32, len(end))
	tanhGo(want, end)
	Tanh(end, end)
	newTrial(t, 0).same("tanh", "", end, want)
}
