package crew

// A clock measures the time in which a crew is at work, and what is done in it.
type clock struct {
	spent float64 // ms
	since float64 // when the crew went to work
	runs  bool
	done  int // runs
}

// tick lets the clock run while the crew is at work.
func (c *Crew) tick() {
	now := c.Now()
	if c.clock.runs {
		c.clock.spent += now - c.clock.since
	}
	c.clock.since, c.clock.runs = now, c.state == Running && !c.hidden
}

// Left estimates the ms until the end. It returns false as long as nothing is
// known of it.
func (c *Crew) Left() (ms float64, ok bool) {
	c.tick()
	if c.clock.done == 0 {
		return 0, false
	}
	return c.clock.spent / float64(c.clock.done) * float64(c.missing()), true
}
