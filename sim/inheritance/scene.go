package inheritance

import (
	"math/rand/v2"

	"example.org/rote/sim"
)

// A scene shows a run. A tick is an epoch: of the teacher, then of student and baseline,
// then of what the repair adds.
//
// Invariant: what is learned depends on no live knob; they choose what is shown of it.
type scene struct {
	*sim.Player
	run  *run
	lab  *Lab
	live live
	view picture
}

// A live is the live knobs.
type live struct {
	view      string
	prefix    float64
	pick, cut int
}

func (l *Lab) live() live { return live{l.view, l.prefix, l.pick, l.cut} }

func newScene(l *Lab, rng *rand.Rand) *scene {
	s := &scene{run: newRun(l.options(), rng), lab: l, live: l.live()}
	s.run.choose = s.choose
	s.run.show(s.wanted())
	s.view = newPicture(s)
	s.view.tick(s)
	s.Player = sim.Play(s.run.play)
	return s
}

// Step implements [sim.Scene].
func (s *scene) Step() sim.Pace {
	if now := s.lab.live(); now != s.live {
		s.live = now
		s.run.show(s.wanted())
		s.view.see(s)
		return sim.Busy
	}
	if s.run.stale() {
		s.run.look()
		s.view.see(s)
		return sim.Busy
	}
	pace := s.Player.Step()
	if pace == sim.Tick {
		s.view.tick(s)
	}
	return pace
}

// wanted returns the pair that is asked for, or -1 for that which the lab chooses.
func (s *scene) wanted() int { return min(s.lab.pick, len(s.run.corpus.pairs)) - 1 }

// choose returns the pair that the lab shows.
func (s *scene) choose(r *record) int {
	if s.lab.view == prefixView {
		return r.chosenPrefix(s.lab.prefix)
	}
	return r.chosenTurn()
}

// ended reports whether all is learned.
func (r *record) ended() bool { return r.epoch == r.epochs }

// chosenTurn returns a truly false noisy pair that the teacher repeats and the student sets right; of
// several that of which the teacher is surest, else one that the teacher repeats, or the first.
func (r *record) chosenTurn() int {
	best, rank := 0, -1.0
	for i := range r.corpus.pairs {
		if p := &r.corpus.pairs[i]; p.group != noisy || r.corpus.language.fold(p.target).equals(p.reference) {
			continue
		}
		if v := r.turnOf(i); v > rank {
			best, rank = i, v
		}
	}
	return best
}

// turnOf says how well pair i shows the turn.
func (r *record) turnOf(i int) float64 {
	t, s := r.models[teacher], r.models[student]
	if heart := t.heart(); heart == nil || !heart[i] {
		return 0
	}
	rank := 1.0
	if s != nil && s.answer(i) != nil && r.corpus.language.fold(s.answer(i)).equals(r.corpus.pairs[i].reference) {
		rank++
	}
	if t.exam != nil {
		rank += t.exam.confidence[i]
	}
	return rank
}

// chosenPrefix returns a set phrase that the student gives away from the shortest part of
// its source, else the teacher, or the first.
func (r *record) chosenPrefix(most float64) int {
	for _, role := range [...]int{student, teacher} {
		best, least := -1, most
		m := r.models[role]
		if m == nil || m.exam == nil {
			continue
		}
		for i := range r.corpus.pairs {
			if r.corpus.pairs[i].group == boilerplate && m.exam.eligible[i] && m.exam.ratio[i] <= least && (best < 0 || m.exam.ratio[i] < least) {
				best, least = i, m.exam.ratio[i]
			}
		}
		if best >= 0 {
			return best
		}
	}
	for i := range r.corpus.pairs {
		if r.corpus.pairs[i].group == boilerplate {
			return i
		}
	}
	return 0
}
