package capacity

import (
	"fmt"
	"math"

	"example.org/rote/sim/sketch"
)

// tell returns the sentence under the picture.
func (s *ladder) tell() string {
	k, of := s.added, s.stair.groups()
	switch {
	case s.isComplete():
		return s.result()
	case k == 0:
		return s.plan()
	}
	n := plural(len(s.stair.points(k-1)), "point")
	switch s.lab.method {
	case byBaum:
		return fmt.Sprintf("Slab %d of %d: two threshold neurons hold %s of the rarer sign, and no other point.", k, of, n)
	case byBubeck:
		return fmt.Sprintf("Group %d of %d: four ReLU give %s the right label, and cancel at all others.", k, of, n)
	}
	return fmt.Sprintf("%d of %d ReLU: each bends the function at one point, so that it meets the next one.", s.units(), s.task.n)
}

// plan says what is being prepared.
func (s *ladder) plan() string {
	n, d := s.task.n, s.task.d
	switch stair := s.stair.(type) {
	case *baum:
		return fmt.Sprintf("%d points with a sign each, %d of them the rarer one. A slab can hold %d of these.", n, len(stair.minor), d)
	case *bubeck:
		if stair.tried == 0 {
			return fmt.Sprintf("%d points with a label each, to be cut into groups of %d. No neuron is in place yet.", n, d)
		}
		return fmt.Sprintf("%d of %s tried: with the best one the largest weight is %s.", stair.tried, plural(stair.shuffles, "grouping"),
			sketch.Digits(stair.size().most, 2))
	case *zhang:
		if stair.tried > 0 {
			return fmt.Sprintf("%d of %s tried: along the best one two points are %s apart at least.", stair.tried,
				plural(len(stair.dirs), "direction"), sketch.Digits(stair.gap, 2))
		}
	}
	return fmt.Sprintf("%d points with a label each. All neurons will look along one line, and none is in place yet.", n)
}

// result says what holds the labels, or why it does not.
func (s *ladder) result() string {
	f, size, n := &s.view.facts, s.stair.size(), s.task.n
	miss := fmt.Sprintf("%d of %d labels are missed", n-s.view.answers.right, n)
	switch {
	case s.view.answers.right == n:
		return s.holds()
	case size.least < generalPosition:
		return fmt.Sprintf("The points are not in general position, the least distance is %s: %s.", sketch.Digits(size.least, 1), miss)
	case math.IsNaN(f.fit):
		return fmt.Sprintf("Weights grow to %s, which is too much for these numbers: %s.", sketch.Digits(size.most, 1), miss)
	case s.lab.precision == single:
		return fmt.Sprintf("The weights need 53 bits, and numbers here have 24: %s, by up to %s.", miss, sketch.Digits(f.fit, 2))
	}
	return fmt.Sprintf("Weights of %s are more than 53 bits can carry: %s, by up to %s.", sketch.Digits(size.most, 1), miss, sketch.Digits(f.fit, 2))
}

func (s *ladder) holds() string {
	n, d, units, fit := s.task.n, s.task.d, s.stair.size().units, sketch.Digits(s.view.facts.fit, 1)
	switch groups := s.stair.groups(); {
	case s.lab.method == byZhang:
		return fmt.Sprintf("%d ReLU along one line hold %d labels: each bends the function once; largest error %s.", units, n, fit)
	case s.lab.method == byBubeck:
		return fmt.Sprintf("%d ReLU hold %d labels: each four of them serve %s; largest error %s.", units, n, plural(min(n, d), "point"), fit)
	case groups == 0:
		return fmt.Sprintf("All %d labels are equal: it takes no neuron to remember them.", n)
	case groups == 1:
		return fmt.Sprintf("2 threshold neurons hold %d labels: between them lie all points of the rarer sign.", n)
	}
	return fmt.Sprintf("%d threshold neurons hold %d labels: each two of them catch %s, one for each dimension.", units, n, plural(d, "point"))
}

// counts says what the number of units counts.
func (s *ladder) counts() string {
	n, right, bound := s.task.n, s.view.answers.right, s.stair.size().bound
	switch {
	case !s.isComplete():
		return fmt.Sprintf("hidden units so far; theory allows %d", bound)
	case right < n:
		return fmt.Sprintf("hidden units hold %d of %d labels", right, n)
	}
	return fmt.Sprintf("hidden units hold %d labels; theory allows %d", n, bound)
}
