package nn

import "math"

// A Separation decides whether points z_i lie strictly on one side of some
// hyperplane through the origin. They do unless 0 is in their convex hull, that
// is, unless the shortest Σ a_i z_i over a >= 0 with Σ a_i = 1 is 0.
//
// It is the nonnegative least squares problem [Z; 1…1] a = [0; 1], solved by the
// active set method of Lawson and Hanson, Solving Least Squares Problems (1974),
// chapter 23. The QR factors of the active columns are updated, not made anew.
//
// The zero value waits for Reset. All sums are in a fixed order, so that the
// answer is the same on every platform.
//
// Invariant between the steps of the method: the columns (z_i, 1) of the active
// points are Qᵀ R, and res is what their best combination leaves of (0, 1).
type Separation struct {
	z    []float64 // m×n, row i is z_i
	m, n int

	active   []int     // k points with a weight above 0
	isActive []bool    // m
	weight   []float64 // k, of the active points
	goal     []float64 // k, the weights that fit best, of either sign
	q        []float64 // k×(n+1), orthonormal rows
	r        []float64 // k×k, upper triangular, rows of length stride
	c        []float64 // k, Q (0, 1)
	stride   int       // the largest k
	res      []float64 // n+1

	phase     phase
	at        int     // pricing: the next point
	best      int     // pricing: the point with the largest slope so far
	slope     float64 // of best
	tolerance float64 // slopes below are 0
	rounds    int     // points that have become active
	spent     int     // floating-point operations in this Step
	answer    answer
}

// phase is what the method does next.
type phase uint8

const (
	pricing   phase = iota // looks for a point that would shorten the residual
	entering               // makes it active
	fitting                // fits the weights, or lets go of a point that would be negative
	concluded              // has the answer
)

type answer uint8

const (
	undecided answer = iota
	separable
	inseparable
)

const (
	sliceWork    = 1_000_000 // floating-point operations in a Step, about
	roundsCap    = 20        // times m: then the answer is undecided
	zeroResidual = 1e-9      // a residual below is 0: the points are not separable
	zeroSlope    = 1e-13     // times the longest column
)

// Reset begins with new points, m×n: row i is z_i. It borrows z until the next
// Reset, and uses the memory of earlier problems again. m and n are at least 1.
func (s *Separation) Reset(z []float64, m, n int) {
	if m < 1 || n < 1 || len(z) != m*n {
		panic("nn: points to separate are not m×n")
	}
	k := min(m, n+1)
	s.z, s.m, s.n, s.stride = z, m, n, k
	s.active, s.weight = resized(s.active, k)[:0], resized(s.weight, k)[:0]
	s.isActive, s.goal, s.c = resized(s.isActive, m), resized(s.goal, k), resized(s.c, k)
	s.q, s.r, s.res = resized(s.q, k*(n+1)), resized(s.r, k*k), resized(s.res, n+1)
	clear(s.isActive)
	clear(s.res)
	s.res[n] = 1
	longest := 0.0
	for i := range m {
		longest = max(longest, inner(s.point(i), s.point(i)))
	}
	s.tolerance = zeroSlope * math.Sqrt(longest+1)
	s.rounds, s.answer = 0, undecided
	s.price()
}

// Step works for about a million floating-point operations, and reports whether
// the answer is there.
func (s *Separation) Step() (done bool) {
	for s.spent = 0; s.spent < sliceWork && s.phase != concluded; {
		switch s.phase {
		case pricing:
			s.look()
		case entering:
			s.enter()
		case fitting:
			s.fit()
		}
	}
	return s.phase == concluded
}

// Separable reports whether the points are known to be separable.
func (s *Separation) Separable() bool { return s.answer == separable }

// Undecided reports whether the method has not come to an answer: not yet, or, once
// Step has returned true, not at all.
func (s *Separation) Undecided() bool { return s.answer == undecided }

// Residual returns the length of [Z; 1…1] a - [0; 1] so far, from 1 down to 0.
// At the end it is ρ/√(1+ρ²), where ρ is the distance of the convex hull from 0.
func (s *Separation) Residual() float64 { return math.Sqrt(inner(s.res, s.res)) }

// Direction writes Σ a_i z_i to v, n long: if the points are separable, it has a
// positive product with all of them.
func (s *Separation) Direction(v []float64) {
	for k, x := range s.res[:s.n] {
		v[k] = -x
	}
}

func (s *Separation) point(i int) []float64 { return s.z[i*s.n : (i+1)*s.n] }

// row returns row i of Q.
func (s *Separation) row(i int) []float64 { return s.q[i*(s.n+1) : (i+1)*(s.n+1)] }

// price begins to look for the next active point.
func (s *Separation) price() {
	s.phase, s.at, s.best, s.slope = pricing, 0, -1, s.tolerance
	if s.Residual() <= zeroResidual {
		s.conclude(inseparable)
	}
}

func (s *Separation) conclude(a answer) { s.phase, s.answer = concluded, a }

// look prices one slice of the points.
func (s *Separation) look() {
	for ; s.at < s.m && s.spent < sliceWork; s.at++ {
		s.spent += 2 * s.n
		if s.isActive[s.at] {
			continue
		}
		if slope := inner(s.point(s.at), s.res[:s.n]) + s.res[s.n]; slope > s.slope {
			s.best, s.slope = s.at, slope
		}
	}
	if s.at < s.m {
		return
	}
	switch {
	case s.best < 0 && s.res[s.n] > s.tolerance:
		// Here z_i·Σ a_j z_j = res[n] - slope > 0 for all i.
		s.conclude(separable)
	case s.best < 0 || s.rounds == roundsCap*s.m || len(s.active) == s.stride:
		s.conclude(undecided)
	default:
		s.phase = entering
	}
}

// Cover returns the probability that m points of n dimensions in general
// position with fair labels ±1 are separable by a hyperplane through the origin:
// 2^(1-m) Σ_{k<n} C(m-1, k), formula 7 of Cover, Geometrical and Statistical
// Properties of Systems of Linear Inequalities (1965). m is at least 1.
func Cover(m, n int) float64 {
	if n >= m {
		return 1
	}
	// The binomials relative to the middle one, which neither over- nor underflow.
	middle := (m - 1) / 2
	below, all := 0.0, 0.0
	add := func(k int, c float64) {
		all += c
		if k < n {
			below += c
		}
	}
	c := 1.0
	for k := middle; k >= 0; k-- {
		add(k, c)
		c = float64(c * (float64(k) / float64(m-k)))
	}
	c = 1
	for k := middle; k < m-1; k++ {
		c = float64(c * (float64(m-1-k) / float64(k+1)))
		add(k+1, c)
	}
	return below / all
}
