package page

import (
	"slices"
	"testing"
)

func steps(h *history[string]) (out []int) {
	for _, k := range h.kept {
		out = append(out, k.step)
	}
	return out
}

func TestHistoryThins(t *testing.T) {
	h := history[string]{recent: 4, budget: 1 << 20}
	for step := range 21 {
		h.add(step, 1, false, "")
	}
	// Newest is 20: all of 17..20, every second to age 7, fourth to 15, eighth to 31.
	want := []int{0, 8, 12, 14, 16, 17, 18, 19, 20}
	if got := steps(&h); !slices.Equal(got, want) {
		t.Errorf("kept %v, want %v", got, want)
	}
	if h.size != len(want) {
		t.Errorf("size = %d, want %d", h.size, len(want))
	}
}

func TestHistoryStaysInBudget(t *testing.T) {
	h := history[string]{recent: 64, budget: 1000}
	for step := range 5000 {
		h.add(step, 100, false, "")
		if h.size > h.budget || len(h.kept) == 0 || h.kept[h.last()].step != step {
			t.Fatalf("step %d: %d bytes in %v", step, h.size, steps(&h))
		}
		if sum := 100 * len(h.kept); sum != h.size {
			t.Fatalf("step %d: size %d, kept %d", step, h.size, sum)
		}
	}
	h.add(5000, 5000, false, "") // one frame above the budget is still shown
	if got := steps(&h); !slices.Equal(got, []int{5000}) {
		t.Errorf("kept %v, want 5000 alone", got)
	}
}

func TestHistoryGoesBack(t *testing.T) {
	h := newHistory[string]()
	for step := range 10 {
		h.add(step, 1, false, "old")
	}
	h.add(7, 1, true, "new")
	if got := steps(&h); !slices.Equal(got, []int{0, 1, 2, 3, 4, 5, 6, 7}) || h.size != 8 {
		t.Errorf("kept %v, %d bytes", got, h.size)
	}
	if last := h.kept[h.last()]; last.data != "new" || !last.done {
		t.Errorf("last = %+v", last)
	}
}

func TestHistoryNearest(t *testing.T) {
	h := newHistory[string]()
	if got := h.nearest(3); got != -1 {
		t.Errorf("nearest in an empty history = %d, want -1", got)
	}
	for _, step := range []int{0, 10, 12} {
		h.add(step, 1, false, "")
	}
	for step, want := range map[int]int{-5: 0, 4: 0, 6: 1, 11: 2, 12: 2, 99: 2} {
		if got := h.nearest(step); got != want {
			t.Errorf("nearest(%d) = %d, want %d", step, got, want)
		}
	}
}
