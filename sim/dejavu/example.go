package dejavu

import (
	"fmt"

	"example.org/rote/sim"
)

// An example is one picture of A with its crop, and the public pictures nearest to it.
type example struct {
	at          int // number of the picture
	fate        int
	votes       [2]int // for the class of the hidden object
	isMemorized bool   // it was chosen, and could be

	big    []byte
	rect   [4]float64
	groups [2]neighbours // with the hidden object, and others
	words  [3]string
}

// Neighbours are small pictures at their places.
type neighbours struct {
	x, y  []float64
	pix   []byte
	faded []bool
	roles []sim.Role
}

// The places of the hero: the picture at the left, two blocks of the nearest at the right.
const (
	bigSize      = 8.6
	nearColumns  = 5
	shownNear    = 20
	nearLeft     = 10.3
	nearTile     = 0.9
	upperBlock   = 8.05 // middle of the first row
	lowerBlock   = 3.45
	blockHeading = 0.72
)

func newExample() example {
	return example{big: make([]byte, 0, pixels)}
}

// choose returns the picture of A that is shown: that which is picked, or the surest of
// those that only A names, or else the surest.
func (s *scene) choose() (at int, isMemorized bool) {
	if s.lab.pick > 0 || s.last() == nil {
		return max(0, min(s.lab.pick, s.lab.n)-1), true
	}
	best, sure := 0, 0
	for i := range s.lab.n {
		rank := 0
		if fateOf(s.isRight(0, i), s.isRight(1, i)) == memorized {
			rank = 1
		}
		if i == 0 || rank > sure || rank == sure && s.guesses[0][i].confidence > s.guesses[0][best].confidence {
			best, sure = i, rank
		}
	}
	return best, sure == 1
}

// isRight reports whether a network names the object of a crop, after guess.
func (s *scene) isRight(model, crop int) bool { return s.guesses[model][crop].class == s.class[crop] }

func (x *example) see(s *scene) {
	if e := s.last(); e != nil {
		s.guess(e, s.lab.attackedLayer())
	}
	x.at, x.isMemorized = s.choose()
	set := s.sets[0]
	c, _ := attacked(set.boxX[x.at], set.boxY[x.at])
	x.big = appendShades(x.big[:0], set.picture(x.at))
	x.rect = c.rect()
	if !s.isEnd() {
		cover(x.big, c, true)
	}
	for i := range x.groups {
		x.groups[i].clear()
	}
	for model := range 2 {
		x.votes[model] = 0
		x.seeNear(s, model)
	}
	x.word(s)
}

// seeNear looks at the public pictures nearest to the crop in a network. Before any is
// known it shows the first ones there are.
func (x *example) seeNear(s *scene, model int) {
	e, class := s.last(), s.class[x.at]
	top := [2]float64{upperBlock, lowerBlock}[model]
	for i := range min(s.lab.k, shownNear) {
		id, group := shownNear*model+i, 1
		if e != nil {
			id = int(s.seen[model].near[s.lab.attackedLayer()][x.at*keptNear+i])
			if s.public.class[id] == class {
				group = 0
			}
		}
		x.groups[group].add(s.public.picture(id), nearLeft+float64(i%nearColumns), top-float64(i/nearColumns), group == 0)
	}
	if e == nil {
		return
	}
	x.votes[model] = s.voter.count(e.near[model][s.lab.attackedLayer()], x.at)[class]
	x.fate = fateOf(s.isRight(0, x.at), s.isRight(1, x.at))
}

func (g *neighbours) clear() {
	g.x, g.y, g.pix, g.faded, g.roles = g.x[:0], g.y[:0], g.pix[:0], g.faded[:0], g.roles[:0]
}

func (g *neighbours) add(pic []float32, x, y float64, isHit bool) {
	g.x, g.y, g.pix = append(g.x, x), append(g.y, y), appendShades(g.pix, pic)
	g.faded = append(g.faded, !isHit)
	if isHit {
		g.roles = append(g.roles, sim.Copied)
	}
}

func (x *example) word(s *scene) {
	switch {
	case s.isEnd():
		x.words[0] = fmt.Sprintf("picture %d of A: the crop, and what it hid", x.at+1)
	default:
		x.words[0] = fmt.Sprintf("picture %d of A: a crop without the object", x.at+1)
	}
	if s.last() == nil {
		x.words[1], x.words[2] = "Near to it in A?", "and in B?"
		return
	}
	first, second := "A saw it", "B did not"
	if s.lab.isCopy() {
		second = "B is A"
	}
	x.words[1] = fmt.Sprintf("%s: %d of %d", first, x.votes[0], s.lab.k)
	x.words[2] = fmt.Sprintf("%s: %d of %d", second, x.votes[1], s.lab.k)
}

func (x *example) draw(p *sim.Panel, s *scene) {
	p.Short, p.Equal = "One crop", true
	p.Axes(sim.Axis{Min: -0.2, Max: nearLeft + nearColumns}, sim.Axis{Min: -0.2, Max: 9.5})
	p.Tile(sim.Tiles{N: 1, W: side, H: side, Depth: channels, Pix: x.big, X: bigPlace[:1], Y: bigPlace[1:], Size: bigSize, Rects: x.rect[:]})
	for i := range x.groups {
		if g := &x.groups[i]; len(g.x) > 0 {
			p.Tile(sim.Tiles{N: len(g.x), W: side, H: side, Depth: channels, Pix: g.pix, X: g.x, Y: g.y, Size: nearTile, Roles: g.roles, Faded: g.faded})
		}
	}
	for _, y := range [...]float64{upperBlock - 1.5, lowerBlock - 1.5} {
		p.Arrow(sim.Arrows{X: arrowFrom[:1], Y: arrowFrom[1:], DX: arrowLength, DY: []float64{y - arrowFrom[1]}})
	}
	p.Label(sim.Label{Text: x.words[0], X: -0.1, Y: bigSize + 0.25})
	p.Label(sim.Label{Text: x.words[1], X: nearLeft - 0.6, Y: upperBlock + blockHeading, Role: sim.Copied})
	p.Label(sim.Label{Text: x.words[2], X: nearLeft - 0.6, Y: lowerBlock + blockHeading, Role: sim.Control})
}

// The arrows lead from the picture to both blocks.
var (
	arrowFrom   = [...]float64{bigSize + 0.1, bigSize / 2}
	arrowLength = []float64{0.9}
)

var bigPlace = [...]float64{bigSize / 2, bigSize / 2}
