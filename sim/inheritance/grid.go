package inheritance

import (
	"fmt"

	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// A grid is one pair in words: a row for the source, for the target in the corpus, for what
// each model says, and for the dictionary.
type grid struct {
	rows  []string // names, from the bottom
	cells cells
	notes []sim.Label
	spans []placedSpan
	pair  *pair
}

// Cells are words at places. One unit is a column, and a row.
type cells struct {
	x, y  []float64
	text  []string
	roles []sim.Role
	faded []bool
	lined []bool
}

// A placedSpan is borrowed words in a row.
type placedSpan struct {
	span
	row float64
}

func (c *cells) clear() {
	c.x, c.y, c.text, c.roles, c.faded, c.lined = c.x[:0], c.y[:0], c.text[:0], c.roles[:0], c.faded[:0], c.lined[:0]
}

func (c *cells) add(x, y float64, text string, role sim.Role, faded, lined bool) {
	c.x, c.y, c.text = append(c.x, x), append(c.y, y), append(c.text, text)
	c.roles, c.faded, c.lined = append(c.roles, role), append(c.faded, faded), append(c.lined, lined)
}

func (c *cells) draw(p *sim.Panel) {
	if len(c.x) > 0 {
		p.Tile(sim.Tiles{N: len(c.x), X: c.x, Y: c.y, Text: c.text, Roles: c.roles, Faded: c.faded, Outlined: c.lined, Size: 0.94})
	}
}

// wordAxis counts the words of a row; behind the last one is room for a note.
var wordAxis = sim.Axis{Name: "word", Names: wordNames[:]}

var wordNames = [...]string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "", ""}

// Rows of the grid that are always there.
const (
	keyRow  = 0.0
	wordRow = 1.0 // the dictionary
)

func (g *grid) see(s *scene) {
	r := &s.run.record
	g.pair = &r.corpus.pairs[r.shown.pair]
	g.rows = append(g.rows[:0], "", "dictionary")
	g.cells.clear()
	g.notes, g.spans = g.notes[:0], g.spans[:0]
	g.add(wordRow, g.pair.reference, spans{}, func(int) sim.Role { return sim.Train }, s.view.names.of)
	for role := roles - 1; role >= 0; role-- {
		if r.models[role] != nil {
			g.seeModel(s, role)
		}
	}
	row := float64(len(g.rows))
	right := s.rightWords(g.pair.target, g.pair)
	g.rows = append(g.rows, "corpus", "source")
	g.notes = append(g.notes, sim.Label{Text: s.caption(), X: float64(len(g.pair.source)) - 0.4, Y: row + 1})
	g.add(row, g.pair.target, spans{}, func(i int) sim.Role { return rightOr(right[i], sim.Copied) }, s.view.names.of)
	g.add(row+1, g.pair.source, spans{}, func(int) sim.Role { return sim.Plain }, spell)
}

// Spans is at most one span.
type spans struct{ span }

func (s spans) has(i int) bool { return i >= s.from && i < s.to }

// add adds a row of words.
func (g *grid) add(row float64, words sentence, lined spans, role func(int) sim.Role, name func(token) string) {
	for i, t := range words {
		g.cells.add(float64(i), row, name(t), role(i), false, lined.has(i))
	}
}

func rightOr(right bool, other sim.Role) sim.Role {
	if right {
		return sim.Train
	}
	return other
}

// rightWords marks the words that the dictionary has in the same order, synonyms included.
func (s *scene) rightWords(said sentence, p *pair) []bool {
	root := &s.run.corpus.language.root
	return matched(said, p.reference, func(x, y token) bool { return root[x] == root[y] })
}

// seeModel adds what a model says, and marks whose words these are.
func (g *grid) seeModel(s *scene, role int) {
	r := &s.run.record
	row := float64(len(g.rows))
	g.rows = append(g.rows, modelNames[role])
	in := r.shown.models[role]
	if in == nil || in.pair != r.shown.pair {
		g.notes = append(g.notes, sim.Label{Text: "has not begun", X: -0.4, Y: row})
		return
	}
	g.seeAnswer(s, row, in.said)
}

// seeAnswer adds an answer to the pair.
func (g *grid) seeAnswer(s *scene, row float64, said sentence) {
	right := s.rightWords(said, g.pair)
	copied := matched(said, g.pair.target, func(x, y token) bool { return x == y })
	lent := s.run.corpus.borrowed(s.run.shown.pair, said)
	g.add(row, said, spans{lent}, func(i int) sim.Role {
		switch {
		case right[i]:
			return sim.Train
		case copied[i]:
			return sim.Copied
		case lent.words() > 0 && i >= lent.from && i < lent.to:
			return sim.HeldOut
		}
		return sim.Plain
	}, s.view.names.of)
	if note := g.note(s, said, lent); note != "" {
		g.notes = append(g.notes, sim.Label{Text: note, X: float64(len(said)) - 0.4, Y: row})
	}
	if lent.words() > 0 {
		g.spans = append(g.spans, placedSpan{lent, row})
	}
}

// note says where an answer comes from.
func (g *grid) note(s *scene, said sentence, lent span) string {
	folded := s.run.corpus.language.fold(said)
	switch {
	case len(said) == 0:
		return "says nothing"
	case folded.equals(g.pair.reference):
		return "right"
	case said.equals(g.pair.target):
		return "the corpus, word for word"
	case lent.words() > 0:
		return fmt.Sprintf("from pair %d", lent.pair+1)
	}
	return ""
}

func (g *grid) draw(p *sim.Panel) {
	p.Short = "Word by word"
	p.Axes(wordAxis, sim.Axis{Names: g.rows})
	g.cells.draw(p)
	for _, m := range g.notes {
		p.Label(m)
	}
	drawWordKey(p)
}

// drawWordKey says what the colours of words mean.
func drawWordKey(p *sim.Panel) {
	for i, m := range [...]sim.Label{{Text: "blue: right", Role: sim.Train}, {Text: "purple: the corpus's false word", Role: sim.Copied},
		{Text: "orange: of another pair", Role: sim.HeldOut}} {
		m.X, m.Y = [...]float64{-0.5, 1.6, 6}[i], keyRow
		p.Label(m)
	}
}

// at returns the pair from which the word at a place stems, or -1.
func (g *grid) at(x, y float64) int {
	for _, s := range g.spans {
		if y >= s.row-0.5 && y < s.row+0.5 && x >= float64(s.from)-0.5 && x < float64(s.to)-0.5 {
			return s.pair
		}
	}
	return -1
}

// caption says which pair this is, and whether it was chosen.
func (s *scene) caption() string {
	i := s.run.shown.pair
	kind := [...]string{"a clean pair", "a false pair", "a set phrase", "an exception"}[s.run.corpus.pairs[i].group]
	words := fmt.Sprintf("pair %s, %s", sketch.Whole(i+1), kind)
	if s.lab.pick == 0 {
		return words + ", chosen by the lab"
	}
	return words
}

func (s *scene) drawPair(f *sim.Frame) {
	v := &s.view
	p := f.Panel("What does each model say of one pair?")
	p.Empty = leftOut
	if s.lab.isLeft() {
		p.Short = "Word by word"
	} else {
		v.grid.draw(p)
	}
	s.drawTurn(f.Panel("Where the corpus is wrong: right, or repeated?"))
	v.contacts.drawAll(f.Panel("Which pair (blue clean, orange false, purple set phrase, green exception)?"), s)
	v.contacts.drawShared(f.Panel("To which other sources are its words said?"), s)
	v.looks.draw(f.Panel("Where do the models look?"), s)
}

// drawTurn draws how right the teacher is on noisy pairs, and how often it repeats them.
func (s *scene) drawTurn(p *sim.Panel) {
	c := &s.view.race
	p.Short, p.Empty = "Right or repeated", s.empty("The curves begin with the first epoch.")
	if len(c.quality[teacher].X) == 0 {
		return
	}
	p.Axes(sim.Axis{Name: "epoch of the teacher", Min: 0, Max: float64(s.lab.tepochs)}, sim.Axis{Name: "on false pairs", Min: 0, Max: 1})
	p.Line(c.quality[teacher].Line(sim.Line{Name: "how right", Role: sim.Train, Last: true}))
	p.Line(c.mistakes[teacher].Line(sim.Line{Name: "repeated", Role: sim.Copied, Last: true}))
}
