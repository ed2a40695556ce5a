package capacity

import (
	"slices"
	"sort"
	"strconv"

	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// A weave is the picture of both layers at once. A column is a group of points,
// which stand in it evenly in the order of the line; two neurons above it make its
// ramp. A row is a zig-zag, with its two neurons at the left: it has one bead in
// each column, the label that it meets there. Below runs the sum through all labels.
type weave struct {
	plan  plan
	out   int   // the output shown
	cols  []int // one for each group
	rows  int   // zig-zags of a block
	area  int   // rows that the sum takes
	scale float64
	names [2][]string
	bands []sim.Field // every second column

	of             growth // what grows, slice by slice, for the tick to come
	growing, spare web
	isShown        bool // the web that grows has lent what is shown
	units          int  // so many zig-zags of the output are in it
	total          total

	web                  // what is shown
	at      []float64    // n, where the points stand along x
	sizes   []float64    // of beads and neurons
	neurons sketch.Trace // in place
	path    sketch.Trace // through the beads of the zig-zags, in the order of the line
	sum     sketch.Trace
	missed  sketch.Trace // labels, with the answers at the other end of a whisker
	lo, hi  []float64
	f       curve // the sum along the line
	knots   []float64
}

// Heights in a row, and widths in a column.
const (
	beadHeight = 0.36 // of a label 1 above the middle of its row
	sumHeight  = 0.42 // of the rows of the sum
)

func newWeave(s *snake) weave {
	p, units := &s.plan, 0
	w := weave{plan: *p, rows: slices.Max(p.p2), of: growth{fit: -1}}
	names := []string{}
	for j := range p.p1 {
		names = append(names, "")
		for range p.p1[j] {
			w.cols = append(w.cols, len(names))
			names = append(names, strconv.Itoa(len(w.cols)))
		}
		units += p.p1[j] * p.p2[j]
	}
	w.names[0], w.area = names, max(3, (w.rows+2)/3)
	reach := 1.15
	if !s.lab.alternate {
		reach = 3.2 // every second group will be off by 2
	}
	w.scale = sumHeight * float64(w.area) / reach
	w.names[1] = w.rowNames()
	for _, col := range w.cols {
		if col%2 == 1 {
			w.bands = append(w.bands, sim.Field{Scale: sim.Tint, W: 1, H: 1, X0: float64(col) - 0.5, X1: float64(col) + 0.5,
				Y0: -0.5, Y1: float64(w.area+w.rows) - 0.5})
		}
	}
	n, groups := s.task.n, len(w.cols)
	w.at, w.lo, w.hi = make([]float64, n), make([]float64, 0, n), make([]float64, 0, n)
	w.neurons, w.path, w.missed = sketch.NewTrace(p.neurons()), sketch.NewTrace(n), sketch.NewTrace(n)
	w.growing, w.spare = newWeb(n, units, w.rows, groups), newWeb(n, units, w.rows, groups)
	w.total, w.f, w.sum = newTotal(s.used.knotsOf(), groups), newCurve(s.used.knotsOf()), sketch.NewTrace(s.used.knotsOf())
	w.knots = make([]float64, 0, 4+slices.Max(p.p2))
	w.sizes = slices.Repeat([]float64{min(2.5, max(1, 100/float64(n)))}, 2*n+p.neurons())
	return w
}

// rowNames returns those of all rows from below: of many zig-zags every fourth has
// one.
func (w *weave) rowNames() []string {
	names := make([]string, w.area+w.rows+1)
	names[w.area/2], names[w.area+w.rows] = "sum", "ramps"
	for row := range w.rows {
		if w.rows <= 16 || row%4 == 0 {
			names[int(w.row(row))] = strconv.Itoa(row + 1)
		}
	}
	return names
}

// row returns the height of a zig-zag's row: the first is on top.
func (w *weave) row(place int) float64 { return float64(w.area + w.rows - 1 - place) }

// ground returns the height of 0 in the sum.
func (w *weave) ground() float64 { return float64(w.area / 2) }

// show fills the picture with what is in place of the network m.
func (w *weave) show(s *snake, m *memory) {
	ramps, begun, placed := s.inPlace()
	for w.grow(s) {
	}
	w.out = s.output()
	w.place(m, ramps, begun, placed)
	w.web, w.isShown = w.growing, true
	w.sum.Clear()
	for i, y := range w.f.Y {
		w.sum.To(w.total.across[i], w.height(y))
	}
}

// stand finds where the points stand, in the order of the line of m.
func (w *weave) stand(m *memory) {
	for k := range m.groups {
		g := &m.groups[k]
		for place := g.start; place < min(g.start+g.size, m.n); place++ {
			w.at[m.order[place]] = w.across(m, k, m.at[place])
		}
	}
}

// across returns where a place t on the line of group k stands.
func (w *weave) across(m *memory, k int, t float64) float64 {
	g := &m.groups[k]
	at := m.at[g.start : g.start+g.size]
	i, _ := slices.BinarySearch(at, t)
	lo, hi, from, to := g.lo, g.hi, float64(i)-0.5, float64(i)+0.5
	if i > 0 {
		lo = at[i-1]
	} else {
		from = 0
	}
	if i < len(at) {
		hi = at[i]
	} else {
		to = float64(i)
	}
	share := 1.0
	if hi > lo {
		share = (t - lo) / (hi - lo)
	}
	return float64(w.cols[k]) - 0.5 + (from+share*(to-from))/float64(len(at))
}

// along returns where a place on the line stands.
func (w *weave) along(m *memory, t float64) float64 {
	k := sort.Search(len(m.groups)-1, func(i int) bool { return t <= m.groups[i].hi })
	return w.across(m, k, t)
}

// place sets the neurons that are in place.
func (w *weave) place(m *memory, ramps, begun, placed int) {
	w.neurons.Clear()
	apart := min(0.2, 0.012*float64(len(w.names[0])))
	pair := func(x, y float64) {
		w.neurons.To(x-apart, y)
		w.neurons.To(x+apart, y)
	}
	for _, col := range w.cols[:ramps] {
		pair(float64(col), float64(w.area+w.rows))
	}
	units := m.output(w.out)
	placed = max(placed-w.out*len(units), min(1, begun))
	for i := range units[:min(len(units), placed)] {
		u := &units[i]
		pair(float64(w.cols[u.first])-0.75, w.row(u.place))
	}
}
