package dejavu

import (
	"cmp"
	"fmt"
	"slices"

	"example.org/rote/sim"
)

// galleryColumns is how many pictures of A are painted again.
const galleryColumns = 6

// A gallery shows crops, and what each network paints around them.
type gallery struct {
	ids           []int // pictures, those first that only A names
	pix, means    []byte
	rects         []float64
	byMap, byMean []float64  // relative errors of A and B
	roles         []sim.Role // frames what is painted of the right class
	rows          []string
	classes       paintedClasses
	ready         bool
	top           float64
}

func newGallery() gallery { return gallery{} }

func (g *gallery) see(s *scene) {
	g.ready = s.last() != nil && s.painting.made == s.version()
	if s.lab.view != repaintView {
		return
	}
	g.arrange(s)
	g.pix, g.means, g.rects, g.roles = g.pix[:0], g.means[:0], make([]float64, 4*4*galleryColumns), make([]sim.Role, 4*galleryColumns)
	for at, i := range g.ids {
		g.pix = appendShades(g.pix, s.sets[0].picture(i))
		c := g.crop(s, i)
		cover(g.pix[at*pixels:(at+1)*pixels], c, false)
		r := c.rect()
		copy(g.rects[4*at:], r[:])
	}
	for model := range 2 {
		for at, i := range g.ids {
			if g.ready && s.painting.class[model][i] == s.sets[0].class[i] {
				g.roles[(1+model)*galleryColumns+at] = sim.Copied
			}
			g.pix = g.painted(g.pix, s, model, i)
			g.means = g.averaged(g.means, s, model, i)
		}
	}
	for _, i := range g.ids {
		g.pix = appendShades(g.pix, s.sets[0].picture(i))
		if !s.isEnd() {
			cover(g.pix[len(g.pix)-pixels:], g.crop(s, i), true)
		}
	}
	g.nameRows()
	p := &s.painting
	g.classes.see(s)
	g.byMap, g.byMean = append(g.byMap[:0], p.errors[:]...), append(g.byMean[:0], p.byMean[:]...)
	g.top = max(1.3, 1.05*slices.Max(p.errors[:]))
}

// arrange puts the picture shown first, then what only A names, the surest first.
func (g *gallery) arrange(s *scene) {
	order := make([]int, s.lab.n)
	for i := range order {
		order[i] = i
	}
	rank := func(i int) int {
		switch {
		case i == s.view.example.at:
			return 0
		case s.last() != nil && fateOf(s.isRight(0, i), s.isRight(1, i)) == memorized:
			return 1
		}
		return 2
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(rank(a)-rank(b), cmp.Compare(s.guesses[0][b].confidence, s.guesses[0][a].confidence))
	})
	g.ids = append(g.ids[:0], order[:galleryColumns]...)
}

func (g *gallery) crop(s *scene, i int) crop {
	c, _ := attacked(s.sets[0].boxX[i], s.sets[0].boxY[i])
	return c
}

// painted appends what a network paints, or a veil before it does.
func (g *gallery) painted(out []byte, s *scene, model, i int) []byte {
	if g.ready {
		return appendShades(out, s.painting.pix[model][i*pixels:(i+1)*pixels])
	}
	return veiled(out)
}

// averaged appends the mean of the nearest public pictures, or a veil.
func (g *gallery) averaged(out []byte, s *scene, model, i int) []byte {
	if !g.ready {
		return veiled(out)
	}
	var mean [pixels]float64
	s.meanOfNearest(&mean, model, s.painting.made, i)
	for _, v := range mean {
		out = append(out, shade(float32(v)))
	}
	return out
}

func veiled(out []byte) []byte {
	for range pixels {
		out = append(out, veil)
	}
	return out
}

var meansRows = []string{"by A", "by B"}

// nameRows names the rows, with how many of the painted pictures are of the right class.
func (g *gallery) nameRows() {
	g.rows = append(g.rows[:0], "the crop", "painted by A", "painted by B", "the picture")
	for row := 1; g.ready && row < 3; row++ {
		right := 0
		for _, role := range g.roles[row*galleryColumns : (row+1)*galleryColumns] {
			if role == sim.Copied {
				right++
			}
		}
		g.rows[row] += fmt.Sprintf(", %d right", right)
	}
}

func (g *gallery) draw(p *sim.Panel, s *scene) {
	p.Short = "Six pictures of A"
	p.Tile(sim.Tiles{Name: "pictures of A; framed: painted of the right class", N: 4 * galleryColumns, W: side, H: side, Depth: channels, Pix: g.pix, Cols: galleryColumns, Rects: g.rects, Rows: g.rows,
		Roles: g.roles})
}

func (g *gallery) drawMeans(p *sim.Panel) {
	p.Short = "Mean of nearest"
	p.Tile(sim.Tiles{Name: "mean of the nearest public pictures", N: 2 * galleryColumns, W: side, H: side, Depth: channels, Pix: g.means,
		Cols: galleryColumns, Rows: meansRows})
}

var (
	painterNames  = []string{"A", "B"}
	painterPlaces = []float64{0, 1}
)

func (g *gallery) drawErrors(p *sim.Panel) {
	p.Short, p.Empty = "Error left", "The first paintings come with the first evaluation."
	if !g.ready || len(g.byMap) == 0 {
		return
	}
	p.Axes(sim.Axis{Name: "painter", Names: painterNames}, sim.Axis{Name: "error in the boxes, over the mean picture's", Min: 0, Max: g.top})
	p.Bar(sim.Bars{Name: "linear map", Role: sim.Copied, X: painterPlaces, Y: g.byMap, Width: 0.7})
	p.Bar(sim.Bars{Name: "mean of nearest", Role: sim.Plain, X: painterPlaces, Y: g.byMean, Width: 0.7})
	p.Level(sim.Line{Name: "knows nothing", Role: sim.Theory}, 1, -0.5, 1.5)
}

// errorWords says what is left of the error of a painter, in percent.
func errorWords(share float64) string { return fmt.Sprintf("%.0f", 100*share) }
