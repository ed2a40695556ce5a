//go:build !slow

package kernel

const (
	// accuracyStride is the distance of the numbers that are tried, in units of the
	// last place.
	accuracyStride = 20011

	largestSteps = 30
)
