package sweep

import (
	"math"
	"strings"

	"example.org/rote/sim"
)

// The comment lines of a sweep's file.
const (
	sweepLine = "# rote sweep: "
	shardLine = "# shard: "
	nameLine  = "# name: "
	unitLine  = "# unit: "
)

// Head returns the first lines of a sweep's file: comments with its address and
// the shard, and the names of the columns. A file is tidy CSV with a row per
// known run, in any order.
func (g *Grid) Head(p Shard) string {
	head := sweepLine + g.Address() + "\n"
	if p.Of > 1 {
		head += shardLine + p.String() + "\n"
	}
	return head + g.columns() + "\n"
}

func (g *Grid) columns() string {
	if g.Y.Knob == nil {
		return g.X.key() + ",seed,fact,value"
	}
	return g.X.key() + "," + g.Y.key() + ",seed,fact,value"
}

// FactLines returns the comments with the name and the unit of the fact, or ""
// as long as no run has told them. They may stand anywhere in the file.
func (g *Grid) FactLines() string {
	text := ""
	for _, line := range [...]struct{ start, text string }{{nameLine, g.fact.Name}, {unitLine, g.fact.Unit}} {
		if line.text != "" {
			text += line.start + line.text + "\n"
		}
	}
	return text
}

// Row returns the line of a known run: the value is empty if the run has no such
// fact, and otherwise reads back as the same float64.
func (g *Grid) Row(run int) string {
	col, row, seed := g.place(run)
	line := sim.FormatFloat(g.X.Values[col])
	if g.Y.Knob != nil {
		line += "," + sim.FormatFloat(g.Y.Values[row])
	}
	line += "," + sim.FormatFloat(g.Base.Seed.Number()+float64(seed)) + "," + g.Fact + ","
	if value, _ := g.Get(run); !math.IsNaN(value) {
		line += sim.FormatFloat(value)
	}
	return line + "\n"
}

// CSV returns the whole file: what is known of the shard, in the order of runs.
func (g *Grid) CSV(p Shard) string {
	var text strings.Builder
	text.WriteString(g.Head(p) + g.FactLines())
	for _, run := range p.Runs(g) {
		if _, known := g.Get(run); known {
			text.WriteString(g.Row(run))
		}
	}
	return text.String()
}

// IsOwn reports whether a line, or the beginning of one, is of the comments that a
// sweep's file is written with, and no remark of somebody else.
func IsOwn(line string) bool {
	for _, start := range [...]string{sweepLine, shardLine, nameLine, unitLine} {
		if strings.HasPrefix(line, start) || strings.HasPrefix(start, line) {
			return true
		}
	}
	return false
}
