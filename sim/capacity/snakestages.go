package capacity

// The stages of the construction.
const (
	searching = iota // count: directions tried
	cutting
	ramping  // count: ramps in place
	drawing  // count: columns of the first zig-zag
	zigging  // count: zig-zags in place
	complete // and the plane is filled
)

// few is how many ticks a stage takes that is quickly told.
const few = 4

// stages returns how many things the stages before the last one are about.
func (s *snake) stages() [complete]int {
	return [...]int{s.lab.dirs, 1, len(s.used.groups), len(s.used.units[0].c), len(s.used.units)}
}

// pieces returns how many ticks a stage about so many things takes.
func pieces(stage, things int) int {
	if stage == zigging {
		return things - 1 // the first one has a stage of its own
	}
	return min(few, things)
}

// stage returns what a tick shows: so many of the things of a stage.
func (s *snake) stage() (stage, count int) {
	k := s.tick
	for stage, things := range s.stages() {
		n := pieces(stage, things)
		switch {
		case k <= n && stage == zigging:
			return stage, 1 + k
		case k <= n:
			return stage, upTo(k, n, things)
		}
		k -= n
	}
	return complete, 0
}

// of returns the number of ticks of the run.
func (s *snake) of() int {
	sum := 1
	for stage, things := range s.stages() {
		sum += pieces(stage, things)
	}
	return sum
}

// inPlace returns how many ramps, columns of the first zig-zag and whole zig-zags
// are in place.
func (s *snake) inPlace() (ramps, begun, zigs int) {
	stage, count := s.stage()
	all := s.stages()
	if stage == ramping {
		ramps = count
	}
	if stage > ramping {
		ramps, begun = all[ramping], all[drawing]
	}
	switch {
	case stage == drawing:
		begun, zigs = count, count/all[drawing]
	case stage == zigging:
		zigs = count
	case stage == complete:
		zigs = all[zigging]
	}
	return ramps, begun, zigs
}
