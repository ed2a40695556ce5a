package catalog_test

import (
	"strconv"
	"testing"

	"example.org/rote/sim"
	"example.org/rote/sim/catalog"
	"example.org/rote/sim/simtest"
)

// Every preset gives the frames that it gave before, on every platform: the
// first ones, and the last one.
func TestGolden(t *testing.T) {
	for _, info := range catalog.Labs() {
		t.Run(info.Name, func(t *testing.T) {
			var addresses []string
			for _, p := range info.Presets {
				for _, at := range []int{0, 3, 1e9} {
					addresses = append(addresses, pinned(t, p.Address, at))
				}
			}
			simtest.Golden(t, info, addresses)
		})
	}
}

// pinned returns the address with its key at.
func pinned(t *testing.T, address string, at int) string {
	t.Helper()
	a, repairs := sim.ParseAddress(address)
	if len(repairs) > 0 {
		t.Fatalf("%s: %q", address, repairs)
	}
	a.Pairs = append(a.Pairs, sim.Pair{Key: "at", Value: strconv.Itoa(at)})
	return a.String()
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
