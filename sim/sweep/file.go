package sweep

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"example.org/rote/sim"
)

// The comment lines of a sweep's file.
const (
	sweepLine = "# rote sweep: "
	makerLine = "# made by: "
	shardLine = "# shard: "
	nameLine  = "# name of " // KEY: NAME
	unitLine  = "# unit of "
	oldName   = "# name: " // of the only fact, in files of before
	oldUnit   = "# unit: "
)

// Format is how a file of results is written.
type Format string

// The formats of a file.
const (
	CSV   Format = "csv"
	JSONL Format = "jsonl" // an object a line
)

// File returns the whole file: what is known of the shard, in the order of runs. It is
// the same whoever has measured the runs, and in whatever order.
func (g *Grid) File(f Format, p Shard) string {
	keys := g.keys(g.All)
	var text strings.Builder
	if f == CSV {
		text.WriteString(g.head(g.makerLines(), p) + g.FactLines(keys) + g.columns(keys) + "\n")
	}
	for _, run := range p.Runs(g) {
		switch {
		case !g.found[run].known:
		case f == CSV:
			text.WriteString(g.rows(run, keys))
		default:
			text.WriteString(g.objects(run, keys, p))
		}
	}
	return text.String()
}

// Whole returns the grid of the same runs that asks for all of their facts, with what is
// known: its file has all that the runs have told.
func (g *Grid) Whole() *Grid {
	whole := *g
	whole.Facts, whole.All = nil, true
	return &whole
}

// head returns the first lines of a sweep's file: comments with its address, who has
// measured its runs, and the shard. There follow those with the names and the units of
// the facts, the columns, and a row for each known run, or for each of its readings.
func (g *Grid) head(makers string, p Shard) string {
	head := sweepLine + g.Address() + "\n" + makers
	if p.Of > 1 {
		head += shardLine + p.String() + "\n"
	}
	return head
}

func (g *Grid) makerLines() (text string) {
	for _, maker := range g.makers {
		text += makerLine + maker + "\n"
	}
	return text
}

// FactLines returns the comments with the names and the units of facts, as far as a run
// has told them.
func (g *Grid) FactLines(keys []string) (text string) {
	names := columnsOf(g.places(), keys)
	for i, key := range keys {
		if f := g.factOf(key); f.Name != "" {
			text += nameLine + names[i] + ": " + printable(f.Name) + "\n"
		}
	}
	for i, key := range keys {
		if f := g.factOf(key); f.Unit != "" {
			text += unitLine + names[i] + ": " + printable(f.Unit) + "\n"
		}
	}
	return text
}

// columns names the columns: the knobs, the seed, the step and the last one of that run
// if there are several readings of it, and the facts.
func (g *Grid) columns(keys []string) string {
	places := g.places()
	return strings.Join(append(places, columnsOf(places, keys)...), ",")
}

// places returns the columns that say which reading of which run a row is.
func (g *Grid) places() []string {
	var names []string
	for _, r := range g.Ranges() {
		names = append(names, r.columns()...)
	}
	if names = append(names, "seed"); g.Every > 0 {
		names = append(names, "step", "of")
	}
	return names
}

// placeOf returns the cells of these columns for a reading.
func (g *Grid) placeOf(run, step int) []string {
	col, row, seed := g.place(run)
	texts := append(slices.Clone(g.X.cells(col)), g.Y.cells(row)...)
	for k, i := range g.others(g.sliceOf(run)) {
		texts = append(texts, g.Rest[k].cells(i)...)
	}
	texts = append(texts, sim.FormatFloat(g.Base.Seed.Number()+float64(seed)))
	if g.Every > 0 {
		readings := g.readings(run)
		texts = append(texts, strconv.Itoa(step), strconv.Itoa(readings[len(readings)-1].step))
	}
	return texts
}

// rows returns the lines of a known run. A value is empty if the run has no such fact,
// and otherwise reads back as the same float64.
func (g *Grid) rows(run int, keys []string) string {
	var text strings.Builder
	for _, r := range g.readings(run) {
		cells := g.placeOf(run, r.step)
		for _, key := range keys {
			cells = append(cells, formatValue(r.at(g.column(key))))
		}
		text.WriteString(strings.Join(cells, ",") + "\n")
	}
	return text.String()
}

// readings returns those of a known run, at least one.
func (g *Grid) readings(run int) []reading {
	if r := g.found[run].readings; len(r) > 0 {
		return r
	}
	return []reading{{}}
}

// formatValue writes a value as it reads back, an absent one as nothing.
func formatValue(x float64) string {
	if math.IsNaN(x) {
		return ""
	}
	return sim.FormatFloat(x)
}

// IsOwn reports whether a line, or the beginning of one, is of the comments that a
// sweep's file is written with, and no remark of somebody else.
func IsOwn(line string) bool {
	return slices.ContainsFunc([]string{sweepLine, makerLine, shardLine, nameLine, unitLine, oldName, oldUnit}, func(start string) bool {
		return strings.HasPrefix(line, start) || strings.HasPrefix(start, line)
	})
}
