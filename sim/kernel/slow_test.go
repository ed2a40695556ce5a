//go:build slow

package kernel

const (
	accuracyStride = 101
	argumentStride = 1
	largestSteps   = 1000
)
