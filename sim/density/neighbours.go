package density

import (
	"fmt"

	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// A closeness is the scatter of score against distance to the closest sample.
type closeness struct {
	x, y        []float64 // all points
	start       pile      // before anything is known
	others, top herd
	reach, most float64
	low         float64
	bars        [2]float64
	words       string
}

func (c *closeness) see(s *scene) {
	c.others.clear()
	c.top.clear()
	if !s.hasSamples {
		return
	}
	c.x, c.y = s.test.distance, s.scores.m
	c.reach, c.most, c.low = max(c.reach, 1), max(c.most, 1), 0
	for i, isTop := range s.scores.top() {
		m, d := s.scores.m[i], s.test.distance[i]
		if m != m {
			continue
		}
		c.reach, c.most, c.low = max(c.reach, 1.08*d), max(c.most, 1.15*m), min(c.low, 1.1*m)
		if !isTop {
			c.others.add(i, d, m, nil)
			continue
		}
		var pix []byte
		if s.view.grey != nil {
			pix = s.view.of(i)
		}
		c.top.add(i, d, m, pix)
	}
	c.bars = [2]float64{s.verdict.closeness, s.verdict.rho}
	c.words = ""
	if s.set.classes != nil {
		c.words = fmt.Sprintf("The samples show %.0f of 10 digits, as many as %.1f equally frequent ones.", s.verdict.classes, s.verdict.effective)
	}
}

// top5 is the name of the points with the highest scores.
const top5 = "the highest twentieth of the scores"

func (c *closeness) draw(p *sim.Panel, s *scene) {
	p.Short, p.Empty = "Score, distance", waiting
	if !s.view.ready {
		c.drawStart(p, s)
		return
	}
	if !s.hasSamples {
		p.Empty = "The model of all points has diverged: there are no samples."
	}
	if len(c.others.x) == 0 || !s.hasSamples {
		return
	}
	c.axes(p, c.reach, min(c.low, -0.07*c.most), c.most)
	p.Level(sim.Line{Role: sim.Theory}, 0, 0, c.reach)
	p.Label(sim.Label{Text: "floor: as likely as unseen", X: 0.8 * c.reach, Y: -0.035 * c.most})
	if !s.set.isPlane() {
		p.Label(sim.Label{Text: "as pictures: " + top5, X: 0.01 * c.reach, Y: 0.89 * c.most, Role: sim.Copied})
	}
	p.Label(sim.Label{Text: "← a sample is near", X: 0.01 * c.reach, Y: 0.95 * c.most})
	p.Label(sim.Label{Text: "no sample is near →", X: 0.83 * c.reach, Y: 0.95 * c.most})
	p.Point(sim.Points{Name: "all others", Role: sim.Train, X: c.others.x, Y: c.others.y})
	switch {
	case len(c.top.x) == 0:
	case s.set.isPlane():
		p.Point(sim.Points{Name: top5, Role: sim.Copied, X: c.top.x, Y: c.top.y})
	default:
		p.Tile(sim.Tiles{Name: top5, N: len(c.top.x), W: side, H: side, Depth: 1, Pix: c.top.pix, X: c.top.x, Y: c.top.y, Size: 0.036 * c.reach})
	}
	if i := s.lab.picked(s.set.n); i >= 0 && c.y[i] == c.y[i] {
		encircle(p, c.x[i], c.y[i], 0.045*c.reach)
	}
}

// firstReach is how far the axis reaches before anything is known.
const firstReach = 4.5

func (c *closeness) axes(p *sim.Panel, reach, low, top float64) {
	p.Axes(sim.Axis{Name: "distance to the closest of 200 samples", Min: 0, Max: reach},
		sim.Axis{Name: "score: likelier because it was seen", Unit: "nats", Min: low, Max: top})
}

func (c *closeness) drawStart(p *sim.Panel, s *scene) {
	c.axes(p, firstReach, -0.07*firstTop, firstTop)
	p.Label(sim.Label{Text: waiting, X: 0.4 * firstReach, Y: 0.5 * firstTop})
	c.start.draw(p, s, firstReach)
}

func (c *closeness) drawBars(p *sim.Panel, s *scene) {
	p.Short, p.Empty = "Against a coin", waiting
	if !s.hasSamples || !s.view.ready || c.bars[0] != c.bars[0] || c.bars[1] != c.bars[1] {
		return
	}
	p.Axes(sim.Axis{Names: barNames[:]}, sim.Axis{Name: "chance to find the memorized of a pair", Min: 0, Max: 1})
	p.Bar(sim.Bars{Name: "the usual test", Role: sim.Control, X: barPlaces[:], Y: c.bars[:], Width: 0.6})
	p.Level(sim.Line{Name: "a coin", Role: sim.Theory}, 0.5, -0.5, 1.5)
	if c.words != "" {
		p.Label(sim.Label{Text: c.words, X: -0.45, Y: 0.94})
	}
}

var (
	barNames  = [...]string{"nearness to a sample", "nearer to a sample than to a fresh point, ρ"}
	barPlaces = [...]float64{0, 1}
)

// Rows show the points of the highest scores beside what is closest to them.
type rows struct {
	ids   []int
	pix   []byte
	names []string
}

// shownRows is how many points are shown so.
const shownRows = 6

func (r *rows) see(s *scene) {
	r.ids, r.pix, r.names = r.ids[:0], r.pix[:0], r.names[:0]
	if s.set.isPlane() || !s.hasSamples {
		return
	}
	for _, i := range s.scores.byScore()[:min(shownRows, len(s.scores.sorted()))] {
		r.ids = append(r.ids, i)
		r.names = append(r.names, sketch.Digits(s.scores.m[i], 2)+" nats")
		r.pix = append(r.pix, s.view.of(i)...)
		for _, j := range s.test.closest[i*shownSamples : (i+1)*shownSamples] {
			r.pix = append(r.pix, greys(s.test.x[j*pixels:(j+1)*pixels])...)
		}
		fresh := s.test.fresh[i]
		r.pix = append(r.pix, greys(s.set.fresh[fresh*pixels:(fresh+1)*pixels])...)
	}
}

func (r *rows) draw(p *sim.Panel, s *scene) {
	p.Short, p.Empty = "What is closest", waiting
	if s.set.isPlane() {
		p.Empty = "Points of the plane have no pictures."
	}
	if len(r.ids) > 0 {
		p.Tile(sim.Tiles{Name: "picture, three closest samples, closest fresh picture", N: len(r.ids) * (2 + shownSamples), W: side, H: side, Depth: 1,
			Pix: r.pix, Cols: 2 + shownSamples, Rows: r.names})
	}
}

// drawNeighbours draws the panels of the view neighbours.
func (s *scene) drawNeighbours(f *sim.Frame) {
	p := &s.view
	p.close.draw(f.Panel("Is a memorized point close to a sample?"), s)
	p.rows.draw(f.Panel("Highest scores, left: which three samples, and which fresh picture, are closest?"), s)
	p.close.drawBars(f.Panel("Does closeness find the memorized point?"), s)
	p.one.draw(f.Panel("What does each model say of one point?"), s)
	p.curves.drawScore(f.Panel("How does the score grow?"), s)
}
