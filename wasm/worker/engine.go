package worker

import (
	"bytes"
	"math"

	"example.org/rote/sim"
)

// An engine owns a run and decides what it does next: play at a pace, or go to
// a tick as fast as it can. Its owner calls work again and again.
//
// Invariant: a frame is posted only when a buffer is lent for it, and the last
// state before the engine rests is posted as soon as there is one. No two posts
// are alike, unless the page waits for the second.
type engine struct {
	labs []sim.Info
	now  func() float64 // ms
	out  outlet

	file    []byte // of the visitor, or nil
	run     *sim.Run
	playing bool
	goal    int // tick to reach as fast as possible; 0 is none
	pace    pace
	lent    int     // buffers that the page has lent
	fresh   bool    // the state may differ from the one that was posted last
	owed    bool    // the page waits for a frame, even if it is the same
	looked  float64 // when the state was last looked at
	encoded []byte
	posted  struct { // what the page has got
		header
		encoded []byte
	}
}

// An outlet takes what the engine has to say.
type outlet interface {
	// frame takes an encoded frame, which is good until it returns, and uses up
	// one lent buffer.
	frame(h header, encoded []byte)
	// changed says that from here on all frames belong to another address. It is
	// touched if a pointer on the stage did that.
	changed(address string, touched bool)
}

// A header is what the page needs to know before it decodes a frame.
type header struct {
	step, of int
	running  bool // more ticks come by themselves
	done     bool
	touch    bool // the scene answers to a pointer
}

const (
	slice   = 8   // ms of work between two looks at the messages
	redraw  = 16  // ms from one frame to the next
	hurried = 100 // the same while ticks go as fast as they can
	forever = math.MaxInt
)

// open starts the run of an address, and goes to the tick that it asks for.
func (e *engine) open(address string) error {
	run, _, err := sim.Idle(e.labs, address)
	if err != nil {
		return err
	}
	run.Reset()
	_ = run.Supply(e.file) // the page has read it already
	if e.run != nil {
		e.run.Close()
	}
	e.run, e.playing, e.lent = run, false, 0
	e.goal = int(run.At.Number())
	e.restarted()
	return nil
}

// restarted follows a run that begins anew.
func (e *engine) restarted() {
	e.pace.spread(e.run.Info.Seconds, e.run.Frame().Of)
	e.pace.start(e.now())
	e.owed = true
}

func (e *engine) play() {
	e.playing = !e.run.Done()
	e.pace.start(e.now())
}

// pause stops at once, also on the way to a goal.
func (e *engine) pause() { e.playing, e.goal, e.owed = false, 0, true }

func (e *engine) step() { e.playing, e.goal = false, e.run.Ticks()+1 }

func (e *engine) speed(s float64) {
	e.pace.speed = s
	e.pace.start(e.now())
}

func (e *engine) set(key, text string) {
	done := e.run.Done()
	effect, _ := e.run.Set(key, text) // the page has shown the repair
	e.follow(effect, done, false)
}

func (e *engine) touch(t sim.Touch) {
	done := e.run.Done()
	e.follow(e.run.Touch(t), done, true)
}

// follow goes on after a knob has changed. A run that was complete is brought to
// its end again, unless the change has restarted it.
func (e *engine) follow(effect sim.Effect, wasDone, touched bool) {
	if effect == sim.Nothing {
		return
	}
	e.out.changed(e.run.Address(), touched)
	switch {
	case effect == sim.Restarted:
		e.goal = 0
		_ = e.run.Supply(e.file)
		e.restarted()
	case wasDone:
		e.goal = forever
	}
	e.owed = true
}

func (e *engine) busy() bool { return e.run != nil && (e.playing || e.goal > 0) }

// fast reports whether ticks now go as fast as they can.
func (e *engine) fast() bool { return e.goal > 0 || e.playing && e.pace.speed <= 0 }

// work does one slice, and returns how many ms the engine can rest: 0 is not at
// all, and a negative time is until something happens.
func (e *engine) work() (rest float64) {
	start := e.now()
	enough := func() bool { return e.now()-start >= slice }
	for e.busy() && !enough() {
		if e.goal == 0 && e.pace.wait(e.now()) > 0 {
			break
		}
		e.tick(enough)
	}
	e.show()
	switch {
	case !e.busy():
		return -1
	case e.goal > 0:
		return 0
	}
	return e.pace.wait(e.now())
}

func (e *engine) tick(enough func() bool) {
	e.fresh = true
	if e.goal > 0 {
		e.seek(enough)
		return
	}
	switch e.run.Step(enough) {
	case sim.Tick:
		e.pace.ticked(e.now())
	case sim.Done:
		e.playing = false
	}
}

// seek goes one tick towards the goal: a Seek over many ticks asks enough only
// inside of a tick.
func (e *engine) seek(enough func() bool) {
	next := min(e.goal, e.run.Ticks()+1)
	if e.run.Seek(next, enough) && (next == e.goal || e.run.Done()) {
		e.goal = 0
		e.playing = e.playing && !e.run.Done()
		e.pace.start(e.now())
	}
}

// show posts the state, if that is due, a buffer is there, and the page has not
// got it yet.
func (e *engine) show() {
	if e.run == nil || !e.fresh && !e.owed || e.lent == 0 {
		return
	}
	now := e.now()
	if now-e.looked < e.gap() {
		return
	}
	f := e.run.Frame()
	h := header{f.Step, f.Of, e.busy(), e.run.Done(), e.run.CanTouch()}
	e.encoded = sim.AppendFrame(e.encoded[:0], f)
	same := !e.owed && h == e.posted.header && bytes.Equal(e.encoded, e.posted.encoded)
	e.looked, e.fresh, e.owed = now, false, false
	if same {
		return
	}
	e.posted.header = h
	e.posted.encoded, e.encoded = e.encoded, e.posted.encoded
	e.lent--
	e.out.frame(h, e.posted.encoded)
}

// gap returns how many ms go by from one look at the state to the next.
func (e *engine) gap() float64 {
	switch {
	case e.fast():
		return hurried
	case e.busy():
		return redraw
	}
	return 0
}
