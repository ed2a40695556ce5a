package diffusion

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"example.org/rote/sim"
)

// words holds the sentences of a flow. Those of the levels are written at
// Reset, so that steps need not build any.
type words struct {
	phase     [4][]string // K+1 each, by phase
	densityAt []string    // K+1, names of the background
	density   string      // the present one
	radius    string      // name of the law of the distance
	notes     string      // what is unusual about this run
	says      string
}

// The phases of a run.
const (
	gathering = iota
	splitting
	falling
	standing
)

func newWords(s *flow) words {
	w := words{notes: s.notes(), radius: "law √(π/2) σ"}
	if s.lab.c > 0 {
		w.radius = "law √(π/2) v, v² = σ²+c"
		if s.lab.process == "VP" {
			w.radius = "law √(π/2) v"
		}
	}
	all, root := "all "+whole(s.pull.mix.n())+" points", short(math.Sqrt(s.lab.c))
	if s.pull.mix.n() == 1 {
		all = "the only point"
	}
	for _, sigma := range s.plan.sigma {
		now := short(sigma)
		w.add(gathering, "σ = "+now+": every sample heads for the average of "+all+"."+w.notes)
		w.add(splitting, "σ = "+now+": the averages split, and each sample turns to the points near it."+w.notes)
		w.add(falling, "σ = "+now+": each sample has chosen one training point and falls towards it."+w.notes)
		w.add(standing, "σ = "+now+" is below √c = "+root+": log time stands still, and so do the samples."+w.notes)
		w.densityAt = append(w.densityAt, densityName(max(sigma, s.back.blur)))
	}
	return w
}

func (w *words) add(phase int, sentence string) { w.phase[phase] = append(w.phase[phase], sentence) }

func densityName(sigma float64) string { return "Log density at σ = " + short(sigma) }

// notes returns what is unusual about the data and the strengths, each sentence
// after a space.
func (s *flow) notes() string {
	n, m := s.pull.mix.n(), len(s.points)/2
	var b strings.Builder
	if m == 1 {
		b.WriteString(" One training point: every sample is its copy; the gap measure needs two.")
	}
	if m < n {
		fmt.Fprintf(&b, " %d points, %d distinct: the measures use the distinct ones.", n, m)
	}
	if s.lab.tau > float64(n) {
		b.WriteString(" Everything is damped at once: nothing moves.")
	}
	if s.lab.measure && s.lab.data == gauss4 && s.lab.hs > 0 {
		b.WriteString(" The distance to the truth is not measured with smoothing: it needs the divergence of the pull.")
	}
	return b.String()
}

// say chooses the sentence of the present level.
func (w *words) say(s *flow) {
	w.density = w.densityAt[s.level]
	if s.lab.look > 0 {
		w.density = densityName(max(s.lab.look, s.back.blur))
	}
	switch {
	case !s.atEnd():
		w.says = w.phase[s.phase()][s.level]
	case s.kl != nil && !s.klDone && s.kl.points() > 0:
		w.says = fmt.Sprintf("Measuring the distance to the truth: %d of %d test points.%s", s.kl.points(), klPoints, w.notes)
	default:
		w.says = s.result() + w.notes + s.endNotes()
	}
}

// phase tells how far the weights of the samples have split.
func (s *flow) phase() int {
	if sigma := s.sigma(); s.level > 0 && sigma*sigma < s.lab.c/4 {
		return standing
	}
	even := 1 / float64(s.pull.mix.n())
	switch split := (s.cloud.now.wmax/float64(s.cloud.n) - even) / (1 - even); {
	case split > 0.9 || even == 1:
		return falling
	case split > 0.2:
		return splitting
	}
	return gathering
}

// result says what has become of the samples.
func (s *flow) result() string {
	share, law := shareBelow(s.cloud.now.r1, s.lab.tol), ""
	if x := s.copiedLaw(); x == x {
		law = percent(x)
	}
	if s.lab.c > 0 {
		if law != "" {
			law = ", law " + law
		}
		return fmt.Sprintf("Frozen at distance √c = %s around the points: %s copied%s.", short(math.Sqrt(s.lab.c)), percent(share), law)
	}
	if law != "" {
		law = " (law: " + law + ")"
	}
	copies := int(math.Round(share * float64(s.cloud.n)))
	return fmt.Sprintf("Done: %d of %d samples are copies%s.", copies, s.cloud.n, law)
}

// endNotes returns what only the end shows.
func (s *flow) endNotes() string {
	var b strings.Builder
	if still := s.ending.still; s.lab.tau > 0 && still < s.plan.steps() {
		fmt.Fprintf(&b, " No sample moved after σ = %s.", short(s.plan.sigma[still]))
	}
	if s.fresh.isCrowded(s.lab.tol) {
		b.WriteString(" At this tolerance fresh samples count as copies too")
		if len(s.fresh.r1) > 0 {
			fmt.Fprintf(&b, " (%s of them)", percent(shareBelow(s.fresh.r1, s.lab.tol)))
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
		fmt.Fprintf(&b, " KL to the truth: %s nats.", short(s.kl.value()))
	}
	return b.String()
}

// short writes x with at most three significant digits.
func short(x float64) string {
	rounded, _ := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 3, 64), 64)
	return sim.FormatFloat(rounded)
}

func percent(share float64) string { return short(100*share) + "%" }

func whole(i int) string { return strconv.Itoa(i) }
