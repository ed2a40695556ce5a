package crew

// A Heartbeat notices the silence of a worker, which has no event of its own. It
// counts beats and not seconds: after the machine has slept, the first beat comes
// before the answers do. The zero value is ready to use.
type Heartbeat struct{ missed int }

// A Start notices that a worker does not get ready: on an old machine, or on a slow
// line, that takes much longer than a beat. The zero value is ready to use.
type Start struct{ beats int }

// Beat counts one beat, and reports whether the worker is late for good.
func (s *Start) Beat() (late bool) {
	s.beats++
	return s.beats > mostWaits
}

// Slow reports whether the worker has been waited for so long that it may be dead, and
// who asks for one again is given another.
func (s *Start) Slow() bool { return s.beats >= slowWaits }

// BeatEvery is the time between two beats in ms, and mostMissed how many beats may
// go by without an answer.
const (
	BeatEvery  = 1000
	mostMissed = 3
	slowWaits  = 15 // beats in which most workers get ready
	mostWaits  = 60 // and all must
)

// Why a worker is ended, half a sentence.
const (
	TooSilent = "it gave no sign of life for 3 seconds"
	TooLate   = "it was not ready after 60 seconds"
	TooLarge  = "it took more than 512 MB of memory"
)

// Heard takes a sign of life.
func (h *Heartbeat) Heard() { h.missed = 0 }

// Beat counts one beat, and reports whether the worker is silent for too long.
func (h *Heartbeat) Beat() (silent bool) {
	h.missed++
	return h.missed > mostMissed
}
