package sketch

import (
	"math"

	"example.org/rote/sim"
)

// A Histogram counts numbers, such as margins, in bins of equal width that meet at
// 0: no bin holds numbers of both signs, and a 0 counts to the left, with those
// below. The zero Histogram is ready to be filled.
type Histogram struct {
	Left, Right sim.Role // of the bars on either side of 0
	Low, High   float64  // ends of the bins
	Top         float64  // of the axis of counts: some room above the highest bar

	width     float64
	bins      int // so many of the following are used
	zero      int // so many of them lie left of 0
	at, count [2 * mostBins]float64
}

const (
	mostBins = 32   // on one side of 0
	finest   = 0.05 // width of a bin
)

// Fill counts the values, which are finite. The bins reach at least from low, below
// 0, to high, above 0.
func (h *Histogram) Fill(values []float64, low, high float64) {
	for _, v := range values {
		low, high = min(low, v), max(high, v)
	}
	h.width = max(finest, Above(max(-low, high)/mostBins))
	h.layOut(h.binsTo(-low), h.binsTo(high))
	clear(h.count[:])
	most := 0.0
	for _, v := range values {
		i := min(max(h.zero-1+int(math.Ceil(v/h.width)), 0), h.bins-1)
		h.count[i]++
		most = max(most, h.count[i])
	}
	h.Top = 1.3 * most
}

// binsTo returns how many bins reach so far from 0.
func (h *Histogram) binsTo(reach float64) int {
	return min(mostBins, max(1, int(math.Ceil(reach/h.width))))
}

// layOut places so many bins on both sides of 0.
func (h *Histogram) layOut(left, right int) {
	h.zero, h.bins = left, left+right
	for i := range h.bins {
		h.at[i] = (float64(i-left) + 0.5) * h.width
	}
	h.Low = -float64(left) * h.width
	h.High = h.Low + float64(float64(h.bins)*h.width)
}

// Draw adds the bars on either side of 0 to a panel, by their names. The histogram
// lends them until it is filled again.
func (h *Histogram) Draw(p *sim.Panel, left, right string) {
	p.Bar(sim.Bars{Name: left, Role: h.Left, X: h.at[:h.zero], Y: h.count[:h.zero], Width: h.width})
	p.Bar(sim.Bars{Name: right, Role: h.Right, X: h.at[h.zero:h.bins], Y: h.count[h.zero:h.bins], Width: h.width})
}
