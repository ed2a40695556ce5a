package capacity

import (
	"math"
	"math/rand/v2"
)

// bitstore is the idea of Vardi, Yehudai and Shamir (2021): about √N stretches of the
// line with about √N points each, whose labels, and places in the stretch, are the
// binary digits of a few numbers. One part of the network looks up the numbers of the
// stretch; a deep and narrow one takes their digits out one by one, and compares the
// places.
//
// Looking up is a sum of which one term is not 0, and doubling a number and taking its
// first digit away is exact, so that nothing is rounded as long as a number holds at
// most digitsOf digits. With numbers of any length the weights grow like √N but for
// logarithms. A weight of float64 holds 53 digits, so N labels need N/53 weights at
// least: here a stretch has the more numbers, the more points it has, and there are
// more weights than labels.
type bitstore struct {
	*zhang            // the line
	slots  int        // points in a stretch
	digits int        // of a place in a stretch
	places [][]number // of each stretch
	signs  [][]number
}

// A number holds the digits of some points one behind the other, as a fraction.
type number float64

// digitsOf is how many binary digits a number holds at most.
const digitsOf = 48

func newBitstore(t *task, dirs int, rng *rand.Rand) *bitstore {
	slots := int(math.Ceil(math.Sqrt(float64(t.n))))
	return &bitstore{zhang: newZhang(t, dirs, rng), slots: slots}
}

func (b *bitstore) groups() int        { return groupsOf(b.task.n, b.slots) }
func (b *bitstore) points(k int) []int { return groupAt(b.order, k, b.slots) }
func (b *bitstore) cost() int          { return b.task.n*b.task.d + 4*b.slots*b.slots*(b.digits+signDigits) }

// signDigits is how many digits the sign of a point takes: 10 is +1, 01 is -1, and 00
// is what all points look like from outside of the stretch.
const signDigits = 2

// prepare tries a direction, and finds the codes after the last one.
func (b *bitstore) prepare() bool {
	isTick := b.try()
	if b.tried == len(b.dirs) {
		b.project(b.u)
		b.encode()
	}
	return isTick
}

// encode finds how many digits tell the places of each stretch apart, and the codes.
func (b *bitstore) encode() {
	least := 1.0
	for k := range b.groups() {
		lo, _ := b.stretch(k)
		for j := lo + 1; j < lo+len(b.points(k)); j++ {
			least = min(least, b.place(k, b.at[j])-b.place(k, b.at[j-1]))
		}
	}
	// A place matches within half a unit, and another must be a unit away from it.
	for b.digits = 1; math.Ldexp(least, b.digits) < 1.5 && b.digits < digitsOf; b.digits++ {
	}
	b.places, b.signs = make([][]number, b.groups()), make([][]number, b.groups())
	for k := range b.groups() {
		lo, _ := b.stretch(k)
		for j, i := range b.points(k) {
			unit := math.Ldexp(b.place(k, b.at[lo+j]), b.digits)
			b.places[k] = pack(b.places[k], j, b.digits, min(math.Floor(unit), math.Ldexp(1, b.digits)-1))
			b.signs[k] = pack(b.signs[k], j, signDigits, 1.5+b.task.y[i]/2)
		}
	}
}

// pack appends n digits, those of a whole number, to the numbers: the j-th of its kind.
func pack(list []number, j, n int, whole float64) []number {
	each := digitsOf / n
	if j%each == 0 {
		list = append(list, 0)
	}
	list[len(list)-1] += number(math.Ldexp(whole, -n*(j%each+1)))
	return list
}

// stretch returns the first and the last place on the line of a stretch.
func (b *bitstore) stretch(k int) (first, last int) {
	return k * b.slots, min(b.task.n, (k+1)*b.slots) - 1
}

// place returns where t is in a stretch, 0 to 1: a ramp of two ReLU.
func (b *bitstore) place(k int, t float64) float64 {
	first, last := b.stretch(k)
	if first == last {
		return 0
	}
	return clip((t - b.at[first]) / (b.at[last] - b.at[first]))
}

// clip clamps to 0 to 1: two ReLU.
func clip(x float64) float64 { return min(1, max(0, x)) }

// inside returns 1 in a stretch and 0 in all others: two ramps, in the gaps before and
// behind it.
func (b *bitstore) inside(k int, t float64) float64 {
	first, last := b.stretch(k)
	in := 1.0
	if first > 0 {
		gap := (b.at[first] - b.at[first-1]) / 3
		in = clip((t - b.at[first-1] - gap) / gap)
	}
	if last < b.task.n-1 {
		gap := (b.at[last+1] - b.at[last]) / 3
		in -= clip((t - b.at[last] - gap) / gap)
	}
	return in
}

// add asks the digits of stretch k for each point.
func (b *bitstore) add(p arithmetic, k int, sums []float64) {
	scale := math.Ldexp(1, b.digits)
	for i := range b.task.n {
		t := p.dot(b.u, b.task.point(i), 0)
		in, at := p.of(b.inside(k, t)), p.of(p.of(b.place(k, t))*scale)
		places, signs := tape{list: b.places[k], in: in, n: b.digits}, tape{list: b.signs[k], in: in, n: signDigits}
		for range b.points(k) {
			place, sign := places.next(p), signs.next(p)
			up := max(0, sign-1) // 10 is 2
			match := clip(2 - 2*math.Abs(at-place-0.5))
			sums[i] = p.of(sums[i] + max(0, match+up-1) - max(0, match+sign-2*up-1))
		}
	}
}

// A tape takes the digits of a stretch out of its numbers, n at a time.
type tape struct {
	list []number
	in   float64 // 1 inside of the stretch, and 0 where the numbers look like 0
	n    int
	left int     // of the present number
	x    float64 // what it still holds
}

// next returns the whole number of the next n digits. A digit is two ReLU, steep enough
// for digitsOf digits.
func (t *tape) next(p arithmetic) (whole float64) {
	if t.left < t.n {
		t.x, t.list, t.left = p.of(t.in*p.of(float64(t.list[0]))), t.list[1:], digitsOf
	}
	t.left -= t.n
	for range t.n {
		digit := clip(float64(p.of(t.x-0.5)*(1<<digitsOf)) + 1)
		t.x = p.of(2*t.x - digit)
		whole = p.of(2*whole + digit)
	}
	return whole
}

// numbers returns how many numbers a full stretch has.
func (b *bitstore) numbers() int {
	return groupsOf(b.slots, digitsOf/max(1, b.digits)) + groupsOf(b.slots, digitsOf/signDigits)
}

// size counts the units and the weights that are not 0.
func (b *bitstore) size() stairSize {
	g, m := b.groups(), b.slots
	taken := m * (b.digits + signDigits)
	s := stairSize{units: 6*g + 4*taken + 6*m, least: b.gap, most: 1 << digitsOf}
	// A digit takes 10 weights, and all numbers, the place and the sum are passed on.
	s.params = b.task.d + 12*g + (4*b.numbers()+2)*g + taken*(10+b.numbers()+2) + 12*m
	s.bound = s.units
	return s
}

// answer returns f for a sum over all stretches so far.
func (b *bitstore) answer(_ arithmetic, sum float64) float64 { return sum }
