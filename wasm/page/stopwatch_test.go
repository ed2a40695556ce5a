package page

import "testing"

// A run of 400 steps, of which one takes so many ms, is asked at some of them.
func TestStopwatch(t *testing.T) {
	at := func(perStep float64, step int) (w stopwatch, now float64) {
		for i := 0; i <= step; i++ {
			now = float64(i) * perStep
			w.see(i, now)
		}
		return w, now
	}
	for _, c := range []struct {
		perStep, should float64
		step            int
		want            string
	}{
		{50, 25, 133, ", about 13 s left"},
		{50, 0, 133, ", about 13 s left"},
		{50, 50, 133, ""}, // as fast as it should be
		{50, 25, 20, ""},  // it has just begun
		{50, 25, 310, ""}, // it will soon be over
		{3000, 25, 1, ", about 20 min left"},
	} {
		w, now := at(c.perStep, c.step)
		if got := w.words(400, now, c.should); got != c.want {
			t.Errorf("%g ms a step, at step %d: got %q, want %q", c.perStep, c.step, got, c.want)
		}
	}
}

// What is left follows the newest steps, goes down while a step takes its time, and
// begins anew with the run.
func TestStopwatchFollows(t *testing.T) {
	var w stopwatch
	now := 0.0
	for step := range 100 {
		w.see(step, now)
		if now += 100; step >= 50 {
			now += 900
		}
	}
	got, ok := w.left(199, w.now.at)
	if later, _ := w.left(199, w.now.at+700); !ok || got != 100_000 || later != got-700 {
		t.Errorf("left %g ms, later %g; %t", got, later, ok)
	}
	w.see(0, now)
	if _, ok := w.left(199, now); ok || w.since.step != 0 {
		t.Errorf("after a restart: %+v", w)
	}
	w = stopwatch{}
	if _, ok := w.left(199, now); ok {
		t.Error("a stopwatch that has seen nothing knows what is left")
	}
}
