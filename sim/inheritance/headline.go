package inheritance

import (
	"fmt"
	"math"

	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

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
