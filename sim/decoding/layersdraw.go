package decoding

import (
	"math"
	"slices"
	"strconv"

	"example.org/rote/sim"
)

// Curves are the lines against the epoch, with axes.
type curves struct {
	reach float64
	law   float64 // share of right labels
	peak  string
	layer string // name of the line
	peaks bool
}

func newCurves(s *scene) curves {
	return curves{law: rightShare(s.lab.c, s.task.k)}
}

func (c *curves) see(s *scene) {
	c.reach = s.reach()
	c.layer = s.view.reader + ", test"
	c.peaks = s.peakEpoch > 0 && s.epoch > s.peakEpoch
	c.peak = "peak, epoch " + strconv.Itoa(s.peakEpoch)
}

func (c *curves) draw(p *sim.Panel, s *scene) {
	p.Short = "Epoch by epoch"
	p.Axes(sim.Axis{Name: "epoch", Min: 0, Max: c.reach}, sim.Axis{Name: "share", Min: 0, Max: 1})
	p.Level(sim.Line{Name: "right labels", Role: sim.Theory}, c.law, 0, c.reach)
	if s.task.changed > 0 {
		p.Line(s.wrong.Line(sim.Line{Name: "wrong labels fitted", Last: true}))
	}
	p.Line(s.fitted.Line(sim.Line{Name: "given labels fitted", Role: sim.Train, Last: true}))
	if s.now() != nil {
		p.Line(s.atlas.shown.line.Line(sim.Line{Name: c.layer, Role: sim.HeldOut, Last: true}))
	}
	p.Line(s.record.net.Line(sim.Line{Name: "network, test", Role: sim.Copied, Last: true}))
	if c.peaks {
		x := float64(s.peakEpoch)
		p.Upright(sim.Line{Role: sim.Copied}, x, s.peak+0.02, s.peak+0.06)
		p.Label(sim.Label{Text: c.peak, X: x, Y: s.peak + 0.08, Role: sim.Copied})
	}
}

// LayerBars show what is read of each layer, and what the network says.
type layerBars struct {
	names []string

	given, untrained, oracle, net bars
	means, quadratic, linear      bars
	empty                         []float64 // places of what comes at the end
}

// Bars are the heights of some bars of a group.
type bars struct{ x, y []float64 }

func (b *bars) clear() { b.x, b.y = b.x[:0], b.y[:0] }

func (b *bars) to(x, y float64) {
	if !math.IsNaN(y) {
		b.x, b.y = append(b.x, x), append(b.y, y)
	}
}

func (b *layerBars) see(s *scene) {
	for _, g := range []*bars{&b.given, &b.untrained, &b.oracle, &b.net, &b.means, &b.quadratic, &b.linear} {
		g.clear()
	}
	b.empty = b.empty[:0]
	shown := &s.atlas.shown
	if shown.layers == nil {
		for layer := range s.lab.depth + 1 {
			b.empty = append(b.empty, float64(layer))
		}
		if shown.now != nil {
			x := float64(shown.layer)
			b.empty = slices.DeleteFunc(b.empty, func(e float64) bool { return e == x })
			b.given.to(x, last(&shown.line))
			if shown.layer > 0 {
				b.untrained.to(x, shown.line.Y[0])
			}
		}
	}
	for layer, r := range shown.layers {
		b.seeLayer(float64(layer), &r, shown)
	}
	output := float64(s.lab.depth + 1)
	if len(s.record.net.Y) > 0 {
		b.net.to(output, last(&s.record.net))
	}
	if shown.mended != nil {
		b.net.to(output+1, shown.mended.net)
	}
}

func (b *layerBars) seeLayer(x float64, r *layerRead, shown *shown) {
	b.given.to(x, r.given.score.share())
	b.oracle.to(x, r.oracle.score.share())
	if x > 0 {
		b.untrained.to(x, r.untrained.score.share())
	}
	b.means.to(x, r.other.means)
	if shown.more && r.other.hasBells {
		b.quadratic.to(x, r.other.quadratic)
		b.linear.to(x, r.other.linear)
	}
}

func (b *layerBars) draw(p *sim.Panel, s *scene) {
	p.Short = "Layer by layer"
	p.Axes(sim.Axis{Names: b.names}, sim.Axis{Name: "test pictures read right, share", Min: 0, Max: 1})
	const width = 0.75
	p.Bar(sim.Bars{Name: "subspaces, given labels", Role: sim.HeldOut, X: b.given.x, Y: b.given.y, Width: width})
	p.Bar(sim.Bars{Name: "untrained network", Role: sim.Control, X: b.untrained.x, Y: b.untrained.y, Width: width})
	p.Bar(sim.Bars{Name: "subspaces, true labels", Role: sim.Theory, Outline: true, X: b.oracle.x, Y: b.oracle.y, Width: width})
	p.Bar(sim.Bars{Name: "network", Role: sim.Copied, X: b.net.x, Y: b.net.y, Width: width})
	if len(b.net.y) > 0 {
		p.Level(sim.Line{Role: sim.Copied}, b.net.y[0], -0.5, float64(len(b.names))-0.5)
	}
	b.drawReaders(p)
	for _, x := range b.empty {
		p.Label(sim.Label{Text: "at the end", X: x - 0.3, Y: 0.06})
	}
}

func (b *layerBars) drawReaders(p *sim.Panel) {
	b.means.drawOn(p, sim.Points{Name: "nearest class mean", Role: sim.Control})
	b.quadratic.drawOn(p, sim.Points{Name: "quadratic discriminant", Class: 5})
	b.linear.drawOn(p, sim.Points{Name: "linear discriminant", Class: 6})
}

// drawOn adds the marks of a reader, if it has any.
func (b *bars) drawOn(p *sim.Panel, m sim.Points) {
	if len(b.x) > 0 {
		m.X, m.Y = b.x, b.y
		p.Point(m)
	}
}

// Resists shows the pictures whose wrong labels were resisted longest.
type resists struct {
	ids   []int // of all wrong labels
	x, y  []float64
	pix   []byte
	roles []sim.Role
	words []string
	when  []string
}

const (
	resistColumns = 6
	resistCount   = 24
)

func newResists(t *task) resists {
	var r resists
	for i, label := range t.given {
		if label != t.right[i] {
			r.ids = append(r.ids, i)
		}
	}
	return r
}

// see orders them: those that are still resisted first, then the ones that came last.
func (r *resists) see(s *scene) {
	r.x, r.y, r.pix, r.roles, r.words, r.when = r.x[:0], r.y[:0], r.pix[:0], r.roles[:0], r.words[:0], r.when[:0]
	if s.epoch == 0 {
		return
	}
	rank := func(i int) int {
		if first := s.first[i]; first != notYet {
			return -first
		}
		return math.MinInt32
	}
	slices.SortStableFunc(r.ids, func(a, b int) int { return rank(a) - rank(b) })
	for place, i := range r.ids[:min(resistCount, len(r.ids))] {
		r.x = append(r.x, float64(place%resistColumns)*2)
		r.y = append(r.y, -float64(place/resistColumns))
		for _, v := range s.task.x[i*pixels : (i+1)*pixels] {
			r.pix = append(r.pix, grey(v))
		}
		role, when := sim.Copied, "epoch "+strconv.Itoa(s.first[i])
		if s.first[i] == notYet {
			role, when = sim.HeldOut, "not yet"
		}
		r.roles = append(r.roles, role)
		r.words, r.when = append(r.words, "called "+strconv.Itoa(int(s.task.given[i]))), append(r.when, when)
	}
}

func (r *resists) draw(p *sim.Panel) {
	p.Short, p.Equal, p.Empty = "Resisted longest", true, "Wrong labels are ranked from the first epoch on."
	if len(r.ids) == 0 {
		p.Empty = "No label is wrong."
	}
	if len(r.x) == 0 {
		return
	}
	p.Axes(sim.Axis{Min: -0.6, Max: 2*resistColumns - 0.6}, sim.Axis{Min: -float64(resistCount/resistColumns) + 0.4, Max: 0.6})
	p.Tile(sim.Tiles{N: len(r.x), W: side, H: side, Depth: 1, Pix: r.pix, X: r.x, Y: r.y, Size: 0.85, Roles: r.roles})
	for i, x := range r.x {
		p.Label(sim.Label{Text: r.words[i], X: x + 0.45, Y: r.y[i] + 0.15})
		p.Label(sim.Label{Text: r.when[i], X: x + 0.45, Y: r.y[i] - 0.15})
	}
}
