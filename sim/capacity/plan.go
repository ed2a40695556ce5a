package capacity

import "example.org/rote/sim/sketch"

// A plan is the shape of a snake network. Block j cuts a stretch of the line
// into p1[j] groups of p2[j] points; each output has p2[j] zig-zags in it.
//
// A ramp and a clipped zig-zag are two ReLU each. A block that others follow
// passes the position on the line on to them, and one that others precede the
// sum so far: one more ReLU each, in both of its layers.
type plan struct {
	n, d, dy int
	classes  int // of the readout, or 0
	p1, p2   []int
}

// newPlan returns the plan of widths w1 and w2 of the two layers of each block,
// in ReLU. 0 is the least width that suffices beside the other one.
func newPlan(t *task, blocks, w1, w2 int) plan {
	p := plan{n: t.n, d: t.d, dy: t.dy, classes: t.classes, p1: make([]int, blocks), p2: make([]int, blocks)}
	for j := range blocks {
		p.p1[j] = pairs(w1-passed(j, blocks), 1)
		p.p2[j] = pairs(w2-passed(j, blocks), t.dy)
	}
	switch {
	case w1 == 0 && w2 == 0:
		p.grow(p.p1, p.p2)
	case w1 == 0 && p.p2[0] > 0:
		p.grow(p.p1)
	case w2 == 0 && p.p1[0] > 0:
		p.grow(p.p2)
	}
	return p
}

// pairs returns 2⌊width/(4·dy)⌋, or 0.
func pairs(width, dy int) int { return 2 * (max(0, width) / (4 * dy)) }

// passed returns how many ReLU of a layer of block j of m only pass numbers on.
func passed(j, m int) int {
	r := 0
	if j > 0 {
		r++
	}
	if j < m-1 {
		r++
	}
	return r
}

// grow gives all entries of the lists the least even number that suffices. The
// other entries are not all 0.
func (p *plan) grow(lists ...[]int) {
	for size := 2; ; size += 2 {
		for _, list := range lists {
			for j := range list {
				list[j] = size
			}
		}
		if p.fits() {
			return
		}
	}
}

// places returns how many labels the network can hold.
func (p *plan) places() int {
	sum := 0
	for j := range p.p1 {
		sum += p.p1[j] * p.p2[j]
	}
	return sum
}

// fits reports whether there is a place for each label.
func (p *plan) fits() bool { return p.places() >= p.n }

// layers returns the widths of the hidden layers, in ReLU.
func (p *plan) layers() []int {
	var out []int
	for j := range p.p1 {
		r := passed(j, len(p.p1))
		out = append(out, 2*p.p1[j]+r, 2*p.p2[j]*p.dy+r)
	}
	if p.classes > 0 {
		out = append(out, 4*p.classes)
	}
	return out
}

// neurons returns how many hidden ReLU the network has.
func (p *plan) neurons() int {
	sum := 0
	for _, width := range p.layers() {
		sum += width
	}
	return sum
}

// params returns how many weights and biases the network has.
func (p *plan) params() int { return dense(p.d, append(p.layers(), max(p.dy, p.classes))...) }

// dense returns the number of weights and biases of fully connected layers.
func dense(in int, widths ...int) int {
	sum := 0
	for _, out := range widths {
		sum += in*out + out
		in = out
	}
	return sum
}

// refusal says that widths w1 and w2 have too few places, and which suffice.
func (p *plan) refusal(w1, w2 int) string {
	blocks := len(p.p1)
	enough := newPlan(&task{n: p.n, d: p.d, dy: p.dy}, blocks, 0, 0)
	layers := enough.layers()
	first, second := widest(layers, 0), widest(layers, 1)
	need := say("width %v", first)
	if first != second {
		need = say("widths %v and %v", first, second)
	}
	have := say("Layers %v and %v wide have %s", w1, w2, sketch.Count(p.places(), "place", "places"))
	if blocks > 1 {
		have = say("%v blocks of widths %v and %v have %s", blocks, w1, w2, sketch.Count(p.places(), "place", "places"))
	}
	return say("%s for %v labels: this construction needs %s.", have, p.n, need)
}

// widest returns the largest of every second layer.
func widest(layers []int, from int) int {
	most := 0
	for i := from; i < len(layers); i += 2 {
		most = max(most, layers[i])
	}
	return most
}
