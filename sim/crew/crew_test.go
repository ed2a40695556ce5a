package crew

import (
	"slices"
	"strings"
	"testing"

	"example.org/rote/sim"
	"example.org/rote/sim/catalog"
	"example.org/rote/sim/sweep"
)

// A yard is a page with a crew, whose workers do what the test says.
type yard struct {
	*Crew
	*testing.T
	clock   float64
	hired   []*mate
	alarms  []func()
	results []int
	told    []string
	moves   int
}

// mate is a worker that only writes down what it is sent.
type mate struct {
	hand *Hand
	sent []OrderKind
	job  int    // on its way, or 0
	last string // address of the last run
	gone bool
}

func (w *mate) Send(o Order) {
	w.sent = append(w.sent, o.Kind)
	if o.Kind == Measure {
		w.job, w.last = o.Job, o.Address
	}
}

func (w *mate) Stop() { w.gone = true }

func newYard(t *testing.T, want int, address string) *yard {
	t.Helper()
	y := &yard{T: t}
	y.Crew = &Crew{Now: func() float64 { y.clock++; return y.clock },
		After:  func(ms float64, f func()) { y.alarms = append(y.alarms, f) },
		Result: func(run int) { y.results = append(y.results, run) },
		Moved:  func() { y.moves++ },
		Told:   func(reason string) { y.told = append(y.told, reason) }}
	y.Hire = func(h *Hand) Worker {
		w := &mate{hand: h}
		y.hired = append(y.hired, w)
		return w
	}
	y.Open(openGrid(t, address), sweep.Shard{})
	y.Resize(want)
	return y
}

func openGrid(t *testing.T, address string) *sweep.Grid {
	t.Helper()
	g, repairs, err := sweep.Open(slices.Concat(catalog.Labs(), labs), address)
	if err != nil || len(repairs) > 0 {
		t.Fatal(repairs, err)
	}
	return g
}

func (y *yard) ready(w *mate) { y.Heard(w.hand, News{Kind: Ready}) }

// finish lets a worker end its run with a fact.
func (y *yard) finish(w *mate, value float64) {
	y.Heard(w.hand, News{Kind: Measured, Job: w.job, Memory: 5 << 20,
		Samples: []sweep.Sample{{Facts: []sim.Fact{{Key: "other", Value: 9}, {Key: "copied", Value: value}}}}})
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

func TestMeasuresAll(t *testing.T) {
	y := newYard(t, 2, six)
	if y.state != "" || len(y.hired) > 0 {
		t.Fatalf("before it starts the state is %q, with %d workers", y.state, len(y.hired))
	}
	y.Play()
	for _, w := range y.hired {
		y.ready(w)
	}
	for step := 0; y.state == Running; step++ {
		w := y.hired[step%2]
		if w.job > 0 {
			y.finish(w, float64(step))
		}
		if step > 20 {
			t.Fatalf("no end: %v", y.results)
		}
	}
	slices.Sort(y.results)
	if len(y.hired) != 2 || !slices.Equal(y.results, []int{0, 1, 2, 3, 4, 5}) || y.state != Ended || y.grid.Known() != 6 {
		t.Errorf("%d workers give %v, state %q", len(y.hired), y.results, y.state)
	}
	if v, known := y.grid.Get(y.results[0]); !known || v > 5 {
		t.Errorf("the value is %v, %v", v, known)
	}
}

// No run is given out twice.
func TestSharesRuns(t *testing.T) {
	y := newYard(t, 8, six)
	y.Play()
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

// A worker that needs a minute to get ready, on an old machine or a slow line, is
// waited for; one that never is, is replaced.
func TestSlowStart(t *testing.T) {
	y := newYard(t, 1, six)
	y.Play()
	for range 60 {
		y.Pulse()
	}
	if y.hired[0].gone || len(y.hired) != 1 {
		t.Fatalf("a worker that starts slowly is declared dead: %q", y.told)
	}
	for y.ready(y.hired[0]); y.state == Running; {
		y.finish(y.hired[0], 1)
	}
	if y.state != Ended || y.grid.Known() != 6 {
		t.Errorf("state %q, %d known, told %q", y.state, y.grid.Known(), y.told)
	}
	y = newYard(t, 1, six)
	y.Play()
	for range 61 {
		y.Pulse()
	}
	if !y.hired[0].gone || len(y.hired) != 2 {
		t.Error("a worker that never starts is waited for")
	}
}

// A worker that dies costs its run one more try, then the run is given up with a
// message; the others go on.
func TestRetriesOnce(t *testing.T) {
	y := newYard(t, 1, six)
	y.Play()
	y.ready(y.hired[0])
	first := y.hired[0].last
	y.Heard(y.hired[0].hand, News{Kind: Failed, Reason: "an error in its program (boom)"})
	if !y.hired[0].gone || len(y.hired) != 2 || len(y.told) > 0 {
		t.Fatalf("after one death: %d workers, told %q", len(y.hired), y.told)
	}
	y.ready(y.hired[1])
	if y.hired[1].last != first {
		t.Errorf("the run %s is not tried again, but %s", first, y.hired[1].last)
	}
	for range mostMissed + 1 {
		y.Pulse()
	}
	if len(y.told) != 1 || !strings.Contains(y.told[0], first+" could not be measured: it gave no sign of life for 3 seconds") {
		t.Fatalf("after two deaths: told %q", y.told)
	}
	w := y.alive()[0]
	for y.ready(w); y.state == Running; {
		if w.last == first {
			t.Fatal("a run that was given up is tried again")
		}
		y.finish(w, 1)
	}
	if y.state != Ended || y.grid.Known() != 5 || len(y.lost) != 1 {
		t.Errorf("state %q, %d known, lost %v", y.state, y.grid.Known(), y.lost)
	}
	y.Play() // tries it once more
	if y.finish(w, 1); y.grid.Known() != 6 || y.state != Ended {
		t.Errorf("tried again: state %q, %d known", y.state, y.grid.Known())
	}
}

// Workers that end before they have a run do not go on for ever.
func TestGivesUp(t *testing.T) {
	y := newYard(t, 2, six)
	y.Play()
	for n := 0; y.state == Running && n < 10; n++ {
		y.Heard(y.alive()[0].hand, News{Kind: Failed, Reason: "its program did not load"})
	}
	if y.state != Cancelled || len(y.hired) > 4 || len(y.told) != 1 || !strings.Contains(y.told[0], "its program did not load") {
		t.Errorf("state %q after %d workers, told %q", y.state, len(y.hired), y.told)
	}
}

// Cancel asks first, and ends who does not answer in time.
func TestCancels(t *testing.T) {
	y := newYard(t, 2, six)
	y.Play()
	y.ready(y.hired[0])
	y.ready(y.hired[1])
	y.Cancel()
	if y.state != Cancelled || y.Resting() {
		t.Errorf("state %q, resting %v", y.state, y.Resting())
	}
	y.Heard(y.hired[0].hand, News{Kind: Dropped})
	late := y.hired[1]
	y.finish(late, 1) // was on its way: too late
	if len(y.results) > 0 || y.Resting() {
		t.Errorf("a cancelled run gives %v; resting %v", y.results, y.Resting())
	}
	y.alarms[0]()
	if y.hired[0].gone || !late.gone || !y.Resting() {
		t.Errorf("ended: %v, want only the one that did not answer", []bool{y.hired[0].gone, late.gone})
	}
	y.Play()
	if y.hired[0].job != 3 || len(y.alive()) != 2 {
		t.Errorf("it goes on with %d workers, job %d", len(y.alive()), y.hired[0].job)
	}
}

func TestPausesAndHides(t *testing.T) {
	y := newYard(t, 1, six)
	y.Play()
	w := y.hired[0]
	y.ready(w)
	y.Pause()
	y.Play()
	y.Hide(true)
	y.finish(w, 1) // was on its way already
	if w.job != 1 {
		t.Error("a hidden tab starts a run")
	}
	y.Hide(false)
	want := []OrderKind{Measure, Hold, GoOn, Hold, Measure}
	if !slices.Equal(w.sent, want) || y.state != Running {
		t.Errorf("sent %q, want %q; state %q", w.sent, want, y.state)
	}
	for range 10 {
		y.Heard(w.hand, News{Kind: Pong, Memory: 1})
		y.Pulse()
	}
	if w.gone {
		t.Error("a worker that answers is ended")
	}
	y.Pause()
	y.Cancel()
	if y.state != Cancelled {
		t.Errorf("a paused sweep is %q after Cancel", y.state)
	}
}

// Fewer hands are wanted: they go when their run is over. A hand that has grown
// is replaced.
func TestChangesHands(t *testing.T) {
	y := newYard(t, 3, six)
	y.Play()
	for _, w := range y.hired {
		y.ready(w)
	}
	y.Resize(1)
	y.finish(y.hired[0], 1)
	y.finish(y.hired[1], 1)
	if n := len(y.alive()); n != 1 {
		t.Errorf("%d workers are left, want 1", n)
	}
	last := y.alive()[0]
	y.Heard(last.hand, News{Kind: Measured, Job: last.job, Memory: freshAbove + 1})
	if !last.gone || len(y.alive()) != 1 {
		t.Errorf("a worker with much memory is kept, or none follows: %d", len(y.alive()))
	}
	if v, known := y.grid.Get(y.results[len(y.results)-1]); !known || v == v {
		t.Errorf("a run without the fact gives %v, %v", v, known)
	}
	w := y.alive()[0]
	y.ready(w)
	y.Heard(w.hand, News{Kind: Pong, Memory: MemoryBudget + 1})
	if !w.gone {
		t.Error("a worker beyond its budget is kept")
	}
}

// The time left follows the time at work, without pauses.
func TestTimeLeft(t *testing.T) {
	y := newYard(t, 1, six)
	y.Play()
	w := y.hired[0]
	y.ready(w)
	if _, ok := y.Left(); ok {
		t.Error("the time is known before anything is")
	}
	y.Crew.clock = clock{since: y.clock, runs: true}
	y.clock += 998 - 1
	y.finish(w, 1)
	y.Pause()
	y.clock += 1e6
	if ms, ok := y.Left(); !ok || ms < 4980 || ms > 5020 {
		t.Errorf("after 1 of 6 runs in 1 s there are %v ms left, %v; want 5000", ms, ok)
	}
}

func TestUsual(t *testing.T) {
	for cores, want := range map[int]int{0: 1, 1: 1, 2: 1, 3: 2, 5: 4, 64: 4} {
		if got := Usual(cores); got != want {
			t.Errorf("%d cores: %d workers, want %d", cores, got, want)
		}
	}
}
