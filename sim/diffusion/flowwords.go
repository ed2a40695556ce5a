package diffusion

import (
	"fmt"
	"math"
	"strings"

	"example.org/rote/sim/sketch"
)

// tell returns the sentence of the present level.
func (s *flow) tell() string {
	switch {
	case !s.atEnd():
		return s.onTheWay() + s.notes()
	case s.kl != nil && !s.klDone && s.kl.points() > 0:
		return fmt.Sprintf("Measuring the distance to the truth: %d of %d test points.%s", s.kl.points(), klPoints, s.notes())
	}
	return s.result() + s.notes() + s.endNotes()
}

// onTheWay says what drives the samples, by how far their weights have split.
func (s *flow) onTheWay() string {
	sigma, n := s.sigma(), s.pull.mix.n()
	now := "σ = " + sketch.Short(sigma)
	// The flow's time is ln(gσ²+c): it stands still where c is most of the sum.
	if s.level > 0 && s.plan.g*sigma*sigma < s.lab.c/4 {
		return now + " is below " + sketch.Short(math.Sqrt(s.lab.c/s.plan.g)) + ", where c holds log time: it stands still, and so do the samples."
	}
	even := 1 / float64(n)
	split := (s.cloud.now.wmax/float64(s.cloud.n) - even) / (1 - even)
	switch {
	case n == 1 && s.level == 0:
		return now + ": every sample heads for the only point."
	case n == 1 || split > 0.9:
		return now + ": each sample has chosen one training point and falls towards it."
	case split > 0.2:
		return now + ": the averages split, and each sample turns to the points near it."
	}
	return fmt.Sprintf("%s: every sample heads for the average of all %d points.", now, n)
}

// notes returns what is unusual about the data and the strengths, each sentence
// after a space.
func (s *flow) notes() string {
	n, m := s.pull.mix.n(), len(s.points)/2
	var b strings.Builder
	if m == 1 {
		b.WriteString(" One training point: the gap measure needs two.")
	}
	if m < n {
		fmt.Fprintf(&b, " %d points, %d distinct: the measures use the distinct ones.", n, m)
	}
	if s.lab.tau > float64(n) {
		b.WriteString(" τ is above the number of points: every pull is weakened from the start.")
	}
	if s.lab.measure && s.lab.data == gauss4 && s.lab.hs > 0 {
		b.WriteString(" The distance to the truth is not measured with smoothing: it needs the divergence of the pull.")
	}
	return b.String()
}

// result says what has become of the samples.
func (s *flow) result() string {
	share, law := shareBelow(s.cloud.now.r1, s.lab.tol), ""
	if x := s.copiedLaw(); x == x {
		law = ", law " + sketch.Percent(x)
	}
	if s.lab.c > 0 {
		return fmt.Sprintf("Frozen %s from the nearest training point on average: %s copied%s.",
			sketch.Short(mean(s.cloud.now.r1)), sketch.Percent(share), law)
	}
	copies := int(math.Round(share * float64(s.cloud.n)))
	return fmt.Sprintf("Done: %d of %d samples are copies%s.", copies, s.cloud.n, law)
}

// endNotes returns what only the end shows.
func (s *flow) endNotes() string {
	var b strings.Builder
	if still := s.ending.still; s.lab.tau > 0 && still < s.plan.steps() {
		fmt.Fprintf(&b, " No sample moved after σ = %s.", sketch.Short(s.plan.sigma[still]))
	}
	if s.fresh.isCrowded(s.lab.tol) {
		b.WriteString(" At this tolerance fresh samples count as copies too")
		if len(s.fresh.r1) > 0 {
			fmt.Fprintf(&b, " (%s of them)", sketch.Percent(shareBelow(s.fresh.r1, s.lab.tol)))
		}
		b.WriteByte('.')
	}
	if s.lab.track >= s.cloud.n {
		fmt.Fprintf(&b, " There are %d samples; the last one is watched.", s.cloud.n)
	}
	if n := len(s.ending.tied); n > 0 && len(s.points) > 2 {
		fmt.Fprintf(&b, " Tied between two points: %d.", n)
	}
	if s.klDone {
		fmt.Fprintf(&b, " KL to the truth: %s ± %s nats.", sketch.Short(s.kl.value()), sketch.Digits(s.kl.room(), 1))
	}
	return b.String()
}
