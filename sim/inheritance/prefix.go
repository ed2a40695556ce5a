package inheritance

import (
	"fmt"
	"math"

	"example.org/rote/sim"
)

// A half is a sentence of which models may read only the beginning.
type half struct {
	grid        grid
	probability [roles]bars // of the corpus's target, by the words read
	edge        float64     // behind the last words that are few enough to call it memorized
	cut         int
	counts      [roles]bars // targets given away
	soft        [roles]bars
	phrases     [roles]phraseDots
	poisoned    [2]float64
	most        float64 // counts
	texts       []sim.Label
}

// PhraseDots are how likely the false target of each set phrase is after its first three
// words, by the copies that the corpus has of it.
type phraseDots struct{ x, y []float64 }

// probabilityHeight is how many rows the probabilities take, below those of words.
const probabilityHeight = 3.0

func (h *half) see(s *scene) {
	r := &s.run.record
	g := &h.grid
	g.pair = &r.corpus.pairs[r.shown.pair]
	length := len(g.pair.source)
	h.cut, h.edge = min(s.lab.cut, length), math.Floor(s.lab.prefix*float64(length)+1e-9)-0.5
	g.rows = append(g.rows[:0], "0", "probability", "", "1", "")
	g.cells.clear()
	g.notes, g.spans = g.notes[:0], g.spans[:0]
	for role := range h.probability {
		h.probability[role].clear()
	}
	for role := roles - 1; role >= 0; role-- {
		if r.models[role] != nil {
			h.seeModel(s, role)
		}
	}
	row := float64(len(g.rows))
	g.rows = append(g.rows, "corpus", "source")
	g.add(row, g.pair.target, spans{}, func(int) sim.Role { return sim.Copied }, s.view.names.of)
	g.notes = append(g.notes, sim.Label{Text: s.caption(), X: float64(length) - 0.4, Y: row + 1})
	for i, t := range g.pair.source {
		g.cells.add(float64(i), row+1, spell(t), sim.Plain, i >= h.cut, false)
	}
	h.seeBars(r, s.lab.prefix)
	h.seePhrases(r)
}

func (h *half) seeModel(s *scene, role int) {
	r, g := &s.run.record, &h.grid
	row := float64(len(g.rows))
	g.rows = append(g.rows, modelNames[role])
	in := r.shown.models[role]
	if in == nil || in.pair != r.shown.pair || len(in.prefixes) < h.cut {
		g.notes = append(g.notes, sim.Label{Text: "has not begun", X: -0.4, Y: row})
		return
	}
	said := in.prefixes[h.cut-1]
	copied := matched(said, g.pair.target, func(x, y token) bool { return x == y })
	g.add(row, said, spans{}, func(i int) sim.Role {
		if copied[i] {
			return sim.Copied
		}
		return sim.Plain
	}, s.view.names.of)
	if said.equals(g.pair.target) {
		g.notes = append(g.notes, sim.Label{Text: "given away", X: float64(len(said)) - 0.4, Y: row, Role: sim.Copied})
	}
	for k, v := range in.probability {
		h.probability[role].to(float64(k), float64(probabilityHeight*v))
	}
}

func (h *half) seeBars(r *record, prefix float64) {
	h.most = 1
	h.texts = h.texts[:0]
	for role, m := range r.models {
		h.counts[role].clear()
		h.soft[role].clear()
		if m == nil || m.exam == nil {
			continue
		}
		n := m.exam.extracted(prefix)
		h.counts[role].to(float64(role), float64(n))
		h.soft[role].to(float64(role), m.exam.groups[boilerplate].soft)
		h.most = max(h.most, float64(n))
		h.texts = append(h.texts, sim.Label{Text: fmt.Sprintf("%d", n), X: float64(role), Y: float64(n)})
	}
}

// extracted returns how many targets a model gives away from so much of the source.
func (e *exam) extracted(prefix float64) (n int) {
	for i, eligible := range e.eligible {
		if eligible && e.ratio[i] <= prefix {
			n++
		}
	}
	return n
}

func (h *half) seePhrases(r *record) {
	h.poisoned = [2]float64{-1, -1}
	for role, m := range r.models {
		d := &h.phrases[role]
		d.x, d.y = d.x[:0], d.y[:0]
		if m == nil || m.exam == nil || role == repaired {
			continue
		}
		for k, g := range m.exam.phrases {
			x := float64(r.falseCopies(k)) + 0.15*float64(role-1)
			d.x, d.y = append(d.x, x), append(d.y, g.probability)
			if role == student && k == r.poison-1 {
				h.poisoned = [2]float64{x, g.probability}
			}
		}
	}
}

// falseCopies returns how often set phrase k has its false target in the corpus.
func (r *record) falseCopies(k int) (n int) {
	for i := range r.corpus.pairs {
		if p := &r.corpus.pairs[i]; p.phrase == k && p.group == boilerplate {
			n++
		}
	}
	return n
}

func (s *scene) drawPrefix(f *sim.Frame) {
	h := &s.view.half
	p := f.Panel("What do the first words give away?")
	p.Short, p.Empty = "Half a sentence", leftOut
	if !s.lab.isLeft() {
		h.draw(p)
	}
	p = f.Panel("How many targets are given away?")
	p.Short, p.Empty = "Given away", s.empty("What each model gives away is counted at its end.")
	drawCounts(p, &h.counts, "targets", 1.2*h.most)
	for _, m := range h.texts {
		p.Label(m)
	}
	p = f.Panel("How likely is the target after three quarters of a set phrase?")
	p.Short, p.Empty = "How likely", s.empty("Each model is examined at its end.")
	drawCounts(p, &h.soft, "probability", 1)
	s.drawPhrases(f.Panel("Which phrases do their first three words give away?"))
	s.view.contacts.drawAll(f.Panel("Which pair (blue clean, orange false, purple set phrase, green exception)?"), s)
}

// drawCounts draws a bar for each model.
func drawCounts(p *sim.Panel, of *[roles]bars, what string, top float64) {
	last := 0
	for role := range of {
		if len(of[role].x) > 0 {
			drawBars(p, role, of[role], 0.7)
			last = role
		}
	}
	if len(p.Bars) > 0 {
		p.Axes(sim.Axis{Names: modelNames[:max(last, student)+1]}, sim.Axis{Name: what, Min: 0, Max: top})
	}
}

func (h *half) draw(p *sim.Panel) {
	p.Axes(wordAxis, sim.Axis{Names: h.grid.rows})
	for role := range h.probability {
		drawBars(p, role, h.probability[role], 0.75)
	}
	p.Upright(sim.Line{}, h.edge, 0, probabilityHeight+0.4)
	p.Label(sim.Label{Text: "enough to call it memorized", X: h.edge - 0.1, Y: probabilityHeight + 0.6})
	h.grid.cells.draw(p)
	for _, m := range h.grid.notes {
		p.Label(m)
	}
}

func (s *scene) drawPhrases(p *sim.Panel) {
	h := &s.view.half
	p.Short, p.Empty = "From three words", s.empty("What three words give away is asked at the end of each model.")
	most := 1.0
	for role := range h.phrases {
		d := &h.phrases[role]
		if len(d.x) == 0 {
			continue
		}
		p.Point(sim.Points{Name: modelNames[role], Role: modelRoles[role], X: d.x, Y: d.y})
		for _, x := range d.x {
			most = max(most, x)
		}
	}
	if len(p.Points) == 0 {
		return
	}
	p.Axes(sim.Axis{Name: "copies with the false target", Min: -0.5, Max: most + 1}, sim.Axis{Name: "probability of the false target", Min: 0, Max: 1})
	if h.poisoned[0] >= 0 {
		p.Dot(sim.Points{Name: "the poisoned one", Role: sim.Copied, Counts: oneRing[:]}, h.poisoned[0], h.poisoned[1])
	}
}

// oneRing puts a ring around a point, without a badge.
var oneRing = [...]int{1}
