package page

import (
	"fmt"
	"slices"
	"strings"

	"example.org/rote/sim"
	"example.org/rote/sim/sweep"
)

// A draft is a sweep as the form has it.
type draft struct {
	lab   string
	fixed []sim.Pair // what all runs share, at and seed included
	x, y  sim.Pair   // knobs with their ranges; a curve has no y
	rest  []sim.Pair // further ranges and the design, as they are
	facts string     // as addresses have them
	every string     // ticks from one reading to the next, or ""
	seeds string
}

// draftOf returns the draft of a sweep.
func draftOf(s *sweep.Grid) draft {
	d := draft{lab: s.Base.Info.Name, seeds: fmt.Sprint(s.Seeds)}
	a, _ := sim.ParseAddress(s.Address())
	d.facts, d.every = a.Get("fact"), a.Get("every")
	for _, p := range a.Pairs {
		switch {
		case p.Key == s.X.Knob.Key:
			d.x = p
		case s.Y.Knob != nil && p.Key == s.Y.Knob.Key:
			d.y = p
		case p.Key == "design" || s.IsRange(p.Key):
			d.rest = append(d.rest, p)
		}
	}
	d.fixed = fixedBy(s.Base)
	return d
}

// fixedBy returns what an address says of a run, its tick included.
func fixedBy(r *sim.Run) []sim.Pair {
	a, _ := sim.ParseAddress(first(r))
	if r.At.Number() > 0 {
		a.Pairs = append(a.Pairs, sim.Pair{Key: "at", Value: r.At.Text()})
	}
	return a.Pairs
}

// address returns the address of the sweep, which may need repairs. A knob with
// a range is not fixed.
func (d draft) address() string {
	a := sim.Address{Lab: d.lab}
	for _, p := range d.fixed {
		if p.Key != d.x.Key && p.Key != d.y.Key && !slices.ContainsFunc(d.rest, func(r sim.Pair) bool { return r.Key == p.Key }) {
			a.Pairs = append(a.Pairs, p)
		}
	}
	if d.x.Key != "" {
		a.Pairs = append(a.Pairs, d.x)
	}
	if d.y.Key != "" {
		a.Pairs = append(a.Pairs, d.y)
	}
	a.Pairs = append(a.Pairs, d.rest...)
	if d.facts != "" {
		a.Pairs = append(a.Pairs, sim.Pair{Key: "fact", Value: d.facts})
	}
	if d.every != "" {
		a.Pairs = append(a.Pairs, sim.Pair{Key: "every", Value: d.every})
	}
	a.Pairs = append(a.Pairs, sim.Pair{Key: "seeds", Value: d.seeds})
	return a.String()
}

// across puts a knob on the x axis, up one on the y axis, or none. Where the
// other axis has it already, they change places.
func (d *draft) across(r *sim.Run, key string) {
	switch key {
	case "": // there is always one
	case d.y.Key:
		d.x, d.y = d.y, d.x
	default:
		d.x = usualRange(r, key)
	}
}

func (d *draft) up(r *sim.Run, key string) {
	switch key {
	case "":
		d.y = sim.Pair{}
	case d.x.Key:
		for _, k := range canSweep(r) {
			if d.y.Key == "" && k.Key != key {
				d.y = usualRange(r, k.Key)
			}
		}
		if d.y.Key != "" {
			d.x, d.y = d.y, d.x
		}
	default:
		d.y = usualRange(r, key)
	}
}

// usualRange returns the range of a knob in the lab's proposals, or one around
// its value in the run: a decade to both sides on a log scale, else all of it.
func usualRange(r *sim.Run, key string) sim.Pair {
	for _, p := range r.Info.Sweeps {
		a, _ := sim.ParseAddress(p.Address)
		if text := a.Get(key); strings.Contains(text, "..") || strings.Contains(text, ",") {
			return sim.Pair{Key: key, Value: text}
		}
	}
	k := r.Knobs.Find(key)
	lo, hi := k.Min, k.Max
	if x := k.Number(); k.Scale.Log {
		lo = k.Scale.Low
		if x > 0 {
			lo, hi = max(lo, x/10), min(hi, 10*x)
		}
	}
	return sim.Pair{Key: key, Value: spanText(sim.FormatFloat(lo), sim.FormatFloat(hi), "6")}
}

// spanText is the text of a range.
func spanText(from, to, count string) string { return from + ".." + to + "*" + count }

// canSweep returns the knobs of a run that can have a range and an effect.
func canSweep(r *sim.Run) (knobs []*sim.Knob) {
	for _, k := range r.Knobs.All() {
		if (k.Kind == sim.IntKind || k.Kind == sim.FloatKind) && k.Shown() && k.Inactive() == "" {
			knobs = append(knobs, k)
		}
	}
	return knobs
}

// firstSweep returns the address of the sweep with which the page begins: the
// lab's first proposal, or one over the first knob.
func firstSweep(r *sim.Run) string {
	if len(r.Info.Sweeps) > 0 {
		return r.Info.Sweeps[0].Address
	}
	knobs := canSweep(r)
	if len(knobs) == 0 {
		return ""
	}
	return draft{lab: r.Info.Name, fixed: fixedBy(r), x: usualRange(r, knobs[0].Key), seeds: "1"}.address()
}

// isSweep reports whether the fragment of a link is a sweep: it names a fact, or has
// a range.
func isSweep(fragment string) bool {
	a, _ := sim.ParseAddress("lab/#" + fragment)
	return slices.ContainsFunc(a.Pairs, func(p sim.Pair) bool { return p.Key == "fact" || strings.Contains(p.Value, "..") })
}

// openSweep opens the sweep that a fragment names. Without a range, it is the
// lab's first one, and the repairs say so.
func openSweep(labs []sim.Info, lab, fragment string) (s *sweep.Grid, l link, repairs []string, err error) {
	text := lab + "/#" + fragment
	a, _ := sim.ParseAddress(text)
	s, repairs, err = sweep.Open(labs, text)
	if err != nil {
		r, _, other := sim.Idle(labs, lab)
		if other != nil {
			return nil, link{}, repairs, other
		}
		repairs = append(repairs, upper(err.Error())+"; showing the first sweep instead of fact = "+sim.Quote(a.Get("fact"))+".")
		if s, _, err = sweep.Open(labs, firstSweep(r)); err != nil {
			return nil, link{}, repairs, err
		}
	}
	l, more := readLink(s.Base, a)
	return s, l, append(repairs, more...), nil
}

func upper(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
