package inheritance

import (
	"fmt"
	"math"

	"example.org/rote/sim/sketch"
)

// percent writes a share.
func percent(share float64) string { return fmt.Sprintf("%.0f%%", 100*share) }

// tell returns the sentence under the picture.
func (s *scene) tell() string {
	r := &s.run.record
	switch {
	case s.lab.isLeft():
		return s.tellLeft()
	case s.lab.view == mapView:
		return dropWord
	case s.broken() != "":
		return s.broken()
	case r.epoch == 0:
		return s.beginning()
	case r.phase <= speaking && r.epoch < r.epochs:
		return s.teaching()
	case !r.ended():
		return s.racing()
	}
	switch s.lab.view {
	case raceView:
		return s.endOfRace()
	case pairView:
		return s.endOfTurn()
	case prefixView:
		return s.endOfPrefix()
	}
	return s.endOfGroups()
}

// broken says which model has diverged, if one has.
func (s *scene) broken() string {
	for role, m := range s.run.models {
		if m != nil && m.broken > 0 {
			return fmt.Sprintf("The %s diverged at epoch %d; it keeps the last weights that were numbers.", modelNames[role], m.broken)
		}
	}
	return ""
}

func (s *scene) beginning() string {
	c := s.run.corpus
	if c.heads < s.lab.heads || c.copies < s.lab.copies {
		return sketch.Say("%v pairs; there is room for %s with %s only.", len(c.pairs), sketch.Count(c.heads, "set phrase", "set phrases"),
			sketch.Count(c.copies, "copy", "copies"))
	}
	return sketch.Say("%v pairs, %v of them false and %v with a set phrase; no model has seen one.", len(c.pairs), c.counts[noisy], c.counts[boilerplate])
}

// lastOf returns what the last watch of a model says, or nil.
func (r *record) lastOf(role int) *watch {
	if m := r.models[role]; m != nil && len(m.curve) > 0 {
		return &m.curve[len(m.curve)-1]
	}
	return nil
}

func (s *scene) teaching() string {
	r := &s.run.record
	t, w := r.models[teacher], r.lastOf(teacher)
	switch {
	case w == nil || s.hasNo(noisy):
		return fmt.Sprintf("Epoch %d of the teacher.", t.epoch)
	case s.lab.view == groupsView && !s.hasNo(boilerplate):
		return fmt.Sprintf("Epoch %d of the teacher: by heart %s of the set phrases, %s of the single false pairs.", t.epoch,
			percent(w.repeats[boilerplate]), percent(w.repeats[noisy]))
	}
	return fmt.Sprintf("Epoch %d of the teacher: where the corpus is wrong, it is %s right and repeats %s of the false targets.", t.epoch,
		percent(w.quality[noisy]), percent(w.repeats[noisy]))
}

func (s *scene) hasNo(g group) bool { return s.run.corpus.counts[g] == 0 }

func (s *scene) racing() string {
	r := &s.run.record
	if r.phase == repairing {
		return s.repairing()
	}
	own, other := r.lastOf(student), r.lastOf(baseline)
	epoch := r.models[student].epoch
	switch {
	case own == nil || other == nil:
		return "The teacher has spoken; now baseline and student learn, side by side."
	case s.lab.view == groupsView && !s.hasNo(noisy):
		return fmt.Sprintf("Epoch %d of the student: %s.", epoch, s.arrived())
	}
	return fmt.Sprintf("Epoch %d: the student, which never saw the corpus, repeats %s of it; the baseline, which did, %s.", epoch, percent(own.all), percent(other.all))
}

// arrived says what of the teacher's has reached the student.
func (s *scene) arrived() string {
	by, at := s.run.kept(noisy)
	phrases, too := s.run.kept(boilerplate)
	return fmt.Sprintf("of %s %d %s reached it, of %s %d", sketch.Count(by, "false pair", "false pairs"), at, have(at),
		sketch.Count(phrases, "set phrase", "set phrases"), too)
}

func have(n int) string {
	if n == 1 {
		return "has"
	}
	return "have"
}

func (s *scene) repairing() string {
	r := &s.run.record
	if h := r.models[heir]; h.epoch > 0 {
		return fmt.Sprintf("Epoch %d of the student of the tuned teacher.", h.epoch)
	}
	return fmt.Sprintf("The teacher is tuned on %s, epoch %d of %d.", sketch.Count(r.selected, "pair", "pairs"), r.models[repaired].epoch, r.repairs)
}

func (s *scene) tellLeft() string {
	h := s.run.held
	switch {
	case s.lab.view != mapView:
		return leftOut
	case h.done[0] == 0:
		return sketch.Say("%v teachers, each of which learns a random half of %v pairs; then each has a student.", h.models[0], len(s.run.corpus.pairs))
	case h.done[0] < h.models[0]:
		return fmt.Sprintf("%d of %d teachers are trained, each on half of the pairs.", h.done[0], h.models[0])
	case h.done[1] < h.models[1]:
		return fmt.Sprintf("All teachers are trained; of their students %d of %d.", h.done[1], h.models[1])
	}
	exc, right := h.memory[0][exceptions], h.memory[0][clean]
	if math.IsNaN(exc) || math.IsNaN(right) {
		return "There are no exceptions in this corpus to compare with."
	}
	if exc <= right+0.1 {
		return fmt.Sprintf("Left out, exceptions lose %.2f of their probability, clean pairs %.2f: hardly a difference.", exc, right)
	}
	return fmt.Sprintf("Left out, exceptions lose %.2f of their probability, clean pairs %.2f: exceptions are known by heart.", exc, right)
}
