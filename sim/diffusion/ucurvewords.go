package diffusion

import (
	"fmt"

	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// tell returns the sentence under the picture.
func (s *ucurve) tell() string {
	switch {
	case s.at == 0:
		return fmt.Sprintf("%d strengths are tried on %s: the weakest, the strongest, and then between.",
			len(s.order), count(s.lab.n, "training point"))
	case s.at < len(s.order):
		return s.latest(s.order[s.at-1])
	}
	return s.result()
}

// named writes a strength, such as c = 0.01.
func (s *ucurve) named(i int) string {
	return s.what.symbol + " = " + sketch.Short(s.what.strengths[i])
}

// latest says what the last strength gave.
func (s *ucurve) latest(i int) string {
	t := s.trial[i]
	says := fmt.Sprintf("%s: %s nats from the truth (KL)", s.named(i), sketch.Short(t.kl))
	if t.gap != t.gap {
		return says + "."
	}
	return fmt.Sprintf("%s; %.0f of %d samples lie right at a training point.", says, t.gap*trialSamples, trialSamples)
}

// result compares the best strength with both ends of the list.
func (s *ucurve) result() string {
	best, last := s.best(), len(s.trial)-1
	says := fmt.Sprintf("%s comes nearest to the truth (KL %s)", s.named(best), sketch.Short(s.trial[best].kl))
	switch best {
	case 0:
		return fmt.Sprintf("%s, the weakest of all: %s leads away from it (KL %s).", says, s.strong(), sketch.Short(s.trial[last].kl))
	case last:
		return fmt.Sprintf("%s, the strongest of all: %s (KL %s).", says, s.weak(), sketch.Short(s.trial[0].kl))
	}
	return fmt.Sprintf("%s; %s (KL %s), %s (KL %s).", says, s.weak(), sketch.Short(s.trial[0].kl), s.strong(), sketch.Short(s.trial[last].kl))
}

func (s *ucurve) weak() string {
	strength := sketch.Short(s.weakest())
	if s.trial[0].gap > 0.5 {
		return strength + " returns copies"
	}
	return strength + " is too little"
}

func (s *ucurve) strong() string {
	strength := sketch.Short(s.strongest())
	if s.lab.sweep == "tau" {
		return strength + " stops too soon"
	}
	return strength + " gives a blur"
}

// counted returns the words of the headline.
func (s *ucurve) counted() string {
	switch {
	case s.at == 0:
		return fmt.Sprintf("is the %s nearest to the truth, of %d to be tried", s.what.symbol, len(s.order))
	case s.at < len(s.order):
		return fmt.Sprintf("is the %s nearest to the truth so far, of %d tried", s.what.symbol, s.at)
	}
	return fmt.Sprintf("is the %s nearest to the truth, of %d tried", s.what.symbol, s.at)
}

// next offers what comes after this run.
func (s *ucurve) next() sim.Try {
	return s.lab.next(sim.Try{Words: "Stop early instead", Address: "diffusion?view=ucurve&n=64&sweep=stop"},
		sim.Try{Words: "Take 256 training points", Address: "diffusion?view=ucurve&n=256"},
		sim.Try{Words: "Ask when it is decided", Address: "diffusion?view=times&n=256"})
}
