package inheritance

import (
	"fmt"

	"example.org/rote/sim/sketch"
)

// The sentences that runs end with, one for each view, say the surprise in the run's own
// numbers.

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
