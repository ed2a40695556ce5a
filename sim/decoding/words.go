package decoding

import (
	"fmt"
	"math"
	"strings"

	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// tell returns the sentence under the picture.
func (s *scene) tell() string {
	shown := &s.atlas.shown
	switch {
	case s.broken > 0:
		return fmt.Sprintf("Training diverged at epoch %d; a smaller learning rate helps.", s.broken)
	case shown.now == nil:
		return fmt.Sprintf("%s digits, %s; the network is untrained.", sketch.Whole(s.lab.n), s.wrongLabels())
	case shown.score().full:
		return fmt.Sprintf("These subspaces fill the whole of %s; every angle is 0.", s.view.reader)
	case shown.score().undefined:
		return fmt.Sprintf("%s gives nothing but zeros: there is no subspace to read.", capital(s.view.reader))
	case shown.layers != nil:
		return s.ending()
	case s.ended:
		return fmt.Sprintf("Epoch %d: training has ended; now every layer is read.", s.epoch)
	case s.epoch == 0:
		return fmt.Sprintf("Untrained: subspaces of %s already read %s of 1\u202f000 test pictures; guessing reads %s.",
			s.view.reader, ofThousand(last(&shown.line)), ofThousand(1/float64(s.task.k)))
	}
	return fmt.Sprintf("Epoch %d: the network scores %s of 1\u202f000, %s reads %s%s.", s.epoch, ofThousand(last(&s.record.net)),
		s.view.reader, ofThousand(last(&shown.line)), s.learned())
}

func (s *shown) score() *score { return s.now.score }

func capital(words string) string { return strings.ToUpper(words[:1]) + words[1:] }

// wrongLabels says how many labels are wrong.
func (s *scene) wrongLabels() string {
	switch s.task.changed {
	case 0:
		return "none with a wrong label"
	case 1:
		return "1 of them with a wrong label"
	}
	return sketch.Whole(s.task.changed) + " of them with a wrong label"
}

// learned says how many wrong labels are learned.
func (s *scene) learned() string {
	if s.task.changed == 0 {
		return ""
	}
	n := int(math.Round(last(&s.wrong) * float64(s.task.changed)))
	if s.task.changed == 1 {
		return [...]string{"; the wrong label is not learned yet", "; the wrong label is learned"}[n]
	}
	return fmt.Sprintf("; %s of %s wrong labels are learned", sketch.Whole(n), sketch.Whole(s.task.changed))
}

// ending says how the run has ended.
func (s *scene) ending() string {
	shown := &s.atlas.shown
	net, read := ofThousand(last(&s.record.net)), ofThousand(last(&shown.line))
	switch {
	case s.memorized < 1:
		return fmt.Sprintf("Not memorized: only %s of the labels are fitted at the limit, so the comparison does not apply.",
			sketch.Percent(math.Floor(1000*s.memorized)/1000))
	case s.lab.view == "glyph":
		return s.endingOfOne()
	case shown.mended != nil:
		return fmt.Sprintf("Relabelled: %s of labels are right (%s before); the retrained network scores %s of 1\u202f000.",
			sketch.Percent(shown.mended.right), sketch.Percent(1-float64(s.task.changed)/float64(s.lab.n)), ofThousand(shown.mended.net))
	case s.lab.target == clean:
		return fmt.Sprintf("Trained on true labels the network scores %s of 1\u202f000; %s, read by the given ones, %s.", net, s.view.reader, read)
	case s.task.changed == 0:
		return fmt.Sprintf("No label was wrong: the network scores %s of 1\u202f000, %s reads %s.", net, s.view.reader, read)
	case s.lab.c == 1:
		return fmt.Sprintf("All labels are noise and known by heart: the network scores %s of 1\u202f000, %s reads %s.", net, s.view.reader, read)
	case s.peak-last(&s.record.net) > 0.02 && s.lab.stop == limit:
		return fmt.Sprintf("The network scored %s of 1\u202f000 at epoch %d and ends at %s; %s %s %s.", ofThousand(s.peak), s.peakEpoch, net,
			s.view.reader, s.still(), read)
	}
	return fmt.Sprintf("The network has every wrong label by heart and scores %s of 1\u202f000; %s %s %s.", net, s.view.reader, s.still(), read)
}

// still says whether the layer reads more than the network.
func (s *scene) still() string {
	switch lead := s.lead(); {
	case lead > 0:
		return "still reads"
	case lead < 0:
		return "reads only"
	}
	return "reads as many:"
}

// endingOfOne says where the picture that is shown lies.
func (s *scene) endingOfOne() string {
	d := &s.view.dial
	more := int(math.Round(testCount * s.lead()))
	words := fmt.Sprintf("%d more of 1\u202f000 pictures than", more)
	if more < 0 {
		words = fmt.Sprintf("%d fewer of 1\u202f000 pictures than", -more)
	}
	if d.nearest == abstains {
		return fmt.Sprintf("%s reads %s the output; of this one it says nothing.", capital(s.view.reader), words)
	}
	which := "its class"
	if d.nearest != d.right {
		which = fmt.Sprintf("class %d, which is wrong", d.nearest)
	}
	return fmt.Sprintf("%s reads %s the output; this one lies %.1f° from %s.", capital(s.view.reader), words, d.angles[d.nearest], which)
}

// counted returns what the number counts.
func (s *scene) counted() string {
	if s.view.reader == layerName(0) {
		return "more of 1\u202f000 pictures read in the picture itself than at the output"
	}
	return "more of 1\u202f000 pictures read in " + s.view.reader + " than at the output"
}

// next proposes what to change.
func (s *scene) next() sim.Try {
	switch {
	case s.lab.view == "glyph" && s.lab.labels != oracle:
		return sim.Try{Words: "Subspaces from the true labels", Address: "decoding?view=glyph&labels=true"}
	case s.lab.view == "glyph":
		return sim.Try{Words: "More wrong labels", Address: "decoding?view=glyph&c=0.6"}
	case s.lab.c == 0.6:
		return sim.Try{Words: "Is it learned? Clean pixels, layer 1", Address: "decoding?noise=0&layer=1"}
	}
	return sim.Try{Words: "More wrong labels", Address: "decoding?c=0.6"}
}
