package capacity

import (
	"fmt"
	"math"

	"example.org/rote/sim/sketch"
)

// tell returns the sentence under the picture.
func (s *ladder) tell() string {
	switch {
	case s.isComplete():
		return s.result()
	case s.added == 0:
		return s.plan()
	}
	k, of := s.added, s.stair.groups()
	switch stair := s.stair.(type) {
	case *baum:
		return fmt.Sprintf("Slab %d of %d: two threshold units hold %d points of one label, and no other point.", k, of, len(stair.stripe(k-1).group))
	case *bubeck:
		return fmt.Sprintf("Group %d of %d: four ReLU give %d points their labels, and cancel at all others.", k, of, len(stair.stripe(k-1).group))
	}
	return fmt.Sprintf("%d of %d ReLU: each bends the function at one point, so that it meets the next.", min(s.task.n, k*s.task.d), s.task.n)
}

// plan says what is being prepared.
func (s *ladder) plan() string {
	n, d := s.task.n, s.task.d
	switch stair := s.stair.(type) {
	case *baum:
		return fmt.Sprintf("%d points have the rarer of two labels. A slab around a hyperplane can hold %d of them.", len(stair.minor), d)
	case *bubeck:
		if stair.tried == 0 {
			return fmt.Sprintf("%d points in groups of %d: %d random groupings are tried.", n, d, stair.shuffles)
		}
		return fmt.Sprintf("Grouping %d of %d: the largest weight would be %s.", stair.tried, stair.shuffles, sketch.Digits(stair.size().most, 2))
	case *zhang:
		if stair.tried > 0 {
			return fmt.Sprintf("Direction %d of %d: the least gap on the line so far is %s.", stair.tried, len(stair.dirs), sketch.Digits(stair.gap, 2))
		}
	}
	return fmt.Sprintf("%d ReLU will share one direction: which line tells the points apart best? %d are tried.", n, s.lab.dirs)
}

// result says how the network stands, and what is unusual about it.
func (s *ladder) result() string {
	f, size := &s.view.facts, s.stair.size()
	kind := "ReLU"
	if s.lab.method == byBaum {
		kind = "threshold units"
	}
	says := fmt.Sprintf("%d labels, %d %s (theory allows %d)", s.task.n, size.units, kind, size.bound)
	if math.IsNaN(f.fit) {
		return says + fmt.Sprintf(". Weights grow to %s: %g labels are wrong.", sketch.Digits(size.most, 1), f.wrong)
	}
	says += fmt.Sprintf(", largest error %s.", sketch.Digits(f.fit, 1))
	if size.least < generalPosition {
		says += fmt.Sprintf(" The points are not in general position: the least distance is %s.", sketch.Digits(size.least, 1))
	} else if f.fit > onLabel && s.lab.precision == single {
		says += " The weights need 53 bits."
	}
	return says
}
