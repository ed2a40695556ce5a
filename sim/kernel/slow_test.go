//go:build slow

package kernel

const (
	accuracyStride = 101
	largestSteps   = 1000
)
