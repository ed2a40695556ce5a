package dejavu

import (
	"math"
	"testing"
)

// The curves of the run that a visitor sees first part while he looks: the votes within a
// third of it, and the verdicts within 8 s at the pace that the lab declares.
func TestPartingInTime(t *testing.T) {
	r := open(t, "dejavu?view=curves")
	r.Seek(133, nil)
	saw, other, deviation := fact(t, r, "votes_saw"), fact(t, r, "votes_other"), fact(t, r, "votes_se")
	if saw-other <= 2*deviation || fact(t, r, "parted") > 100 {
		t.Errorf("a third of the way: votes %.4f and %.4f ± %.4f, parted at %g", saw, other, deviation, fact(t, r, "parted"))
	}
	r.Seek(int(8/Info().Seconds*float64(r.Frame().Of)), nil)
	if score, deviation := fact(t, r, "score"), fact(t, r, "score_se"); score <= 2*deviation || score <= 2*spreadOfRun {
		t.Errorf("at epoch %d: the difference is %.3f ± %.3f", r.Ticks(), score, deviation)
	}
}

// The error of the votes is that of the mean of paired differences.
func TestVotes(t *testing.T) {
	var c tally
	pairs := [][2]int{{3, 1}, {0, 4}, {20, 2}, {5, 5}}
	mean, square := 0.0, 0.0
	for _, p := range pairs {
		c.hold(p[0], p[1])
		c.crops++
		d := float64(p[0]-p[1]) / 20
		mean, square = mean+d/4, square+d*d/4
	}
	saw, other, deviation := c.votes(20)
	if math.Abs(saw-28./80) > 1e-12 || math.Abs(other-12./80) > 1e-12 || math.Abs(deviation-math.Sqrt((square-mean*mean)/4)) > 1e-12 {
		t.Errorf("votes %g and %g ± %g", saw, other, deviation)
	}
	if c.isApart(20) || !(&tally{crops: 4, held: [2]int{12, 0}, apart: 36}).isApart(20) {
		t.Error("what is apart by less than two errors, or more")
	}
}

// Votes have parted where they have been apart since an epoch, at two evaluations at least.
func TestParted(t *testing.T) {
	near, far := tally{crops: 100, apart: 400}, tally{crops: 100, held: [2]int{200, 0}, apart: 400}
	for _, c := range []struct {
		apart string // at the evaluations
		want  int
		ok    bool
	}{{"", 0, false}, {"yy", 0, false}, {"nyy", 10, true}, {"ynyy", 20, true}, {"nyyn", 0, false}, {"nnny", 0, false}, {"yyy", 10, true}} {
		s := &scene{lab: &Lab{k: 20, layer: "projector"}}
		for i, is := range c.apart {
			e := evaluation{epoch: 10 * i}
			e.tallies[projectorLayer] = near
			if is == 'y' {
				e.tallies[projectorLayer] = far
			}
			s.history = append(s.history, e)
		}
		if got, ok := s.parted(); ok != c.ok || ok && got != c.want {
			t.Errorf("%s: parted at %d, %t", c.apart, got, ok)
		}
	}
}
