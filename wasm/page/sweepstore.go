//go:build js

package page

import (
	"strings"

	"example.org/rote/sim"
	"example.org/rote/sim/sweep"
	"example.org/rote/wasm/dom"
)

// The results of a sweep survive a reload: the tab keeps the file of each of the
// last few sweeps, and which one was running.
const (
	keptSweeps  = "sweeps"        // their addresses, newest first, one a line
	keptRunning = "sweep running" // the address of the one that runs
	keptWorkers = "workers"
	mostKept    = 8
)

// restore takes what the tab keeps of a sweep, and reports whether it was running.
func restore(labs []sim.Info, s *sweep.Grid) (running bool) {
	if text := dom.Kept(runsOf(s)); text != "" {
		if old, _, err := sweep.Read(labs, text); err == nil {
			if old.SameRuns(s) {
				s.Take(old)
			}
			old.Base.Close()
		}
	}
	return dom.Kept(keptRunning) == runsOf(s)
}

// runsOf is the address of a sweep with all of its facts, under which they are kept:
// which of them are asked for makes no difference.
func runsOf(s *sweep.Grid) string { return s.Whole().Address() }

// save keeps what is known, and forgets the oldest sweeps. It reports whether the
// tab has kept the results.
func save(s *sweep.Grid, running bool) (kept bool) {
	dom.Keep(keptRunning, "")
	if running {
		dom.Keep(keptRunning, runsOf(s))
	}
	if s.Known() == 0 {
		return true
	}
	addresses := []string{runsOf(s)}
	for line := range strings.SplitSeq(dom.Kept(keptSweeps), "\n") {
		switch {
		case line == "" || line == addresses[0]:
		case len(addresses) < mostKept:
			addresses = append(addresses, line)
		default:
			dom.Keep(line, "")
		}
	}
	dom.Keep(keptSweeps, strings.Join(addresses, "\n"))
	return dom.Keep(runsOf(s), s.Whole().File(sweep.CSV, sweep.Shard{}))
}

// forget takes away what is kept of a sweep.
func forget(s *sweep.Grid) { dom.Keep(runsOf(s), "") }
