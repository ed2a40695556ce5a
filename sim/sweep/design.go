package sweep

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"example.org/rote/sim"
	"example.org/rote/sim/exact"
)

// designStream separates the random numbers of a design from those of its runs.
const designStream = 0x64657369676e // "design"

// A design is points within the ranges instead of all of their combinations.
type design struct {
	latin  bool // a Latin hypercube: each n-th of each range has one point
	points int  // 0: there is no design
	ranges []Range
}

func (d design) String() string {
	kind := "random"
	if d.latin {
		kind = "lhs"
	}
	return kind + "*" + strconv.Itoa(d.points)
}

// setDesign reads lhs*200 or random*200.
func (g *Grid) setDesign(text string) (repair string) {
	kind, count, _ := strings.Cut(text, "*")
	x, _ := sim.ParseNumber((&sim.Knob{Kind: sim.IntKind}).Plain(count))
	n := int(x)
	if kind = strings.TrimSpace(kind); x != float64(n) || n < 2 || n > MaxRuns || kind != "lhs" && kind != "random" {
		return fmt.Sprintf("design = %s is none; allowed are lhs*N and random*N with N from 2 to %d; it is left out.", sim.Quote(text), MaxRuns)
	}
	g.design = design{latin: kind == "lhs", points: n}
	return ""
}

// draw draws the points of the design, of which equal ones count once. The same seed
// gives the same points everywhere.
func (g *Grid) draw(ranges []Range) {
	d := &g.design
	rng := rand.New(rand.NewPCG(uint64(g.Base.Seed.Number()), designStream))
	var rows [][]string
	for k, r := range ranges {
		if !r.isList() && strings.Contains(r.Text, "..") {
			ranges[k].Text, _, _ = strings.Cut(r.Text, "*")
		}
		order := rng.Perm(d.points)
		for i := range d.points {
			share := rng.Float64()
			if d.latin {
				share = (float64(order[i]) + share) / float64(d.points)
			}
			if k == 0 {
				rows = append(rows, nil)
			}
			rows[i] = append(rows[i], r.drawn(share)...)
		}
	}
	var knobs []*sim.Knob
	for _, r := range ranges {
		knobs = append(knobs, r.knobs...)
	}
	distinct := rows[:0]
	seen := map[string]bool{}
	for _, row := range rows {
		if text := strings.Join(row, ":"); !seen[text] {
			seen[text] = true
			distinct = append(distinct, row)
		}
	}
	d.ranges = ranges
	g.X, g.Y, g.Rest = newList(knobs, slices.Clip(distinct)), Range{}, nil
}

// drawn returns the value that lies at a share, from 0 to 1, of the range.
func (r Range) drawn(share float64) []string {
	n := len(r.Values)
	if r.isList() || !strings.Contains(r.Text, "..") {
		return r.cells(min(n-1, int(share*float64(n))))
	}
	lo, hi, k := r.Values[0], r.Values[n-1], r.Knob
	var x float64
	switch {
	case k.Scale.Log:
		low, high := exact.Log(lo), exact.Log(hi)
		x = exact.Exp(low + float64(share*(high-low)))
	case k.Kind == sim.IntKind:
		x = lo + float64(int(share*(hi-lo+1)))
	default:
		x = lo + float64(share*(hi-lo))
	}
	if k.Kind == sim.IntKind {
		x = k.Nearest(x)
	} else {
		x = round(x, 'e', 5)
	}
	return []string{sim.FormatFloat(min(hi, max(lo, x)))}
}
