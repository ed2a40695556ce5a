package inheritance

import (
	"math"

	"example.org/rote/sim"
)

// The names of the groups and of the models, and the roles in which models are drawn.
var (
	groupNames = [...]string{"clean pairs", "false pairs", "set phrases", "exceptions"}
	modelNames = [roles]string{"teacher", "baseline", "student", "tuned teacher", "its student"}
	modelRoles = [roles]sim.Role{teacher: sim.Plain, baseline: sim.Control, student: sim.Train, repaired: sim.HeldOut, heir: sim.Copied}
	groupRoles = [groups]sim.Role{clean: sim.Train, noisy: sim.HeldOut, boilerplate: sim.Copied, exceptions: sim.Control}
)

// A bars is the heights of some bars.
type bars struct{ x, y []float64 }

func (b *bars) clear() { b.x, b.y = b.x[:0], b.y[:0] }

// to adds a bar, unless it is undefined.
func (b *bars) to(x, y float64) {
	if !math.IsNaN(y) {
		b.x, b.y = append(b.x, x), append(b.y, y)
	}
}

// A byGroup is a share of each group for each model, as of its last watch.
type byGroup struct{ models [roles]bars }

func (b *byGroup) see(r *record, of func(*watch) *[groups]float64) {
	for role, m := range r.models {
		b.models[role].clear()
		if m == nil || len(m.curve) == 0 || role == repaired {
			continue
		}
		for g, v := range of(&m.curve[len(m.curve)-1]) {
			b.models[role].to(float64(g), v)
		}
	}
}

func (b *byGroup) draw(p *sim.Panel, what string) {
	p.Axes(sim.Axis{Names: groupNames[:]}, sim.Axis{Name: what, Min: 0, Max: 1})
	for role := range b.models {
		drawBars(p, role, b.models[role], 0.75)
	}
}

// drawBars adds the bars of a model, if it has any.
func drawBars(p *sim.Panel, role int, b bars, width float64) {
	if len(b.x) > 0 {
		p.Bar(sim.Bars{Name: modelNames[role], Role: modelRoles[role], X: b.x, Y: b.y, Width: width})
	}
}

// inventedNames are the two kinds of sentences that models invent.
var inventedNames = [...]string{"one for many", "to and fro"}

// drawInvented draws how often models invent sentences.
func (s *scene) drawInvented(p *sim.Panel) {
	p.Short, p.Empty = "Invented", s.empty("What each model invents is counted at its end.")
	most := 0.0
	for role, m := range s.run.models {
		if m != nil && m.exam != nil {
			b := &s.view.race.invented[role]
			drawBars(p, role, *b, 0.75)
			for _, v := range b.y {
				most = max(most, v)
			}
		}
	}
	if len(p.Bars) > 0 {
		p.Axes(sim.Axis{Names: inventedNames[:]}, sim.Axis{Name: "rate", Min: 0, Max: max(0.2, 1.15*most)})
		p.Label(sim.Label{Text: "too rare here to compare", X: 0.6, Y: 0.1 * max(0.2, most)})
	}
}
