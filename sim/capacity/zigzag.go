package capacity

import "math"

// fitUnit finds the weights of one zig-zag. Those that meet the labels of all
// its places are a line, C_g = μρ_g + κ_g; the steeper, the larger μ. The least
// μ is taken that throws all other places out of the band, times the margin.
func (m *memory) fitUnit(t *task, u *unit) {
	need := m.solve(t, u)
	mu := 1.0
	if need > 0 {
		mu = m.margin * need
	}
	if u.place%2 == 1 {
		mu = -mu
	}
	rest := 0.0
	for g := range u.c {
		u.c[g] = float64(mu*m.rho[g]) + m.kappa[g]
		m.most = max(m.most, math.Abs(u.c[g]))
		if g > 0 {
			rest += u.c[g]
		}
	}
	place := m.own(u, 0)
	u.b = m.label(t, place, u.out) - float64(u.c[0]*m.ramp(u, 0, place)) + rest
	u.trace()
}

// solve fills ρ and κ, with ρ_0 = 1 and κ_0 = 0, and returns the least |μ|.
// Between its places in neighbouring groups a zig-zag changes by the difference
// of their labels: C_g(1-a_g) + C_{g+1}(1+a_{g+1}).
func (m *memory) solve(t *task, u *unit) (need float64) {
	var a, v float64 // of the group before
	for g := range u.c {
		place := m.own(u, g)
		aNext, vNext := m.ramp(u, g, place), m.label(t, place, u.out)
		rho, kappa := 1.0, 0.0
		if g > 0 {
			rho = -m.rho[g-1] * (1 - a) / (1 + aNext)
			kappa = (vNext - v - float64(m.kappa[g-1]*(1-a))) / (1 + aNext)
		}
		m.rho[g], m.kappa[g] = rho, kappa
		if room := m.room(u, g, place); !math.IsInf(room, 1) {
			need = max(need, (2/room+math.Abs(kappa))/math.Abs(rho))
		}
		a, v = aNext, vNext
	}
	return need
}

// ramp returns a_g at a place.
func (m *memory) ramp(u *unit, g, place int) float64 { return m.groups[u.first+g].ramp(m.at[place]) }

// room returns how far away, in units of the ramp, the next place of the group
// is from the place given. Of several blocks the outer ends count too: there
// the zig-zag must be out of the band, as the points of other blocks see it.
func (m *memory) room(u *unit, g, place int) float64 {
	group := &m.groups[u.first+g]
	a, room := m.ramp(u, g, place), math.Inf(1)
	if place > group.start {
		room = a - m.ramp(u, g, place-1)
	}
	if place < group.start+group.size-1 {
		room = min(room, m.ramp(u, g, place+1)-a)
	}
	if len(m.p1) == 1 {
		return room
	}
	if g == 0 {
		room = min(room, 1+a)
	}
	if g == len(u.c)-1 {
		room = min(room, 1-a)
	}
	return room
}

// trace computes z at the ends of the groups.
func (u *unit) trace() {
	z := u.b
	for _, c := range u.c {
		z -= c
	}
	u.edge[0] = z
	for g, c := range u.c {
		z += 2 * c
		u.edge[g+1] = z
	}
}
