package page

import (
	"fmt"

	"example.org/rote/sim"
)

// News is a message of a worker of a crew.
type news struct {
	kind   string // ready, measured, cancelled, pong or fail
	job    int
	facts  []sim.Fact
	memory int    // bytes
	reason string // of a failure
}

// heard takes a message of a hand.
func (c *crew) heard(h *hand, n news) {
	h.beat.heard()
	switch n.kind {
	case "ready":
		h.ready = true
	case "measured":
		c.measured(h, n)
	case "cancelled":
		h.leaving = false
		if c.state == "cancelled" && c.resting() {
			c.moved()
		}
	case "pong":
		if n.memory > memoryBudget {
			c.lose(h, fmt.Sprintf("it took more than %d MB of memory", memoryBudgetMB))
		}
	case "fail":
		c.lose(h, n.reason)
	}
	c.fill()
}

// measured takes a result. That of a run which was cancelled comes too late.
func (c *crew) measured(h *hand, n news) {
	if h.run < 0 || h.job != n.job {
		return
	}
	run := h.run
	h.run, c.barren = -1, 0
	var found *sim.Fact
	for i := range n.facts {
		if n.facts[i].Key == c.sweep.Fact {
			found = &n.facts[i]
		}
	}
	c.sweep.Put(run, found)
	c.clock.done++
	if n.memory > freshAbove {
		c.drop(h) // memory of a program only grows
	}
	c.result(run)
}

// lose follows the death of a hand.
func (c *crew) lose(h *hand, reason string) {
	run := h.run
	c.drop(h)
	switch {
	case run >= 0:
		if c.tries[run]++; c.tries[run] >= mostTries {
			c.lost[run] = reason
			c.told(fmt.Sprintf("The run %s could not be measured: %s. The other runs go on.", c.sweep.RunAddress(run), reason))
		}
	case c.state == "running":
		if c.barren++; c.barren >= mostBarren {
			c.state = "cancelled"
			c.tick()
			c.told("The sweep was stopped, because its workers end at once: " + reason + ". What is known is kept.")
			c.moved()
		}
	}
}

// pulse asks all hands for a sign of life, and ends those that gave none.
func (c *crew) pulse() {
	if c.hidden {
		return
	}
	for _, h := range append([]*hand(nil), c.hands...) {
		silent := h.beat.beat()
		switch {
		case h.ready && silent:
			c.lose(h, fmt.Sprintf("it gave no sign of life for %d seconds", mostMissed*beatEvery/1000))
		case !h.ready && h.beat.missed > slowStart:
			c.lose(h, "it did not start")
		case h.ready:
			h.bond.send("ping")
		}
	}
	c.fill()
}

// A clock measures the time in which a crew is at work, and what is done in it.
type clock struct {
	spent float64 // ms
	since float64 // when the crew went to work, or 0
	done  int     // runs
}

// tick lets the clock run while the crew is at work.
func (c *crew) tick() {
	now := c.now()
	if c.clock.since > 0 {
		c.clock.spent += now - c.clock.since
		c.clock.since = 0
	}
	if c.state == "running" && !c.hidden {
		c.clock.since = now
	}
}

// left estimates the ms until the end. It returns false as long as nothing is
// known of it.
func (c *crew) left() (ms float64, ok bool) {
	c.tick()
	if c.clock.done == 0 {
		return 0, false
	}
	missing := c.sweep.Runs() - c.sweep.Known() - len(c.lost)
	return c.clock.spent / float64(c.clock.done) * float64(missing), true
}
