package catalog_test

import (
	"slices"
	"testing"

	"example.org/rote/sim"
	"example.org/rote/sim/catalog"
	"example.org/rote/sim/simtest"
)

// Every preset and every address of a lesson is opened once, and taken to its
// end: on the way it keeps the contract, presets give the frames that they gave
// before, on every platform, and at the end the conditions of the lesson hold.
func TestAddresses(t *testing.T) {
	for _, info := range catalog.Labs() {
		t.Run(info.Name, func(t *testing.T) {
			golden := simtest.OpenGolden(t, info)
			for _, v := range visits(t, info) {
				t.Run(v.address, func(t *testing.T) { v.make(t, info, golden) })
			}
			golden.Compare(t)
		})
	}
}

// A visit is one address of a lab, with all that is to be found out there.
type visit struct {
	address  string
	isPreset bool
	observe  []string // conditions of the lesson
	asks     []*prediction
	meanings []meaning
	beliefs  []belief
}

// visits returns those of a lab, without what slow tests see unless they run.
func visits(t *testing.T, info sim.Info) (list []visit) {
	t.Helper()
	add := func(address string) *visit {
		i := slices.IndexFunc(list, func(v visit) bool { return v.address == address })
		if i < 0 {
			i, list = len(list), append(list, visit{address: address})
		}
		return &list[i]
	}
	for _, p := range info.Presets {
		if !p.Heavy || simtest.Slow {
			add(p.Address).isPreset = true
		}
	}
	for _, c := range lesson(t, info) {
		v := add(c.preset)
		if c.observe != "" {
			v.observe = append(v.observe, c.observe)
		}
		if c.asks != nil {
			v.asks = append(v.asks, c.asks)
		}
	}
	for address, m := range meanings(t, info.Name) {
		if !isHeavy(info, address) || simtest.Slow {
			v := add(address)
			v.meanings = append(v.meanings, m)
		}
	}
	for _, b := range beliefs(t, info) {
		v := add(b.run)
		v.beliefs = append(v.beliefs, b)
	}
	return list
}

func (v visit) make(t *testing.T, info sim.Info, golden *simtest.Golden) {
	see := func(*sim.Run) {}
	if v.isPreset {
		see = golden.Watch(v.address)
	}
	r := simtest.Walk(t, info, v.address, see)
	if v.isPreset {
		if err := simtest.Reads(r); err != nil {
			t.Error(err)
		}
	}
	for _, condition := range v.observe {
		ok, err := simtest.Holds(condition, r.Frame())
		if err != nil || !ok {
			t.Errorf("%s does not hold, %v; the facts are %v", condition, err, r.Frame().Facts)
		}
	}
	for _, m := range v.meanings {
		if err := simtest.Numbers(r, m.says, m.reads...); err != nil {
			t.Error(err)
		}
	}
	for _, b := range v.beliefs {
		if err := b.holds(r); err != nil {
			t.Error(err)
		}
	}
	for _, p := range v.asks {
		if err := p.holds(r.Frame()); err != nil {
			t.Error(err)
		}
	}
}

// The labs differ in name and title.
func TestNamesDiffer(t *testing.T) {
	seen := map[string]bool{}
	for _, info := range catalog.Labs() {
		if seen[info.Name] || seen[info.Title] {
			t.Errorf("lab %s, %q: name or title is there twice", info.Name, info.Title)
		}
		seen[info.Name], seen[info.Title] = true, true
	}
}
