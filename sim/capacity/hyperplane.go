package capacity

import (
	"math"
	"math/rand/v2"
	"slices"

	"example.org/rote/sim/exact"
)

// A hyperplane is u·x = c with |u| = 1.
type hyperplane struct {
	u []float64 // d
	c float64
}

// at returns the signed distance of x.
func (h *hyperplane) at(x []float64) float64 { return dot(h.u, x) - h.c }

// distance returns the least distance of the points that are not in the group: 1
// where there are none.
func (h *hyperplane) distance(t *task, group []int) float64 {
	least := math.Inf(1)
	for i := range t.n {
		if !slices.Contains(group, i) {
			least = min(least, math.Abs(h.at(t.point(i))))
		}
	}
	if math.IsInf(least, 1) {
		return 1
	}
	return least
}

// A system is a set of linear equations with room for d of them, in d unknowns
// and the column on the right. Sums are made in a fixed order, by hand, as
// libraries differ in it from platform to platform.
type system struct {
	d, rows int
	a       []float64 // d×(d+1), row by row
	pivot   []int     // d, the column that a row solves, or -1
	values  []float64 // d+1, scratch
}

func newSystem(d int) *system {
	return &system{d: d, a: make([]float64, d*(d+1)), pivot: make([]int, d), values: make([]float64, d+1)}
}

// clear removes all equations.
func (s *system) clear() { s.rows = 0 }

// add adds the equation Σ x[k]·unknown[k] + last·unknown[d] = 0.
func (s *system) add(x []float64, last float64) {
	row := s.row(s.rows)
	copy(row, x)
	row[s.d] = last
	s.rows++
}

func (s *system) row(i int) []float64 { return s.a[i*(s.d+1) : (i+1)*(s.d+1)] }

// tiny is below what, relative to the largest entry, a pivot counts as 0.
const tiny = 1e-13

// eliminate solves the rows for their pivots, which it takes from the first so
// many columns, always the largest one left.
func (s *system) eliminate(columns int) {
	largest := 0.0
	for i := range s.rows {
		s.pivot[i] = -1
	}
	for k := range s.rows {
		row, column, size := s.find(k, columns)
		largest = max(largest, size)
		if !(size > tiny*largest) {
			return
		}
		s.swap(k, row)
		s.pivot[k] = column
		s.clearColumn(k, column)
	}
}

// find returns the largest entry of the rows from k on.
func (s *system) find(k, columns int) (row, column int, size float64) {
	for i := k; i < s.rows; i++ {
		for j, v := range s.row(i)[:columns] {
			if math.Abs(v) > size {
				row, column, size = i, j, math.Abs(v)
			}
		}
	}
	return row, column, size
}

func (s *system) swap(i, j int) {
	if i == j {
		return
	}
	a, b := s.row(i), s.row(j)
	for k := range a {
		a[k], b[k] = b[k], a[k]
	}
}

// clearColumn makes the pivot of row k 1, and all other entries of its column 0.
func (s *system) clearColumn(k, column int) {
	row := s.row(k)
	pivot := row[column]
	for j := range row {
		row[j] /= pivot
	}
	row[column] = 1
	for i := range s.rows {
		other := s.row(i)
		factor := other[column]
		if i == k || factor == 0 {
			continue
		}
		for j, v := range row {
			other[j] -= float64(factor * v)
		}
		other[column] = 0
	}
}

// through fills h with a hyperplane through the points of the group. Fewer than
// d points leave a choice, which is made at random.
func (s *system) through(h *hyperplane, t *task, group []int, rng *rand.Rand) {
	s.clear()
	for _, i := range group {
		s.add(t.point(i), -1)
	}
	s.eliminate(s.d + 1)
	free := s.d + 1 - s.solved()
	for j := range s.values {
		s.values[j] = 1
		if free > 1 {
			s.values[j] = exact.Normal(rng)
		}
	}
	s.fill()
	length := norm(s.values[:s.d])
	for k := range h.u {
		h.u[k] = s.values[k] / length
	}
	h.c = s.values[s.d] / length
}

// solved returns how many rows have a pivot.
func (s *system) solved() int {
	n := 0
	for n < s.rows && s.pivot[n] >= 0 {
		n++
	}
	return n
}

// fill computes the unknowns of the pivots from all others. A row is 0 in the
// columns of other pivots.
func (s *system) fill() {
	n := s.solved()
	for _, column := range s.pivot[:n] {
		s.values[column] = 0
	}
	for i, column := range s.pivot[:n] {
		s.values[column] = -dot(s.row(i), s.values)
	}
}

// weigh fills v with weights such that v·x is the label at each point of the
// group, and reports whether there are such. Where there is a choice, weights are
// 0.
func (s *system) weigh(v []float64, t *task, group []int) bool {
	s.clear()
	for _, i := range group {
		s.add(t.point(i), -t.y[i])
	}
	s.eliminate(s.d)
	clear(s.values)
	s.values[s.d] = 1
	s.fill()
	copy(v, s.values[:s.d])
	return s.solved() == s.rows
}
