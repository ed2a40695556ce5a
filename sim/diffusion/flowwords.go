package diffusion

import (
	"math"
	"slices"

	"example.org/rote/sim/sketch"
)

// tell returns the sentence of the present level.
func (s *flow) tell() string {
	switch {
	case s.level == 0:
		return s.atStart()
	case !s.atEnd():
		return "σ = " + sketch.Short(s.sigma()) + ": " + s.onTheWay()
	case s.kl != nil && !s.kl.done():
		return sketch.Say("How far is the model from the truth? %v of %v test points are measured.", s.kl.points(), klPoints)
	}
	return s.result()
}

// count writes a number of things, such as 1 sample or 20 samples.
func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return sketch.Whole(n) + " " + thing + "s"
}

func (s *flow) atStart() string {
	n, m := s.pull.mix.n(), len(s.points)/2
	where := "wait in a wide cloud around"
	if s.cloud.n == 1 {
		where = "waits far out, somewhere around"
	}
	switch s.lab.start {
	case "exact":
		where = "start where noise has carried"
	case square:
		where = "start on the border of a square around"
	}
	says := sketch.Say("%s %s %s", count(s.cloud.n, "sample"), where, count(n, "training point"))
	switch {
	case m < n:
		return sketch.Say("%s, of which %v differ.", says, m)
	case s.lab.tau > float64(n):
		return sketch.Say("%s; τ is above %v, so every pull is weakened.", says, n)
	}
	return says + "."
}

// onTheWay says what drives the samples, by how far their weights have split.
func (s *flow) onTheWay() string {
	sigma, n := s.sigma(), s.pull.mix.n()
	even := 1 / float64(n)
	split := (s.cloud.now.wmax/float64(s.cloud.n) - even) / (1 - even)
	copies, damped := s.view.copies, s.damped()
	switch {
	case damped > 0:
		return sketch.Say("the pull on %v of %s is damped, as few points are near.", damped, count(s.cloud.n, "sample"))
	case s.plan.g*sigma*sigma < s.lab.c/4: // the flow's time is ln(gσ²+c)
		return sketch.Say("c holds the samples where they are, on average %s from a training point.", s.away())
	case copies > 1 && 4*copies > s.cloud.n: // a few pass by earlier
		return sketch.Say("%v of %s lie within %s of a training point.", copies, count(s.cloud.n, "sample"), sketch.Short(s.lab.tol))
	case s.lab.hs > 0:
		return "each sample follows the average of the pulls on eight places near it."
	case n == 1:
		return "every sample heads for the only training point."
	case split > 0.9:
		return "each sample has chosen one training point and falls towards it."
	case split > 0.2:
		return "the averages split, and each sample turns to the points near it."
	}
	if n == 2 {
		return "every sample heads for the average of both points."
	}
	return sketch.Say("every sample heads for the average of all %v points.", n)
}

// damped returns on how many samples the pull is damped.
func (s *flow) damped() int {
	if s.lab.tau == 0 {
		return 0
	}
	return int(math.Round(shareOf(s.cloud.now.frozen) * float64(s.cloud.n)))
}

// away writes the mean distance to the nearest training point.
func (s *flow) away() string { return sketch.Short(mean(s.cloud.now.r1)) }

// result says what has become of the samples.
func (s *flow) result() string {
	copies, n := s.view.copies, s.cloud.n
	of := sketch.Say("%v of %s", copies, count(n, "sample"))
	are := map[bool]string{true: "is a copy", false: "are copies"}[copies == 1]
	switch tied := len(s.ending.tied); {
	case s.kl != nil:
		return sketch.Say("The model is %s ± %s nats from the truth (KL); %s %s.",
			sketch.Short(s.kl.value()), sketch.Digits(s.kl.room(), 1), of, are)
	case s.fresh.isCrowded(s.lab.tol):
		return s.crowded(of)
	case tied > 0 && len(s.points) > 2:
		return sketch.Say("%s %s; %v stand as near to a second training point.", of, are, tied)
	case copies == n:
		return s.allCopied()
	case s.lab.c > 0:
		return sketch.Say("c = %s holds the samples about %s from a training point: %s %s%s.",
			sketch.Short(s.lab.c), s.away(), of, are, s.lawWords())
	case copies == 0 && s.damped() == n:
		return sketch.Say("No sample is a copy: the pull on all %v is damped, on average %s from a training point.", n, s.away())
	case s.damped() == n:
		return sketch.Say("%s %s%s; at the end the pull on all of them is damped.", of, are, s.lawWords())
	case s.damped() > 0:
		return sketch.Say("%s %s%s; at the end the pull on %v is damped.", of, are, s.lawWords(), s.damped())
	case copies == 0:
		return sketch.Say("No sample is a copy: on average they end %s from a training point.", s.away())
	}
	return sketch.Say("%s %s%s; the others end up to %s away.", of, are, s.lawWords(), sketch.Short(slices.Max(s.cloud.now.r1)))
}

// lawWords says how many copies the law has, if it holds.
func (s *flow) lawWords() string {
	law := s.copiedLaw()
	if law != law {
		return ""
	}
	return sketch.Say(" (law: %.0f)", math.Round(law*float64(s.cloud.n)))
}

// crowded says that at this tolerance nearness means little.
func (s *flow) crowded(of string) string {
	fresh := "the points are hardly farther apart"
	if len(s.fresh.r1) > 0 {
		fresh = sketch.Say("so do %.0f of 100 fresh points", 100*shareBelow(s.fresh.r1, s.lab.tol))
	}
	return sketch.Say("Within %s of a training point lie %s, but %s.", sketch.Short(s.lab.tol), of, fresh)
}

// allCopied says that nothing is new.
func (s *flow) allCopied() string {
	m, least, most := len(s.points)/2, slices.Min(s.view.copiesOn), slices.Max(s.view.copiesOn)
	switch {
	case s.cloud.n == 1:
		return "It is not new: the sample ended on a training point."
	case m == 1:
		return sketch.Say("None is new: all %v samples ended on the only training point.", s.cloud.n)
	case least == most:
		return sketch.Say("None is new: all %v samples ended on the %v training points, %v on each.", s.cloud.n, m, most)
	}
	return sketch.Say("None is new: all %v samples ended on the %v training points, %v to %v on each.", s.cloud.n, m, least, most)
}
