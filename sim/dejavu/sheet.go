package dejavu

import "example.org/rote/sim"

// shownPictures is how many pictures of A a sheet shows.
const shownPictures = 96

// A sheet shows the pictures of A with their crops, framed by what became of them.
type sheet struct {
	n      int
	pix    []byte
	rects  []float64
	roles  []sim.Role
	picked []bool
}

func newSheet(s *scene) sheet {
	h := sheet{n: min(shownPictures, s.lab.n)}
	set := s.sets[0]
	for i := range h.n {
		h.pix = appendShades(h.pix, set.picture(i))
		c, _ := attacked(set.boxX[i], set.boxY[i])
		r := c.rect()
		h.rects = append(h.rects, r[:]...)
	}
	h.roles, h.picked = make([]sim.Role, h.n), make([]bool, h.n)
	return h
}

// see frames what only one network names; a picture that is picked stands out.
func (h *sheet) see(s *scene) {
	for i := range h.n {
		h.picked[i] = i == s.view.example.at
		h.roles[i] = sim.Plain
		if s.last() == nil {
			continue
		}
		switch fateOf(s.isRight(0, i), s.isRight(1, i)) {
		case memorized:
			h.roles[i] = sim.Copied
		case misrepresented:
			h.roles[i] = sim.HeldOut
		}
	}
}

func (h *sheet) draw(p *sim.Panel, s *scene) {
	p.Short = "Pictures of A"
	p.Tile(sim.Tiles{Name: "pictures of A, the crop framed", N: h.n, W: side, H: side, Depth: channels, Pix: h.pix, Rects: h.rects, Roles: h.roles,
		Outlined: h.picked})
}

// A ballot is the votes on the picture shown.
type ballot struct {
	names []string
	x     []float64
	votes [2][]float64
	class float64
	top   float64
	ready bool
}

func newBallot(s *scene) ballot {
	var b ballot
	for c := range s.lab.classes {
		b.names = append(b.names, string(rune('1'+c)))
		b.x = append(b.x, float64(c))
	}
	if s.lab.classes == mostClasses {
		b.names[mostClasses-1] = "10"
	}
	for i := range b.votes {
		b.votes[i] = make([]float64, s.lab.classes)
	}
	return b
}

func (b *ballot) see(s *scene) {
	e, at := s.last(), s.view.example.at
	b.ready = e != nil
	if !b.ready {
		return
	}
	b.top = 1
	for i := range b.votes {
		votes := s.voter.count(e.near[i][s.lab.attackedLayer()], at)
		for c := range b.votes[i] {
			b.votes[i][c] = float64(votes[c])
			b.top = max(b.top, 1.25*float64(votes[c]))
		}
	}
	b.class = float64(s.class[at])
}

func (b *ballot) draw(p *sim.Panel) {
	p.Short, p.Empty = "Votes", "The nearest pictures vote after the first evaluation."
	if !b.ready {
		return
	}
	p.Axes(sim.Axis{Name: "class", Names: b.names}, sim.Axis{Name: "votes", Min: 0, Max: b.top})
	p.Bar(sim.Bars{Name: "A", Role: sim.Train, X: b.x, Y: b.votes[0], Width: 0.8})
	p.Bar(sim.Bars{Name: "B", Role: sim.Control, X: b.x, Y: b.votes[1], Width: 0.8})
	p.Label(sim.Label{Text: "hidden object", X: b.class, Y: max(b.votes[0][int(b.class)], b.votes[1][int(b.class)]) + 0.05*b.top})
}
