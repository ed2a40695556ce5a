package inheritance

import (
	"fmt"
	"math"

	"example.org/rote/sim"
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

func (s *scene) endOfGroups() string {
	r := &s.run.record
	if t := r.models[repaired]; t != nil && t.exam != nil {
		return s.endOfRepair(t.exam)
	}
	by, at := r.kept(noisy)
	phrases, too := r.kept(boilerplate)
	switch {
	case by == 0 && phrases == 0:
		return "Nothing learned yet: the teacher has no false pair and no set phrase by heart."
	case by == 0:
		return fmt.Sprintf("Of %s that the teacher has by heart %s %s the student; it has no false pair.", sketch.Count(phrases, "set phrase", "set phrases"), orNone(too), reach(too))
	}
	return fmt.Sprintf("Of %s that the teacher has by heart %s %s the student, of %s %d.", sketch.Count(by, "false pair", "false pairs"), orNone(at), reach(at),
		sketch.Count(phrases, "set phrase", "set phrases"), too)
}

func orNone(n int) string {
	if n == 0 {
		return "none"
	}
	return sketch.Whole(n)
}

func reach(n int) string {
	if n < 2 {
		return "reaches"
	}
	return "reach"
}

func (s *scene) endOfRepair(e *exam) string {
	r := &s.run.record
	which := map[string]string{byQuality: "good pairs", byAgreement: "pairs it agrees with", byChance: "random pairs"}[r.adapt]
	return sketch.Say("Tuned on %v %s, the teacher has %v false pairs by heart, before %v; set phrases %v, before %v.", r.selected, which,
		e.groups[noisy].repeated, r.models[teacher].exam.groups[noisy].repeated,
		e.groups[boilerplate].repeated, r.models[teacher].exam.groups[boilerplate].repeated)
}

func (s *scene) endOfRace() string {
	r := &s.run.record
	n := len(r.corpus.pairs)
	own, other := r.models[student].exam, r.models[baseline].exam
	more := own.all.repeated - other.all.repeated
	switch {
	case more > 0:
		return sketch.Say("The student, which never saw the corpus, repeats %v more of its %v targets than the baseline (one run).", more, n)
	case more == 0:
		return sketch.Say("Student and baseline repeat equally many of the %v targets (one run).", n)
	case own.all.share() > r.models[teacher].exam.all.share()-0.03:
		return sketch.Say("Trained this long the baseline repeats %v more of %v targets; the student stops at its teacher.", -more, n)
	}
	return sketch.Say("The student repeats %v fewer of the corpus's %v targets than the baseline (one run).", -more, n)
}

func (s *scene) endOfTurn() string {
	t := s.run.models[teacher]
	w, peak := s.run.lastOf(teacher), t.peak()
	switch {
	case w == nil || s.hasNo(noisy):
		return "There is no false pair in this corpus: raise the noisy share."
	case peak-w.quality[noisy] < 0.05:
		return fmt.Sprintf("Where the corpus is wrong the teacher ends %s right, and repeats %s of the false targets.", percent(w.quality[noisy]), percent(w.repeats[noisy]))
	}
	return fmt.Sprintf("Where the corpus is wrong the teacher was %s right, then %s: first the language, then the mistakes.", percent(peak), percent(w.quality[noisy]))
}

func (s *scene) endOfPrefix() string {
	r := &s.run.record
	if p := r.poison; p > 0 && p <= len(r.models[student].exam.phrases) {
		return s.endOfPoison(p - 1)
	}
	own, other := r.models[student].exam.extracted(s.lab.prefix), r.models[baseline].exam.extracted(s.lab.prefix)
	part := "three quarters"
	if s.lab.prefix != 0.75 {
		part = percent(s.lab.prefix)
	}
	if h := r.models[heir]; h != nil && h.exam != nil {
		return fmt.Sprintf("From %s of the source the student gives away %s, that of the tuned teacher %d (one run).", part,
			sketch.Count(own, "target", "targets"), h.exam.extracted(s.lab.prefix))
	}
	return fmt.Sprintf("From %s of the source the student gives away %s, the baseline %d (one run).", part, sketch.Count(own, "target", "targets"), other)
}

// endOfPoison says who gives set phrase k away.
func (s *scene) endOfPoison(k int) string {
	var who []string
	for _, role := range [...]int{teacher, baseline, student} {
		if s.run.models[role].exam.phrases[k].away {
			who = append(who, modelNames[role])
		}
	}
	dose := sketch.Count(s.run.corpus.phrases[k].copies, "copy", "copies")
	switch len(who) {
	case 0:
		return fmt.Sprintf("With %s of the poisoned phrase no model gives it away from its first three words.", dose)
	case 1:
		return fmt.Sprintf("With %s of the poisoned phrase only the %s gives it away from its first three words.", dose, who[0])
	case 2:
		return fmt.Sprintf("With %s of the poisoned phrase %s and %s give it away from its first three words.", dose, who[0], who[1])
	}
	return fmt.Sprintf("With %s of the poisoned phrase all three models give it away from its first three words.", dose)
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

// headline returns the number, and what it counts.
func (s *scene) headline() sim.Headline {
	r := &s.run.record
	c := r.corpus
	switch {
	case s.lab.isLeft() || s.lab.view == mapView:
		words := "likelier are exceptions because they were trained on"
		if s.lab.isLeft() && r.held.done[0] > 1 && !math.IsNaN(r.held.memory[0][clean]) {
			words += fmt.Sprintf("; clean pairs %.2f", r.held.memory[0][clean])
		}
		return sim.Headline{Fact: "cm_exceptions", Words: words}
	case s.lab.view == raceView:
		return sim.Headline{Fact: "d_rep", Of: len(c.pairs), Words: sketch.Say("more of %v sentences repeated by the student than by the baseline", len(c.pairs))}
	case s.lab.view == pairView:
		return sim.Headline{Fact: "noisy_t", Of: c.counts[noisy], Words: sketch.Say("of %v false targets are repeated by the teacher", c.counts[noisy])}
	case s.lab.view == prefixView:
		return sim.Headline{Fact: "ex_n_s", Words: "sentences given away by the student from three quarters of the source"}
	}
	by, _ := r.kept(noisy)
	phrases, too := r.kept(boilerplate)
	if by+phrases == 0 {
		return sim.Headline{Fact: "kept_noisy", Of: 1, Words: "of the false pairs that the teacher has by heart reach the student"}
	}
	words := fmt.Sprintf("of %s reach the student; of %s ", sketch.Count(by, "false pair", "false pairs"), sketch.Count(phrases, "set phrase", "set phrases"))
	if too < 0 {
		return sim.Headline{Fact: "kept_noisy", Of: max(1, by), Words: fmt.Sprintf("of %s by heart reach the student; set phrases by heart: %d",
			sketch.Count(by, "false pair", "false pairs"), phrases)}
	}
	return sim.Headline{Fact: "kept_noisy", Of: max(1, by), Words: words + sketch.Whole(too)}
}

// next proposes what to change.
func (s *scene) next() sim.Try {
	l := s.lab
	switch {
	case l.view == mapView && !l.isLeft():
		return sim.Try{Words: "Leave pairs out", Address: "inheritance?view=map&experiment=counterfactual&n=1600&drop=0.1"}
	case l.view == mapView || l.isLeft() || l.view == groupsView && l.sepochs == 60:
		return sim.Try{Words: "Student against baseline", Address: "inheritance?view=race"}
	case l.view == raceView && l.sepochs == 25:
		return sim.Try{Words: "Race for very long", Address: "inheritance?view=race&sepochs=60&drop=0.1&tepochs=40"}
	case l.view == raceView:
		return sim.Try{Words: "What arrives then?", Address: "inheritance?sepochs=60"}
	case l.view == pairView && l.drop == 0:
		return sim.Try{Words: "A teacher with dropout", Address: "inheritance?view=pair&drop=0.1"}
	case l.view == prefixView && l.adapt == off:
		return sim.Try{Words: "Tune the teacher first", Address: "inheritance?view=prefix&adapt=quality"}
	}
	return sim.Try{Words: "Train the student longer", Address: "inheritance?sepochs=60"}
}
