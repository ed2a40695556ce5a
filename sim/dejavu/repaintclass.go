package dejavu

import (
	"math"

	"example.org/rote/sim"
)

// classMeans returns the mean picture of each class in a set, or nil where there is none.
func (s *set) classMeans(classes int) [][]float64 {
	means, count := make([][]float64, classes), make([]int, classes)
	for _, class := range s.class {
		count[class]++
	}
	for i, class := range s.class {
		if means[class] == nil {
			means[class] = make([]float64, pixels)
		}
		for at, v := range s.picture(i) {
			means[class][at] += float64(v) / float64(count[class])
		}
	}
	return means
}

// classOf returns the class of a painted picture: that of the nearest of the mean pictures.
func (p *painting) classOf(painted []float32) (class uint8) {
	least := math.Inf(1)
	for c, mean := range p.means {
		sum := 0.0
		for at, v := range mean {
			off := float64(painted[at]) - v
			sum += float64(off * off)
		}
		if sum < least {
			class, least = uint8(c), sum
		}
	}
	return class
}

// classPainted finds the class of the painted picture n of A, by network i.
func (s *scene) classPainted(i, n int) {
	p := &s.painting
	p.class[i][n] = p.classOf(p.pix[i][n*pixels : (n+1)*pixels])
	if p.class[i][n] == s.sets[0].class[n] {
		p.right[i]++
	}
}

// A paintedClasses shows how many pictures each network paints of the right class, with
// the standard error.
type paintedClasses struct{ share, lo, hi []float64 }

func (c *paintedClasses) see(s *scene) {
	c.share, c.lo, c.hi = c.share[:0], c.lo[:0], c.hi[:0]
	for i := range s.painting.right {
		share := s.painting.share(i)
		deviation := math.Sqrt(share * (1 - share) / float64(s.lab.n))
		c.share, c.lo, c.hi = append(c.share, share), append(c.lo, share-deviation), append(c.hi, share+deviation)
	}
}

// share returns the share of the pictures of A that network i paints of the right class.
func (p *painting) share(i int) float64 { return float64(p.right[i]) / float64(len(p.class[i])) }

func (c *paintedClasses) draw(p *sim.Panel, chance float64, ready bool) {
	p.Short, p.Empty = "Class painted", "The first paintings come with the first evaluation."
	if !ready || len(c.share) == 0 {
		return
	}
	p.Axes(sim.Axis{Name: "painter", Names: painterNames}, sim.Axis{Name: "painted nearest to the mean of their class, share", Min: 0,
		Max: max(0.5, c.hi[0]+0.05, c.hi[1]+0.05)})
	p.Bar(sim.Bars{Role: sim.Copied, X: painterPlaces, Y: c.share, Width: 0.6, Lo: c.lo, Hi: c.hi})
	p.Level(sim.Line{Name: "chance", Role: sim.Theory}, chance, -0.5, 1.5)
}
