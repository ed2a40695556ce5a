package kernel

import "math"

// A lanes holds the four sums of a reduction over one row.
type lanes [4]float32

func (l *lanes) sum() float32 { return (l[0] + l[1]) + (l[2] + l[3]) }

func layerNormGo(y, x, gain, bias, mean, rstd []float32, m, n int, eps float32) {
	for i := range m {
		mean[i], rstd[i] = layerNormRow(y[i*n:i*n+n], x[i*n:i*n+n], gain[:n], bias[:n], eps)
	}
}

func layerNormRow(y, x, gain, bias []float32, eps float32) (mean, rstd float32) {
	y, gain, bias = y[:len(x)], gain[:len(x)], bias[:len(x)]
	count := float32(len(x))
	var first, second lanes
	for j, v := range x {
		first[j&3] += v
	}
	mean = first.sum() / count
	for j, v := range x {
		d := v - mean
		second[j&3] += float32(d * d)
	}
	rstd = 1 / float32(math.Sqrt(float64(second.sum()/count+eps)))
	for j, v := range x {
		y[j] = float32(float32((v-mean)*rstd)*gain[j]) + bias[j]
	}
	return mean, rstd
}

func layerNormBackGo(dx, dgain, dbias, dy, x, gain, mean, rstd []float32, add bool, m, n int) {
	for i := range m {
		layerNormBackRow(dx[i*n:i*n+n], dgain[:n], dbias[:n], dy[i*n:i*n+n], x[i*n:i*n+n], gain[:n], mean[i], rstd[i], add)
	}
}

func layerNormBackRow(dx, dgain, dbias, dy, x, gain []float32, mean, rstd float32, add bool) {
	dx, dgain, dbias, x, gain = dx[:len(dy)], dgain[:len(dy)], dbias[:len(dy)], x[:len(dy)], gain[:len(dy)]
	count := float32(len(dy))
	var first, second lanes
	for j, d := range dy {
		h := float32((x[j] - mean) * rstd)
		g := float32(d * gain[j])
		first[j&3] += g
		second[j&3] += float32(g * h)
		dgain[j] += float32(d * h)
		dbias[j] += d
	}
	shift, tilt := first.sum()/count, second.sum()/count
	for j, d := range dy {
		h := float32((x[j] - mean) * rstd)
		g := float32(d * gain[j])
		start := float32(0)
		if add {
			start = dx[j]
		}
		dx[j] = start + float32(rstd*((g-shift)-float32(h*tilt)))
	}
}
