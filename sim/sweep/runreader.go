package sweep

import (
	"fmt"
	"slices"
	"strings"

	"example.org/rote/sim"
)

// A RunReader reads the files of single runs, one behind the other and in any order,
// into a grid that has these runs. As with a [Reader], a spreadsheet may have written them.
type RunReader struct {
	grid  *Reader
	runs  map[string]int
	lines int
	run   int // whose lines are read, or -1
	named sim.Address
	knobs []string // of the columns before the facts, the last one is seed
	facts map[string]sim.Fact
	keys  []string // of the facts, once the columns are named
	skip  int      // cells before the seed
	steps bool     // there are several rows of a run
}

// NewRunReader returns a reader that puts what it reads into a grid.
func NewRunReader(g *Grid) *RunReader {
	r := &RunReader{grid: &Reader{grid: g, rowSep: ",", parts: map[int]*part{}}, runs: map[string]int{}, run: -1}
	for run := range g.Runs() {
		r.runs[g.RunAddress(run)] = run
	}
	return r
}

// Lines reads the next line, or what another format says in it. The error says what is
// wrong with it; nothing is to be read after it.
func (r *RunReader) Lines(lines ...string) error {
	r.lines++
	r.grid.lines = r.lines
	for _, line := range lines {
		if err := r.line(strings.TrimSuffix(line, "\r")); err != nil {
			return fmt.Errorf("line %d: %w", r.lines, err)
		}
	}
	return nil
}

// Err returns what in all that was read may mean one number or another.
func (r *RunReader) Err() error { return r.grid.decimal.err() }

func (r *RunReader) line(line string) error {
	note, isNote := comment(line)
	address, begins := strings.CutPrefix(note, runLine)
	switch {
	case isBlank(line), r.run < 0 && strings.HasPrefix(line, separatorWord):
		return nil
	case isNote && begins:
		return r.begin(rejoined(address))
	case r.run < 0:
		return fmt.Errorf("the head of a run's file begins with %q", runLine)
	case isNote:
		r.note(note)
		return nil
	case r.keys == nil:
		return r.columns(line)
	}
	return r.row(line)
}

func (r *RunReader) begin(address string) error {
	run, ok := r.runs[address]
	if !ok {
		return fmt.Errorf("%s is not a run of the sweep %s", sim.Quote(address), r.grid.grid.Address())
	}
	r.named, _ = sim.ParseAddress(address)
	r.run, r.keys, r.facts = run, nil, map[string]sim.Fact{}
	return nil
}

// note takes a comment.
func (r *RunReader) note(line string) {
	if text, ok := strings.CutPrefix(line, makerLine); ok {
		r.grid.grid.MadeBy(text)
	}
	for _, start := range [...]string{nameLine, unitLine} {
		text, ok := strings.CutPrefix(line, start)
		key, text, _ := strings.Cut(text, ": ")
		if !ok || !isFactKey(key) || len(r.facts) == maxColumns {
			continue
		}
		f := r.facts[key]
		if start == nameLine {
			f.Name = printable(text)
		} else {
			f.Unit = printable(text)
		}
		r.facts[key] = f
	}
}

func (r *RunReader) columns(line string) error {
	names, sep := namesOf(line, func(names []string) bool { return slices.Contains(names, "seed") })
	r.skip, r.grid.rowSep = slices.Index(names, "seed"), sep
	if r.skip < 0 {
		return fmt.Errorf("the columns are %s; want a seed among them", sim.Quote(line))
	}
	places, facts := names[:r.skip+1], names[r.skip+1:]
	r.knobs = places
	if r.steps = len(facts) > 1 && facts[0] == "step" && facts[1] == "of"; r.steps {
		places, facts = names[:r.skip+3], facts[2:]
	}
	r.keys = keysOf(places, facts)
	for i, key := range r.keys {
		if !isFactKey(key) || slices.Contains(r.keys[:i], key) || len(r.keys) > maxColumns {
			return fmt.Errorf("the columns are %s; want keys of facts behind the seed", sim.Quote(line))
		}
		r.facts[key] = r.facts[facts[i]]
	}
	return nil
}

// row takes a reading.
func (r *RunReader) row(line string) error {
	g := r.grid.grid
	n := r.skip + 1 + len(r.keys)
	if r.steps {
		n += 2
	}
	row, ok := cells(line, r.grid.rowSep, n)
	if !ok {
		return fmt.Errorf("%s has %d fields; want %d", sim.Quote(line), len(row), n)
	}
	if key := r.otherKnob(row); key != "" {
		return fmt.Errorf("%s has another %s than %s", sim.Quote(line), key, g.RunAddress(r.run))
	}
	s, last := Sample{}, 0
	row = row[r.skip+1:]
	if r.steps != (g.Every > 0) {
		return fmt.Errorf("the run has other steps than the sweep; want every = %d", g.Every)
	}
	if r.steps {
		var err error
		if s.Step, last, err = r.grid.steps(row); err != nil {
			return err
		}
		row = row[2:]
	}
	for i, key := range r.keys {
		if row[i] == "" {
			continue
		}
		f := r.facts[key]
		f.Key = key
		if f.Value, ok = r.grid.number(key, row[i]); !ok {
			return r.grid.noNumber(key, row[i])
		}
		s.Facts = append(s.Facts, f)
	}
	if !r.grid.add(r.run, last, s) {
		return fmt.Errorf("%s contradicts an earlier row of %s", sim.Quote(line), g.RunAddress(r.run))
	}
	g.found[r.run].whole = true
	return nil
}

// otherKnob returns a knob to which a row gives another value than the address of its run,
// or "".
func (r *RunReader) otherKnob(row []string) string {
	for i, key := range r.knobs {
		text := r.named.Get(key)
		if knob := r.grid.grid.Base.Find(key); knob != nil && text == "" {
			text = knob.DefaultText()
		}
		if !r.grid.means(key, row[i], text) {
			return sim.Quote(key)
		}
	}
	return ""
}
