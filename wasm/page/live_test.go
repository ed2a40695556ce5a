package page

import "testing"

func TestHeraldKeepsQuiet(t *testing.T) {
	var h herald
	heard := map[float64]string{}
	for now := 0.0; now <= 10000; now += 500 {
		h.report = "step at " + string(rune('a'+int(now/500)))
		if text, _ := h.next(now); text != "" {
			heard[now] = text
		}
	}
	if len(heard) != 3 || heard[0] == "" || heard[4000] == "" || heard[8000] == "" {
		t.Errorf("heard %v, want one message every 4 s", heard)
	}
}

func TestHeraldKeepsTheNewest(t *testing.T) {
	var h herald
	h.report = "start"
	h.next(0)
	h.report = "half way"
	h.report = "finished"
	if text, wait := h.next(1000); text != "" || wait != 3000 {
		t.Errorf("after 1 s: %q and %v ms to wait, want silence for 3000 ms", text, wait)
	}
	if text, _ := h.next(4000); text != "finished" {
		t.Errorf("after 4 s: %q, want the newest", text)
	}
	if text, wait := h.next(9000); text != "" || wait != 0 {
		t.Errorf("nothing waits, yet: %q, %v", text, wait)
	}
}

// What a reader did is answered also where the run goes on meanwhile, and its end is told
// also where a reader does something.
func TestHeraldLosesNothing(t *testing.T) {
	var h herald
	for _, c := range []struct{ answer, report, want string }{
		{"Link copied", "Finished at step 9.", "Link copied. Finished at step 9."}, {"Using a.csv.", "Paused.", "Using a.csv. Paused."},
		{"Link copied", "", "Link copied"}, {"", "Finished.", "Finished."},
	} {
		h.answer, h.report = c.answer, c.report
		if text, _ := h.next(h.last + between); text != c.want {
			t.Errorf("after %q and %q it says %q, want %q", c.answer, c.report, text, c.want)
		}
	}
}

func TestMilestone(t *testing.T) {
	for _, c := range []struct {
		from, to, of int
		want         bool
	}{
		{0, 1, 200, false}, {49, 50, 200, true}, {50, 51, 200, false}, {40, 120, 200, true},
		{199, 200, 200, false}, {50, 50, 200, false}, {0, 500, 0, false},
	} {
		if got := milestone(c.from, c.to, c.of); got != c.want {
			t.Errorf("milestone(%d, %d, %d) = %v", c.from, c.to, c.of, got)
		}
	}
}
