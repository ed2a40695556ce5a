package sketch

import (
	"fmt"
	"math"

	"example.org/rote/sim"
)

// A Memory shows labels as coins beside the weights that are to hold them, cell for
// cell, so that one can see how much room is to spare. A weight is a square whose
// area is the size of its change since the start, in the colour of its sign.
type Memory struct {
	Coins *Coins

	width, height float64 // of all cells
	cells         Trace   // one for each weight that is shown
	changes       []float64
	areas         []float64 // of the changes, relative to the largest
	scale         float64   // of large changes
	seen          bool
	brackets      [3]bracket
	titles        [2]string // above coins and weights
}

// A bracket spans cells from one column to another, below them.
type bracket struct {
	from, to float64
	text     string
	role     sim.Role
}

const (
	mostWeights = 2048 // that are shown
	aisle       = 1.5  // between coins and weights, in cells
)

// NewMemory returns the picture of one coin for each label, heads up where heads[i]
// is true, and so many weights. Changes of the size scale, above 0, are large ones;
// it grows with them.
func NewMemory(heads []bool, weights int, scale float64) *Memory {
	n, shown := len(heads), min(weights, mostWeights)
	rows := rowsFor(n, n+shown)
	x, y := grid(n, rows, 0)
	second := float64((n+rows-1)/rows) + aisle // where the weights begin
	m := &Memory{Coins: NewCoins(heads, x, y), height: float64(rows), scale: scale, changes: make([]float64, shown), areas: make([]float64, shown)}
	m.Coins.Width = cellShare
	m.cells.X, m.cells.Y = grid(shown, rows, second)
	m.titles = [2]string{Count(n, "coin flip", "coin flips"), Count(weights, "weight", "weights")}
	if shown < weights {
		m.titles[1] = fmt.Sprintf("the first %s of %s weights", Whole(shown), Whole(weights))
	}
	m.brace(n, weights, second)
	return m
}

// brace puts a bracket below the coins, one below as many weights, and a dotted one
// below the weights that are left, or missing.
func (m *Memory) brace(n, weights int, second float64) {
	columns := func(cells int) float64 { return float64(cells) / m.height }
	least, most := columns(min(n, len(m.changes))), columns(max(n, len(m.changes)))
	rest := "+ " + Whole(weights-n)
	if weights < n {
		rest = Whole(n-weights) + " missing"
	}
	m.brackets = [3]bracket{
		{0, columns(n), Whole(n), sim.Plain},
		{second, second + least, Whole(min(n, weights)), sim.Plain},
		{second + least, second + most, rest, sim.Theory},
	}
	m.width = math.Ceil(second + most)
}

// rowsFor returns the number of rows for so many coins, in a picture of so many
// cells: rather such that the coins fill them.
func rowsFor(coins, cells int) int {
	wanted := math.Sqrt(float64(cells) / 2.25) // a picture about twice as wide as high
	best := max(1, int(math.Round(wanted)))
	for rows := int(0.8 * wanted); float64(rows) <= 1.25*wanted; rows++ {
		if rows > 0 && coins%rows == 0 && (coins%best != 0 || math.Abs(float64(rows)-wanted) < math.Abs(float64(best)-wanted)) {
			best = rows
		}
	}
	return best
}

// grid returns the middles of n cells, column by column of so many rows, from x = left
// on.
func grid(n, rows int, left float64) (x, y []float64) {
	for i := range n {
		x, y = append(x, left+float64(i/rows)+0.5), append(y, float64(i%rows)+0.5)
	}
	return x, y
}

// See takes in the margin of each label at a tick, and how far each weight is from
// its start.
func (m *Memory) See(tick int, margins []float64, change func(weight int) float64) {
	m.Coins.See(tick, margins)
	sum := 0.0
	for i := range m.changes {
		m.changes[i] = change(i)
		sum += math.Abs(m.changes[i])
	}
	m.seen, m.scale = true, max(m.scale, Above(sum/float64(len(m.changes))))
	for i, v := range m.changes {
		m.areas[i] = min(1, math.Abs(v)/(2*m.scale))
	}
}

const (
	cellShare  = 0.92 // width of a ring, and of a weight with a large change, of that of a cell
	plainShare = 0.3  // of a weight as such
)

// Draw draws the picture on an empty panel.
func (m *Memory) Draw(p *sim.Panel) {
	p.Equal = true
	p.Axes(sim.Axis{Min: -0.5, Max: m.width + 0.5}, sim.Axis{Min: m.height + 2, Max: -1.5})
	p.Label(sim.Label{Text: m.titles[0], Y: -0.8})
	p.Label(sim.Label{Text: m.titles[1], X: m.brackets[1].from, Y: -0.8})
	for _, b := range m.brackets {
		if b.from < b.to {
			p.Level(sim.Line{Role: b.role}, m.height+0.5, b.from+0.1, b.to-0.1)
			p.Label(sim.Label{Text: b.text, X: (b.from+b.to)/2 - 1, Y: m.height + 1.2})
		}
	}
	m.Coins.drawFaces(p)
	m.Coins.drawRings(p, sim.Points{Name: "remembered", Role: sim.Copied}, kept)
	m.Coins.drawResisting(p) // above the other rings, which may touch them
	// Both have the class of a square.
	p.Point(m.cells.Points(sim.Points{Name: "weight", Class: coinClass, Width: plainShare}))
	change := sim.Points{Name: "change (blue up, orange down)", Class: coinClass, Width: cellShare, Scale: sim.Diverging, From: -m.scale / 2, To: m.scale / 2}
	if m.seen {
		change.X, change.Y, change.Values, change.Sizes = m.cells.X, m.cells.Y, m.changes, m.areas
	}
	p.Point(change)
}
