package page

// A reloads counts how often the stage has started. The time is in ms. Starts that lie
// back are forgotten, if one since the last has led to a picture.
type reloads struct {
	times  []float64
	worked bool // there was a picture since the last
}

const (
	mostReloads   = 3
	reloadsWithin = 30_000
)

// again counts a start of the stage, the first included, and reports whether it
// has now reloaded too often.
func (r *reloads) again(now float64) (tooOften bool) {
	r.times = append(r.times, now)
	for r.worked && now-r.times[0] > reloadsWithin {
		r.times = r.times[1:]
	}
	r.worked = false
	return len(r.times) > mostReloads
}
