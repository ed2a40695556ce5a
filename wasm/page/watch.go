package page

// A heartbeat notices the silence of a worker, which has no event of its own.
// It counts beats and not seconds: after the machine has slept, the first beat
// comes before the answers do.
type heartbeat struct{ missed int }

// beatEvery is the time between two beats in ms, and mostMissed how many
// beats may go by without an answer.
const (
	beatEvery  = 1000
	mostMissed = 3
)

func (h *heartbeat) heard() { h.missed = 0 }

// beat counts one beat, and tells whether the worker is silent for too long.
func (h *heartbeat) beat() (silent bool) {
	h.missed++
	return h.missed > mostMissed
}

// A reloads counts how often the stage has started. The time is in ms.
type reloads struct{ times []float64 }

const (
	mostReloads    = 3
	reloadsWithin  = 30_000
	memoryBudget   = 512 << 20
	memoryBudgetMB = memoryBudget >> 20
)

// again counts a start of the stage, the first included, and tells whether it
// has now reloaded too often.
func (r *reloads) again(now float64) (tooOften bool) {
	r.times = append(r.times, now)
	for len(r.times) > 0 && now-r.times[0] > reloadsWithin {
		r.times = r.times[1:]
	}
	return len(r.times) > mostReloads
}
