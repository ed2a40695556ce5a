package crew

import (
	"slices"

	"example.org/rote/sim/sweep"
)

// A Crew measures the runs of a grid. It belongs to one goroutine. The exported
// fields are set once, before the first Open.
//
// Invariant: a run is on its way in at most one hand, and its result is taken
// once. A hand that dies costs its run one more try; a run that has cost two
// hands is given up.
type Crew struct {
	Hire   func(*Hand) Worker         // starts a worker, whose messages go to Heard, later
	After  func(ms float64, f func()) // calls f later
	Now    func() float64             // ms
	Result func(run int)              // one more run is known
	Moved  func()                     // the state, or whether the crew rests, has changed
	Told   func(sentence string)      // what a person has to know

	want   int // hands
	grid   *sweep.Grid
	shard  sweep.Shard
	hands  []*Hand
	state  State
	hidden bool
	tries  map[int]int
	lost   map[int]string // why a run was given up
	barren int            // hands that died in a row without a run
	job    int
	clock  clock
}

// State is what a crew is doing.
type State string

// The states of a [Crew].
const (
	Idle      State = "" // not yet started
	Running   State = "running"
	Paused    State = "paused"
	Cancelled State = "cancelled"
	Ended     State = "ended" // what is not known now cannot be measured
)

// A Worker measures one run at a time.
type Worker interface {
	// Send gives an order, and does not wait.
	Send(Order)
	// Stop ends the worker, whatever it does.
	Stop()
}

// An Order is what a worker is to do.
type Order struct {
	Kind    OrderKind
	Job     int    // of Measure: comes back with the result
	Address string // of Measure
	Every   int    // of Measure: ticks from one sample to the next; 0: there is only that of the end
}

// OrderKind is the kind of an [Order].
type OrderKind string

// The kinds of an [Order], and what a worker answers.
const (
	Measure OrderKind = "measure" // Measured
	Hold    OrderKind = "hold"    // nothing: it waits, and may finish its run
	GoOn    OrderKind = "go on"   // nothing
	Cancel  OrderKind = "cancel"  // Dropped, as soon as it has let go of its run
	Ping    OrderKind = "ping"    // Pong
)

// A Hand is one worker of a crew, as the crew sees it.
type Hand struct {
	worker  Worker
	ready   bool
	run     int // on its way, or -1
	job     int
	leaving bool // told to cancel
	beat    Heartbeat
	start   Start
}

// Limits of the workers of a crew.
const (
	MostHands    = 8         // that are worth their memory in a browser
	MemoryBudget = 512 << 20 // bytes above which a worker is ended
	freshAbove   = 128 << 20 // bytes above which it is replaced after its run
	patience     = 250       // ms in which a run must let itself be cancelled
	mostTries    = 2         // of a run
	mostBarren   = 3
)

// Usual is how many workers a sweep has at first in a browser: all cores but one,
// which the page itself has, and at most four.
func Usual(cores int) int { return max(1, min(cores-1, 4)) }

// Grid returns the grid that is open, or nil.
func (c *Crew) Grid() *sweep.Grid { return c.grid }

// State returns what the crew is doing.
func (c *Crew) State() State { return c.state }

// Resize changes how many workers the crew has: a worker too many goes when its
// run is over.
func (c *Crew) Resize(n int) {
	c.want = n
	c.fill()
}

// Open turns to the runs of a shard of a grid, and lets go of what was on its way.
func (c *Crew) Open(g *sweep.Grid, p sweep.Shard) {
	c.Cancel()
	c.grid, c.shard, c.state = g, p, Idle
	c.tries, c.lost = map[int]int{}, map[int]string{}
	c.clock = clock{}
	if c.missing() == 0 {
		c.state = Ended
	}
}

// Play starts, or goes on. Runs that were given up get another try.
func (c *Crew) Play() {
	if c.state == Running {
		return
	}
	if c.state == Paused {
		c.hold(GoOn)
	} else {
		c.tries, c.lost, c.barren = map[int]int{}, map[int]string{}, 0
	}
	c.state = Running
	c.tick()
	c.fill()
	c.Moved()
}

// Pause stops all runs where they are.
func (c *Crew) Pause() {
	if c.state == Running {
		c.hold(Hold)
		c.turn(Paused)
	}
}

// Hide stops all runs while nobody can see them, and goes on after that, without a
// change of the state.
func (c *Crew) Hide(hidden bool) {
	c.hidden = hidden
	c.tick()
	if c.state == Running {
		c.hold(map[bool]OrderKind{true: Hold, false: GoOn}[hidden])
		c.fill()
	}
}

func (c *Crew) hold(kind OrderKind) {
	for _, h := range c.hands {
		if h.run >= 0 {
			h.worker.Send(Order{Kind: kind})
		}
	}
}

// Cancel drops the runs that are on their way. Hands that do not let go of theirs
// in time are ended.
func (c *Crew) Cancel() {
	if c.state != Running && c.state != Paused {
		return
	}
	for _, h := range c.hands {
		if h.run >= 0 {
			h.run, h.leaving = -1, true
			h.worker.Send(Order{Kind: Cancel})
		}
	}
	c.After(patience, c.endLeaving)
	c.turn(Cancelled)
}

func (c *Crew) endLeaving() {
	for _, h := range slices.Clone(c.hands) {
		if h.leaving {
			c.drop(h)
		}
	}
	c.fill()
	c.Moved()
}

// turn changes the state.
func (c *Crew) turn(s State) {
	c.state = s
	c.tick()
	c.Moved()
}

// Resting reports whether no worker has a run.
func (c *Crew) Resting() bool {
	return !slices.ContainsFunc(c.hands, func(h *Hand) bool { return h.run >= 0 || h.leaving })
}
