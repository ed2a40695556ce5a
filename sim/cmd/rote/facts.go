package main

import (
	"context"
	"slices"
	"strings"
	"time"

	"example.org/rote/sim"
	"example.org/rote/sim/sweep"
)

// patience is how long a run of the sweep itself may take to show its facts, which may
// be one of hours.
const patience = 10 * time.Second

// checkFacts looks for the facts of a sweep, before the work: in the proposals of its
// lab, in a run that begins, in small ones and presets that end, all with the choices of the
// sweep, and in the sweep's own first cell and last.
func (c command) checkFacts(ctx context.Context, g *sweep.Grid) error {
	asked := slices.DeleteFunc(slices.Clone(g.Facts), func(key string) bool { return known(g, key) || c.isProposed(g, key) })
	keys := addKeys(nil, g.Base)
	lacks := func() (missing string) {
		for _, key := range asked {
			if !slices.Contains(keys, key) {
				return key
			}
		}
		return ""
	}
	for _, address := range c.examples(g) {
		if err := interrupted(ctx); err != nil || lacks() == "" {
			return err
		}
		keys = c.look(keys, address, func() bool { return ctx.Err() != nil })
	}
	for _, cell := range [...]int{0, g.Cells() - 1} {
		if lacks() != "" {
			end := time.Now().Add(patience)
			keys = c.look(keys, g.RunAddress(cell), func() bool { return ctx.Err() != nil || time.Now().After(end) })
		}
	}
	if err := interrupted(ctx); err != nil || lacks() == "" {
		return err
	}
	return badUsage("no run of this sweep has the fact %s; allowed is %s", sim.Quote(lacks()), strings.Join(keys, ", "))
}

// isProposed reports whether the lab proposes a sweep of a fact, with the same
// choices.
func (c command) isProposed(g *sweep.Grid, key string) bool {
	return slices.ContainsFunc(g.Base.Info.Sweeps, func(p sim.Sweep) bool {
		a, _ := sim.ParseAddress(p.Address)
		r, _, err := sim.Idle(c.labs, p.Address)
		return err == nil && slices.Contains(strings.Split(a.Get("fact"), ","), key) && sameChoices(r, g.Base)
	})
}

func sameChoices(r, s *sim.Run) bool {
	for _, k := range r.Knobs.All() {
		if isChoice(k) && k.Text() != s.Find(k.Key).Text() {
			return false
		}
	}
	return true
}

func isChoice(k *sim.Knob) bool { return k.Kind == sim.ChoiceKind || k.Kind == sim.BoolKind }

// look appends the facts that a run has in the end, or when it is enough. A lab that
// panics shows none.
func (c command) look(keys []string, address string, enough func() bool) (more []string) {
	defer func() {
		if recover() != nil {
			more = keys
		}
	}()
	r, _, err := sim.Open(c.labs, address)
	if err != nil {
		return keys
	}
	defer r.Close()
	for !r.Measure(enough) && !enough() {
	}
	return addKeys(keys, r)
}

// addKeys appends the facts that a run has now.
func addKeys(keys []string, r *sim.Run) []string {
	for _, fact := range r.Frame().Facts {
		if !slices.Contains(keys, fact.Key) {
			keys = append(keys, fact.Key)
		}
	}
	return keys
}

// examples returns the addresses of runs that have the choices of a sweep: the small
// run and the presets of its lab.
func (c command) examples(g *sweep.Grid) []string {
	info := g.Base.Info
	addresses := []string{withChoices(info.Small, g.Base)}
	for _, p := range info.Presets {
		if !p.Heavy && c.sameView(p.Address, g.Base) {
			addresses = append(addresses, withChoices(p.Address, g.Base))
		}
	}
	return addresses
}

// sameView reports whether an address shows the view of a run.
func (c command) sameView(address string, of *sim.Run) bool {
	r, _, err := sim.Idle(c.labs, address)
	view := of.Find("view")
	return err == nil && (view == nil || r.Find("view").Text() == view.Text())
}

// withChoices gives an address the choices and switches of a run.
func withChoices(address string, of *sim.Run) string {
	a, _ := sim.ParseAddress(address)
	for _, k := range of.Knobs.All() {
		if isChoice(k) {
			a.Pairs = slices.DeleteFunc(a.Pairs, func(p sim.Pair) bool { return p.Key == k.Key })
			a.Pairs = append(a.Pairs, sim.Pair{Key: k.Key, Value: k.Text()})
		}
	}
	return a.String()
}
