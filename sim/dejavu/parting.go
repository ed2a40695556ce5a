package dejavu

import (
	"fmt"
	"math"

	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// hold takes in the votes for the hidden object of a crop.
func (t *tally) hold(saw, other int) {
	t.held[0] += saw
	t.held[1] += other
	t.apart += (saw - other) * (saw - other)
}

// votes returns the shares of the k nearest that show the hidden object, in the network
// that saw the picture and in the other one, and the standard error of their difference.
// A vote says more than a verdict: networks part in their votes before most crops are
// named otherwise.
func (t *tally) votes(k int) (saw, other, deviation float64) {
	all := float64(t.crops * k)
	saw, other = float64(t.held[0])/all, float64(t.held[1])/all
	mean := saw - other
	square := float64(t.apart) / all / float64(k)
	return saw, other, math.Sqrt(max(0, square-float64(mean*mean)) / float64(t.crops))
}

// isApart reports whether the votes differ by more than twice their error.
func (t *tally) isApart(k int) bool {
	saw, other, deviation := t.votes(k)
	return saw-other > 2*deviation
}

// parted returns the epoch since which every evaluation has found the votes apart, and
// whether there are at least two of them: one alone is so by chance in one of fifty.
func (s *scene) parted() (epoch int, ok bool) {
	layer, found := s.lab.attackedLayer(), 0
	for i := len(s.history) - 1; i >= 0 && s.history[i].epoch > 0 && s.history[i].tallies[layer].isApart(s.lab.k); i-- {
		epoch = s.history[i].epoch
		found++
	}
	return epoch, found > 1
}

// A parting shows the votes for the hidden objects against the epoch, with twice the error
// of their difference around those of the network that did not see the picture.
type parting struct {
	saw, other  sketch.Trace
	lo, hi      []float64
	bottom, top float64
	words       string
	short       string
}

func (c *parting) see(s *scene) {
	c.saw.Clear()
	c.other.Clear()
	chance := 1 / float64(s.lab.classes)
	c.lo, c.hi, c.bottom, c.top = c.lo[:0], c.hi[:0], chance, chance
	for i := range s.history {
		saw, other, deviation := s.history[i].tallies[s.lab.attackedLayer()].votes(s.lab.k)
		x := float64(s.history[i].epoch)
		c.saw.To(x, saw)
		c.other.To(x, other)
		c.lo, c.hi = append(c.lo, other-2*deviation), append(c.hi, other+2*deviation)
		c.bottom, c.top = min(c.bottom, saw, other-2*deviation), max(c.top, saw, other+2*deviation)
	}
	c.bottom, c.top = max(0, c.bottom-0.02), min(1, c.top+0.05)
	c.words, c.short = "not parted", "Votes in time"
	if epoch, ok := s.parted(); ok {
		c.words, c.short = fmt.Sprintf("parted at epoch %d", epoch), fmt.Sprintf("Parted: epoch %d", epoch)
	}
}

func (c *parting) draw(p *sim.Panel, chance float64, epochs sim.Axis) {
	p.Short, p.Empty = c.short, waiting
	if len(c.saw.X) == 0 {
		return
	}
	p.Axes(epochs, sim.Axis{Name: "nearest with the hidden object, share", Min: c.bottom, Max: c.top})
	p.Level(sim.Line{Name: "chance", Role: sim.Theory}, chance, 0, epochs.Max)
	band := c.other.Line(sim.Line{Name: "in the other network, ± two errors", Role: sim.Control})
	band.Lo, band.Hi = c.lo, c.hi
	p.Line(band)
	p.Line(c.saw.Line(sim.Line{Name: "in the one that saw it", Role: sim.Train}))
	p.Point(c.other.Points(sim.Points{Role: sim.Control}))
	p.Point(c.saw.Points(sim.Points{Role: sim.Train}))
	p.Label(sim.Label{Text: c.words, X: 0.03 * epochs.Max, Y: c.top - 0.02, Boxed: true})
}
