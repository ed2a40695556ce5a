package density

import (
	"fmt"
	"math"
	"strings"

	"example.org/rote/sim/sketch"
)

// two writes a number with two digits.
func two(x float64) string { return sketch.Digits(x, 2) }

// nats writes a log-probability.
func nats(x float64) string { return strings.Replace(sketch.Short(x), "-", "−", 1) }

// noun returns what a point is called.
func (l *Lab) noun() string {
	if l.isPlane() {
		return "point"
	}
	return "picture"
}

func (s *scene) words() words {
	w := words{says: s.tell(), try: s.next()}
	w.fact, w.of, w.counts = s.counted()
	return w
}

// counted returns the number, and what it counts.
func (s *scene) counted() (fact string, of int, counts string) {
	t, noun := s.history.last(), s.lab.noun()
	switch {
	case s.lab.view == neighboursView:
		return "auc_close", 100, "of 100 times the memorized " + noun + " is the nearer one; a coin: 50"
	case len(s.set.odd) == 0:
		return "mean", 0, "nats likelier is a " + noun + " because it was seen"
	case s.lab.view == latentView:
		n := len(s.set.odd)
		return "top_planted", n, fmt.Sprintf("of the %s to odd %ss", belong(n), noun)
	case s.hasCopies():
		return "twin", 0, fmt.Sprintf("nats likelier is the odd %s because it was seen%s", noun, s.others(t))
	case len(s.set.odd) == 1:
		return "odd", 0, fmt.Sprintf("nats likelier is the odd %s because it was seen%s", noun, s.others(t))
	}
	return "odd", 0, fmt.Sprintf("nats likelier are the odd %ss because they were seen%s", noun, s.others(t))
}

func belong(n int) string {
	if n == 1 {
		return "highest score belongs"
	}
	return fmt.Sprintf("%d highest scores belong", n)
}

func (s *scene) hasCopies() bool { return s.lab.copies > 1 && len(s.set.odd) > 0 }

func (s *scene) others(t *tally) string {
	if t == nil || math.IsNaN(t.regular) {
		return ""
	}
	return "; the others " + two(t.regular)
}

// tell returns the sentence under the picture.
func (s *scene) tell() string {
	t := s.history.last()
	switch {
	case !s.hasModels():
		return "All models have diverged; a smaller learning rate helps."
	case s.epoch == 0:
		return s.beginning()
	case t == nil:
		return fmt.Sprintf("Epoch %d: %s learn; the first scores come with epoch 5.", s.epoch, sketch.Count(len(s.models), "model", "models"))
	case s.lost() > 0:
		return s.divergence()
	case t.epoch < float64(s.lab.epochs):
		return s.meanwhile(t)
	case s.lab.view == neighboursView:
		return s.endingOfTest()
	case s.lab.view == latentView:
		return s.endingOfMap(t)
	}
	return s.ending(t)
}

func (s *scene) beginning() string {
	what, odd := "digits", " in negative"
	switch s.lab.data {
	case plane:
		what, odd = "points", " off the ring"
	case fromFile:
		what = "pictures of the file"
	}
	return fmt.Sprintf("%s %s, %d of them%s; %s, each of which never sees its own part.", sketch.Whole(s.set.n), what, len(s.set.odd), odd,
		sketch.Count(len(s.models), "model", "models"))
}

func (s *scene) divergence() string {
	for j, lost := range s.dropped {
		if lost {
			k := s.lab.folds
			return fmt.Sprintf("Model %d of %d diverged; its %s have no held-out value.", j+1, len(s.models),
				sketch.Count(s.cuts[j/k].within(j%k), s.lab.noun(), s.lab.noun()+"s"))
		}
	}
	return ""
}

func (s *scene) meanwhile(t *tally) string {
	if t.epoch < 20 {
		return fmt.Sprintf("Epoch %.0f: no %s is far above the floor yet; unseen ones get %s nats.", t.epoch, s.lab.noun(), nats(t.v))
	}
	return fmt.Sprintf("Epoch %.0f of %d: unseen %ss get %s nats; seen ones rose%s.", t.epoch, s.lab.epochs, s.lab.noun(), nats(t.v), s.rose(t))
}

// rose says by how much the points rose.
func (s *scene) rose(t *tally) string {
	others := ", the others by " + two(t.regular)
	if math.IsNaN(t.regular) {
		others = ""
	}
	switch n := len(s.set.odd); {
	case n == 0 || math.IsNaN(t.odd):
		return " by " + two(t.mean) + " on average"
	case s.hasCopies():
		return fmt.Sprintf(": the copies by %s%s", two(t.twin), others)
	case n == 1:
		return fmt.Sprintf(": the odd one by %s%s", two(t.odd), others)
	default:
		return fmt.Sprintf(": the %d odd by %s%s", n, two(t.odd), others)
	}
}

// ending says how the run has ended.
func (s *scene) ending(t *tally) string {
	ref := s.history.at(s.lab.ref, s.lab.epochs)
	change := t.v - ref.v
	noun := s.lab.noun()
	if s.isFloored() {
		return fmt.Sprintf("The noise of the points is at its floor, so that scores stay finite; seen %ss rose%s.", noun, s.rose(t))
	}
	switch {
	case ref.epoch == t.epoch:
		return fmt.Sprintf("Unseen %ss get %s nats; seen ones rose%s.", noun, nats(t.v), s.rose(t))
	case change < 0:
		return fmt.Sprintf("Unseen %ss lost %s nats since epoch %.0f, and seen ones rose on%s.", noun, two(-change), ref.epoch, s.rose(t))
	}
	if s.history.best().v-t.v > levelWithin {
		return fmt.Sprintf("Unseen %ss gained %s nats since epoch %.0f, and yet seen ones rose%s.", noun, two(change), ref.epoch, s.rose(t))
	}
	return fmt.Sprintf("Unseen %ss still gain %s nats, and yet seen ones rose%s.", noun, two(change), s.rose(t))
}

// levelWithin is how far below its best value the curve of unseen points may end, in nats,
// to be called one that still gains.
const levelWithin = 0.1

// isFloored reports whether the log-variance of the points is at its least.
func (s *scene) isFloored() bool {
	return s.shape.gaussian && !s.full.dropped && s.full.w[s.shape.dec.End()] <= leastNoise
}

func (s *scene) endingOfTest() string {
	if !s.hasSamples {
		return "The model of all points has diverged: there are no samples to compare with."
	}
	n, noun := math.Round(100*s.verdict.closeness), s.lab.noun()
	switch {
	case math.IsNaN(n):
		return "No score stands out, so that there is nothing to find."
	case n < 40:
		return fmt.Sprintf("The usual test points the wrong way: in %.0f of 100 pairs the memorized %s is nearer to a sample.", n, noun)
	case n <= 60:
		return fmt.Sprintf("The usual test is no better than a coin: in %.0f of 100 pairs the memorized %s is nearer.", n, noun)
	}
	return fmt.Sprintf("Here the usual test helps: in %.0f of 100 pairs the memorized %s is nearer to a sample.", n, noun)
}

func (s *scene) endingOfMap(t *tally) string {
	n := len(s.set.odd)
	if n == 0 || math.IsNaN(t.topPlanted) {
		return s.ending(t)
	}
	others := fmt.Sprintf("; the others score %s nats", two(t.regular))
	if math.IsNaN(t.regular) {
		others = ""
	}
	return fmt.Sprintf("%.0f of the %s to odd %ss%s.", t.topPlanted*float64(n), belong(n), s.lab.noun(), others)
}
