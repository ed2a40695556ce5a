package kernel

import "math"

func mulGo(z, y, x []float32, add bool) {
	y, x = y[:len(z)], x[:len(z)]
	for i := range z {
		start := float32(0)
		if add {
			start = z[i]
		}
		z[i] = start + float32(y[i]*x[i])
	}
}

func scaleGo(y, x []float32, factor float32) {
	y = y[:len(x)]
	for i, v := range x {
		y[i] = factor * v
	}
}

func normGo(x []float32) float32 {
	var lane [4]float64
	for i, v := range x {
		d := float64(v)
		lane[i&3] += float64(d * d)
	}
	return float32(math.Sqrt((lane[0] + lane[1]) + (lane[2] + lane[3])))
}
