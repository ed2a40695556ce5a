package ntk

import (
	"math"

	"example.org/rote/sim"
)

// mostBins is how many bins a histogram may have on one side of 0.
const mostBins = 32

// A histogram counts margins in bins that meet at 0. A margin of exactly 0 counts
// to the left: it is not remembered.
type histogram struct {
	width     float64
	at, count [2 * mostBins]float64 // the first bins are used
	roles     [2 * mostBins]sim.Role
	bins      int
	low, top  float64 // left end of the first bin, and of the axis of counts
}

// fill counts the values.
func (h *histogram) fill(values []float64) {
	least, most := -0.5, 1.5 // at least
	for _, v := range values {
		least, most = min(least, v), max(most, v)
	}
	h.width = max(0.05, roundUp(max(-least, most)/mostBins))
	side := func(reach float64) int { return min(mostBins, max(1, int(math.Ceil(reach/h.width)))) }
	left := side(-least)
	h.bins = left + side(most)
	h.low, h.top = -float64(left)*h.width, 0
	h.count = [2 * mostBins]float64{}
	for i := range h.bins {
		h.at[i] = (float64(i-left) + 0.5) * h.width
		h.roles[i] = sim.Plain
		if i < left {
			h.roles[i] = sim.Control
		}
	}
	for _, v := range values {
		i := min(max(left-1+int(math.Ceil(v/h.width)), 0), h.bins-1)
		h.count[i]++
		h.top = max(h.top, 1.3*h.count[i])
	}
}

// roundUp returns the least of 1, 2, 3 and 5 times a power of ten that is at
// least x, from 0.01 on.
func roundUp(x float64) float64 {
	for power := 0.01; ; power *= 10 {
		for _, digit := range [...]float64{1, 2, 3, 5} {
			if power*digit >= x {
				return power * digit
			}
		}
	}
}

func (h *histogram) bars(name string) sim.Bars {
	return sim.Bars{Name: name, X: h.at[:h.bins], Y: h.count[:h.bins], Roles: h.roles[:h.bins], Width: h.width}
}

// high returns the right end of the last bin.
func (h *histogram) high() float64 { return h.low + float64(float64(h.bins)*h.width) }
