package capacity

import (
	"math"

	"example.org/rote/sim"
)

// mostBins is how many bins a histogram has at most on one side of 0.
const mostBins = 32

// A histogram counts margins in bins that meet at 0. A margin of exactly 0 counts
// to the left: it is not remembered.
type histogram struct {
	width     float64
	bins      int // so many of the following are used
	at, count [2 * mostBins]float64
	roles     [2 * mostBins]sim.Role
	low, top  float64 // left end of the first bin, and of the axis of counts
}

// fill counts the values.
func (h *histogram) fill(values []float64) {
	least, most := -0.5, 1.5 // at least
	for _, v := range values {
		least, most = min(least, v), max(most, v)
	}
	h.width = evenAbove(max(-least, most) / mostBins)
	left, right := binsFor(-least, h.width), binsFor(most, h.width)
	h.bins, h.low, h.top = left+right, -float64(left)*h.width, 0
	h.count = [2 * mostBins]float64{}
	for i := range h.bins {
		h.at[i], h.roles[i] = (float64(i-left)+0.5)*h.width, sim.Plain
		if i < left {
			h.roles[i] = sim.Control
		}
	}
	for _, v := range values {
		i := min(h.bins-1, max(0, left-1+int(math.Ceil(v/h.width))))
		h.count[i]++
		h.top = max(h.top, 1.3*h.count[i])
	}
}

func binsFor(reach, width float64) int { return min(mostBins, max(1, int(math.Ceil(reach/width)))) }

// high returns the right end of the last bin.
func (h *histogram) high() float64 { return h.low + float64(float64(h.bins)*h.width) }

// evenAbove returns the least of 1, 2 and 5 times a power of ten that is not
// below x, from 0.05 on.
func evenAbove(x float64) float64 {
	for power := 0.05; ; power *= 10 {
		for _, factor := range [...]float64{1, 2, 4, 10} {
			if power*factor >= x {
				return power * factor
			}
		}
	}
}
