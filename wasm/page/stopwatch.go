package page

import "example.org/rote/sim/figure"

// A stopwatch measures how fast the steps of a run follow each other while it plays,
// and says how long the rest will take. The zero value has seen nothing. Times are
// in ms.
type stopwatch struct {
	running    bool
	now        lap
	since, mid lap // where the measured stretch begins, and where the next one will
}

// A lap is when a step was seen first.
type lap struct {
	step int
	at   float64
}

const (
	stretch  = 4000 // ms after which older steps begin to be forgotten
	shortest = 1500 // ms that have to be measured before anything is said
	worth    = 5000 // ms that have to be left
	slower   = 1.25 // times the time that the run should take
)

// see sees which step a run has come to.
func (w *stopwatch) see(step int, at float64) {
	switch {
	case !w.running || step < w.now.step:
		here := lap{step, at}
		*w = stopwatch{true, here, here, here}
	case step > w.now.step:
		w.now = lap{step, at}
		if at-w.mid.at > stretch {
			w.since, w.mid = w.mid, w.now
		}
	}
}

// left returns how long it will take to step number of, as seen at a time, and whether
// that is known.
func (w *stopwatch) left(of int, at float64) (ms float64, ok bool) {
	steps, spent := w.now.step-w.since.step, w.now.at-w.since.at
	if !w.running || steps < 1 || spent < shortest {
		return 0, false
	}
	return max(0, spent/float64(steps)*float64(of-w.now.step)-(at-w.now.at)), true
}

// words says how long it will take to step number of, where a run is slower than it
// should be: a step should take so many ms, or 0 if it should be as fast as it can.
func (w *stopwatch) words(of int, at, should float64) string {
	ms, ok := w.left(of, at)
	if !ok || ms < worth || ms < slower*should*float64(of-w.now.step) {
		return ""
	}
	return ", about " + figure.Seconds(ms/1000) + " left"
}
