package sim

import "math/rand/v2"

// A Run is a lab in progress, and the only caller of the lab. It is opened by
// an address and belongs to one goroutine.
//
// Invariant: Reset followed by n ticks gives the same frame as opening Address
// and stepping n ticks, bit for bit.
type Run struct {
	Info  Info
	Knobs *Knobs
	Seed  *Knob // of the random source: 1..2147483647
	At    *Knob // the tick that the address asks for; the caller goes there with Seek

	lab      Lab
	scene    Scene
	seed, at int
	file     string // checksum of the visitor's file that is asked for, or ""
	hasFile  bool   // the lab has read it
	ticks    int
	done     bool
	drawn    bool
	frame    Frame
}

// stream separates the random numbers of Rote from other uses of small seeds.
const stream = 0x726f7465 // "rote"

// Reset goes back to step 0: same knobs, same seed, same data.
func (r *Run) Reset() {
	r.Close()
	r.ticks, r.done, r.drawn = 0, false, false
	r.scene = r.lab.Open(rand.New(rand.NewPCG(uint64(r.seed), stream)))
}

// Close ends the script of a scene that plays one. Without it, a run that is
// dropped before its end keeps its memory. Only Reset can follow.
func (r *Run) Close() {
	if s, ok := r.scene.(interface{ Stop() }); ok {
		s.Stop()
	}
}

// Step works until a tick is complete, the run is done, or enough returns true,
// which is asked after every slice of up to 4 ms. It returns Busy in the last
// case. A nil enough never stops it.
func (r *Run) Step(enough func() bool) Pace {
	for !r.done {
		pace := r.advance()
		if pace != Busy || (enough != nil && enough()) {
			return pace
		}
	}
	return Done
}

func (r *Run) advance() Pace {
	pace := r.scene.Step()
	r.drawn = false
	r.done = pace == Done
	if pace == Tick {
		r.ticks++
	}
	return pace
}

// Seek steps on until tick n, or the end if that comes first. At the known last
// tick it goes on to the end. It returns false if enough stopped it before.
func (r *Run) Seek(n int, enough func() bool) bool {
	for !r.done && (r.ticks < n || r.isLast()) {
		if r.Step(enough) == Busy {
			return false
		}
	}
	return true
}

func (r *Run) isLast() bool { return r.ticks > 0 && r.ticks == r.Frame().Of }

// Finish runs to the end.
func (r *Run) Finish() {
	for r.Step(nil) != Done {
	}
}

// Measure works on a run towards the tick that its address asks for, or its
// end, and returns whether it is there. It stops when enough returns true, which
// is asked after every slice and tick; a nil enough never stops it.
func (r *Run) Measure(enough func() bool) bool {
	for !r.arrived() {
		if r.Step(enough) == Busy || enough != nil && enough() {
			return r.arrived()
		}
	}
	return true
}

func (r *Run) arrived() bool { return r.done || r.at > 0 && r.ticks >= r.at && !r.isLast() }

// Ticks returns how many ticks are complete.
func (r *Run) Ticks() int { return r.ticks }

// Done reports whether the run is complete.
func (r *Run) Done() bool { return r.done }

// Frame describes the present state. The frame belongs to the run and is good
// until its next change.
func (r *Run) Frame() *Frame {
	if !r.drawn {
		r.frame.Reset()
		r.scene.Draw(&r.frame)
		r.frame.Step = r.ticks
		if r.Compares() {
			r.frame.Sides[0].Knobs, r.frame.Sides[1].Knobs = r.Settings()
		}
		r.drawn = true
	}
	return &r.frame
}

// Theory adds the law's curve for a sweep over x and y to p, if the lab knows
// one.
func (r *Run) Theory(x, y *Knob, fact string, p *Panel) {
	if theorist, ok := r.lab.(Theorist); ok {
		theorist.Theory(x, y, fact, p)
	}
}
