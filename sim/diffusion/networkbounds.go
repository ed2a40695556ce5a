package diffusion

// bounds are the two losses between which a network lives, on the noised training
// points of the exam: that of the exact minimizer, which can only copy, and that of
// the denoiser of the truth. A network that loses less than the truth does has
// learned something of these points that the truth does not say.
type bounds struct{ copying, truth float64 }

// take computes both, and calls slice after each slice of the work. It reports
// whether it came to the end.
func (b *bounds) take(e *exam, slice func() bool) bool {
	own, copies := &e.own, e.field.copies
	copying := func(d []float64, i int) { copies.at(d, own.x[2*i:2*i+2], own.noise[i].sigma) }
	truth := func(d []float64, i int) { truePull(d, own.x[2*i], own.x[2*i+1], own.noise[i]) }
	*b = bounds{}
	return blocks(examRows, slice, func(from, to int) { b.copying += own.lossOf(copying, from, to) / (2 * examRows) }) &&
		blocks(examRows, slice, func(from, to int) { b.truth += own.lossOf(truth, from, to) / (2 * examRows) })
}
