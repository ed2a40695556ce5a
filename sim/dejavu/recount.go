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

// count makes the tallies of an evaluation.
func (s *scene) count(e *evaluation) {
	if s.voter.k != s.lab.k {
		s.voter = newVoter(s.lab.classes, s.lab.k)
	}
	for layer := range layerCount {
		s.guess(e, layer)
		e.tallies[layer] = count(&s.guesses, s.plain, s.class, s.lab.top/100)
	}
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
	if e := s.last(); e != nil && s.counted != s.lab.recipe() {
		s.count(e)
	}
}

// recount counts all evaluations again.
func (s *scene) recount() bool {
	want := s.lab.recipe()
	for i := range s.history {
		s.count(&s.history[i])
		if !s.did(40 * layerCount * len(s.class) * (want.k + 20)) {
			return false
		}
		if s.lab.recipe() != want {
			return true
		}
	}
	s.counted = want
	s.view.see(s)
	return true
}

// update brings what depends on live knobs up to date. They may change in the meantime.
func (s *scene) update() bool {
	for {
		var ok bool
		switch {
		case s.counted != s.lab.recipe():
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
