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
