package crew

import "slices"

// fill gives a run to every hand, hires where hands are missing, and ends when
// there is nothing to do.
func (c *Crew) fill() {
	if c.state != Running || c.hidden {
		return
	}
	for _, h := range slices.Clone(c.hands) {
		switch {
		case h.run >= 0 || h.leaving:
		case len(c.hands) > c.want:
			c.drop(h)
		case h.ready:
			c.give(h)
		}
	}
	for len(c.hands) < c.want && c.waiting() {
		h := &Hand{run: -1}
		c.hands = append(c.hands, h)
		h.worker = c.Hire(h)
	}
	if c.Resting() && !c.waiting() {
		c.turn(Ended)
	}
}

// waiting reports whether there is a run that no hand has.
func (c *Crew) waiting() bool { _, ok := c.next(); return ok }

func (c *Crew) next() (run int, ok bool) {
	return c.grid.Next(func(run int) bool {
		_, lost := c.lost[run]
		return lost || !c.shard.Has(c.grid, run) || slices.ContainsFunc(c.hands, func(h *Hand) bool { return h.run == run })
	})
}

// missing is the number of runs that are still to be measured.
func (c *Crew) missing() (n int) {
	for _, run := range c.shard.Runs(c.grid) {
		_, lost := c.lost[run]
		if _, known := c.grid.Get(run); !known && !lost {
			n++
		}
	}
	return n
}

func (c *Crew) give(h *Hand) {
	if run, ok := c.next(); ok {
		c.job++
		h.run, h.job = run, c.job
		h.worker.Send(Order{Kind: Measure, Job: h.job, Address: c.grid.RunAddress(run), Every: c.grid.Every})
	}
}

// drop ends a worker.
func (c *Crew) drop(h *Hand) {
	if i := slices.Index(c.hands, h); i >= 0 {
		c.hands = slices.Delete(c.hands, i, i+1)
		h.worker.Stop()
	}
}
