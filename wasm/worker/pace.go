package worker

// A pace spreads the ticks of a run over time. A run that is slower goes as fast
// as it can, and owes nothing. Times are in ms. The zero pace waits for nothing.
type pace struct {
	interval float64 // from one tick to the next at speed 1
	speed    float64 // 0 is as fast as it can
	due      float64 // when the next tick may begin
}

// unknownTotal stands in for the total of ticks where a lab does not know it.
const unknownTotal = 200

// spread makes of ticks take the given time at speed 1. An unknown total is 0.
func (p *pace) spread(seconds float64, of int) {
	if of <= 0 {
		of = unknownTotal
	}
	p.interval = 1000 * seconds / float64(of)
}

// start lets the next tick begin at once.
func (p *pace) start(now float64) { p.due = now }

// ticked counts one tick, which began when it was due or later.
func (p *pace) ticked(now float64) {
	if p.speed > 0 {
		p.due = max(p.due+p.interval/p.speed, now-p.interval/p.speed)
	}
}

// wait returns how long it is until the next tick.
func (p *pace) wait(now float64) float64 {
	if p.speed <= 0 {
		return 0
	}
	return max(0, p.due-now)
}
