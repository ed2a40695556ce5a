package crew

// A Heartbeat notices the silence of a worker, which has no event of its own. It
// counts beats and not seconds: after the machine has slept, the first beat comes
// before the answers do. The zero value is ready to use.
type Heartbeat struct{ missed int }

// BeatEvery is the time between two beats in ms, and mostMissed how many beats may
// go by without an answer.
const (
	BeatEvery  = 1000
	mostMissed = 3
)

// Why a worker is ended, half a sentence.
const (
	TooSilent = "it gave no sign of life for 3 seconds"
	TooLarge  = "it took more than 512 MB of memory"
)

// Heard takes a sign of life.
func (h *Heartbeat) Heard() { h.missed = 0 }

// Beat counts one beat, and reports whether the worker is silent for too long.
func (h *Heartbeat) Beat() (silent bool) {
	h.missed++
	return h.missed > mostMissed
}
