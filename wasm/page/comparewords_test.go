package page

import (
	"testing"

	"example.org/rote/sim"
	"example.org/rote/sim/catalog"
)

// The heading names what differs, and what of the first knobs does not.
func TestDifferWords(t *testing.T) {
	for _, c := range []struct{ address, differs, equal string }{
		{"diffusion?b.c=0.01", "A: Tikhonov strength c is off. B: Tikhonov strength c\u00a0=\u00a00.01.",
			"Everything else is equal: Data: The paper's 20 points, Points\u00a0=\u00a020, Samples\u00a0=\u00a0200, Final noise σ\u00a0=\u00a00.001, Seed\u00a0=\u00a01."},
		{"ntk?b.seed=1", "A and B are equal.", "Change a knob of one of them, and see what it does."},
	} {
		r, _, err := sim.Open(catalog.Labs(), c.address)
		if err != nil {
			t.Fatal(err)
		}
		if differs, equal := differWords(r); differs != c.differs || equal != c.equal {
			t.Errorf("%s: %q, %q; want %q, %q", c.address, differs, equal, c.differs, c.equal)
		}
	}
}

// The proposed pairs come one after the other.
func TestNextPair(t *testing.T) {
	pairs := catalog.Labs()[0].Pairs
	for i, address := range []string{pairs[len(pairs)-1].Address, pairs[0].Address, "capacity?b.n=7"} {
		r, _, err := sim.Idle(catalog.Labs(), address)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := nextPair(r).Address, pairs[[]int{0, 1, 0}[i]].Address; got != want {
			t.Errorf("after %s comes %s, want %s", address, got, want)
		}
	}
}

// A run is compared with a proposed one at first, with the first of its view, or
// with another seed.
func TestVersus(t *testing.T) {
	for _, c := range []struct{ run, want string }{
		{"diffusion", "diffusion?b.c=0.01"},
		{"diffusion?n=7&seed=2", "diffusion?n=7&seed=2&b.seed=1"},
		{"diffusion?view=ucurve&n=64", "diffusion?view=ucurve&n=64&b.view=ucurve&b.n=64&b.seed=2"},
		{"diffusion?view=ucurve&n=64&seed=2147483647", "diffusion?view=ucurve&n=64&seed=2147483647&b.view=ucurve&b.n=64"},
	} {
		r, _, err := sim.Idle(catalog.Labs(), c.run)
		if err != nil {
			t.Fatal(err)
		}
		got := versus(catalog.Labs(), r)
		if got != c.want {
			t.Errorf("%s is compared as %s, want %s", c.run, got, c.want)
		}
		if both, repairs, err := sim.Idle(catalog.Labs(), got); err != nil || len(repairs) > 0 || both.Address() != got {
			t.Errorf("%s opens as %s with %q, %v", got, both.Address(), repairs, err)
		}
	}
}
