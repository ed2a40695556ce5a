package page

// A credit says how many frame buffers the page has lent to the worker. The
// worker can only post a frame into a buffer, so it never runs ahead of the
// stage by more than that.
type credit struct {
	out  int // lent: in the worker or on the way to the page's painter
	slow bool
}

// slowPaint is the time of a paint from which on one buffer is enough, in ms.
const slowPaint = 30

// allowed returns how many buffers may be out.
func (c *credit) allowed() int {
	if c.slow {
		return 1
	}
	return 2
}

// painted takes the time of the last paint, in ms.
func (c *credit) painted(ms float64) { c.slow = ms > slowPaint }

// open forgets all buffers of the epoch before.
func (c *credit) open() { c.out = 0 }

// lend returns how many buffers to lend now, and counts them as lent.
func (c *credit) lend() (n int) {
	n = max(0, c.allowed()-c.out)
	c.out += n
	return n
}

// back counts one buffer as free. Lend again afterwards.
func (c *credit) back() { c.out = max(0, c.out-1) }
