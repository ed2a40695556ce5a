//go:build slow

package kernel

const (
	accuracyStride = 101
	argumentStride = 7
	largestSteps   = 1000
)
