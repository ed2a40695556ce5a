package kernel

func softmaxXentGo(dz, z []float32, labels []int32, m, n int, scale float32) float32 {
	loss := float32(0)
	for i, label := range labels[:m] {
		loss += softmaxRow(dz[i*n:i*n+n], z[i*n:i*n+n], int(label), scale)
	}
	return loss
}

// softmaxRow does one row, and returns ln Σⱼ e^(z[j]-z[label]).
func softmaxRow(dz, z []float32, label int, scale float32) float32 {
	best := z[0]
	for _, v := range z {
		if best < v {
			best = v
		}
	}
	right := z[label]
	var lane [4]float32
	for j, v := range z {
		e := expOf(v - best)
		dz[j] = e
		lane[j&3] += e
	}
	sum := (lane[0] + lane[1]) + (lane[2] + lane[3])
	share := scale / sum
	for j := range dz {
		dz[j] *= share
	}
	dz[label] -= scale
	return (logOf(sum) + (best - right)) + (sum - sum) // logOf does not see a NaN
}

func mseGo(dz, z, t []float32, scale float32) float32 {
	dz, t = dz[:len(z)], t[:len(z)]
	twice := 2 * scale
	var lane [4]float32
	for i, v := range z {
		d := v - t[i]
		lane[i&3] += float32(d * d)
		dz[i] = twice * d
	}
	return (lane[0] + lane[1]) + (lane[2] + lane[3])
}
