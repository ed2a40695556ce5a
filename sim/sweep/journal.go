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

// Begins reports whether a text is the beginning of a line of a file that names columns,
// or is a row.
func (r *Reader) Begins(text string) bool {
	g := r.grid
	text = strings.ReplaceAll(rejoined(text), `"`, "")
	columns := strings.Join(g.places(), ",") + ","
	if isOfNumbers(text) || strings.HasPrefix(columns, text) || strings.HasPrefix(text, columns) {
		return true
	}
	for run := range g.Runs() {
		place := g.placeOf(run, 0)
		if g.Every > 0 {
			place = place[:len(place)-2]
		}
		if r.old {
			place = append(place, g.Fact)
		}
		start := strings.Join(place, ",") + ","
		if values, ok := strings.CutPrefix(text, start); ok && isOfNumbers(values) || strings.HasPrefix(start, text) {
			return true
		}
	}
	return false
}

// isOfNumbers reports whether a text may be cells of numbers, cut off anywhere, and what a
// disk or an editor leaves behind them.
func isOfNumbers(text string) bool { return strings.Trim(text, "0123456789+-.,eE \r\x00\x1a") == "" }
