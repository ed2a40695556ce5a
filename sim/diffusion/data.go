package diffusion

import (
	"math"
	"math/rand/v2"

	"example.org/rote/sim/data"
	"example.org/rote/sim/exact"
)

// authors are the 20 training points of the authors' code: numpy's seed 1,
// standard normal, row by row.
var authors = [...]float64{
	1.6243453636632417, -0.6117564136500754, -0.5281717522634557, -1.0729686221561705,
	0.8654076293246785, -2.3015386968802827, 1.74481176421648, -0.7612069008951028,
	0.31903909605709857, -0.2493703754774101, 1.462107937044974, -2.060140709497654,
	-0.3224172040135075, -0.38405435466841564, 1.1337694423354374, -1.0998912673140309,
	-0.17242820755043575, -0.8778584179213718, 0.04221374671559283, 0.5828152137158222,
	-1.1006191772129212, 1.1447237098396141, 0.9015907205927955, 0.5024943389018682,
	0.9008559492644118, -0.6837278591743331, -0.12289022551864817, -0.9357694342590688,
	-0.2678880796260159, 0.530355466738186, -0.691660751725309, -0.39675352685597737,
	-0.6871727001195994, -0.8452056414987196, -0.671246130836819, -0.01266459891890136,
	-1.1173103486352778, 0.23441569781709215, 1.6598021771098705, 0.7420441605773356,
}

// training returns the training points of the flow, n×2: none if the visitor
// has not placed any.
func (l *Lab) training(rng *rand.Rand) []float64 {
	switch l.data {
	case "two":
		return []float64{-1, 0, 1, 0}
	case "cross":
		return []float64{1, 0, 0, 1, -1, 0, 0, -1}
	case "ring":
		return data.Ring(l.n, 1.5)
	case gauss4:
		return fourGaussians(l.n, rng)
	case yours:
		return append([]float64(nil), l.pts...)
	}
	x := append([]float64(nil), authors[:2*min(l.n, len(authors)/2)]...)
	return append(x, normals(2*l.n-len(x), rng)...)
}

// normals returns n standard normal numbers.
func normals(n int, rng *rand.Rand) []float64 {
	x := make([]float64, n)
	for i := range x {
		x[i] = exact.Normal(rng)
	}
	return x
}

// Settings of gauss4, the truth whose density is known.
const (
	clusterAt = 1.5
	clusterSD = 0.5
)

// fourGaussians draws n points, n×2, from four Gaussians at (±1.5, ±1.5) with
// standard deviation 0.5 and equal weights.
func fourGaussians(n int, rng *rand.Rand) []float64 {
	x := make([]float64, 0, 2*n)
	for range n {
		corner := rng.IntN(4)
		cx, cy := float64(float64(2*(corner&1)-1)*clusterAt), float64(float64(corner&2-1)*clusterAt)
		x = append(x, cx+float64(clusterSD*exact.Normal(rng)), cy+float64(clusterSD*exact.Normal(rng)))
	}
	return x
}

// logFourGaussians returns the log density of gauss4 at (x, y).
func logFourGaussians(x, y float64) float64 {
	return logTwoGaussians(x) + logTwoGaussians(y)
}

// logTwoGaussians is one coordinate of it: the four clusters are a product.
func logTwoGaussians(x float64) float64 {
	x = math.Abs(x)
	near, far := (x-clusterAt)/clusterSD, (x+clusterAt)/clusterSD
	ratio := exact.Exp((float64(near*near) - float64(far*far)) / 2)
	return exact.Log(0.5*(1+ratio)) - float64(near*near)/2 - float64(0.5*exact.Log(2*math.Pi)) - exact.Log(clusterSD)
}

// logTruth returns the log density of gauss4 at each row of x, n×2.
func logTruth(x []float64) []float64 {
	out := make([]float64, len(x)/2)
	for i := range out {
		out[i] = logFourGaussians(x[2*i], x[2*i+1])
	}
	return out
}

// distinct returns the different points of x, n×2, in order of appearance, and
// how often each occurs.
func distinct(x []float64) (points []float64, times []int) {
	seen := make(map[[2]float64]int, len(x)/2)
	for i := 0; i < len(x); i += 2 {
		key := [2]float64{x[i] + 0, x[i+1] + 0} // -0 is 0
		at, ok := seen[key]
		if !ok {
			at = len(times)
			seen[key] = at
			points = append(points, key[0], key[1])
			times = append(times, 0)
		}
		times[at]++
	}
	return points, times
}
