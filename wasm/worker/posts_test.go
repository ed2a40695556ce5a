package worker

import (
	"math/rand/v2"
	"testing"

	"example.org/rote/sim"
)

// A post is a frame as the desk has got it.
type post struct {
	header
	encoded string
}

// What has not changed is not posted again, however many slices a tick takes;
// what changes inside of a tick is.
func TestPostsWhatChanged(t *testing.T) {
	for address, most := range map[string]int{
		"toy?slices=3":                   12, // the start, ten ticks, and that the last was the last
		"toy?slices=400":                 12,
		"toy?slices=400&parts=on":        10*400 + 12,
		"toy?slices=400&at=7":            12,
		"toy?steps=1&slices=5000":        3,
		"toy?steps=1000&slices=1&at=900": 1002,
	} {
		d := open(t, address)
		d.play()
		d.rest(600_000)
		if !d.last().done {
			t.Errorf("%s does not end", address)
		}
		if n := len(d.posts); n > most {
			t.Errorf("%s posts %d frames, want at most %d", address, n, most)
		}
		for i := 1; i < len(d.posts); i++ {
			if d.posts[i] == d.posts[i-1] {
				t.Errorf("%s posts frame %d twice", address, i-1)
			}
		}
	}
	d := open(t, "toy?slices=400&parts=on&steps=1")
	d.play()
	if d.rest(600_000); len(d.posts) < 20 {
		t.Errorf("%d frames in a tick of 400 slices that can be seen", len(d.posts))
	}
}

// A change that leaves the picture as it is, a pause and a restart are posted all
// the same: the page waits for them.
func TestPostsWhatIsAwaited(t *testing.T) {
	d := open(t, "toy?slices=400")
	d.rest(10)
	for name, act := range map[string]func(){
		"a pause":      d.pause,
		"a knob":       func() { d.set("level", "2"); d.set("level", "1") },
		"a restart":    func() { d.set("seed", "7") },
		"a fresh open": func() { d.open("toy?slices=400"); d.lent = 2 },
	} {
		n := len(d.posts)
		act()
		if d.rest(1000); len(d.posts) == n {
			t.Errorf("%s is not posted", name)
		}
	}
}

// A touchable toy answers to the pointer.
type touchable struct{ toy }

func (l *touchable) Open(*rand.Rand) sim.Scene { return l }
func (l *touchable) Touch(sim.Touch)           {}

// Each frame says whether its scene answers to a pointer.
func TestTouchIsTold(t *testing.T) {
	d := open(t, "toy")
	if d.rest(10); d.last().touch {
		t.Error("a scene without Touch is said to answer")
	}
	d.labs = []sim.Info{{Name: "touchable", New: func() sim.Lab { return &touchable{toy{clock: &d.clock}} }}}
	if err := d.open("touchable"); err != nil {
		t.Fatal(err)
	}
	d.lent = 1
	if d.rest(10); !d.last().touch {
		t.Error("a scene with Touch is not said to answer")
	}
}
