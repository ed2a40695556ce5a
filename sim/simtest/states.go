package simtest

import (
	"fmt"
	"math/rand/v2"

	"example.org/rote/sim"
)

// states is how many states of the knobs are written as an address and read
// again.
const states = 10_000

// checkStates checks that every state of the knobs survives its address. It
// resets no lab, so that it can try many.
func checkStates(info sim.Info) error {
	rng := rand.New(rand.NewPCG(1, states))
	written, read := new(sim.Knobs), new(sim.Knobs)
	info.New().Knobs(written)
	info.New().Knobs(read)
	for range states {
		a := sim.Address{Lab: info.Name}
		for _, k := range written.All() {
			k.SetNumber(k.Min + (k.Max-k.Min)*rng.Float64())
			choose(k, rng)
			a.Pairs = append(a.Pairs, sim.Pair{Key: k.Key, Value: k.Text()})
		}
		if err := readBack(a, written, read); err != nil {
			return err
		}
	}
	return nil
}

// choose sets what is no number.
func choose(k *sim.Knob, rng *rand.Rand) {
	switch k.Kind {
	case sim.BoolKind, sim.ChoiceKind:
		k.Set(k.Values[rng.IntN(len(k.Values))])
	case sim.PointsKind:
		text := ""
		for range 2 * rng.IntN(sim.MaxPoints/4) {
			text += sim.FormatFloat(200*rng.Float64()-100) + ","
		}
		k.Set(text + "1,2")
	}
}

func readBack(a sim.Address, written, read *sim.Knobs) error {
	b, repairs := sim.ParseAddress(a.String())
	for _, pair := range b.Pairs {
		if repair := read.Find(pair.Key).Set(pair.Value); repair != "" {
			repairs = append(repairs, repair)
		}
	}
	if len(repairs) > 0 {
		return fmt.Errorf("%s: repaired: %q", a, repairs)
	}
	for i, k := range written.All() {
		if got := read.All()[i].Text(); got != k.Text() {
			return fmt.Errorf("%s: %s = %s comes back as %s", a, k.Key, k.Text(), got)
		}
	}
	return nil
}
