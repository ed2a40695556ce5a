package page

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"example.org/rote/sim"
	"example.org/rote/sim/catalog"
	"example.org/rote/sim/sweep"
)

// A yard is a page with a crew, whose workers do what the test says.
type yard struct {
	*crew
	*testing.T
	clock   float64
	hired   []*mate
	alarms  []func()
	results []int
	told    []string
	moves   int
}

// mate is the far end of a bond.
type mate struct {
	hand *hand
	sent []string // kinds of messages
	job  int      // on its way, or 0
	last string   // address of the last run
	gone bool
}

func (w *mate) send(kind string, pairs ...any) {
	w.sent = append(w.sent, kind)
	switch kind {
	case "measure":
		w.job, w.last = pairs[1].(int), pairs[3].(string)
	case "hold":
		w.sent[len(w.sent)-1] = fmt.Sprint("hold ", pairs[1])
	}
}

func (w *mate) stop() { w.gone = true }

func newYard(t *testing.T, want int, address string) *yard {
	t.Helper()
	y := &yard{T: t}
	y.crew = &crew{want: want, now: func() float64 { y.clock++; return y.clock },
		after:  func(ms float64, f func()) { y.alarms = append(y.alarms, f) },
		result: func(run int) { y.results = append(y.results, run) },
		moved:  func() { y.moves++ },
		told:   func(reason string) { y.told = append(y.told, reason) }}
	y.hire = func(h *hand) bond {
		w := &mate{hand: h}
		y.hired = append(y.hired, w)
		return w
	}
	s, repairs, err := sweep.Open(catalog.Labs(), address)
	if err != nil || len(repairs) > 0 {
		t.Fatal(repairs, err)
	}
	y.open(s)
	return y
}

func (y *yard) ready(w *mate) { y.heard(w.hand, news{kind: "ready"}) }

// finish lets a worker end its run with a fact.
func (y *yard) finish(w *mate, value float64) {
	y.heard(w.hand, news{kind: "measured", job: w.job, facts: []sim.Fact{{Key: "other", Value: 9}, {Key: "copied", Value: value}}, memory: 5 << 20})
}

// alive are the workers that were not ended.
func (y *yard) alive() (list []*mate) {
	for _, w := range y.hired {
		if !w.gone {
			list = append(list, w)
		}
	}
	return list
}

const six = "diffusion?c=1e-4..0.01*3&n=2,3&fact=copied"

func TestCrewMeasuresAll(t *testing.T) {
	y := newYard(t, 2, six)
	if y.state != "" || len(y.hired) > 0 {
		t.Fatalf("before it starts the state is %q, with %d workers", y.state, len(y.hired))
	}
	y.play()
	for _, w := range y.hired {
		y.ready(w)
	}
	for step := 0; y.state == "running"; step++ {
		w := y.hired[step%2]
		if w.job > 0 {
			y.finish(w, float64(step))
		}
		if step > 20 {
			t.Fatalf("no end: %v", y.results)
		}
	}
	slices.Sort(y.results)
	if len(y.hired) != 2 || !slices.Equal(y.results, []int{0, 1, 2, 3, 4, 5}) || y.state != "ended" || y.sweep.Known() != 6 {
		t.Errorf("%d workers give %v, state %q", len(y.hired), y.results, y.state)
	}
	if v, known := y.sweep.Get(y.results[0]); !known || v > 5 {
		t.Errorf("the value is %v, %v", v, known)
	}
}

// No run is given out twice.
func TestCrewSharesRuns(t *testing.T) {
	y := newYard(t, 8, six)
	y.play()
	if len(y.hired) != 8 {
		t.Errorf("%d workers are hired, want 8", len(y.hired))
	}
	var got []string
	for _, w := range y.hired {
		y.ready(w)
		if w.last != "" {
			got = append(got, w.last)
		}
	}
	slices.Sort(got)
	if len(got) != 6 || len(slices.Compact(got)) != 6 {
		t.Errorf("the workers have %q", got)
	}
}

// A worker that dies costs its run one more try, then the run is given up with a
// message; the others go on.
func TestCrewRetriesOnce(t *testing.T) {
	y := newYard(t, 1, six)
	y.play()
	y.ready(y.hired[0])
	first := y.hired[0].last
	y.heard(y.hired[0].hand, news{kind: "fail", reason: "an error in its program (boom)"})
	if !y.hired[0].gone || len(y.hired) != 2 || len(y.told) > 0 {
		t.Fatalf("after one death: %d workers, told %q", len(y.hired), y.told)
	}
	y.ready(y.hired[1])
	if y.hired[1].last != first {
		t.Errorf("the run %s is not tried again, but %s", first, y.hired[1].last)
	}
	for range mostMissed + 1 {
		y.pulse()
	}
	if len(y.told) != 1 || !strings.Contains(y.told[0], first+" could not be measured: it gave no sign of life for 3 seconds") {
		t.Fatalf("after two deaths: told %q", y.told)
	}
	w := y.alive()[0]
	for y.ready(w); y.state == "running"; {
		if w.last == first {
			t.Fatal("a run that was given up is tried again")
		}
		y.finish(w, 1)
	}
	if y.state != "ended" || y.sweep.Known() != 5 || len(y.lost) != 1 {
		t.Errorf("state %q, %d known, lost %v", y.state, y.sweep.Known(), y.lost)
	}
	y.play() // tries it once more
	if y.finish(w, 1); y.sweep.Known() != 6 || y.state != "ended" {
		t.Errorf("tried again: state %q, %d known", y.state, y.sweep.Known())
	}
}

// Workers that end before they have a run do not go on for ever.
func TestCrewGivesUp(t *testing.T) {
	y := newYard(t, 2, six)
	y.play()
	for n := 0; y.state == "running" && n < 10; n++ {
		y.heard(y.alive()[0].hand, news{kind: "fail", reason: "its program did not load"})
	}
	if y.state != "cancelled" || len(y.hired) > 4 || len(y.told) != 1 || !strings.Contains(y.told[0], "its program did not load") {
		t.Errorf("state %q after %d workers, told %q", y.state, len(y.hired), y.told)
	}
}

// Cancel asks first, and ends who does not answer in time.
func TestCrewCancels(t *testing.T) {
	y := newYard(t, 2, six)
	y.play()
	y.ready(y.hired[0])
	y.ready(y.hired[1])
	y.cancel()
	if y.state != "cancelled" || y.resting() {
		t.Errorf("state %q, resting %v", y.state, y.resting())
	}
	y.heard(y.hired[0].hand, news{kind: "cancelled"})
	late := y.hired[1]
	y.finish(late, 1) // was on its way: too late
	if len(y.results) > 0 || y.resting() {
		t.Errorf("a cancelled run gives %v; resting %v", y.results, y.resting())
	}
	y.alarms[0]()
	if y.hired[0].gone || !late.gone || !y.resting() {
		t.Errorf("ended: %v, want only the one that did not answer", []bool{y.hired[0].gone, late.gone})
	}
	y.play()
	if y.hired[0].job != 3 || len(y.alive()) != 2 {
		t.Errorf("it goes on with %d workers, job %d", len(y.alive()), y.hired[0].job)
	}
}

func TestCrewPausesAndHides(t *testing.T) {
	y := newYard(t, 1, six)
	y.play()
	w := y.hired[0]
	y.ready(w)
	y.pause()
	y.play()
	y.hide(true)
	y.finish(w, 1) // was on its way already
	if w.job != 1 {
		t.Error("a hidden tab starts a run")
	}
	y.hide(false)
	want := []string{"measure", "hold true", "hold false", "hold true", "measure"}
	if !slices.Equal(w.sent, want) || y.state != "running" {
		t.Errorf("sent %q, want %q; state %q", w.sent, want, y.state)
	}
	for range 10 {
		y.heard(w.hand, news{kind: "pong", memory: 1})
		y.pulse()
	}
	if w.gone {
		t.Error("a worker that answers is ended")
	}
	y.pause()
	y.cancel()
	if y.state != "cancelled" {
		t.Errorf("a paused sweep is %q after Cancel", y.state)
	}
}

// Fewer hands are wanted: they go when their run is over. A hand that has grown
// is replaced.
func TestCrewChangesHands(t *testing.T) {
	y := newYard(t, 3, six)
	y.play()
	for _, w := range y.hired {
		y.ready(w)
	}
	y.want = 1
	y.finish(y.hired[0], 1)
	y.finish(y.hired[1], 1)
	if n := len(y.alive()); n != 1 {
		t.Errorf("%d workers are left, want 1", n)
	}
	last := y.alive()[0]
	y.heard(last.hand, news{kind: "measured", job: last.job, memory: freshAbove + 1})
	if !last.gone || len(y.alive()) != 1 {
		t.Errorf("a worker with much memory is kept, or none follows: %d", len(y.alive()))
	}
	if v, known := y.sweep.Get(y.results[len(y.results)-1]); !known || v == v {
		t.Errorf("a run without the fact gives %v, %v", v, known)
	}
	w := y.alive()[0]
	y.ready(w)
	y.heard(w.hand, news{kind: "pong", memory: memoryBudget + 1})
	if !w.gone {
		t.Error("a worker beyond its budget is kept")
	}
	y.dismiss()
	if len(y.alive()) != 0 || y.state != "cancelled" {
		t.Errorf("dismissed, %d workers are left; state %q", len(y.alive()), y.state)
	}
}

// The time left follows the time at work, without pauses.
func TestCrewTimeLeft(t *testing.T) {
	y := newYard(t, 1, six)
	y.play()
	w := y.hired[0]
	y.ready(w)
	if _, ok := y.left(); ok {
		t.Error("the time is known before anything is")
	}
	y.crew.clock = clock{since: y.clock}
	y.clock += 998 - 1
	y.finish(w, 1)
	y.pause()
	y.clock += 1e6
	if ms, ok := y.left(); !ok || ms < 4980 || ms > 5020 {
		t.Errorf("after 1 of 6 runs in 1 s there are %v ms left, %v; want 5000", ms, ok)
	}
}

func TestUsualHands(t *testing.T) {
	for cores, want := range map[int]int{0: 1, 1: 1, 2: 1, 3: 2, 5: 4, 64: 4} {
		if got := usualHands(cores); got != want {
			t.Errorf("%d cores: %d workers, want %d", cores, got, want)
		}
	}
}
