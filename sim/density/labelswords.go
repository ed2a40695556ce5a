package density

import (
	"fmt"
	"math"

	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// wrongCount returns how many labels are wrong.
func (s *labelScene) wrongCount() (n int) {
	for _, is := range s.wrong {
		if is {
			n++
		}
	}
	return n
}

func (v *labelPicture) word(s *labelScene) {
	v.fact, v.counts = "mem_wrong", "in 100 networks give a wrong label back only if they saw it"
	if s.wrongCount() == 0 {
		v.fact, v.counts = "mem_right", "is how much more often a label is given back if it was seen"
	} else if m := s.memory.right; s.trained > 0 && !math.IsNaN(m) {
		v.counts += fmt.Sprintf("; a right one %.0f", 100*m)
	}
	v.says = s.tell()
}

func (s *labelScene) tell() string {
	m := &s.memory
	switch {
	case s.trained == 0:
		return fmt.Sprintf("%s digits, %d with a wrong label; %s will each see a random 70 %% of them.", sketch.Whole(s.set.n), s.wrongCount(),
			sketch.Count(s.lab.models, "small network", "small networks"))
	case math.IsNaN(m.right):
		return fmt.Sprintf("%s so far: no picture was both seen and left out.", sketch.Count(s.trained, "network", "networks"))
	case s.wrongCount() == 0:
		return fmt.Sprintf("After %s: a label is given back by %.0f in 100 more if it was seen.", sketch.Count(s.trained, "network", "networks"), 100*m.right)
	case math.IsNaN(m.wrong):
		return fmt.Sprintf("%s so far: no wrong label was both seen and left out.", sketch.Count(s.trained, "network", "networks"))
	case s.trained < s.lab.models:
		return fmt.Sprintf("%s: if seen, a wrong label is given back by %.0f in 100 more, a right one by %.0f.",
			sketch.Count(s.trained, "network", "networks"), 100*m.wrong, 100*m.right)
	}
	return fmt.Sprintf("Wrong labels are given back by %.0f ± %.0f in 100 more if they were seen, right ones by %.0f.",
		100*m.wrong, 100*or0(m.wrongError), 100*m.right)
}

func (s *labelScene) facts(f *sim.Frame) {
	if s.trained == 0 {
		return
	}
	m := &s.memory
	f.Fact("mem_wrong", "Wrong labels", "", "How much more often networks that saw a wrong label give it back.", m.wrong)
	f.Fact("mem_right", "Right labels", "", "The same for right labels.", m.right)
	f.Fact("mem_odd", "Odd pictures", "", "The same for odd pictures with a right label.", m.odd)
	f.Fact("mem_wrong_se", "Standard error", "", "That of the mean over the wrong labels.", m.wrongError)
	f.Fact("top_wrong", "Wrong on top", "", "Share of the most memorized, as many as there are wrong labels, that are wrong.", m.topWrong)
	f.Fact("accuracy", "Test pictures", "", "Share of fresh pictures that a network names right, mean.", m.accuracy)
	f.Fact("accuracy_se", "Its standard error", "", "That of the mean over the networks.", m.accError)
	if r := &s.removal; len(r.shares) == len(removedShares) && s.trained == s.lab.models {
		for k, key := range [...]string{"", "5", "10", "20", "30"} {
			if k > 0 {
				f.Fact("without_top"+key, "Without the top "+key+" %", "", "Share of fresh pictures named without the most memorized.", r.memorized[k])
				f.Fact("without_random"+key, "Without random "+key+" %", "", "The same without as many random ones.", r.random[k])
			}
		}
		f.Fact("removal_se", "Standard error of these", "", "The largest of them.", r.largestError())
	}
}

// largestError returns the largest standard error of the curves.
func (r *removal) largestError() float64 {
	most := 0.0
	for k := range r.shares {
		most = max(most, r.errors[k], r.noise[k])
	}
	return most
}
