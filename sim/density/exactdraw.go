package density

import (
	"fmt"
	"math"

	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// An exactPicture is what the frames of an exact scene borrow.
type exactPicture struct {
	maps    maps
	spots   spots
	bins    sketch.Histogram
	without bell // the Gaussian without the point that is picked

	others, odd   spotted // score against distance
	arrows        [4][]float64
	undefined     int
	law           sketch.Trace
	reach, top    float64
	low           float64
	says, counted string
	fact          string
	try           sim.Try
}

func (v *exactPicture) see(s *exactScene) {
	v.spots.see(s.set, &s.scores, 0)
	v.undefined = 0
	for i := range s.valid {
		if math.IsNaN(s.scores.m[i]) {
			v.undefined++
		}
	}
	v.spots.lost.clear()
	if i := s.lab.picked(s.set.n); i >= 0 && s.row == 0 {
		v.without = newBell(append(append([]float32(nil), s.set.x[:2*i]...), s.set.x[2*i+2:]...))
	}
	v.bins.Fill(s.scores.sorted(), -0.5, 0.5)
	v.plot(s)
	v.says, v.try = s.tell(), s.next()
	v.fact, v.counted = s.headline()
}

// plot places the scores against the distance. Those that are not defined stand at the top,
// below an arrow.
func (v *exactPicture) plot(s *exactScene) {
	v.others.clear()
	v.odd.clear()
	for k := range v.arrows {
		v.arrows[k] = v.arrows[k][:0]
	}
	v.reach, v.top, v.low = 1, 1, 0
	for i := range s.valid {
		d := s.distance(i)
		v.reach = max(v.reach, 1.08*d)
		if m := s.scores.m[i]; m == m {
			v.top, v.low = max(v.top, 1.15*m), min(v.low, 1.1*m)
		}
	}
	for i := range s.valid {
		d, m := s.distance(i), s.scores.m[i]
		group := &v.others
		if !s.set.isRegular(i) {
			group = &v.odd
		}
		if m != m {
			m = 0.9 * v.top
			for k, value := range [4]float64{d, m, 0, 0.08 * v.top} {
				v.arrows[k] = append(v.arrows[k], value)
			}
		}
		group.add(d, m, m, 1)
	}
	v.law.Clear()
	if s.lab.model == gaussModel {
		for k := range 101 {
			h := v.reach * float64(k) / 100
			if m := bellScore(s.set.n, 2, h); m <= v.top {
				v.law.To(h, m)
			}
		}
		return
	}
	v.law.To(0, math.Ln2)
	v.law.To(v.reach, math.Ln2)
}

// distance returns what the score of a point is drawn against.
func (s *exactScene) distance(i int) float64 {
	switch {
	case s.lab.model != gaussModel:
		return s.others[i]
	case s.bell.isFlat():
		return 0
	}
	return s.bell.squared(float64(s.set.x[2*i]), float64(s.set.x[2*i+1]))
}

// Draw implements [sim.Scene].
func (s *exactScene) Draw(f *sim.Frame) {
	v := &s.view
	f.Unit, f.Of, f.Says, f.Try = "point", s.set.n, v.says, v.try
	f.Headline = sim.Headline{Fact: v.fact, Words: v.counted}
	if s.lab.view != scoresView {
		p := f.Panel("What would a trained model show?")
		p.Short, p.Empty = "A trained model", "An exact estimate has neither samples nor a map of its own; choose the trained model."
	} else {
		v.drawMap(f.Panel("Which points rose because they were seen?"), s)
		v.drawOther(f.Panel("And with the point?"), s)
		v.drawLaw(f.Panel("Is a lonely point kept?"), s)
		v.drawBins(f.Panel("How are the scores spread?"), s)
	}
	if s.ticked > 0 && s.valid > 0 {
		s.tally.facts(f)
	}
}

func (v *exactPicture) drawMap(p *sim.Panel, s *exactScene) {
	p.Short = "The plane"
	v.drawField(p, v.maps.first)
	if s.valid == 0 {
		p.Point(sim.Points{Name: "training points", Role: sim.Train, X: v.spots.xs, Y: v.spots.ys})
	} else {
		v.spots.drawPoints(p)
	}
	v.spots.encircle(p, s.lab.picked(s.set.n), v.maps.reach)
}

// drawField draws a map that is complete.
func (v *exactPicture) drawField(p *sim.Panel, values []float64) {
	if len(values) < mapSide*mapSide {
		values = nil
	}
	v.maps.drawMap(p, values)
}

func (v *exactPicture) drawOther(p *sim.Panel, s *exactScene) {
	p.Short, p.Empty = "With the point", "Click a point: the large map is then the estimate without it."
	if i := s.lab.picked(s.set.n); i >= 0 && len(v.maps.second) == mapSide*mapSide {
		v.drawField(p, v.maps.second)
		v.spots.encircle(p, i, v.maps.reach)
	}
}

func (v *exactPicture) drawLaw(p *sim.Panel, s *exactScene) {
	p.Short, p.Empty = "Score, distance", "The scores come one by one."
	if s.valid == 0 {
		return
	}
	name, law := "distance to the closest other point", "log 2"
	if s.lab.model == gaussModel {
		name, law = "squared Mahalanobis distance", "the closed form"
	}
	p.Axes(sim.Axis{Name: name, Min: 0, Max: v.reach}, sim.Axis{Name: "score", Unit: "nats", Min: min(v.low, -0.05*v.top), Max: v.top})
	p.Line(v.law.Line(sim.Line{Name: law, Role: sim.Theory}))
	for k, g := range [...]*spotted{&v.others, &v.odd} {
		if len(g.x) > 0 {
			p.Point(sim.Points{Name: [...]string{"on the ring", "odd"}[k], Role: [...]sim.Role{sim.Train, sim.Copied}[k], X: g.x, Y: g.y})
		}
	}
	if len(v.arrows[0]) > 0 {
		p.Arrow(sim.Arrows{Name: "not defined without it", Role: sim.Control, X: v.arrows[0], Y: v.arrows[1], DX: v.arrows[2], DY: v.arrows[3]})
	}
}

func (v *exactPicture) drawBins(p *sim.Panel, s *exactScene) {
	p.Short, p.Empty = "All scores", "The scores come one by one."
	if s.valid > 0 {
		p.Axes(sim.Axis{Name: "score", Unit: "nats", Min: v.bins.Low, Max: v.bins.High}, sim.Axis{Name: "points", Min: 0, Max: v.bins.Top})
		v.bins.Draw(p, "less likely", "likelier because seen")
	}
}

// headline returns the number, and what it counts.
func (s *exactScene) headline() (fact, counts string) {
	switch {
	case len(s.set.odd) == 0:
		return "mean", "nats likelier is a point because it was seen"
	case s.lab.copies > 1 && s.lab.model == kernelModel:
		return "twin", "nats likelier is a twin because it was seen; a twin can get 0.693"
	}
	others := ""
	if !math.IsNaN(s.tally.regular) {
		others = "; the others " + two(s.tally.regular)
	}
	if s.lab.copies > 1 && s.lab.model == gaussModel {
		return "twin", "nats likelier is a twin because it was seen" + others
	}
	return "odd", "nats likelier are the odd points because they were seen" + others
}

// tell returns the sentence under the picture.
func (s *exactScene) tell() string {
	name, t := "kernel estimate", &s.tally
	if s.lab.model == gaussModel {
		name = "Gaussian"
	}
	switch {
	case s.ticked == 0 || s.valid == 0:
		return fmt.Sprintf("%d points, %d of them off the ring; a %s has an exact score for each.", s.set.n, len(s.set.odd), name)
	case s.ticked < s.set.n:
		return fmt.Sprintf("Point %d of %d: the highest score so far is %s nats.", s.ticked, s.set.n, two(or0(t.max)))
	case s.view.undefined > 0:
		return fmt.Sprintf("The Gaussian is not defined without %s, which the means leave out.",
			sketch.Count(s.view.undefined, "point", "points"))
	case s.lab.copies > 1 && len(s.set.odd) > 0 && s.lab.model == kernelModel:
		return fmt.Sprintf("Twins score %s nats, below log 2 = 0.693; the highest of all scores is %s.", sketch.Short(t.twin), two(t.max))
	case len(s.set.odd) == 0 || math.IsNaN(t.odd) || math.IsNaN(t.regular):
		return fmt.Sprintf("Nothing was trained: left out, a point loses %s nats on average, and at most %s.", two(t.mean), two(t.max))
	}
	return fmt.Sprintf("Nothing was trained: left out, odd points lose %s nats, those of the ring %s.", two(t.odd), two(t.regular))
}

func or0(x float64) float64 {
	if math.IsNaN(x) {
		return 0
	}
	return x
}

// next proposes what to change.
func (s *exactScene) next() sim.Try {
	switch {
	case s.lab.model == gaussModel:
		return sim.Try{Words: "A kernel estimate", Address: "density?data=plane&model=kde&n=120"}
	case s.lab.copies == 1:
		return sim.Try{Words: "A twin for the first loner", Address: "density?data=plane&model=kde&copies=2"}
	}
	return sim.Try{Words: "Pictures, and a trained model", Address: "density"}
}
