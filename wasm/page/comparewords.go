package page

import (
	"slices"
	"strings"

	"example.org/rote/sim"
)

// differWords says what differs between the two runs of a comparison, and what of
// the knobs that are seen first does not.
func differWords(r *sim.Run) (differs, equal string) {
	a, b := r.Settings()
	if a == "" {
		return "A and B are equal.", "Change a knob of one of them, and see what it does."
	}
	for _, k := range append(r.Knobs.Main(), r.Seed) {
		other := r.Find(sim.OfB + k.Key)
		if other != nil && other.Text() == k.Text() && k.Key != "view" && k.Kind != sim.PointsKind && k.Inactive() == "" {
			equal += ", " + k.Setting(k.Brief)
		}
	}
	return "A: " + a + ". B: " + b + ".", "Everything else is equal: " + strings.TrimPrefix(equal, ", ") + "."
}

// first returns the address of a run, of a comparison that of its run A.
func first(r *sim.Run) string {
	if r.Compares() {
		a, _ := r.Sides()
		return a
	}
	return r.Address()
}

// versus returns the comparison with which a run is compared at first: a proposed
// one that begins with it, or else with the first experiment of its view. That
// itself is compared with another seed.
func versus(labs []sim.Info, r *sim.Run) string {
	for _, p := range r.Info.Pairs {
		if other, _, err := sim.Idle(labs, p.Address); err == nil && first(other) == r.Address() {
			return other.Address()
		}
	}
	if address := usual(labs, r); address != r.Address() {
		return sim.Versus(r.Address(), address)
	}
	a, _ := sim.ParseAddress(r.Address())
	a.Pairs = slices.DeleteFunc(a.Pairs, func(p sim.Pair) bool { return p.Key == "seed" })
	a.Pairs = append(a.Pairs, sim.Pair{Key: "seed", Value: sim.FormatFloat(float64(int(r.Seed.Number())%(1<<31-1) + 1))})
	return sim.Versus(r.Address(), a.String())
}

// nextPair returns the proposed comparison that comes after that of a run, the first
// after the last and after any other.
func nextPair(r *sim.Run) sim.Try {
	pairs := r.Info.Pairs
	if len(pairs) == 0 {
		return sim.Try{}
	}
	at := slices.IndexFunc(pairs, func(p sim.Comparison) bool { return p.Address == r.Address() })
	next := pairs[(at+1)%len(pairs)]
	if next.Address == r.Address() {
		return sim.Try{}
	}
	return sim.Try{Words: next.Words, Address: next.Address}
}

// usual returns the address of the first experiment of a run's view, or of its lab.
func usual(labs []sim.Info, r *sim.Run) string {
	for _, p := range r.Info.Presets {
		other, _, err := sim.Idle(labs, p.Address)
		if view := r.Find("view"); err == nil && (view == nil || other.Find("view").Text() == view.Text()) {
			return other.Address()
		}
	}
	return r.Info.Name
}
