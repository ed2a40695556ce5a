package density

import (
	"fmt"
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
	frames              [3][]sim.Role // none of right labels, those of odd pictures and of wrong labels
	curve               [2]sketch.Trace
	bands               [4][]float64
	low, high           float64
	rows                rows
	says, counts, fact  string
}

func newLabelPicture(s *labelScene) labelPicture {
	v := labelPicture{taken: map[[2]int]bool{}, grey: greys(s.set.x), fresh: greys(s.test), x: make([]float64, s.set.n), y: make([]float64, s.set.n)}
	for range s.set.n {
		v.frames[1], v.frames[2] = append(v.frames[1], sim.Train), append(v.frames[2], sim.Copied)
	}
	return v
}

func (v *labelPicture) see(s *labelScene) {
	v.place(s)
	v.plot(s)
	v.pair(s)
	v.word(s)
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
		r.names = append(r.names, fmt.Sprintf("called %d, %+.0f %%", s.given[i], 100*s.influence(i, best[0])))
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
	v.drawRows(f.Panel("Which three test pictures does a memorized one, left, help most?"))
	s.facts(f)
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
