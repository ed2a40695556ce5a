package sim

import (
	"fmt"
	"slices"
	"strings"
)

// A Sweep is a grid of runs of one lab that differ in one or two knobs and in
// the seed. Each run goes to its end, or to the tick at, and gives one fact. Two
// swept knobs make a diagram, one a curve.
//
// A sweep is an address whose values may be ranges:
//
//	capacity?depth=1&n=64..512*6&width=4..64*8&fact=at1000&seeds=3
//
// Runs are numbered from 0 to Runs()-1: all cells with the first seed, then all
// with the next; in each of them row by row of the second range.
//
// Invariant: the results of a run, once known, never change, as equal addresses
// give equal facts.
type Sweep struct {
	Base     *Run    // the knobs that all runs share; stays at step 0
	X        Range   // across
	Y        Range   // upward; it has no knob in a curve
	Fact     string  // key
	Seeds    int     // of each cell: the seed of Base and those that follow it
	proposed Preset  // the proposal that this is, or none
	fact     Fact    // name and unit of the fact, once a run has told them
	found    []found // one per run
}

// Limits of a sweep.
const (
	MaxRuns   = 4096 // of all cells and seeds together
	maxValues = 256  // of a range
	maxListed = 64   // values that are written one by one
)

// OpenSweep reads the address of a sweep. As in [Open], what is wrong with it is
// repaired, and each repair is a sentence; only an unknown lab and an address
// without a range are errors.
func OpenSweep(labs []Info, address string) (s *Sweep, repairs []string, err error) {
	if s, repairs, err = openSweep(labs, address); err == nil {
		s.Base.Reset()
		s.found = make([]found, s.Runs())
		s.proposed = s.proposal(labs)
	}
	return s, repairs, err
}

// openSweep does the same without a state of the lab and without results.
func openSweep(labs []Info, address string) (s *Sweep, repairs []string, err error) {
	a, repairs := ParseAddress(address)
	info, err := find(labs, a.Lab)
	if err != nil {
		return nil, repairs, err
	}
	s = &Sweep{Base: newRun(info), Seeds: 1}
	for _, p := range a.Pairs {
		if repair := s.open(p); repair != "" {
			repairs = append(repairs, repair)
		}
	}
	if s.X.Knob == nil {
		return nil, repairs, fmt.Errorf("no knob of %s has a range, such as %s", info.Name, example(s.Base))
	}
	repairs = append(repairs, s.bound()...)
	if s.Fact == "" {
		s.Fact = s.usualFact()
		repairs = append(repairs, fmt.Sprintf("fact is missing; using %s.", quote(s.Fact)))
	}
	return s, repairs, nil
}

// example writes a range of the first knob that can have one.
func example(r *Run) string {
	for _, k := range r.Knobs.All() {
		if k.isNumber() {
			return k.Key + "=" + k.low() + ".." + FormatFloat(k.Max) + "*6"
		}
	}
	return "n=1..10*6, and there is no number among its knobs"
}

// open applies one pair of an address.
func (s *Sweep) open(p Pair) (repair string) {
	switch knob := s.Base.Knobs.Find(p.Key); {
	case p.Key == "fact":
		if p.Value == "" || strings.Trim(p.Value, "abcdefghijklmnopqrstuvwxyz0123456789_") != "" {
			return fmt.Sprintf("fact = %s is not the key of a fact and is left out.", quote(p.Value))
		}
		s.Fact = p.Value
		return ""
	case p.Key == "seeds":
		k := Knob{Key: "seeds", Kind: IntKind, Min: 1, Max: MaxRuns, def: "1", bound: intValue{&s.Seeds}}
		return k.Set(p.Value)
	case knob != nil && knob.isNumber() && isRange(p.Value):
		return s.sweep(knob, p.Value)
	}
	return s.Base.open(p)
}

// sweep gives a knob the range in a text.
func (s *Sweep) sweep(k *Knob, text string) (repair string) {
	r, repair := parseRange(k, text)
	switch {
	case len(r.Values) == 0:
		return repair
	case len(r.Values) == 1:
		k.SetNumber(r.Values[0])
		return repair
	case s.X.Knob == nil:
		s.X = r
	case s.Y.Knob == nil:
		s.Y = r
	default:
		k.SetNumber(r.Values[0])
		return fmt.Sprintf("%s = %s is a third range; allowed are two; using %s.", k.Key, quote(text), k.Text())
	}
	return repair
}

// bound cuts seeds, then values, until the runs are not too many.
func (s *Sweep) bound() (repairs []string) {
	if n := s.Runs(); n > MaxRuns {
		s.Seeds = max(1, MaxRuns/s.Cells())
		for s.Cells() > MaxRuns {
			r := &s.X
			if s.Y.size() > s.X.size() {
				r = &s.Y
			}
			*r = r.thinned(r.size() - 1)
		}
		repairs = append(repairs, fmt.Sprintf("A sweep of %d runs is too long; allowed are %d; using %d×%d values with %d seeds.",
			n, MaxRuns, s.X.size(), s.Y.size(), s.Seeds))
	}
	seed := s.Base.Seed
	if last := seed.Max - float64(s.Seeds-1); seed.Number() > last {
		repairs = append(repairs, fmt.Sprintf("seed = %s leaves no room for %d seeds; using %s.", seed.Text(), s.Seeds, FormatFloat(last)))
		seed.SetNumber(last)
	}
	return repairs
}

// usualFact is the fact of the lab's first proposed sweep, or the first fact
// that the lab has at once.
func (s *Sweep) usualFact() string {
	for _, p := range s.Base.Info.Sweeps {
		if a, _ := ParseAddress(p.Address); a.Get("fact") != "" {
			return a.Get("fact")
		}
	}
	s.Base.Reset()
	if facts := s.Base.Frame().Facts; len(facts) > 0 {
		return facts[0].Key
	}
	return "none"
}

// proposal returns the lab's proposed sweep that this one is, with whatever seeds,
// or none.
func (s *Sweep) proposal(labs []Info) Preset {
	for _, p := range s.Base.Info.Sweeps {
		other, _, err := openSweep(labs, p.Address)
		if err != nil {
			continue
		}
		other.Seeds = s.Seeds
		other.Base.Seed.Set(s.Base.Seed.Text())
		if other.Address() == s.Address() {
			return p
		}
	}
	return Preset{}
}

// Address returns the shortest address of the sweep, in canonical form: the
// knobs that all runs share, both ranges, the fact and the number of seeds.
func (s *Sweep) Address() string {
	a, _ := ParseAddress(s.Base.Address())
	var seed []Pair
	if i := slices.IndexFunc(a.Pairs, func(p Pair) bool { return p.Key == "seed" }); i >= 0 {
		seed, a.Pairs = a.Pairs[i:], a.Pairs[:i:i]
	}
	a.Pairs = append(a.Pairs, Pair{s.X.key(), s.X.Text})
	if s.Y.Knob != nil {
		a.Pairs = append(a.Pairs, Pair{s.Y.key(), s.Y.Text})
	}
	a.Pairs = append(append(a.Pairs, seed...), s.at()...)
	a.Pairs = append(a.Pairs, Pair{"fact", s.Fact})
	if s.Seeds > 1 {
		a.Pairs = append(a.Pairs, Pair{"seeds", formatInt(s.Seeds)})
	}
	return a.String()
}

// at is the tick at which the runs end, if that is not their own end.
func (s *Sweep) at() []Pair {
	if s.Base.At.Number() == 0 {
		return nil
	}
	return []Pair{{"at", s.Base.At.Text()}}
}

// Cells returns the number of combinations of values.
func (s *Sweep) Cells() int { return s.X.size() * s.Y.size() }

// Runs returns the number of runs: one for each cell and seed.
func (s *Sweep) Runs() int { return s.Cells() * s.Seeds }

// place returns the column, the row and the seed of a run.
func (s *Sweep) place(run int) (col, row, seed int) {
	return run % s.X.size(), run / s.X.size() % s.Y.size(), run / s.Cells()
}

// RunAddress returns the address of a run, in canonical form.
func (s *Sweep) RunAddress(run int) string {
	col, row, seed := s.place(run)
	r := newRun(s.Base.Info)
	for _, k := range r.Knobs.All() {
		k.Set(s.Base.Knobs.Find(k.Key).Text())
	}
	r.Knobs.Find(s.X.key()).SetNumber(s.X.Values[col])
	if s.Y.Knob != nil {
		r.Knobs.Find(s.Y.key()).SetNumber(s.Y.Values[row])
	}
	r.Seed.SetNumber(s.Base.Seed.Number() + float64(seed))
	a, _ := ParseAddress(r.Address())
	a.Pairs = append(a.Pairs, s.at()...)
	return a.String()
}
