package dejavu

import (
	"fmt"
	"math"

	"example.org/rote/sim/sketch"
)

// spreadOfRun is the standard deviation of the score between runs that hold no memory, for
// 96 pictures; it falls with the root of their number. Measured.
const spreadOfRun = 0.045

// spread returns it for these pictures.
func (l *Lab) spread() float64 { return spreadOfRun * math.Sqrt(96/float64(l.n)) }

// ceiling is the most that a network without memory can name on average: the habitat
// gives the class away, or nothing does.
func ceiling(rho float64, classes int) float64 { return rho + (1-rho)/float64(classes) }

// Curves are what the evaluations say, against the epoch.
type curves struct {
	reach, top        float64
	chance, ceiling   float64
	target, reference sketch.Trace
	band              [5]sketch.Trace // one and two deviations below and above, and the middle
	named             string
	namedAt           [2]float64

	shares [fates]sketch.Trace // added up: memorized below, then misrepresented and correlated
	scores [layerCount]sketch.Trace
	low    float64
	high   float64
	whole  [len(qualityLayers)]sketch.Trace
	sure   [2]sketch.Trace
	tests  tests
	votes  parting
}

// Tests are what the test with two networks says, and that with one.
type tests struct {
	scores, lo, hi [2][]float64
	words          string
	top            float64
}

func newCurves(l *Lab) curves {
	return curves{chance: 1 / float64(l.classes), ceiling: ceiling(l.rho, l.classes)}
}

func (c *curves) see(s *scene) {
	c.reach = float64(s.lab.epochs)
	c.clear()
	for i := range s.history {
		c.add(&s.history[i], &s.history[i].tallies[s.lab.attackedLayer()])
	}
	c.seeBand(s.lab.spread())
	c.votes.see(s)
	if s.last() == nil {
		return
	}
	c.seeSure(s)
	c.tests.see(s.shown())
	t := s.shown()
	c.named = fmt.Sprintf("%d ± %d of %d crops", t.difference(), howMany(t.deviation(), t.crops), t.crops)
	c.namedAt = [2]float64{0.62 * c.reach, (last(&c.target) + last(&c.reference)) / 2}
}

// howMany returns a share of n things as a whole number of them.
func howMany(share float64, n int) int { return int(math.Round(share * float64(n))) }

func last(t *sketch.Trace) float64 { return t.Y[len(t.Y)-1] }

func (c *curves) clear() {
	c.target.Clear()
	c.reference.Clear()
	for i := range c.shares {
		c.shares[i].Clear()
	}
	for i := range c.scores {
		c.scores[i].Clear()
	}
	for i := range c.whole {
		c.whole[i].Clear()
	}
	c.low, c.high = -0.1, 0.2
}

// add takes in an evaluation, whose tally in the attacked layer is t.
func (c *curves) add(e *evaluation, t *tally) {
	x := float64(e.epoch)
	c.target.To(x, t.target())
	c.reference.To(x, t.reference())
	sum := 0.0
	for i, fate := range stacked {
		sum += t.share(fate)
		c.shares[i].To(x, sum)
	}
	for layer := range e.tallies {
		score := e.tallies[layer].score()
		c.scores[layer].To(x, score)
		c.low, c.high = min(c.low, score-0.03), max(c.high, score+0.03)
	}
	for i, q := range e.quality {
		if !math.IsNaN(q) {
			c.whole[i].To(x, q)
		}
	}
}

// stacked are the fates from the lowest share to the highest line.
var stacked = [fates]int{memorized, misrepresented, correlated, unassociated}

// seeBand puts the noise of one run around what the network that saw nothing names, which
// is chance before that is known.
func (c *curves) seeBand(spread float64) {
	at := c.chance
	for i := range c.band {
		c.band[i].Clear()
		c.band[i].To(0, c.chance)
	}
	for i, x := range c.reference.X {
		at = c.reference.Y[i]
		for j := range c.band {
			if i == 0 {
				c.band[j].Clear()
			}
			c.band[j].To(x, at)
		}
	}
	c.top = 0.5
	for j := range c.band {
		c.band[j].To(c.reach, at)
		for i := range c.band[j].Y {
			c.band[j].Y[i] += float64(float64(j-2) * spread)
			c.top = max(c.top, c.band[j].Y[i]+0.02)
		}
	}
	for _, y := range c.target.Y {
		c.top = max(c.top, y+0.03)
	}
	c.top = min(1, max(c.top, c.ceiling+0.03))
}

func (c *curves) seeSure(s *scene) {
	for i := range c.sure {
		c.sure[i].Clear()
	}
	if s.last().collapsed {
		return
	}
	n := s.lab.n
	for model := range 2 {
		for at := range 2 {
			guesses := s.guesses[model][at*n : (at+1)*n]
			addSure(&c.sure[(model+at)%2], guesses, s.class[at*n:(at+1)*n])
		}
	}
}

// addSure adds half of the shares of right guesses among the surest.
func addSure(t *sketch.Trace, guesses []guess, class []uint8) {
	order := ranked(guesses)
	isFirst := len(t.X) == 0
	at := 0
	for percent := 5; percent <= 100; percent += 5 {
		share := surest(guesses, class, order, float64(percent)/100)
		switch {
		case math.IsNaN(share):
			continue
		case isFirst:
			t.To(float64(percent), share/2)
		default:
			t.Y[at] += share / 2
		}
		at++
	}
}

func (t *tests) see(of *tally) {
	_, alone := of.without()
	two, one := of.deviation(), paired(of.alone, of.wrongly, of.crops)
	t.top = 0.2
	for i, row := range [2][2]float64{{of.score(), two}, {alone, one}} {
		t.scores[i], t.lo[i], t.hi[i] = append(t.scores[i][:0], row[0]), append(t.lo[i][:0], row[0]-row[1]), append(t.hi[i][:0], row[0]+row[1])
		t.top = max(t.top, row[0]+row[1]+0.05)
	}
	t.words = fmt.Sprintf("they disagree on %d of %d crops", howMany(of.disagreement(), of.crops), of.crops)
}
