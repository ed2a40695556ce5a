package capacity

import (
	"math"

	"example.org/rote/sim/sketch"
)

// tell returns the sentence under the picture.
func (s *ladder) tell() string {
	k, of := s.added, s.stair.groups()
	switch {
	case s.isComplete():
		return s.result()
	case k == 0 && s.lab.n > s.task.n:
		return tooMany
	case k == 0:
		return s.plan()
	}
	n := sketch.Count(len(s.stair.points(k-1)), "point", "points")
	switch s.lab.method {
	case byBaum:
		return say("Slab %v of %v: two threshold neurons hold %s of the rarer sign, and no other point.", k, of, n)
	case byVardi:
		return say("Stretch %v of %v: the signs and the places of %s are digits of a few numbers.", k, of, n)
	case byBubeck:
		return say("Group %v of %v: four ReLU give %s the right label, and cancel at all others.", k, of, n)
	}
	return say("%v of %v ReLU: each bends the function at one point, so that it meets the next one.", s.units(), s.task.n)
}

// plan says what is being prepared.
func (s *ladder) plan() string {
	n, d := s.task.n, s.task.d
	switch stair := s.stair.(type) {
	case *baum:
		return say("%v points, each with a sign; %v have the rarer one. A slab can hold %v of these.", n, len(stair.minor), d)
	case *bubeck:
		if stair.tried == 0 {
			return say("%v points with a label each, to be cut into groups of %v. No neuron is in place yet.", n, d)
		}
		return say("%v of %s tried: with the best one the largest weight is %s.", stair.tried,
			sketch.Count(stair.shuffles, "grouping", "groupings"), about(stair.size().most))
	case *bitstore:
		if stair.tried > 0 {
			return say("%v of %s tried: along the best one two points are %s apart at least.", stair.tried,
				sketch.Count(len(stair.dirs), "direction", "directions"), sketch.Digits(stair.gap, 2))
		}
	case *zhang:
		if stair.tried > 0 {
			return say("%v of %s tried: along the best one two points are %s apart at least.", stair.tried,
				sketch.Count(len(stair.dirs), "direction", "directions"), sketch.Digits(stair.gap, 2))
		}
	}
	return say("%v points with a label each. All neurons will look along one line, and none is in place yet.", n)
}

// result says what holds the labels, or why it does not.
func (s *ladder) result() string {
	f, size, n := &s.view.facts, s.stair.size(), s.task.n
	miss := say("%v of %v labels are missed", n-s.view.answers.right, n)
	switch {
	case s.view.answers.right == n:
		return s.holds()
	case size.least < generalPosition:
		return say("The points are not in general position, the least distance is %s: %s.", sketch.Digits(size.least, 1), miss)
	case math.IsNaN(f.fit):
		return say("Weights grow to %s, which is too much for these numbers: %s.", sketch.Digits(size.most, 1), miss)
	case s.lab.precision == single:
		return say("The weights need 53 bits, and numbers here have 24: %s, by up to %s.", miss, sketch.Digits(f.fit, 2))
	}
	return say("Weights of %s are more than 53 bits can carry: %s, by up to %s.", sketch.Digits(size.most, 1), miss, sketch.Digits(f.fit, 2))
}

func (s *ladder) holds() string {
	n, d, units, fit := s.task.n, s.task.d, s.stair.size().units, sketch.Digits(s.view.facts.fit, 1)
	switch groups := s.stair.groups(); {
	case s.lab.method == byZhang:
		return say("%v ReLU along one line hold %v labels: each bends the function once; largest error %s.", units, n, fit)
	case s.lab.method == byVardi:
		b := s.stair.(*bitstore)
		return say("%v ReLU read %v labels off: every %v are digits of %s.", units, n, min(n, b.slots), sketch.Count(b.numbers(), "number", "numbers"))
	case s.lab.method == byBubeck:
		return say("%v ReLU hold %v labels: every four of them serve %s; largest error %s.", units, n,
			sketch.Count(min(n, d), "point", "points"), fit)
	case groups == 0:
		return say("All %v labels are equal: it takes no neuron to remember them.", n)
	case groups == 1:
		return say("2 threshold neurons hold %v labels: between them lie all points of the rarer sign.", n)
	}
	return say("%v threshold neurons hold %v labels: every two of them catch %s, one for each dimension.", units, n,
		sketch.Count(d, "point", "points"))
}

// counts says what the number of units counts.
func (s *ladder) counts() string {
	n, right, bound := s.task.n, s.view.answers.right, s.stair.size().bound
	switch {
	case s.lab.method == byVardi && right == n && s.isComplete():
		return say("hidden units hold %v labels", n)
	case s.lab.method == byVardi && !s.isComplete():
		return "hidden units so far"
	case !s.isComplete():
		return say("hidden units so far; theory allows %v", bound)
	case right < n:
		return say("hidden units hold %v of %v labels", right, n)
	}
	return say("hidden units hold %v labels; theory allows %v", n, bound)
}
