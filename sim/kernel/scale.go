package kernel

import "math"

// Mul sets z = y·x, element by element; with add it adds to z. So it applies the
// mask of a dropout, and adds noise of a certain size. z may be y or x. Equal
// lengths.
func Mul(z, y, x []float32, add bool) {
	check(len(z) == len(y) && len(z) == len(x), "Mul: z, y and x differ in length")
	if len(z) > 0 {
		mul(z, y, x, add)
	}
}

// Scale sets y = factor·x. y may be x. Equal lengths.
func Scale(y, x []float32, factor float32) {
	check(len(y) == len(x), "Scale: y and x differ in length")
	if len(y) > 0 {
		scale(y, x, factor)
	}
}

// Norm returns √Σx². It adds up in float64, where squares of a float32 are exact,
// none is too great and none too small.
func Norm(x []float32) float32 {
	if len(x) == 0 {
		return 0
	}
	return norm(x)
}

// Clip multiplies the gradient g by most/Norm(g) if its norm is greater than most,
// and returns the norm that it had. A gradient whose norm is no finite number is
// left as it is.
func Clip(g []float32, most float32) float32 {
	size := Norm(g)
	if most < size && size <= math.MaxFloat32 {
		Scale(g, g, most/size)
	}
	return size
}
