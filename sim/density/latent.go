package density

import (
	"fmt"
	"math"

	"example.org/rote/sim"
)

// A latentMap shows where the encoder puts the points, over what the decoder draws there.
type latentMap struct {
	x, y        []float64 // all points
	start       pile      // before anything is known
	others, odd herd
	levels      [2][]float64
	most, reach float64
	grid        herd // pictures
	lines       [2][]float64
	faded       []bool // of the grid: all
	axes        [2]string
}

func (v *latentMap) see(s *scene) {
	v.others.clear()
	v.odd.clear()
	v.grid.clear()
	v.x, v.y = v.x[:0], v.y[:0]
	v.levels[0], v.levels[1] = v.levels[0][:0], v.levels[1][:0]
	if !s.hasSamples {
		return
	}
	c, k := &s.codes, s.shape.latent
	v.axes = [2]string{fmt.Sprintf("latent coordinate %d", c.first+1), fmt.Sprintf("latent coordinate %d", c.second+1)}
	v.most, v.reach = 1, 2
	for i, m := range s.scores.m {
		x, y := float64(c.means[i*k+c.first]), float64(c.means[i*k+c.second])
		v.x, v.y = append(v.x, x), append(v.y, y)
		v.reach = max(v.reach, 1.06*math.Abs(x), 1.06*math.Abs(y))
		if math.IsNaN(m) {
			continue
		}
		v.most = max(v.most, m)
		var pix []byte
		if s.view.grey != nil {
			pix = s.view.of(i)
		}
		group, at := &v.others, 0
		if !s.set.isRegular(i) {
			group, at = &v.odd, 1
		}
		group.add(i, x, y, pix)
		v.levels[at] = append(v.levels[at], m)
	}
	v.seeGrid(s)
}

// seeGrid places what the decoder draws: pictures, or, in the plane, the points of lines.
func (v *latentMap) seeGrid(s *scene) {
	c := &s.codes
	v.lines[0], v.lines[1], v.faded = v.lines[0][:0], v.lines[1][:0], v.faded[:0]
	for i := range gridSide * gridSide {
		if s.set.isPlane() {
			v.line(c, i)
			continue
		}
		v.faded = append(v.faded, true)
		v.grid.add(i, c.places[i%gridSide], c.places[i/gridSide], nil)
		v.grid.pix = append(v.grid.pix, greys(c.grid[i*pixels:(i+1)*pixels])...)
	}
}

// line adds a point of the grid in the plane; a row of them is a line.
func (v *latentMap) line(c *codes, i int) {
	if i > 0 && i%gridSide == 0 {
		v.lines[0], v.lines[1] = append(v.lines[0], math.NaN()), append(v.lines[1], math.NaN())
	}
	v.lines[0], v.lines[1] = append(v.lines[0], float64(c.grid[2*i])), append(v.lines[1], float64(c.grid[2*i+1]))
}

func (v *latentMap) draw(p *sim.Panel, s *scene) {
	p.Short, p.Empty = "The model's map", waiting
	if !s.view.ready {
		p.Axes(sim.Axis{Name: "latent coordinate", Min: -firstReach, Max: firstReach}, sim.Axis{Name: "another coordinate", Min: -0.07 * firstReach, Max: firstReach})
		p.Label(sim.Label{Text: waiting, X: -0.2 * firstReach, Y: 0.5 * firstReach})
		v.start.draw(p, s, 2*firstReach)
		return
	}
	if !s.hasSamples {
		p.Empty = "The model of all points has diverged: there is no map."
	}
	if len(v.x) == 0 || !s.hasSamples {
		return
	}
	p.Axes(sim.Axis{Name: v.axes[0], Min: -v.reach, Max: v.reach}, sim.Axis{Name: v.axes[1], Min: -v.reach, Max: v.reach})
	if len(v.grid.x) > 0 {
		faded := sim.Tiles{Name: "", N: len(v.grid.x), W: side, H: side, Depth: 1, Pix: v.grid.pix, X: v.grid.x, Y: v.grid.y, Size: 0.06 * v.reach,
			Faded: v.faded}
		p.Tile(faded)
	}
	for at, h := range [...]*herd{&v.others, &v.odd} {
		switch {
		case len(h.x) == 0:
		case s.set.isPlane():
			p.Point(sim.Points{Name: [...]string{"on the ring", "odd"}[at], Role: [...]sim.Role{sim.Train, sim.Copied}[at], X: h.x, Y: h.y})
		default:
			p.Tile(sim.Tiles{Name: [...]string{"frame: score, blue low, yellow high", "odd, larger"}[at], N: len(h.x), W: side, H: side, Depth: 1, Pix: h.pix,
				X: h.x, Y: h.y, Size: [...]float64{0.036, 0.065}[at] * v.reach, Levels: v.levels[at], From: 0, To: v.most})
		}
	}
	if i := s.lab.picked(s.set.n); i >= 0 {
		encircle(p, v.x[i], v.y[i], 0.08*v.reach)
	}
}

func (v *latentMap) drawGrid(p *sim.Panel, s *scene) {
	p.Short, p.Empty = "What it draws", waiting
	switch {
	case len(v.grid.x) > 0:
		p.Tile(sim.Tiles{N: len(v.grid.x), W: side, H: side, Depth: 1, Pix: v.grid.pix, Cols: gridSide})
	case len(v.lines[0]) > 0:
		p.Equal = true
		p.Axes(sim.Axis{Min: -s.maps.reach, Max: s.maps.reach}, sim.Axis{Min: -s.maps.reach, Max: s.maps.reach})
		p.Line(sim.Line{Name: "decoded rows of the map", Role: sim.Control, X: v.lines[0], Y: v.lines[1]})
		p.Point(sim.Points{Name: "training points", Role: sim.Train, X: s.view.plane.xs, Y: s.view.plane.ys})
	}
}

// drawLatent draws the panels of the view latent.
func (s *scene) drawLatent(f *sim.Frame) {
	p := &s.view
	p.map2.draw(f.Panel("Where does the model put the points?"), s)
	p.map2.drawGrid(f.Panel("What does it draw in between?"), s)
	p.one.draw(f.Panel("What does each model say of one point?"), s)
	p.curves.drawUnseen(f.Panel("Do unseen points still become likelier?"), s)
	p.curves.drawScore(f.Panel("How does the score grow?"), s)
}
