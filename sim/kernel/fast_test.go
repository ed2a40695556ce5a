//go:build !slow

package kernel

const (
	// accuracyStride is the distance of the numbers that are tried, in units of the
	// last place.
	accuracyStride = 20011

	// argumentStride is the distance of the numbers that two paths are compared at.
	argumentStride = 4099

	largestSteps = 30
)
