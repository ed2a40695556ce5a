package diffusion

import (
	"math"

	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// ways are the paths of the samples on the map so far, those of copies apart. A
// step that is too short to be seen is left out.
type ways struct {
	copied, other sketch.Trace
	least         float64 // length of a step that can be seen
}

const (
	mostWays  = 200 // more of them would hide each other
	stepsSeen = 500 // from one side of the map to the other
)

func newWays(s *flow) ways {
	room := min(mostWays, s.cloud.n) * 60
	return ways{sketch.NewTrace(room), sketch.NewTrace(room), 2 * s.window.half / stepsSeen}
}

// follow draws the ways up to the present level.
func (w *ways) follow(s *flow, roles []sim.Role) {
	w.copied.Clear()
	w.other.Clear()
	if s.level == 0 {
		return
	}
	for i := range min(mostWays, s.cloud.n) {
		trace := &w.other
		if roles[i] == sim.Copied {
			trace = &w.copied
		}
		w.walk(trace, s, i)
		trace.Lift()
	}
}

func (w *ways) walk(trace *sketch.Trace, s *flow, i int) {
	last := s.cloud.at(i, 0)
	trace.To(last[0], last[1])
	for k := 1; k <= s.level; k++ {
		at := s.cloud.at(i, k)
		if k == s.level || math.Abs(at[0]-last[0])+math.Abs(at[1]-last[1]) >= w.least {
			trace.To(at[0], at[1])
			last = at
		}
	}
}
