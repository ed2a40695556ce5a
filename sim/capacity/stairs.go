package capacity

import "math/rand/v2"

// A stair is a construction with one hidden layer, a step of the ladder to the
// snake. It is prepared in ticks, and then stands group by group.
type stair interface {
	// ticks returns how many ticks the preparation takes.
	ticks() int
	// prepare does one slice of it, and reports whether a tick is complete.
	prepare() bool
	// groups returns how many groups of units there are.
	groups() int
	// points returns the points of group k.
	points(k int) []int
	// add adds what group k says of each point to the sums.
	add(p arithmetic, k int, sums []float64)
	// answer returns f for a sum over all groups so far.
	answer(p arithmetic, sum float64) float64
	// cost returns the multiplications of add.
	cost() int
	// size returns what the whole construction needs and how well it stands.
	size() stairSize
}

// upTo returns how many of some things n pieces of about equal size have brought
// after k of them.
func upTo(k, n, things int) int { return (k*things + n - 1) / n }

// completes reports whether the k-th of some things is the last one of a piece.
func completes(k, n, things int) bool { return (k*n)/things > ((k-1)*n)/things }

// stairSize is what a stair needs: its hidden units, the number that theory
// allows for them, its weights, the largest of these, and the least distance on
// which it relies.
type stairSize struct {
	units, bound, params int
	most, least          float64
}

// generalPosition is the least distance below which points count as not in
// general position.
const generalPosition = 1e-9

// shuffled returns 0..n-1 in random order.
func shuffled(rng *rand.Rand, list []int) {
	rng.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
}

// groupAt returns group k of a list cut into groups of d.
func groupAt(list []int, k, d int) []int { return list[k*d : min(len(list), (k+1)*d)] }

// groupsOf returns ⌈n/d⌉.
func groupsOf(n, d int) int { return (n + d - 1) / d }
