package page

import "example.org/rote/sim/sweep"

// A crew measures the runs of a sweep on several workers, its hands. It knows
// nothing of the browser: hire starts a Worker, whose messages the owner hands
// to heard, and after calls back later.
//
// Invariant: a run is on its way in at most one hand. A hand that dies costs its
// run one more try; a run that has cost two hands is given up.
type crew struct {
	want   int // hands
	hire   func(*hand) bond
	after  func(ms float64, f func())
	now    func() float64 // ms
	result func(run int)  // one more run is known
	moved  func()         // the state has changed
	told   func(reason string)

	sweep  *sweep.Grid
	hands  []*hand
	state  string // "" before the first start, then running, paused, cancelled or ended
	hidden bool   // the tab is not to be seen: nothing is done
	tries  map[int]int
	lost   map[int]string // why a run was given up
	barren int            // hands that died in a row without a run
	job    int
	clock  clock
}

// A bond is the page's end of a Worker.
type bond interface {
	send(kind string, pairs ...any)
	stop()
}

// A hand is one worker of a crew.
type hand struct {
	bond    bond
	ready   bool
	run     int // on its way, or -1
	job     int // names the run in messages
	leaving bool
	beat    heartbeat
}

// Limits of the workers of a crew.
const (
	mostHands  = 8
	patience   = 250 // ms in which a run must let itself be cancelled
	mostTries  = 2   // of a run
	mostBarren = 3
	slowStart  = 15        // beats until a worker must be ready
	freshAbove = 128 << 20 // bytes of memory above which a worker is replaced
)

// usualHands is how many workers a sweep has at first: all cores but one, which
// the page itself has, and at most four.
func usualHands(cores int) int { return max(1, min(cores-1, 4)) }

// open turns to another sweep, and lets go of what was on its way.
func (c *crew) open(s *sweep.Grid) {
	c.cancel()
	c.sweep, c.state = s, ""
	c.tries, c.lost = map[int]int{}, map[int]string{}
	c.clock = clock{}
	if s.Known() == s.Runs() {
		c.state = "ended"
	}
}

// play starts, or goes on.
func (c *crew) play() {
	if c.state == "running" {
		return
	}
	if c.state == "paused" {
		c.hold(false)
	} else {
		c.tries, c.lost, c.barren = map[int]int{}, map[int]string{}, 0
	}
	c.state = "running"
	c.tick()
	c.fill()
	c.moved()
}

// pause stops all runs where they are.
func (c *crew) pause() {
	if c.state == "running" {
		c.state = "paused"
		c.tick()
		c.hold(true)
		c.moved()
	}
}

// hide does the same while the tab is hidden, without a change of the state.
func (c *crew) hide(hidden bool) {
	c.hidden = hidden
	c.tick()
	if c.state == "running" {
		c.hold(hidden)
		c.fill()
	}
}

func (c *crew) hold(on bool) {
	for _, h := range c.hands {
		if h.run >= 0 {
			h.bond.send("hold", "on", on)
		}
	}
}

// cancel drops the runs that are on their way. Hands that do not let go of
// theirs in time are ended.
func (c *crew) cancel() {
	if c.state != "running" && c.state != "paused" {
		return
	}
	c.state = "cancelled"
	c.tick()
	for _, h := range c.hands {
		if h.run >= 0 {
			h.run, h.leaving = -1, true
			h.bond.send("cancel")
		}
	}
	c.after(patience, func() {
		for _, h := range append([]*hand(nil), c.hands...) {
			if h.leaving {
				c.drop(h)
			}
		}
		c.moved()
	})
	c.moved()
}

// resting tells whether no worker has a run.
func (c *crew) resting() bool {
	for _, h := range c.hands {
		if h.run >= 0 || h.leaving {
			return false
		}
	}
	return true
}

// dismiss ends all workers.
func (c *crew) dismiss() {
	c.cancel()
	for len(c.hands) > 0 {
		c.drop(c.hands[0])
	}
}

// drop ends a worker.
func (c *crew) drop(h *hand) {
	for i := range c.hands {
		if c.hands[i] == h {
			c.hands = append(c.hands[:i], c.hands[i+1:]...)
			h.bond.stop()
			return
		}
	}
}

// fill gives a run to every hand, hires where hands are missing, and ends when
// there is nothing to do.
func (c *crew) fill() {
	if c.state != "running" || c.hidden {
		return
	}
	for _, h := range append([]*hand(nil), c.hands...) {
		switch {
		case len(c.hands) > c.want && h.run < 0 && !h.leaving:
			c.drop(h)
		case h.ready && h.run < 0 && !h.leaving:
			c.give(h)
		}
	}
	for len(c.hands) < c.want && c.waiting() {
		h := &hand{run: -1}
		c.hands = append(c.hands, h)
		h.bond = c.hire(h)
	}
	if c.resting() && !c.waiting() {
		c.state = "ended"
		c.tick()
		c.moved()
	}
}

// waiting tells whether there is a run that no hand has.
func (c *crew) waiting() bool { _, ok := c.next(); return ok }

func (c *crew) next() (run int, ok bool) {
	return c.sweep.Next(func(run int) bool {
		if _, lost := c.lost[run]; lost {
			return true
		}
		for _, h := range c.hands {
			if h.run == run {
				return true
			}
		}
		return false
	})
}

func (c *crew) give(h *hand) {
	if run, ok := c.next(); ok {
		c.job++
		h.run, h.job = run, c.job
		h.bond.send("measure", "job", h.job, "address", c.sweep.RunAddress(run))
	}
}
