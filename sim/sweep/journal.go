package sweep

import (
	"slices"
	"strings"
)

// A Journal is the text of a file that grows while results come in, in any order. What
// it has not yet said of a fact, and new columns, stand before the row that needs them;
// [Grid.File] puts all in its place.
type Journal struct {
	grid    *Grid
	shard   Shard
	format  Format
	maker   string // of the rows that are added
	said    string // comments
	columns string // the last that were named
}

// Journal returns the journal of a file in which nothing stands yet. Maker says which
// Rote measures, as [sim.Maker] does.
func (g *Grid) Journal(f Format, p Shard, maker string) *Journal {
	return &Journal{grid: g, shard: p, format: f, maker: printable(maker)}
}

// Continue goes on behind what a reader has read.
func (j *Journal) Continue(r *Reader) {
	j.said, j.columns = r.grid.makerLines()+r.grid.FactLines(r.grid.keys(true)), r.columns
}

// Start returns the beginning of the file.
func (j *Journal) Start() string {
	if j.format == JSONL {
		return ""
	}
	j.said = makerLine + j.maker + "\n"
	return j.grid.head(j.said, j.shard)
}

// Rows returns the lines of a run that is now known.
func (j *Journal) Rows(run int) string {
	g := j.grid
	g.MadeBy(j.maker)
	if j.format == JSONL {
		return g.objects(run, g.journalKeys(), j.shard)
	}
	text, keys := "", g.journalKeys()
	for line := range strings.Lines(g.makerLines() + g.FactLines(keys)) {
		if !strings.Contains(j.said, line) {
			text += line
		}
	}
	j.said += text
	if columns := g.columns(keys); columns != j.columns {
		text += columns + "\n"
		j.columns = columns
	}
	return text + g.rows(run, keys)
}

// journalKeys are the facts that have been told so far, without regard to order among
// the runs.
func (g *Grid) journalKeys() []string {
	keys := g.keys(false)
	if !g.All {
		return keys
	}
	asked := len(keys)
	for _, i := range g.order {
		if key := g.told[i].Key; !slices.Contains(keys[:asked], key) {
			keys = append(keys, key)
		}
	}
	return keys
}
