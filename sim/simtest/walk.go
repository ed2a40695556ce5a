package simtest

import (
	"fmt"
	"testing"

	"example.org/rote/sim"
)

// patience is how many slices a run may take to its end.
const patience = 2_000_000

// Walk takes the run of an address from its start to its end, and checks on the
// way that it keeps the contract: the address has no faults; all frames are well formed, as those before them were, and say
// what the facts say; and the end is the end. It calls see, if it is not nil, at
// the start and after each tick, and at the end, where the run is done. It returns
// the run, or nil if the address cannot be opened.
func Walk(t *testing.T, info sim.Info, address string, see func(*sim.Run)) *sim.Run {
	t.Helper()
	r, err := walkToEnd(info, address, see)
	report(t, err)
	return r
}

func walkToEnd(info sim.Info, address string, see func(*sim.Run)) (*sim.Run, error) {
	r, err := open(info, address)
	if err != nil {
		return nil, err
	}
	w := watcher{run: r, see: see}
	if err := w.walk(patience); err != nil {
		return r, fmt.Errorf("%s: %w", address, err)
	}
	if !r.Done() {
		return r, fmt.Errorf("%s does not end", address)
	}
	return r, checkEnd(r)
}

// checkEnd checks that the end is the end: more steps change nothing.
func checkEnd(r *sim.Run) error {
	before := encoded(r)
	if r.Step(nil) != sim.Done || encoded(r) != before {
		return fmt.Errorf("%s: a step after the end changes the frame", r.Address())
	}
	return nil
}
