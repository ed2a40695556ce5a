package crew

import (
	"fmt"
	"slices"

	"example.org/rote/sim"
	"example.org/rote/sim/sweep"
)

// News is a message of a worker.
type News struct {
	Kind    NewsKind
	Job     int            // of Measured: that of the order
	Samples []sweep.Sample // of Measured: the last is that of the end
	Memory  int            // bytes that the worker has taken, or 0
	Reason  string         // of Failed: why, half a sentence
}

// End returns the facts at the end of a run that was measured.
func (n News) End() []sim.Fact {
	if len(n.Samples) == 0 {
		return nil
	}
	return n.Samples[len(n.Samples)-1].Facts
}

// NewsKind is the kind of [News].
type NewsKind string

// The kinds of [News].
const (
	Ready    NewsKind = "ready"     // for orders
	Measured NewsKind = "measured"  // a run
	Dropped  NewsKind = "cancelled" // the run, as ordered
	Pong     NewsKind = "pong"
	Failed   NewsKind = "fail" // and ended
)

// Heard takes a message of a hand. Nothing is heard of a hand that has ended.
func (c *Crew) Heard(h *Hand, n News) {
	if !slices.Contains(c.hands, h) {
		return
	}
	h.beat.Heard()
	switch n.Kind {
	case Ready:
		h.ready = true
	case Measured:
		c.measured(h, n)
	case Dropped:
		h.leaving = false
		if c.state == Cancelled && c.Resting() {
			c.Moved()
		}
	case Pong:
		if n.Memory > MemoryBudget {
			c.lose(h, TooLarge)
		}
	case Failed:
		c.lose(h, n.Reason)
	}
	c.fill()
}

// measured takes a result. That of a run which was cancelled comes too late.
func (c *Crew) measured(h *Hand, n News) {
	if h.run < 0 || h.job != n.Job {
		return
	}
	run := h.run
	h.run, c.barren = -1, 0
	c.grid.Put(run, n.Samples...)
	c.clock.done++
	if n.Memory > freshAbove {
		c.drop(h) // memory of a program only grows
	}
	c.Result(run)
}

// lose follows the death of a hand.
func (c *Crew) lose(h *Hand, reason string) {
	run := h.run
	c.drop(h)
	switch {
	case run >= 0:
		if c.tries[run]++; c.tries[run] >= mostTries {
			c.lost[run] = reason
			c.Told(fmt.Sprintf("The run %s could not be measured: %s. The other runs go on.", c.grid.RunAddress(run), reason))
		}
	case c.state == Running && !h.leaving:
		if c.barren++; c.barren >= mostBarren {
			c.Cancel()
			c.Told("The sweep was stopped, because its workers end at once: " + reason + ". What is known is kept.")
		}
	}
}

// Pulse asks all hands for a sign of life, and ends those that gave none. It wants
// to be called every [BeatEvery] ms.
func (c *Crew) Pulse() {
	if c.grid == nil || c.hidden {
		return
	}
	for _, h := range slices.Clone(c.hands) {
		switch {
		case !h.ready && !h.start.Beat(): // an old machine, or a slow line
		case !h.ready:
			c.lose(h, TooLate)
		case h.beat.Beat():
			c.lose(h, TooSilent)
		default:
			h.worker.Send(Order{Kind: Ping})
		}
	}
	c.fill()
}
