package kernel

const logTau = 1.8378770664 // ln 2π

func bernoulliGo(out, da, a, x []float32, m, n, ldx int, scale float32) {
	var slopes []float32
	for i := range m {
		if da != nil {
			slopes = da[i*n : i*n+n]
		}
		out[i] = bernoulliRow(slopes, a[i*n:i*n+n], x[i*ldx:i*ldx+n], scale)
	}
}

func bernoulliRow(da, a, x []float32, scale float32) float32 {
	x = x[:len(a)]
	var lane lanes
	for j, v := range a {
		value, slope := bernoulliOf(v, x[j])
		lane[j&3] += value
		if da != nil {
			da[j] = scale * slope
		}
	}
	return lane.sum()
}

// bernoulliOf returns x·a - ln(1+e^a), and its derivative with respect to a. Both
// come from e^-|a|, which cannot overflow.
func bernoulliOf(a, x float32) (value, slope float32) {
	t := expOf(-absOf(a))
	top, part := a, float32(1)
	if a <= 0 {
		top, part = 0, t
	}
	return float32(x*a) - (top + log1pOf(t)), x - part/(t+1)
}

func gaussianGo(out, dmean, dlogvar, x, mean, logvar []float32, m, n, ld, ldv, ldx int, scale float32) {
	constant := float32(float32(n) * logTau)
	var dm, dv []float32
	for i := range m {
		if dmean != nil {
			dm, dv = dmean[i*ld:i*ld+n], dlogvar[i*ld:i*ld+n]
		}
		sum := gaussianRow(dm, dv, x[i*ldx:i*ldx+n], mean[i*ld:i*ld+n], logvar[i*ldv:i*ldv+n], scale)
		out[i] = -0.5 * (sum + constant)
	}
}

// gaussianRow returns Σⱼ (x-mean)²·e^-logvar + logvar.
func gaussianRow(dmean, dlogvar, x, mean, logvar []float32, scale float32) float32 {
	mean, logvar = mean[:len(x)], logvar[:len(x)]
	half := 0.5 * scale
	var lane lanes
	for j, v := range x {
		d := v - mean[j]
		q := float32(d * expOf(-logvar[j]))
		s := float32(d * q)
		lane[j&3] += s + logvar[j]
		if dmean != nil {
			dmean[j], dlogvar[j] = scale*q, half*(s-1)
		}
	}
	return lane.sum()
}
