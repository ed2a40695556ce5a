package page

// A history keeps the frames of a run for looking back: all of the newest, then
// every second, every fourth and so on, the coarser the older, within a budget.
// The first is kept as long as any. T is where a frame is kept.
//
// Invariant: steps rise strictly from one kept frame to the next.
type history[T any] struct {
	recent int // so many of the newest are all kept
	budget int // bytes

	kept  []kept[T]
	added int
	size  int // bytes
}

type kept[T any] struct {
	step, size int
	done       bool // the run was complete
	data       T
	order      int // how many frames came before it
}

const (
	recentFrames  = 64
	historyBudget = 64 << 20
)

func newHistory[T any]() history[T] {
	return history[T]{recent: recentFrames, budget: historyBudget}
}

// add appends a frame. Kept frames of the same or a later step are replaced by
// it: the run has gone back, or shows the same step anew.
func (h *history[T]) add(step, size int, done bool, data T) {
	for n := len(h.kept); n > 0 && h.kept[n-1].step >= step; n-- {
		h.size -= h.kept[n-1].size
		h.added = h.kept[n-1].order
		h.kept = h.kept[:n-1]
	}
	h.kept = append(h.kept, kept[T]{step, size, done, data, h.added})
	h.added++
	h.size += size
	h.thin()
}

// thin drops what is too old for its place, and forgets faster while the budget
// is exceeded.
func (h *history[T]) thin() {
	recent := h.recent
	h.prune(recent)
	for h.size > h.budget && recent > 1 {
		recent /= 2
		h.prune(recent)
	}
	for h.size > h.budget && len(h.kept) > 1 {
		h.size -= h.kept[0].size
		h.kept = append(h.kept[:0], h.kept[1:]...)
	}
}

func (h *history[T]) prune(recent int) {
	newest := h.added - 1
	left := h.kept[:0]
	for _, k := range h.kept {
		if k.order%stride(newest-k.order, recent) == 0 {
			left = append(left, k)
		} else {
			h.size -= k.size
		}
	}
	clear(h.kept[len(left):])
	h.kept = left
}

// stride returns which frames of an age are kept: every one below recent, every
// second below twice that, and so on.
func stride(age, recent int) int {
	every := 1
	for ; age >= recent; age /= 2 {
		every *= 2
	}
	return every
}

func (h *history[T]) clear() { *h = history[T]{recent: h.recent, budget: h.budget} }

// last returns the index of the newest frame, or -1.
func (h *history[T]) last() int { return len(h.kept) - 1 }

// nearest returns the index of the kept frame nearest to a step, or -1.
func (h *history[T]) nearest(step int) int {
	best := -1
	for i, k := range h.kept {
		if best < 0 || abs(k.step-step) <= abs(h.kept[best].step-step) {
			best = i
		}
	}
	return best
}

func abs(i int) int { return max(i, -i) }
