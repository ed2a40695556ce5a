package capacity

import (
	"math"
	"math/rand/v2"
)

// A residual is a residual network that holds classes. Each block moves the up
// to d points of one class that lie on a hyperplane along one direction v, and
// no other point, by its class times a step; at the end each class has a stretch
// of v·h of its own, where the last block reads it off. The order 4N/d of its
// ReLU is that of Yun, Sra and Jadbabaie (2019), the hyperplanes are ours.
type residual struct {
	now    task // the points where they are now
	rng    *rand.Rand
	system *system
	v      []float64 // d, length 1
	mid    float64   // of v·x
	half   float64   // of the range of v·x
	blocks []mover
	done   int // blocks built
}

// A mover is a block: h += shift·bump(4(u·h-c)/m)·v, four ReLU. The bump is 1 at
// the group and 0 from the distance m/2 on.
type mover struct {
	class int
	group []int // a part of the order of its class
	rest  []int // and what follows of it
	plane hyperplane
	least float64 // m, the distance of the next point
}

// newResidual plans the blocks; class 0 stays.
func newResidual(t *task, rng *rand.Rand) *residual {
	r := &residual{now: *t, rng: rng, system: newSystem(t.d), v: direction(rng, t.d)}
	r.now.x = append([]float64(nil), t.x...)
	lo, hi := math.Inf(1), math.Inf(-1)
	for i := range t.n {
		lo, hi = min(lo, dot(r.v, t.point(i))), max(hi, dot(r.v, t.point(i)))
	}
	r.mid, r.half = (lo+hi)/2, (hi-lo)/2
	for class := 1; class < t.classes; class++ {
		r.plan(class)
	}
	return r
}

func (r *residual) plan(class int) {
	var order []int
	for i, c := range r.now.class {
		if c == class {
			order = append(order, i)
		}
	}
	shuffled(r.rng, order)
	for from := 0; from < len(order); from += r.now.d {
		to := min(len(order), from+r.now.d)
		r.blocks = append(r.blocks, mover{class: class, group: order[from:to], rest: order[from:],
			plane: hyperplane{u: make([]float64, r.now.d)}})
	}
}

// heaps returns how many classes have points.
func (r *residual) heaps() int {
	seen := map[int]bool{}
	for _, class := range r.now.class {
		seen[class] = true
	}
	return len(seen)
}

// step returns the distance of the places of neighbouring classes.
func (r *residual) step() float64 { return float64(3 * r.half) }

// build fits the next block to the points where they are now, and moves them. A
// group that is too near to other points is drawn again.
func (r *residual) build() {
	b := &r.blocks[r.done]
	for try := 0; ; try++ {
		r.system.through(&b.plane, &r.now, b.group, r.rng)
		b.least = max(b.plane.distance(&r.now, b.group), tiny)
		if b.least >= generalPosition || len(b.rest) == len(b.group) || try == maxShuffles {
			break
		}
		shuffled(r.rng, b.rest)
	}
	r.done++
	shift := float64(b.class) * r.step()
	for i := range r.now.n {
		h := r.now.point(i)
		far := float64(shift * bump(4*b.plane.at(h)/b.least))
		for k := range h {
			h[k] += float64(far * r.v[k])
		}
	}
}

// bump is R(s+2)-R(s+1)-R(s-1)+R(s-2), evaluated by clamps, which are exact.
func bump(s float64) float64 { return min(1, max(0, 2-math.Abs(s))) }

// centre returns the middle of the place of a class on the line v·h.
func (r *residual) centre(class int) float64 { return r.mid + float64(float64(class)*r.step()) }

// ramp returns how wide the sides of a class's answer are.
func (r *residual) ramp() float64 { return (r.step() - 2*r.half) / 4 }

// says returns what the last block says of a class at v·h = p: four ReLU for
// each class, flat over its place.
func (r *residual) says(class int, p float64) float64 {
	return min(1, max(0, 1-(math.Abs(p-r.centre(class))-r.half)/r.ramp()))
}

// errors returns the largest error of the one-hot answers, and how many points
// are taken for another class.
func (r *residual) errors() (fit, wrong float64) {
	for i, own := range r.now.class {
		p, best, winner := dot(r.v, r.now.point(i)), -1.0, 0
		for class := range r.now.classes {
			says, want := r.says(class, p), 0.0
			if class == own {
				want = 1
			}
			fit = max(fit, math.Abs(says-want))
			if says > best {
				best, winner = says, class
			}
		}
		if winner != own {
			wrong++
		}
	}
	return fit, wrong
}

// size returns what the network needs: units are those of the blocks without the
// last one, and most and least are those of the blocks built.
func (r *residual) size() stairSize {
	d, classes := r.now.d, r.now.classes
	s := stairSize{units: 4 * len(r.blocks), most: max(float64(classes-1)*r.step(), 1/r.ramp()), least: math.Inf(1)}
	counts := make([]int, classes)
	for _, class := range r.now.class {
		counts[class]++
	}
	for _, n := range counts {
		s.bound += 4 * groupsOf(n, d)
	}
	s.params = len(r.blocks)*dense(d, 4, d) + dense(d, 4*classes, classes)
	for k := range r.done {
		s.most = max(s.most, 4/r.blocks[k].least)
		s.least = min(s.least, r.blocks[k].least)
	}
	return s
}
