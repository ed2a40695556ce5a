package worker

import (
	"math"
	"math/rand/v2"
	"testing"

	"example.org/rote/sim"
)

// A toy takes slices of 1 ms of a fake clock, three to a tick, and works once
// more after a live knob has changed. With parts it shows every slice.
type toy struct {
	clock               *float64
	steps, slices, tick int
	level, seen         int
	parts               bool
	part                int
}

func (l *toy) Knobs(k *sim.Knobs) {
	k.Int(&l.steps, "steps", "Steps", 10, 1, 10000)
	k.Int(&l.slices, "slices", "Slices of a tick", 3, 1, 10000)
	k.Bool(&l.parts, "parts", "Show slices", false)
	k.Int(&l.level, "level", "Level", 1, 1, 9).Live()
}
func (l *toy) Open(*rand.Rand) sim.Scene { l.tick, l.part, l.seen = 0, 0, l.level; return l }
func (l *toy) Step() sim.Pace {
	*l.clock++
	switch {
	case l.seen != l.level:
		l.seen = l.level
		return sim.Busy
	case l.tick == l.steps:
		return sim.Done
	}
	if l.part++; l.part%l.slices != 0 {
		return sim.Busy
	}
	l.tick++
	return sim.Tick
}
func (l *toy) Draw(f *sim.Frame) {
	f.Of = l.steps
	f.Fact("level", "Level", "", "", float64(l.seen))
	if l.parts {
		f.Fact("part", "Part", "", "", float64(l.part))
	}
}

// A desk is a page that gives its buffers back at once, or not at all.
type desk struct {
	*engine
	clock   float64
	keep    bool
	frames  []header
	posts   []post
	times   []float64
	level   float64 // fact of the last frame
	changes []string
}

func (d *desk) frame(h header, encoded []byte) {
	var f sim.Frame
	if err := sim.DecodeFrame(encoded, &f); err != nil {
		panic(err)
	}
	d.level, _ = f.Value("level")
	d.frames, d.times = append(d.frames, h), append(d.times, d.clock)
	d.posts = append(d.posts, post{h, string(encoded)})
	if !d.keep {
		d.lent++
	}
}
func (d *desk) changed(address string, touched bool) { d.changes = append(d.changes, address) }

func (d *desk) last() header { return d.frames[len(d.frames)-1] }

func open(t *testing.T, address string) *desk {
	t.Helper()
	d := new(desk)
	labs := []sim.Info{{Name: "toy", Seconds: 2, New: func() sim.Lab { return &toy{clock: &d.clock} }}}
	d.engine = &engine{labs: labs, out: d, now: func() float64 { return d.clock }}
	d.speed(1)
	if err := d.open(address); err != nil {
		t.Fatal(err)
	}
	d.lent = 2
	return d
}

// rest works until the engine rests, or for the given time on its clock.
func (d *desk) rest(ms float64) (longest float64) {
	for end := d.clock + ms; d.clock < end; {
		before := d.clock
		wait := d.work()
		longest = max(longest, d.clock-before)
		if wait < 0 {
			return longest
		}
		d.clock += max(wait, 0.05)
	}
	return longest
}

func TestPlayTakesItsTime(t *testing.T) {
	for _, c := range []struct{ speed, seconds float64 }{{1, 2}, {4, 0.5}, {0.25, 8}} {
		d := open(t, "toy")
		d.speed(c.speed)
		d.rest(1)
		d.play()
		d.rest(60_000)
		if !d.last().done || math.Abs(d.clock/1000-c.seconds) > 0.2*c.seconds {
			t.Errorf("speed %v: done = %v after %v ms, want %v s", c.speed, d.last().done, d.clock, c.seconds)
		}
		if len(d.frames) < 11 {
			t.Errorf("speed %v: %d frames for 10 ticks", c.speed, len(d.frames))
		}
	}
}

func TestMaxPostsSeldomAndYieldsOften(t *testing.T) {
	d := open(t, "toy?steps=1000")
	d.speed(0)
	d.play()
	if longest := d.rest(60_000); longest > slice+1 {
		t.Errorf("a slice took %v ms", longest)
	}
	if !d.last().done || d.last().step != 1000 {
		t.Fatalf("the last frame is %+v", d.last())
	}
	for i := 1; i < len(d.times)-1; i++ {
		if gap := d.times[i] - d.times[i-1]; gap < hurried-slice {
			t.Fatalf("frame %d comes %v ms after the one before", i, gap)
		}
	}
}

func TestNoFrameWithoutBuffer(t *testing.T) {
	d := open(t, "toy")
	d.keep = true
	d.play()
	d.rest(60_000)
	if len(d.frames) != 2 {
		t.Fatalf("%d frames in 2 buffers", len(d.frames))
	}
	if d.run.Ticks() != 10 {
		t.Errorf("without buffers the run stands at %d, want it complete", d.run.Ticks())
	}
	d.lent = 1
	d.work()
	if !d.last().done {
		t.Error("the last state was not posted when a buffer came")
	}
}

func TestOpenGoesToStep(t *testing.T) {
	for address, want := range map[string]header{
		"toy?at=4":               {step: 4, of: 10},
		"toy?at=10":              {step: 10, of: 10, done: true},
		"toy?at=99":              {step: 10, of: 10, done: true},
		"toy?steps=5000&at=3000": {step: 3000, of: 5000},
	} {
		d := open(t, address)
		if longest := d.rest(60_000); longest > slice+1 {
			t.Errorf("%s: a slice took %v ms", address, longest)
		}
		if d.last() != want {
			t.Errorf("%s: %+v, want %+v", address, d.last(), want)
		}
	}
}

func TestStepByStep(t *testing.T) {
	d := open(t, "toy")
	for n := 1; n <= 10; n++ {
		d.step()
		d.rest(1000)
		if got := d.last(); got.step != n || got.done != (n == 10) || got.running {
			t.Fatalf("step %d: %+v", n, got)
		}
	}
}

func TestSet(t *testing.T) {
	d := open(t, "toy")
	d.speed(0)
	d.play()
	d.rest(1000)
	d.set("level", "3") // live: the complete run is completed again
	d.rest(1000)
	if got := d.last(); !got.done || got.step != 10 || d.level != 3 {
		t.Errorf("after a live change: %+v with level %v", got, d.level)
	}
	d.set("steps", "20") // restarts
	d.rest(1000)
	if got := d.last(); got.done || got.step != 0 || got.of != 20 || got.running {
		t.Errorf("after a change that restarts: %+v", got)
	}
	d.play()
	d.rest(5)
	d.set("steps", "30")
	d.rest(1000)
	if got := d.last(); !got.done || got.of != 30 {
		t.Errorf("a running run goes on after its restart, got %+v", got)
	}
	if want := "toy?steps=30&level=3"; d.changes[len(d.changes)-1] != want {
		t.Errorf("changed to %q, want %q", d.changes[len(d.changes)-1], want)
	}
	n := len(d.changes)
	if d.set("steps", "30"); len(d.changes) != n {
		t.Error("the same value is called a change")
	}
}

func TestPause(t *testing.T) {
	d := open(t, "toy?steps=1000")
	d.play()
	d.rest(100)
	d.pause()
	if wait := d.work(); wait >= 0 {
		t.Errorf("a paused engine wants to work in %v ms", wait)
	}
	at := d.run.Ticks()
	d.rest(1000)
	if d.run.Ticks() != at || d.last().step != at || d.last().running {
		t.Errorf("paused at %d, now at %d, last frame %+v", at, d.run.Ticks(), d.last())
	}
}
