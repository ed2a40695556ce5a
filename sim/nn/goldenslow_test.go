//go:build slow

package nn

import "testing"

// The same of a thousand steps of the wide net.
func TestGoldenWide(t *testing.T) {
	checkGolden(t, "64-256-256-10 ReLU softmax Adam", 1000, 0x54bc8bc5abe3c8f0)
}
