package density

import (
	"strconv"

	"example.org/rote/sim"
)

// address returns the address of these knobs, with one of them changed.
func (l *Lab) address(key, value string) string {
	a := sim.Address{Lab: "density"}
	for _, k := range l.knobs.All() {
		text := k.Text()
		if k.Key == key {
			text = value
		}
		if text != k.DefaultText() {
			a.Pairs = append(a.Pairs, sim.Pair{Key: k.Key, Value: text})
		}
	}
	return a.String()
}

// next proposes what to change.
func (s *scene) next() sim.Try {
	l := s.lab
	if t := s.history.last(); t != nil && t.best >= 0 && l.pick == 0 && l.view != latentView {
		return sim.Try{Words: "Look at the highest odd " + l.noun(), Address: l.address("pick", strconv.Itoa(t.best+1))}
	}
	switch {
	case l.view == latentView && l.latent != 8:
		return sim.Try{Words: "Eight numbers instead", Address: "density?view=latent&latent=8&epochs=100"}
	case l.view == latentView:
		return sim.Try{Words: "Two numbers instead", Address: "density?view=latent&latent=2&epochs=100"}
	case l.view == neighboursView:
		return sim.Try{Words: "Back to the scores", Address: l.address("view", scoresView)}
	case l.isPlane():
		return sim.Try{Words: "The same in closed form", Address: "density?data=plane&model=kde&n=120"}
	case l.copies == 8:
		return sim.Try{Words: "The same question for labels", Address: "density?view=labels"}
	}
	return sim.Try{Words: "Eight copies of one odd picture", Address: "density?planted=1&copies=8&epochs=100"}
}
