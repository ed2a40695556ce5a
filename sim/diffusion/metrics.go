package diffusion

import "math"

// nearest returns which of the distinct points, n×d, is nearest to x, its
// distance, and the distance of the second nearest: +Inf if there is one point
// only. The first of equals wins.
func nearest(points, x []float64) (at int, r1, r2 float64) {
	if len(x) == 2 {
		at, r1, r2 = nearest2(points, x[0], x[1])
	} else {
		at, r1, r2 = nearestD(points, x)
	}
	return at, math.Sqrt(r1), math.Sqrt(r2)
}

func nearest2(points []float64, x, y float64) (at int, least, second float64) {
	least, second = math.Inf(1), math.Inf(1)
	for i := 0; i+1 < len(points); i += 2 {
		dx, dy := points[i]-x, points[i+1]-y
		r := float64(dx*dx) + float64(dy*dy)
		if r < second {
			if r < least {
				at, least, second = i/2, r, least
			} else {
				second = r
			}
		}
	}
	return at, least, second
}

func nearestD(points, x []float64) (at int, least, second float64) {
	least, second = math.Inf(1), math.Inf(1)
	d := len(x)
	for i := 0; i < len(points); i += d {
		r := 0.0
		for j, p := range points[i : i+d] {
			r += float64((p - x[j]) * (p - x[j]))
		}
		switch {
		case r < least:
			at, least, second = i/d, r, least
		case r < second:
			second = r
		}
	}
	return at, least, second
}

// shareBelow returns the share of the values below a limit, NaN of none.
func shareBelow(values []float64, limit float64) float64 {
	n := 0
	for _, v := range values {
		if v < limit {
			n++
		}
	}
	return float64(n) / float64(len(values))
}

// gapShare returns the share of samples with r1/r2 < κ: far nearer to one
// distinct training point than to all others.
func gapShare(r1, r2 []float64, kappa float64) float64 {
	n := 0
	for i := range r1 {
		if r1[i] < kappa*r2[i] {
			n++
		}
	}
	return float64(n) / float64(len(r1))
}

// excess returns e = (f-f0)/(1-f0): the share of copies beyond that of fresh
// samples.
func excess(share, fresh float64) float64 { return (share - fresh) / (1 - fresh) }

// chiSquare returns χ² per degree of freedom of how often each distinct point
// was the end of a sample, against shares in proportion to times. NaN for one
// point.
func chiSquare(count, times []int) float64 {
	samples, n := 0, 0
	for i := range count {
		samples += count[i]
		n += times[i]
	}
	sum := 0.0
	for i := range count {
		want := float64(samples) * float64(times[i]) / float64(n)
		sum += (float64(count[i]) - want) * (float64(count[i]) - want) / want
	}
	return sum / float64(len(count)-1)
}

// spread returns the standard deviation of the rows of x, n×d, as the root of
// the mean variance of a coordinate.
func spread(x []float64, d int) float64 {
	n := len(x) / d
	total := 0.0
	for j := range d {
		mean, sum := 0.0, 0.0
		for i := j; i < len(x); i += d {
			mean += x[i]
		}
		mean /= float64(n)
		for i := j; i < len(x); i += d {
			sum += float64((x[i] - mean) * (x[i] - mean))
		}
		total += sum / float64(n)
	}
	return math.Sqrt(total / float64(d))
}

// quantile returns the value below which a share q of sorted lies, linear
// between neighbours. sorted must not be empty.
func quantile(sorted []float64, q float64) float64 {
	at := float64(q * float64(len(sorted)-1))
	i := min(int(at), len(sorted)-1)
	j := min(i+1, len(sorted)-1)
	return sorted[i] + float64((at-float64(i))*(sorted[j]-sorted[i]))
}
