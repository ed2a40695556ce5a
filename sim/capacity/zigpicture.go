package capacity

import (
	"math"

	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// A zigPicture shows one zig-zag of the second layer, and where it meets the
// points. Heights are spread, so that the band and the peaks are seen together.
type zigPicture struct {
	z           curve
	ends        [2]float64
	top         float64
	caught, out sketch.Trace
	leaks       sketch.Trace
}

func newZigPicture(s *snake) zigPicture {
	n, m := s.task.n, s.used
	return zigPicture{z: newCurve((zigSteps+1)*len(m.groups) + 2), caught: sketch.NewTrace(n), out: sketch.NewTrace(n), leaks: sketch.NewTrace(n)}
}

func (v *zigPicture) show(s *snake) {
	m := s.used
	shown := s.shownUnit()
	u, index := &m.units[shown], shown%len(m.output(0))
	v.trace(m, u)
	v.ends = [2]float64{m.groups[0].lo, m.groups[len(m.groups)-1].hi}
	if !s.tally.known {
		s.tally.fill(s)
	}
	v.caught.Clear()
	v.out.Clear()
	v.leaks.Clear()
	for place, i := range m.order {
		z := s.tally.z(s, u, i)
		switch {
		case math.IsNaN(z) || math.IsInf(z, 0): // too large for float32
		case m.owner[place] == index:
			v.caught.To(m.at[place], spread(z))
		case math.Abs(z) < 1:
			v.leaks.To(m.at[place], spread(z))
		default:
			v.out.To(m.at[place], spread(z))
		}
	}
}

// zigSteps is how many pieces draw a zig-zag in one group: spread heights bend.
const zigSteps = 16

// trace draws the zig-zag of a unit.
func (v *zigPicture) trace(m *memory, u *unit) {
	v.z.Clear()
	v.top = 1
	v.z.To(m.groups[0].lo, spread(u.edge[0]))
	for g := range u.c {
		v.piece(m.end(u, g), m.end(u, g+1), u.edge[g], u.edge[g+1])
	}
	v.z.To(m.groups[len(m.groups)-1].hi, spread(u.edge[len(u.c)]))
}

// piece draws a straight piece from z0 to z1, in even steps of height.
func (v *zigPicture) piece(lo, hi, z0, z1 float64) {
	from, to := spread(z0), spread(z1)
	v.top = max(v.top, math.Abs(from), math.Abs(to))
	v.z.To(lo, from)
	for i := 1; i < zigSteps; i++ {
		height := from + float64((to-from)*float64(i)/zigSteps)
		if at := (unspread(height) - z0) / (z1 - z0); at > 0 && at < 1 {
			v.z.To(lo+float64(at*(hi-lo)), height)
		}
	}
	v.z.To(hi, to)
}

func (v *zigPicture) draw(p *sim.Panel, stage int) {
	p.Axes(lineAxis(), sim.Axis{Name: "height z, as ± log₁₀(1+|z|); grey: |z| ≤ 1"})
	if stage < drawing {
		p.Empty = "The zig-zags come after the ramps."
		return
	}
	p.Y.Min, p.Y.Max = -1.05*v.top, 1.05*v.top
	band := spread(1)
	p.Field(sim.Field{Scale: sim.Tint, W: 1, H: 1, Role: sim.Theory, X0: v.ends[0], X1: v.ends[1], Y0: -band, Y1: band})
	p.Line(v.z.Line(sim.Line{Name: "zig-zag, not clipped"}))
	p.Point(v.out.Points(sim.Points{Name: "clipped points"}))
	p.Point(v.caught.Points(sim.Points{Name: "labels met", Role: sim.Copied}))
	if len(v.leaks.X) > 0 {
		p.Point(v.leaks.Points(sim.Points{Name: "not clipped, by mistake", Role: sim.HeldOut}))
	}
}
