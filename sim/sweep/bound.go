package sweep

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"example.org/rote/sim"
)

// bound cuts seeds, then values, until the runs are not too many.
func (g *Grid) bound() (repairs []string) {
	n := g.Runs()
	if n <= MaxRuns {
		return nil
	}
	g.Seeds = max(1, MaxRuns/g.Cells())
	for g.Cells() > MaxRuns {
		longest := g.longest()
		*longest = longest.thinned(longest.size() - 1)
	}
	sizes := []string{strconv.Itoa(g.X.size()), strconv.Itoa(g.Y.size())}
	for _, r := range g.Rest {
		sizes = append(sizes, strconv.Itoa(r.size()))
	}
	return []string{fmt.Sprintf("A sweep of %d runs is too long; allowed are %d; using %s values with %d seeds.", n, MaxRuns, strings.Join(sizes, "×"), g.Seeds)}
}

// longest returns the range with the most values.
func (g *Grid) longest() *Range {
	r := &g.X
	if g.Y.size() > r.size() {
		r = &g.Y
	}
	for i := range g.Rest {
		if g.Rest[i].size() > r.size() {
			r = &g.Rest[i]
		}
	}
	return r
}

// boundSeed lets the seeds of all runs be seeds.
func (g *Grid) boundSeed() (repairs []string) {
	seed := g.Base.Seed
	if last := seed.Max - float64(g.Seeds-1); seed.Number() > last {
		repairs = append(repairs, fmt.Sprintf("seed = %s leaves no room for %d seeds; using %s.", seed.Text(), g.Seeds, sim.FormatFloat(last)))
		seed.SetNumber(last)
	}
	return repairs
}

// boundRows lets more ticks pass between readings, until the rows are not too many. Only
// a run that has begun knows how many ticks it has.
func (g *Grid) boundRows() (repairs []string) {
	if g.Every == 0 {
		return nil
	}
	ticks := float64(g.Base.Frame().Of)
	if least := math.Ceil(ticks * float64(g.Runs()) / maxRows); float64(g.Every) < least {
		repairs = append(repairs, fmt.Sprintf("every = %d gives more than %d rows; using %d.", g.Every, int(maxRows), int(least)))
		g.Every = int(least)
	}
	return repairs
}
