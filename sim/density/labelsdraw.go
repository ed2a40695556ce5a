package density

import (
	"fmt"
	"math"
	"slices"

	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// A labelPicture is what the frames of a label scene borrow.
type labelPicture struct {
	grey, fresh         []byte
	taken               map[[2]int]bool // cells with a picture
	x, y                []float64       // places of all points
	rights, wrongs, odd herd
	curve               [2]sketch.Trace
	bands               [4][]float64
	low, high           float64
	rows                rows
	says, counts, fact  string
}

func newLabelPicture(s *labelScene) labelPicture {
	v := labelPicture{taken: map[[2]int]bool{}, grey: greys(s.set.x), fresh: greys(s.test), x: make([]float64, s.set.n), y: make([]float64, s.set.n)}
	return v
}

// labelTile is the width of a picture on the map.
const labelTile = 0.022

func (v *labelPicture) see(s *labelScene) {
	v.place(s)
	v.plot(s)
	v.pair(s)
	v.word(s)
}

// The map of labels: its ends, and the cells that keep pictures apart.
const (
	labelLeft, labelRight = -0.2, 1.2
	cellWidth, cellHeight = 0.026, 0.05
	mostAside             = 7 // cells
)

// place puts the points where their memory says: wrong labels first, then the odd pictures.
// One that would hide another stands aside, as far as there is room, at its height.
func (v *labelPicture) place(s *labelScene) {
	if s.trained == 0 {
		v.pile(s)
		return
	}
	clear(v.taken)
	for k, h := range [...]*herd{&v.wrongs, &v.odd, &v.rights} {
		h.clear()
		for i, m := range s.memory.mem {
			if v.kind(s, i) != k {
				continue
			}
			v.x[i], v.y[i] = math.NaN(), math.NaN()
			if !math.IsNaN(m) {
				v.x[i], v.y[i] = v.aside(s.memory.without[i], m), m
				h.add(i, v.x[i], m, v.grey[i*pixels:(i+1)*pixels])
			}
		}
	}
}

// pile puts all points on the floor, as nothing is known of them: wrong labels first.
func (v *labelPicture) pile(s *labelScene) {
	const columns = 44
	k := 0
	for kind, h := range [...]*herd{&v.wrongs, &v.odd, &v.rights} {
		for i := range s.set.n {
			if v.kind(s, i) == kind {
				v.x[i], v.y[i] = 0.03+cellWidth*0.9*float64(k%columns), cellHeight*float64(k/columns)
				h.add(i, v.x[i], v.y[i], v.grey[i*pixels:(i+1)*pixels])
				k++
			}
		}
	}
}

// kind returns 0 for a wrong label, 1 for an odd picture with a right one, and else 2.
func (v *labelPicture) kind(s *labelScene, i int) int {
	switch {
	case s.wrong[i]:
		return 0
	case s.set.isOdd[i]:
		return 1
	}
	return 2
}

// aside returns x, moved to the next free cell on either side.
func (v *labelPicture) aside(x, y float64) float64 {
	row := int(math.Round(y / cellHeight))
	for k := range 2 * mostAside {
		step := (k + 1) / 2
		if k%2 == 1 {
			step = -step
		}
		cell := [2]int{int(math.Round(x/cellWidth)) + step, row}
		if !v.taken[cell] {
			v.taken[cell] = true
			return x + float64(cellWidth*float64(step))
		}
	}
	return x
}

// plot draws the curves of the removal.
func (v *labelPicture) plot(s *labelScene) {
	r := &s.removal
	v.curve[0].Clear()
	v.curve[1].Clear()
	for k := range v.bands {
		v.bands[k] = v.bands[k][:0]
	}
	v.low, v.high = 1, 0
	for k, share := range r.shares {
		for which, mean := range [2]float64{r.memorized[k], r.random[k]} {
			e := [2]float64{r.errors[k], r.noise[k]}[which]
			v.curve[which].To(100*share, mean)
			v.bands[2*which], v.bands[2*which+1] = append(v.bands[2*which], mean-e), append(v.bands[2*which+1], mean+e)
			v.low, v.high = min(v.low, mean-e-0.02), max(v.high, mean+e+0.02)
		}
	}
}

// helped is how many test pictures stand beside a point.
const helped = 3

// pair shows points beside the test pictures that they help most: the one that is picked
// first, then the most memorized ones.
func (v *labelPicture) pair(s *labelScene) {
	r := &v.rows
	r.ids, r.pix, r.names = r.ids[:0], r.pix[:0], r.names[:0]
	if s.trained < s.lab.models {
		return
	}
	list := s.memory.order()
	if i := s.lab.picked(s.set.n); i >= 0 {
		list = append([]int{i}, list...)
	}
	for _, i := range list[:min(shownRows, len(list))] {
		r.ids = append(r.ids, i)
		r.pix = append(r.pix, v.grey[i*pixels:(i+1)*pixels]...)
		best := s.helps(i)
		for _, k := range best {
			r.pix = append(r.pix, v.fresh[k*pixels:(k+1)*pixels]...)
		}
		r.names = append(r.names, fmt.Sprintf("%d: %+.0f in 100", s.given[i], 100*s.influence(i, best[0])))
	}
}

// helps returns the test pictures that point i helps most.
func (s *labelScene) helps(i int) []int {
	gains, order := make([]float64, testCount), make([]int, testCount)
	for k := range gains {
		gains[k], order[k] = s.influence(i, k), k
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case gains[a] > gains[b]:
			return -1
		case gains[a] < gains[b]:
			return 1
		}
		return 0
	})
	return order[:helped]
}

// Draw implements [sim.Scene].
func (s *labelScene) Draw(f *sim.Frame) {
	v := &s.view
	f.Unit, f.Of, f.Part, f.Parts, f.Says = "model", s.lab.models, s.part, s.parts, v.says
	of := 0
	if v.fact == "mem_wrong" {
		of = 100
	}
	f.Headline, f.Try = sim.Headline{Fact: v.fact, Of: of, Words: v.counts}, sim.Try{Words: "The same without labels", Address: "density"}
	v.drawMap(f.Panel("Which labels are known only because they were seen?"), s)
	v.drawCurve(f.Panel("Who is missed when points are removed?"))
	v.drawRows(f.Panel("Whom does a memorized picture help?"))
	s.facts(f)
}

func (v *labelPicture) drawMap(p *sim.Panel, s *labelScene) {
	p.Short = "Picture by picture"
	p.Axes(sim.Axis{Name: "label given back by networks that did not see it, share", Min: labelLeft, Max: labelRight},
		sim.Axis{Name: "memorized: given back more often if seen", Min: -0.15, Max: 1.12})
	p.Level(sim.Line{Role: sim.Theory}, 0, labelLeft, labelRight)
	p.Label(sim.Label{Text: "floor: as well known unseen", X: labelLeft + 0.01, Y: -0.05})
	p.Label(sim.Label{Text: "purple frame: wrong label", X: 0.75, Y: 1.03, Role: sim.Copied})
	p.Label(sim.Label{Text: "blue frame: odd picture, right label", X: 0.75, Y: 0.96, Role: sim.Train})
	p.Label(sim.Label{Text: "pictures that would hide one another stand side by side", X: 0.75, Y: 0.89})
	if s.trained == 0 {
		p.Label(sim.Label{Text: "Nothing is known yet: each network will see a random 70 % of them.", X: 0.25, Y: 0.5})
	}
	for k, h := range [...]*herd{&v.rights, &v.odd, &v.wrongs} {
		if len(h.x) > 0 {
			p.Tile(sim.Tiles{Name: [...]string{"right label", "odd picture, right label", "wrong label"}[k], N: len(h.x), W: side, H: side, Depth: 1,
				Pix: h.pix, X: h.x, Y: h.y, Size: labelTile, Roles: v.roles([...]sim.Role{sim.Plain, sim.Train, sim.Copied}[k], len(h.x))})
		}
	}
	if i := s.lab.picked(s.set.n); i >= 0 && !math.IsNaN(v.y[i]) {
		encircle(p, v.x[i], v.y[i], 0.05)
	}
}

// roleLists are lists of one role, as long as any lab needs.
var roleLists = func() (lists [sim.Roles][400]sim.Role) {
	for role := range lists {
		for i := range lists[role] {
			lists[role][i] = sim.Role(role)
		}
	}
	return lists
}()

func (v *labelPicture) roles(role sim.Role, n int) []sim.Role {
	if role == sim.Plain {
		return nil
	}
	return roleLists[role][:n]
}

func (v *labelPicture) drawCurve(p *sim.Panel) {
	p.Short, p.Empty = "Points removed", "At the end, points are removed and networks trained again."
	if len(v.curve[0].X) == 0 {
		return
	}
	p.Axes(sim.Axis{Name: "points removed, %", Min: 0, Max: 32}, sim.Axis{Name: "test pictures named right, share", Min: v.low, Max: v.high})
	for k := range v.curve {
		m := v.curve[k].Line(sim.Line{Name: [...]string{"the most memorized", "random ones"}[k], Role: [...]sim.Role{sim.Copied, sim.Control}[k], Last: true})
		m.Lo, m.Hi = v.bands[2*k], v.bands[2*k+1]
		p.Line(m)
	}
}

func (v *labelPicture) drawRows(p *sim.Panel) {
	p.Short, p.Empty = "Whom it helps", "At the end: pictures, and the test pictures they help most."
	if len(v.rows.ids) > 0 {
		p.Tile(sim.Tiles{Name: "picture, and the three test pictures it helps most", N: len(v.rows.ids) * (1 + helped), W: side, H: side, Depth: 1,
			Pix: v.rows.pix, Cols: 1 + helped, Rows: v.rows.names})
	}
}

// Touch implements [sim.Toucher]: a press on a picture shows it.
func (s *labelScene) Touch(t sim.Touch) {
	i := -1
	switch {
	case t.Kind != sim.Press:
	case t.Panel == 0:
		i = nearestTo(s.view.x, s.view.y, t.X, t.Y, 1.1, 1.3)
	case t.Panel == 2 && t.Pick.Layer == sim.TileLayer:
		i = item(s.view.rows.ids, t.Pick.Item/(1+helped))
	}
	if i >= 0 {
		s.lab.pickKnob.SetNumber(float64(i + 1))
	}
}
