package dejavu

import (
	"fmt"
	"math"
	"strconv"

	"example.org/rote/sim"
)

// number returns the number of the view.
func (s *scene) number() sim.Headline {
	crops, of := 2*s.lab.n, fmt.Sprintf("more of %d crops", 2*s.lab.n)
	switch s.lab.view {
	case layersView:
		return sim.Headline{Fact: "score_projector", Of: crops, Words: of + " given away by the last layer"}
	case repaintView:
		return sim.Headline{Fact: "repaint_a", Of: 100, Words: "% of the error is left when A paints" + s.errorOfB()}
	case mapView:
		words := fmt.Sprintf("of %d crops only by the network that saw them", crops)
		if s.last() != nil {
			words += fmt.Sprintf("; %d the other way", s.shown().counts[misrepresented])
		}
		return sim.Headline{Fact: "memorized", Of: crops, Words: words}
	}
	words := of + " named by the network that saw the picture"
	if s.last() != nil {
		words += fmt.Sprintf(", ± %d", howMany(s.shown().deviation(), crops))
	}
	return sim.Headline{Fact: "score", Of: crops, Words: words}
}

func (s *scene) errorOfB() string {
	if s.last() == nil || s.painting.made != s.version() {
		return ""
	}
	return "; B " + errorWords(s.painting.errors[1])
}

// tell returns the sentence under the picture.
func (s *scene) tell() string {
	switch {
	case s.isLost():
		return fmt.Sprintf("Training diverged in epoch %d; a smaller learning rate helps.", s.epoch+1)
	case s.last() == nil:
		return s.beginning()
	case s.last().collapsed:
		return "Network A gives every crop the same embedding: no information, no memory, no use."
	case s.lab.isCopy():
		return "The same network twice: the difference is 0 by construction."
	case s.isEnd():
		return s.ending()
	}
	return s.meanwhile()
}

func (s *scene) beginning() string {
	if s.lab.isCopy() {
		return fmt.Sprintf("One network is trained on %d pictures and compared with itself.", s.lab.n)
	}
	return fmt.Sprintf("Two networks learn without labels, each from crops of %d pictures. This crop hides the object.", s.lab.n)
}

// signed writes a whole number with a proper minus.
func signed(n int) string {
	if n < 0 {
		return "−" + strconv.Itoa(-n)
	}
	return strconv.Itoa(n)
}

// isClear reports whether the difference is more than the number of crops can make.
func (t *tally) isClear() bool { return t.score() > 2*t.deviation() }

func (s *scene) meanwhile() string {
	t, epoch := s.shown(), s.last().epoch
	switch {
	case s.lab.view == repaintView && s.painting.made == s.version():
		return fmt.Sprintf("Epoch %d: A paints the hidden objects with %s%% of the error left, B with %s%%.", epoch,
			errorWords(s.painting.errors[0]), errorWords(s.painting.errors[1]))
	case s.lab.view == mapView:
		return fmt.Sprintf("Epoch %d: of %d crops %d are named only by the network that saw them, %d only by the other.", epoch, t.crops,
			t.counts[memorized], t.counts[misrepresented])
	case s.lab.view == layersView:
		return fmt.Sprintf("Epoch %d: the last layer gives away %s more of %d crops, the first %s.", epoch,
			signed(s.last().tallies[projectorLayer].difference()), t.crops, signed(s.last().tallies[firstLayer].difference()))
	case epoch == 0:
		return fmt.Sprintf("Untrained, the two networks name %s and %s in 100 crops; guessing names %s.", percent(t.target()),
			percent(t.reference()), percent(1/float64(s.lab.classes)))
	case !t.isClear():
		return s.within(t, epoch)
	}
	return fmt.Sprintf("Epoch %d: who saw the picture names %s in 100 crops, the other network %s.", epoch, percent(t.target()), percent(t.reference()))
}

// within says that the numbers of crops named are not clearly different.
func (s *scene) within(t *tally, epoch int) string {
	if since, ok := s.parted(); ok {
		return fmt.Sprintf("Epoch %d: %s and %s in 100 crops are named, within the noise; their votes have parted since epoch %d.", epoch,
			percent(t.target()), percent(t.reference()), since)
	}
	return fmt.Sprintf("Epoch %d: who saw the picture names %s in 100 crops, the other %s: within the noise.", epoch, percent(t.target()),
		percent(t.reference()))
}

func percent(share float64) string { return fmt.Sprintf("%.0f", 100*share) }

// ending says how the run has ended.
func (s *scene) ending() string {
	switch s.lab.view {
	case layersView:
		return s.endingOfLayers()
	case repaintView:
		return s.endingOfPainting()
	case mapView:
		t := s.shown()
		return fmt.Sprintf("Of %d crops %d are named only by the network that saw them, %d only by the other.", t.crops, t.counts[memorized],
			t.counts[misrepresented])
	}
	t := s.shown()
	switch {
	case t.counts[memorized] == 0:
		return fmt.Sprintf("Nothing is memorized here: no crop is named only by the network that saw it; both name %s in 100.", percent(t.reference()))
	case !t.isClear():
		return fmt.Sprintf("Epoch %d: A names the object of %s in 100 crops, B of %s: no difference beyond chance.", s.last().epoch,
			percent(t.target()), percent(t.reference()))
	case t.reference() > 0.6:
		return fmt.Sprintf("The colour gives most classes away: B names %s in 100 crops, A only %d of %d more.", percent(t.reference()),
			t.difference(), t.crops)
	case s.lab.view == curvesView:
		return s.endingOfCurves(t)
	}
	return fmt.Sprintf("A names the object of %s in 100 crops, B of %s: %d of %d pictures remembered, give or take %d.", percent(t.target()),
		percent(t.reference()), t.difference(), t.crops, howMany(t.deviation(), t.crops))
}

// endingOfCurves compares with two deviations of a run without memory.
func (s *scene) endingOfCurves(t *tally) string {
	within := int(math.Floor(2 * s.lab.spread() * float64(t.crops)))
	if t.difference() <= within {
		return fmt.Sprintf("The curves part by %d of %d crops; without memory one run stays within %d: no proof.", t.difference(), t.crops, within)
	}
	return fmt.Sprintf("The curves part by %d of %d crops; without memory one run stays within %d.", t.difference(), t.crops, within)
}

func (s *scene) endingOfLayers() string {
	n := func(layer int) string { return signed(s.last().tallies[layer].difference()) }
	return fmt.Sprintf("To the network that saw them the last layer gives away %s of %d crops more, the backbone %s, the first %s.",
		n(projectorLayer), 2*s.lab.n, n(backboneLayer), n(firstLayer))
}

func (s *scene) endingOfPainting() string {
	p := &s.painting
	if p.made != s.version() {
		return "The hidden objects are being painted."
	}
	words := fmt.Sprintf("A paints the hidden objects with %s%% of the error left, B with %s%%", errorWords(p.errors[0]), errorWords(p.errors[1]))
	switch {
	case p.errors[0] >= 0.95:
		return words + ": neither knows them."
	case p.errors[1] >= 0.95:
		return words + ": B knows nothing of them."
	}
	return words + "."
}

// next proposes what to change.
func (s *scene) next() sim.Try {
	l := s.lab
	switch l.view {
	case curvesView:
		if l.rho == 0.6 {
			return sim.Try{Words: "Twice the same network", Address: "dejavu?second=copy&view=curves"}
		}
		return sim.Try{Words: "Every class on its own colour", Address: "dejavu?rho=0.6&view=curves"}
	case layersView:
		if l.width == 128 {
			return sim.Try{Words: "Train twice as long", Address: "dejavu?epochs=800&view=layers"}
		}
		return sim.Try{Words: "Twice the width", Address: "dejavu?width=128&view=layers"}
	case repaintView:
		if l.layer == layerNames[backboneLayer] {
			return sim.Try{Words: "From the last layer", Address: "dejavu?epochs=800&view=repaint"}
		}
		return sim.Try{Words: "From an inner layer", Address: "dejavu?layer=backbone&epochs=800&view=repaint"}
	case mapView:
		if l.mu == 0 && l.nu == 0 {
			return sim.Try{Words: "Keep coordinates apart again", Address: "dejavu?view=map"}
		}
		return sim.Try{Words: "Reward sameness alone", Address: "dejavu?mu=0&nu=0&view=map"}
	}
	if l.rho == 0.6 {
		return sim.Try{Words: "No class on its own colour", Address: "dejavu?rho=0"}
	}
	return sim.Try{Words: "Every class on its own colour", Address: "dejavu?rho=0.6"}
}
