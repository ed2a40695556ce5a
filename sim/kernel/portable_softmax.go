package kernel

import "math"

func softmaxGo(y, x, mask []float32, m, n, ld, ldm int, scale float32) {
	for i := range m {
		row := y[i*ld : i*ld+n]
		for j, v := range x[i*ld : i*ld+n] {
			row[j] = float32(v * scale)
		}
		if mask != nil {
			for j, v := range mask[i*ldm : i*ldm+n] {
				row[j] += v
			}
		}
		normalize(row)
	}
}

// normalize replaces logits by their softmax.
func normalize(y []float32) {
	best := greatest(y)
	if best < -math.MaxFloat32 {
		best = -math.MaxFloat32 // so that -Inf is below it
	}
	var lane lanes
	for j, v := range y {
		d := v - best
		e := expOf(d)
		if d <= expLow {
			e = 0
		}
		y[j] = e
		lane[j&3] += e
	}
	sum := lane.sum()
	share := 1 / sum
	if sum <= 0 {
		share = 0
	}
	for j := range y {
		y[j] *= share
	}
}

// greatest returns the greatest of some numbers. Only a NaN that comes first counts.
func greatest(x []float32) float32 {
	best := x[0]
	for _, v := range x {
		if best < v {
			best = v
		}
	}
	return best
}

func softmaxBackGo(dx, dy, y []float32, m, n, ld int, scale float32) {
	for i := range m {
		softmaxBackRow(dx[i*ld:i*ld+n], dy[i*ld:i*ld+n], y[i*ld:i*ld+n], scale)
	}
}

func softmaxBackRow(dx, dy, y []float32, scale float32) {
	dx, dy = dx[:len(y)], dy[:len(y)]
	var lane lanes
	for j, v := range y {
		lane[j&3] += float32(v * dy[j])
	}
	sum := lane.sum()
	for j, v := range y {
		dx[j] = float32(v*(dy[j]-sum)) * scale
	}
}

func logSumExpGo(out, x []float32, m, n, ld int) {
	for i := range m {
		out[i] = logSumExpOf(x[i*ld : i*ld+n])
	}
}

func logSumExpOf(x []float32) float32 {
	best := greatest(x)
	top := best // finite, so that an infinity has a distance to it
	if top < -math.MaxFloat32 {
		top = -math.MaxFloat32
	}
	if math.MaxFloat32 < top {
		top = math.MaxFloat32
	}
	var lane lanes
	for j, v := range x {
		d := v - top
		if 0 < d { // +Inf
			d = 0
		}
		lane[j&3] += expOf(d)
	}
	sum := lane.sum()
	return (logOf(sum) + best) + (sum - sum) // logOf does not see a NaN
}
