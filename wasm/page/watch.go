package page

// A reloads counts how often the stage has started. The time is in ms.
type reloads struct{ times []float64 }

const (
	mostReloads   = 3
	reloadsWithin = 30_000
)

// again counts a start of the stage, the first included, and reports whether it
// has now reloaded too often.
func (r *reloads) again(now float64) (tooOften bool) {
	r.times = append(r.times, now)
	for len(r.times) > 0 && now-r.times[0] > reloadsWithin {
		r.times = r.times[1:]
	}
	return len(r.times) > mostReloads
}
