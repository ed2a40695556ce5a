package kernel

func smoothXentGo(dz, z []float32, labels []int32, m, n int, scale, rest, each float32) float32 {
	loss := float32(0)
	for i, label := range labels[:m] {
		loss += smoothRow(dz[i*n:i*n+n], z[i*n:i*n+n], int(label), scale, rest, each)
	}
	return loss
}

// smoothRow does one row whose targets are rest for the label and each for all, and
// returns ln Σⱼ e^z[j] - rest·z[label] - each·Σⱼ z[j], where z counts from its greatest.
func smoothRow(dz, z []float32, label int, scale, rest, each float32) float32 {
	best := greatest(z)
	right := best - z[label]
	var lane, gaps lanes
	for j, v := range z {
		gap := best - v
		e := expOf(-gap)
		dz[j] = e
		lane[j&3] += e
		gaps[j&3] += gap
	}
	sum := lane.sum()
	share, low := scale/sum, float32(scale*each)
	for j, e := range dz {
		dz[j] = float32(e*share) - low
	}
	dz[label] -= float32(scale * rest)
	return logOf(sum) + (float32(rest*right) + float32(each*gaps.sum()))
}
