package page

import (
	"math/rand/v2"
	"strings"
	"testing"

	"example.org/rote/sim"
)

// A counter is the smallest lab: it counts to steps.
type counter struct {
	steps, at int
	c         float64
	view      string
	pts       []float64
	snake     bool
	tol       float64
}

func (l *counter) Knobs(k *sim.Knobs) {
	k.Choice(&l.view, "view", "View", "flow", "times")
	k.Int(&l.steps, "steps", "Steps", 5, 1, 100)
	k.In(&l.view, "flow").Float(&l.c, "c", "Strength", 0, 0, 10).LogZero(1e-6)
	k.Float(&l.tol, "tol", "Tolerance", 0.01, 1e-4, 0.5).Log().Live()
	k.Bool(&l.snake, "snake", "Alternate", true)
	k.Points(&l.pts, "pts", "Points")
}
func (l *counter) Open(*rand.Rand) sim.Scene { l.at = 0; return l }
func (l *counter) Step() sim.Pace {
	if l.at == l.steps {
		return sim.Done
	}
	l.at++
	return sim.Tick
}
func (l *counter) Draw(f *sim.Frame) { f.Of = l.steps }

func labs() []sim.Info {
	return []sim.Info{{Name: "counter", New: func() sim.Lab { return new(counter) }}}
}

func TestLinkRoundTrip(t *testing.T) {
	for _, fragment := range []string{
		"", "steps=7", "steps=7&at=3", "view=times&c=0.1&seed=3&at=2&mode=present&show=steps,c",
		"mode=present", "steps=7&show=lesson", "show=lesson,c", "mode=embed&show=lesson,controls", "pts=1,2,-0.5,4",
	} {
		r, l, repairs, err := openLink(labs(), "counter", fragment)
		if err != nil || len(repairs) > 0 {
			t.Fatalf("%q: %v, repairs %q", fragment, err, repairs)
		}
		if got := l.format(r, int(r.At.Number())); got != fragment {
			t.Errorf("%q comes back as %q", fragment, got)
		}
	}
}

func TestBadLinks(t *testing.T) {
	for _, c := range []struct{ fragment, repair, fixed string }{
		{"foo=1", "foo", ""},
		{"steps=abc", "not a number", ""},
		{"steps=-3&c=1", "below 1", "steps=1&c=1"},
		{"steps=7&steps=9", "more than once", "steps=7"},
		{"%zz", "hexadecimal", ""},
		{"#steps=7", "is read as steps=7", "steps=7"},
		{"view=%3Cscript%3E", "not one of", ""},
		{"mode=loud", "present", ""},
		{"mode=present&show=nope,c", "nope is not a knob of counter and is left out; allowed are its knobs, and lesson", "mode=present&show=c"},
		{"show=nope", "nope is not a knob of counter", ""},
		{"mode=present&show=lesson,c", "lesson is not a knob", "mode=present&show=c"},
		{"show=c,lesson,lesson&at=-1", "below 0", "show=lesson,c"},
		{"show=steps,c,tol,snake", "more than 3", "show=steps,c,tol"},
		{"at=-1", "below 0", ""},
		{"v=99", "address format", ""},
		{"snake=off&x=" + strings.Repeat("1", 5000), "4096", "snake=off"},
	} {
		r, l, repairs, err := openLink(labs(), "counter", c.fragment)
		if err != nil {
			t.Fatal(err)
		}
		if all := strings.Join(repairs, " "); !strings.Contains(all, c.repair) {
			t.Errorf("%.30q: repairs %q do not say %q", c.fragment, repairs, c.repair)
		}
		if got := l.format(r, int(r.At.Number())); got != c.fixed {
			t.Errorf("%.30q: fixed link %q, want %q", c.fragment, got, c.fixed)
		}
	}
	if _, _, _, err := openLink(labs(), "nope", ""); err == nil || !strings.Contains(err.Error(), "counter") {
		t.Errorf("unknown lab: %v, want the labs that are allowed", err)
	}
}

func TestPresentShows(t *testing.T) {
	r, l, _, _ := openLink(labs(), "counter", "steps=7&c=0.1&tol=0.2&snake=off&mode=present")
	for key, want := range map[string]bool{"steps": true, "c": true, "tol": true, "snake": false, "view": false} {
		if l.shows(r, key) != want {
			t.Errorf("shows %s = %v, want %v: the first three that differ", key, !want, want)
		}
	}
	if fresh, l, _, _ := openLink(labs(), "counter", "mode=present"); l.shows(fresh, "view") || !l.shows(fresh, "steps") || l.shows(fresh, "snake") {
		t.Error("a default run does not show its first three knobs, without the view")
	}
	l.show = []string{"snake"}
	if !l.shows(r, "snake") || l.shows(r, "c") {
		t.Error("show= does not decide")
	}
}
