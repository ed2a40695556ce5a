package capacity

import (
	"math"
	"slices"
)

// A memory is a snake network: a direction u makes the points a line, ramps cut
// the line into groups, and each zig-zag runs through all groups of its block
// and stays in the band |z| <= 1 at one point of each, where it meets the label.
// The sum of the clipped zig-zags is the answer,
//
//	f(x) = Σ H(z_l(u·x)) - off,   H(t) = clamp(t, -1, 1).
//
// Networks are evaluated by clamps and not by differences of ReLU, and blocks pass
// positions on as they are: a shift that keeps them positive would only round.
// Everything is fitted in float64. This is a reconstruction of the idea of Yun,
// Sra and Jadbabaie (2019), groups times positions, not their proof.
//
// Invariant after a successful fit: at the place that it owns in each group a
// zig-zag equals the label, and at all other places |z| >= 1 if margin >= 1.
type memory struct {
	plan
	margin float64 // share of the weight that saturation needs, 1.05 is safe
	snake  bool    // alternate the order of the owners from group to group

	u      []float64 // d, length 1
	order  []int     // n, the points along the line
	owner  []int     // one for each place: which of the zig-zags of an output has it
	at     []float64 // one for each place, rising; behind those of the points are dummies
	gap    float64   // least distance of two points on the line
	groups []group
	units  []unit // of output 0 first; several blocks have one output
	off    float64
	most   float64 // largest |C| of all units

	foot       []float64 // n, scratch
	rho, kappa []float64 // scratch
	spare      []int     // scratch of the sort, n if it has several runs
}

// A group is a stretch of the line, with the ramp that rises from -1 to 1 on it.
type group struct {
	block       int
	start, size int // its places
	lo, hi      float64
	slope, mid  float64
}

// ramp returns a(t) = H(slope·(t-mid)).
func (g *group) ramp(t float64) float64 { return clamp(float64(g.slope * (t - g.mid))) }

func clamp(t float64) float64 { return min(1, max(-1, t)) }

// A unit is one zig-zag: z(t) = Σ c[g]·a_g(t) + b over the groups of its block.
type unit struct {
	out   int // which output it serves
	place int // its position in even groups
	first int // the first group of its block
	c     []float64
	b     float64
	edge  []float64 // len(c)+1: z at the ends of the groups
}

// newMemory returns a network of the plan's shape, not yet fitted.
func newMemory(p plan, margin float64, snake bool) *memory {
	m := &memory{plan: p, margin: margin, snake: snake, off: 1, order: make([]int, p.n), foot: make([]float64, p.n),
		u: make([]float64, p.d), at: make([]float64, p.places())}
	start := 0
	for j := range p.p1 {
		first := len(m.groups)
		for range p.p1[j] {
			m.groups = append(m.groups, group{block: j, start: start, size: p.p2[j]})
			start += p.p2[j]
		}
		m.addUnits(j, first)
	}
	if p.p2[0]%2 == 1 {
		m.off = 0
	}
	m.assign()
	m.rho, m.kappa = make([]float64, slices.Max(p.p1)), make([]float64, slices.Max(p.p1))
	return m
}

func (m *memory) addUnits(block, first int) {
	n := m.p1[block]
	for out := range m.dy {
		for place := range m.p2[block] {
			m.units = append(m.units, unit{out: out, place: place, first: first, c: make([]float64, n), edge: make([]float64, n+1)})
		}
	}
}

// assign finds the owner of each place.
func (m *memory) assign() {
	m.owner = make([]int, len(m.at))
	units := m.output(0)
	for i := range units {
		for g := range units[i].c {
			m.owner[m.own(&units[i], g)] = i
		}
	}
}

// output returns the zig-zags that serve an output.
func (m *memory) output(out int) []unit {
	n := len(m.units) / m.dy
	return m.units[out*n : (out+1)*n]
}

// fit builds the network for the task along the direction u. It returns false
// if two points fall on one foot, or so near that the weights leave the range
// of numbers.
func (m *memory) fit(t *task, u []float64) bool {
	fits, _ := m.build(t, u, atOnce)
	return fits
}

// build is fit in slices of the work: it calls slice after each, and ends without a
// fit when that returns false, as it then does itself.
func (m *memory) build(t *task, u []float64, slice func() bool) (fits, goesOn bool) {
	copy(m.u, u)
	if !m.project(t, slice) {
		return false, false
	}
	if m.gap == 0 {
		return false, true
	}
	m.cut()
	m.most = 0
	cost := 0
	for i := range m.units {
		m.fitUnit(t, &m.units[i])
		if cost += len(m.units[i].c); cost > fitSlice {
			cost = 0
			if !slice() {
				return false, false
			}
		}
	}
	return m.most <= math.MaxFloat64/1e9, true
}

// atOnce lets all slices be done in one.
func atOnce() bool { return true }

// fitSlice is how many weights are found in a slice.
const fitSlice = 20_000

// project finds the places on the line, and their least distance. It returns what
// slice does.
func (m *memory) project(t *task, slice func() bool) bool {
	for i := range m.foot {
		m.foot[i], m.order[i] = dot(m.u, t.point(i)), i
		if i%fitSlice == fitSlice-1 && !slice() {
			return false
		}
	}
	if !m.sortSlices(slice) {
		return false
	}
	for k, i := range m.order {
		m.at[k] = m.foot[i]
	}
	m.gap = math.Inf(1)
	for k := 1; k < m.n; k++ {
		m.gap = min(m.gap, m.at[k]-m.at[k-1])
	}
	for k := m.n; k < len(m.at); k++ {
		m.at[k] = m.at[k-1] + m.meanGap()
	}
	return true
}

// meanGap returns the mean distance of neighbours on the line.
func (m *memory) meanGap() float64 { return (m.at[m.n-1] - m.at[0]) / float64(m.n-1) }

// cut puts the ends of the groups half-way between neighbours.
func (m *memory) cut() {
	end := m.at[0] - m.meanGap()/2
	for i := range m.groups {
		g := &m.groups[i]
		next := g.start + g.size
		g.lo, g.hi = end, m.at[next-1]+m.meanGap()/2
		if next < len(m.at) {
			g.hi = (m.at[next-1] + m.at[next]) / 2
		}
		g.slope, g.mid = 2/(g.hi-g.lo), (g.hi+g.lo)/2
		end = g.hi
	}
}

// own returns the place that a unit owns in the group of that index in its block.
func (m *memory) own(u *unit, index int) int {
	g := &m.groups[u.first+index]
	if m.snake && index%2 == 1 {
		return g.start + g.size - 1 - u.place
	}
	return g.start + u.place
}

// label returns the label of a place: 0 for a dummy.
func (m *memory) label(t *task, place, out int) float64 {
	if place >= m.n {
		return 0
	}
	return t.y[m.order[place]*m.dy+out]
}
