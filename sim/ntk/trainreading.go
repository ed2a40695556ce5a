package ntk

import "math"

// A reading is what the network makes of all labels at the end of an epoch.
type reading struct {
	read   int       // rows so far
	margin []float64 // m, y·h(x)
	gates  []int     // m, open gates of the point
	flips  []int     // 2q, points whose gate differs from that at the start
	moved  []float64 // 2q, |w - w at the start| over √d, after close
	loss   float64   // the sum, and the mean after close

	right, undecided int // margins above 0, and margins of 0
}

func newReading(m, neurons int) reading {
	return reading{margin: make([]float64, m), gates: make([]int, m), flips: make([]int, neurons),
		moved: make([]float64, neurons)}
}

func (r *reading) clear() {
	clear(r.flips)
	r.read, r.loss, r.right, r.undecided = 0, 0, 0, 0
}

func (r *reading) done() bool { return r.read == len(r.margin) }

// add appends a point, with the sums of its neurons and its gates at the start.
func (r *reading) add(margin float64, z []float32, start []bool) {
	r.margin[r.read] = margin
	r.gates[r.read] = 0
	for i, v := range z {
		if v > 0 {
			r.gates[r.read]++
		}
		if v > 0 != start[i] {
			r.flips[i]++
		}
	}
	r.read++
	r.count(margin)
}

func (r *reading) count(margin float64) {
	switch {
	case margin > 0:
		r.right++
	case margin == 0:
		r.undecided++
	}
}

// isFinite reports whether all numbers are finite.
func (r *reading) isFinite() bool {
	sum := r.loss
	for _, v := range r.margin {
		sum += math.Abs(v)
	}
	return !math.IsNaN(sum) && !math.IsInf(sum, 0)
}

func (r *reading) close(n *network) {
	r.loss /= float64(len(r.margin))
	for i := range r.moved {
		r.moved[i] = n.moved(i) / math.Sqrt(float64(n.hidden.In))
	}
}

// closed returns how many points have no open gate.
func (r *reading) closed() (count int) {
	for _, open := range r.gates {
		if open == 0 {
			count++
		}
	}
	return count
}

// flipped returns the share of pairs of a neuron and a point whose gate differs
// from that at the start.
func (r *reading) flipped() float64 {
	sum := 0
	for _, n := range r.flips {
		sum += n
	}
	return float64(sum) / float64(len(r.flips)*len(r.margin))
}

// movement returns the mean way of the neurons, in units of their length at the
// start.
func (r *reading) movement() float64 {
	sum := 0.0
	for _, v := range r.moved {
		sum += v
	}
	return sum / float64(len(r.moved))
}

// typical returns the mean size of the margins.
func (r *reading) typical() float64 {
	sum := 0.0
	for _, v := range r.margin {
		sum += math.Abs(v)
	}
	return sum / float64(len(r.margin))
}
