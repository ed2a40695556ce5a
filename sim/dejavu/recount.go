package dejavu

import "math"

// Live is what all live knobs say.
type live struct {
	view, layer     string
	pick, k, epochs int
	top             float64
}

func (l *Lab) live() live { return live{l.view, l.layer, l.pick, l.k, l.epochs, l.top} }

// A recipe is how guesses are counted.
type recipe struct {
	k   int
	top float64
}

func (l *Lab) recipe() recipe { return recipe{l.k, l.top} }

// count makes the tallies of an evaluation, layer by layer, and those of live knobs that
// change in the meantime anew.
func (s *scene) count(e *evaluation, did meter) bool {
	e.counted = recipe{}
	want := s.lab.recipe()
	for layer := 0; layer < layerCount; layer++ {
		if now := s.lab.recipe(); now != want {
			want, layer = now, 0
		}
		if s.voter.k != want.k {
			s.voter = newVoter(s.lab.classes, want.k)
		}
		s.guess(e, layer)
		e.tallies[layer] = count(&s.guesses, s.plain, s.class, want.top/100)
		if layer == 0 {
			s.countWhole(e)
		}
		if !did(40 * len(s.class) * (want.k + 20)) {
			return false
		}
	}
	e.counted = want
	return true
}

// countWhole counts the whole pictures that are named.
func (s *scene) countWhole(e *evaluation) {
	for i, near := range e.test {
		e.quality[i] = math.NaN()
		if near != nil {
			s.voter.guesses(s.testGuesses, near, s.test.class)
			e.quality[i] = rightShare(s.testGuesses, s.test.class)
		}
	}
}

// guess finds the guesses of both networks in a layer.
func (s *scene) guess(e *evaluation, layer int) {
	for i := range s.guesses {
		s.voter.guesses(s.guesses[i], e.near[i][layer], s.class)
	}
}

// recountLast counts the last evaluation again, so that what is shown is true at once.
func (s *scene) recountLast() {
	if e := s.last(); e != nil && e.counted != s.lab.recipe() {
		s.count(e, endless)
	}
}

// isCounted reports whether all evaluations are counted with the live knobs as they are.
func (s *scene) isCounted() bool {
	for i := range s.history {
		if s.history[i].counted != s.lab.recipe() {
			return false
		}
	}
	return true
}

// recount counts the evaluations again that are counted otherwise.
func (s *scene) recount() bool {
	for i := range s.history {
		if e := &s.history[i]; e.counted != s.lab.recipe() && !s.count(e, s.did) {
			return false
		}
	}
	s.view.see(s)
	return true
}

// update brings what depends on live knobs up to date. They may change in the meantime.
func (s *scene) update() bool {
	for {
		var ok bool
		switch {
		case !s.isCounted():
			ok = s.recount()
		case s.wantsAxes():
			ok = s.findAxes()
		case s.wantsPainting():
			ok = s.paint()
		default:
			return !s.over
		}
		if !ok {
			return false
		}
	}
}
