package capacity

import "math/rand/v2"

// A search tries directions one after the other and keeps the network with the
// least largest weight. A large gap between the feet is no good sign by itself.
type search struct {
	dirs  [][]float64 // each of length 1
	next  int         // the one to try
	now   *memory     // the last one tried
	best  *memory
	fits  bool // now is a fit
	index int  // of the best one, or -1
}

// newSearch draws k directions. In the plane they turn: their angles rise from 0
// to half a turn.
func newSearch(p plan, margin float64, snake bool, k int, rng *rand.Rand) search {
	s := search{dirs: make([][]float64, k), now: newMemory(p, margin, snake), best: newMemory(p, margin, snake), index: -1}
	for i := range s.dirs {
		s.dirs[i] = direction(rng, p.d)
	}
	if p.d == 2 {
		turn(s.dirs)
	}
	return s
}

// any reports whether some direction fits the task.
func (s *search) any(t *task) bool {
	for _, u := range s.dirs {
		if s.now.fit(t, u) {
			return true
		}
	}
	return false
}

// done reports whether all directions are tried.
func (s *search) done() bool { return s.next == len(s.dirs) }

// try tries the next direction, in slices. It returns what slice does.
func (s *search) try(t *task, slice func() bool) bool {
	fits, goesOn := s.now.build(t, s.dirs[s.next], slice)
	if s.fits = fits; !goesOn {
		return false
	}
	if s.fits && (s.index < 0 || s.now.most < s.best.most) {
		s.index = s.next
		s.now, s.best = s.best, s.now
	}
	s.next++
	return true
}

// last returns the network of the last direction tried.
func (s *search) last() *memory {
	if s.index == s.next-1 {
		return s.best
	}
	return s.now
}
