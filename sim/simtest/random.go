package simtest

import (
	"flag"
	"fmt"
	"testing"
	"time"

	"example.org/rote/sim"
	"pgregory.net/rapid"
)

const (
	repeated = 60      // slices of a random run that are compared with those of its twins
	granted  = 100_000 // slices of a run whose live changes are judged
	fewest   = 8       // live changes that are judged, however long it takes
)

// A tally counts live changes.
type tally struct{ drawn, judged int }

// enough reports whether a lab with live knobs was tried often enough.
func (n *tally) enough(info sim.Info) bool { return n.judged >= fewest || !hasLive(info) }

// err says that too many live changes were not judged. A test that is silent
// about most of what it draws proves nothing.
func (n *tally) err(info sim.Info) error {
	if 2*n.judged < n.drawn || hasLive(info) && n.judged == 0 {
		return fmt.Errorf("%d of %d live changes were judged; runs built on %s are too long: "+
			"name more knobs that cost time, or smaller values", n.judged, n.drawn, info.Small)
	}
	return nil
}

// checkRandom draws addresses until the time is over: the same ones each time, or
// others with -rapid.seed.
func checkRandom(t *testing.T, info sim.Info, budget time.Duration) {
	if seed := flag.Lookup("rapid.seed"); seed.Value.String() == "0" {
		report(t, seed.Value.Set("1"))
	}
	end := time.Now().Add(budget)
	runs, count := 0, tally{}
	rapid.Check(t, func(t *rapid.T) {
		if time.Now().After(end) && count.enough(info) {
			return
		}
		runs++
		if err := checkDrawn(t, info, &count); err != nil {
			t.Fatal(err)
		}
	})
	report(t, count.err(info))
	t.Logf("%d addresses; %d of %d live changes judged", runs, count.judged, count.drawn)
}

// checkDrawn draws an address and a live change of its run, and checks both.
func checkDrawn(t *rapid.T, info sim.Info, count *tally) error {
	address := drawAddress(t, info)
	if err := checkAddress(info, address); err != nil {
		return err
	}
	if err := checkRepeats(info, address, repeated); err != nil {
		return err
	}
	set, ok := drawLive(t, info, address)
	if !ok {
		return nil
	}
	count.drawn++
	judged, err := checkLive(info, address, set)
	if judged {
		count.judged++
	}
	return err
}

// hasLive reports whether the lab has a live knob.
func hasLive(info sim.Info) bool {
	var knobs sim.Knobs
	info.New().Knobs(&knobs)
	for _, k := range knobs.All() {
		if k.IsLive {
			return true
		}
	}
	return false
}
