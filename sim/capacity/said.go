package capacity

import (
	"math"

	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// onLabel is how near to its label an answer counts as right.
const onLabel = 1e-3

// said is what a network says of the points. Answers that are not finite are left
// out.
type said struct {
	at    sketch.Trace
	roles []sim.Role
}

func newSaid(n int) said { return said{sketch.NewTrace(n), make([]sim.Role, 0, n)} }

func (a *said) clear() {
	a.at.Clear()
	a.roles = a.roles[:0]
}

func (a *said) add(x, answer float64, role sim.Role) {
	if !math.IsNaN(answer) && !math.IsInf(answer, 0) {
		a.at.To(x, answer)
		a.roles = append(a.roles, role)
	}
}

func (a *said) points(name string) sim.Points {
	return a.at.Points(sim.Points{Name: name, Roles: a.roles})
}
