package data

import "example.org/rote/sim/exact"

// Ring returns n points, n×2, at equal angles on a circle around the origin.
func Ring(n int, radius float64) []float64 {
	x := make([]float64, 0, 2*n)
	for i := range n {
		cos, sin := exact.Turn(i, n)
		x = append(x, radius*cos, radius*sin)
	}
	return x
}
