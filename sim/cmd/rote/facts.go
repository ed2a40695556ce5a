package main

import (
	"context"
	"slices"
	"strings"
	"time"

	"example.org/rote/sim"
	"example.org/rote/sim/sweep"
)

// probe is how long an example may run, to see which facts there are.
const probe = 2 * time.Second

// checkFact looks for the fact of a sweep, before the work: in a run that begins, in
// small ones and presets of the same choices that end, and in the first of the sweep.
func (c command) checkFact(ctx context.Context, g *sweep.Grid) error {
	if known(g) {
		return nil
	}
	keys := addKeys(nil, g.Base)
	for _, address := range c.examples(g) {
		if err := interrupted(ctx); err != nil || slices.Contains(keys, g.Fact) {
			return err
		}
		keys = c.look(ctx, keys, address)
	}
	if slices.Contains(keys, g.Fact) {
		return nil
	}
	return badUsage("no run of this sweep has the fact %s; allowed is %s", sim.Quote(g.Fact), strings.Join(keys, ", "))
}

// look appends the facts that a run has in the end. A lab that panics shows none.
func (c command) look(ctx context.Context, keys []string, address string) (more []string) {
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
	end := time.Now().Add(probe)
	r.Measure(func() bool { return ctx.Err() != nil || time.Now().After(end) })
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
// run and the presets of its lab, and its own first run.
func (c command) examples(g *sweep.Grid) []string {
	info := g.Base.Info
	addresses := []string{withChoices(info.Small, g.Base)}
	for _, p := range info.Presets {
		if !p.Heavy && c.sameView(p.Address, g.Base) {
			addresses = append(addresses, withChoices(p.Address, g.Base))
		}
	}
	return append(addresses, g.RunAddress(0))
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
		if k.Kind == sim.ChoiceKind || k.Kind == sim.BoolKind {
			a.Pairs = slices.DeleteFunc(a.Pairs, func(p sim.Pair) bool { return p.Key == k.Key })
			a.Pairs = append(a.Pairs, sim.Pair{Key: k.Key, Value: k.Text()})
		}
	}
	return a.String()
}
