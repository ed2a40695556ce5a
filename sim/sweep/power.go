package sweep

import (
	"fmt"
	"math"
	"strings"

	"example.org/rote/sim"
	"example.org/rote/sim/exact"
)

// A power is how a fact grows along the range of a curve: like knob^exponent. The
// exponent is that of a line through the logarithms of one seed, by least squares; of
// several seeds it is the mean, with its standard error.
type power struct {
	exponent, err float64 // err is NaN for one seed
	seeds         int
}

// powerOf returns the power of the fact in a column of the readings. It has no seeds if
// none has the fact at two values at least.
func (g *Grid) powerOf(column int) power {
	var slopes []float64
	for seed := range g.Seeds {
		if slope, ok := g.slope(column, seed); ok {
			slopes = append(slopes, slope)
		}
	}
	p := power{seeds: len(slopes), err: math.NaN()}
	for _, s := range slopes {
		p.exponent += s / float64(p.seeds)
	}
	if p.seeds > 1 {
		sum := 0.0
		for _, s := range slopes {
			sum += float64((s - p.exponent) * (s - p.exponent))
		}
		p.err = math.Sqrt(sum / float64(p.seeds-1) / float64(p.seeds))
	}
	return p
}

// slope fits the exponent of one seed.
func (g *Grid) slope(column, seed int) (slope float64, ok bool) {
	var n, sx, sy, sxx, sxy float64
	for col, v := range g.X.Values {
		f := &g.found[g.index(col, 0, seed)]
		if value := f.end(column); f.known && value > 0 && v > 0 {
			x, y := exact.Log(v), exact.Log(value)
			n++
			sx, sy, sxx, sxy = sx+x, sy+y, sxx+float64(x*x), sxy+float64(x*y)
		}
	}
	if n < 2 {
		return 0, false
	}
	return (sxy - float64(sx*sy)/n) / (sxx - float64(sx*sx)/n), true
}

// says writes the power of a knob: n^1.35 ± 0.07.
func (p power) says(knob string) string {
	text := fmt.Sprintf("%s^%.2f", knob, p.exponent)
	if !math.IsNaN(p.err) {
		text += fmt.Sprintf(" ± %.2f", p.err)
	}
	return text
}

// powers says how the facts that are asked for grow. It returns false if that is not
// asked for, or not known of any.
func (g *Grid) powers() (text string, ok bool) {
	if !g.proposed.Power || g.Y.Knob != nil {
		return "", false
	}
	var parts []string
	for _, key := range g.Facts {
		column := g.column(key)
		if column < 0 {
			continue
		}
		if p := g.powerOf(column); p.seeds > 0 {
			parts = append(parts, fmt.Sprintf("%s: grows like %s", lowerFirst(factName(g.factOf(key))), p.says(g.X.key())))
		}
	}
	if len(parts) == 0 {
		return "", false
	}
	return upperFirst(strings.Join(parts, "; ")), true
}

// drawPowers names the curve of the fact shown by its power, and draws those of the
// others that are asked for beside it, all on a log scale.
func (g *Grid) drawPowers(p *sim.Panel) {
	p.Y.Log = true
	shown := g.column(g.Fact)
	p.Lines[0].Name = g.named(g.Fact, shown)
	class := uint8(2)
	for _, key := range g.Facts {
		column := g.column(key)
		if column < 0 || column == shown {
			continue
		}
		line := sim.Line{Name: g.named(key, column), Class: class}
		points := sim.Points{Class: class}
		for col, x := range g.X.Values {
			if c := g.cellOf(col, 0, column); c.N > 0 {
				line.X, line.Y, line.Lo, line.Hi = append(line.X, x), append(line.Y, c.Mean), append(line.Lo, c.Lo), append(line.Hi, c.Hi)
			}
		}
		points.X, points.Y = line.X, line.Y
		if g.Seeds == 1 {
			line.Lo, line.Hi = nil, nil
		}
		p.Line(line)
		p.Point(points)
		class++
	}
}

// named is a fact with its power.
func (g *Grid) named(key string, column int) string {
	name := factName(g.factOf(key))
	if p := g.powerOf(column); p.seeds > 0 {
		name += ", " + p.says(g.X.key())
	}
	return name
}
