package inheritance

import (
	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// The hero of the view groups: a string for each sentence that the teacher has by heart,
// single false pairs to the left, set phrases to the right. It hangs from the upper rail, and
// reaches the lower one while the student repeats the sentence.
const (
	railLength = 210.0
	railHeight = 100.0
	railGap    = 12.0 // between the two kinds
	upperRail  = 86.0
	lowerRail  = 10.0
)

// Kinds of strings.
const (
	falseString = iota
	phraseString
	stringKinds
)

// Strands are what hangs from the rail.
type strands struct {
	groups  [stringKinds]group
	slots   [stringKinds][]int // pairs in the order in which they were first by heart
	slotOf  []int              // by pair: its place in slots, or -1
	hung    [stringKinds]wires // of the teacher alone
	reached [stringKinds]wires // of the student, too
	from    [stringKinds]float64
	pitch   float64
	rails   [stringKinds]sketch.Trace
	labels  [stringKinds]struct{ by, at string }
	raced   bool // there is a student
}

// Wires are the strings of one kind and state, as bars.
type wires struct {
	x, y  []float64
	pairs []int
}

func newStrands(c *corpus) *strands {
	s := &strands{groups: [stringKinds]group{noisy, boilerplate}, slotOf: make([]int, len(c.pairs))}
	for i := range s.slotOf {
		s.slotOf[i] = -1
	}
	return s
}

// tick gives a place to what is by heart for the first time.
func (s *strands) tick(r *record) {
	for i, known := range r.models[teacher].heart() {
		for kind, g := range s.groups {
			if known && r.corpus.pairs[i].group == g && s.slotOf[i] < 0 {
				s.slotOf[i] = len(s.slots[kind])
				s.slots[kind] = append(s.slots[kind], i)
			}
		}
	}
}

// room returns for how many strings of a kind there is room: a third of its pairs, two
// thirds, or all.
func (s *strands) room(kind, pairs int) int {
	if kind == phraseString {
		return pairs
	}
	for third := 1; third < 3; third++ {
		if room := (pairs*third + 2) / 3; len(s.slots[kind]) <= room {
			return room
		}
	}
	return pairs
}

// see hangs the strings up.
func (s *strands) see(r *record) {
	rooms := [stringKinds]int{}
	total := 0
	for kind, g := range s.groups {
		rooms[kind] = max(8, s.room(kind, r.corpus.counts[g]))
		total += rooms[kind]
	}
	s.pitch = (railLength - railGap) / float64(total)
	s.from[phraseString] = float64(float64(rooms[falseString])*s.pitch) + railGap
	heart, own := r.models[teacher].heart(), r.models[student].heart()
	s.raced = own != nil && r.phase >= racing
	for kind := range s.groups {
		s.hung[kind].clear()
		s.reached[kind].clear()
		s.rails[kind].Clear()
		to := s.from[kind] + float64(float64(rooms[kind])*s.pitch)
		for _, y := range [...]float64{upperRail, lowerRail} {
			s.rails[kind].To(s.from[kind], y)
			s.rails[kind].To(to, y)
			s.rails[kind].Lift()
		}
		for slot, i := range s.slots[kind] {
			x := s.from[kind] + float64((float64(slot)+0.5)*s.pitch)
			switch {
			case heart == nil || !heart[i]:
			case s.raced && own[i]:
				s.reached[kind].add(x, lowerRail, i)
			default:
				s.hung[kind].add(x, upperRail-loose(i), i)
			}
		}
		s.word(kind)
	}
}

// loose returns how far a string hangs down that reaches nobody: it has no meaning.
func loose(i int) float64 { return 8 + float64((i*7919)%14) }

func (w *wires) clear() { w.x, w.y, w.pairs = w.x[:0], w.y[:0], w.pairs[:0] }

func (w *wires) add(x, y float64, pair int) {
	w.x, w.y, w.pairs = append(w.x, x), append(w.y, y), append(w.pairs, pair)
}

// word writes how many there are.
func (s *strands) word(kind int) {
	n := len(s.hung[kind].x) + len(s.reached[kind].x)
	s.labels[kind].by = [...]string{sketch.Count(n, "false pair", "false pairs"), sketch.Count(n, "set phrase", "set phrases")}[kind]
	s.labels[kind].at = ""
	if s.raced {
		s.labels[kind].at = sketch.Whole(len(s.reached[kind].x))
	}
}

func (s *strands) draw(p *sim.Panel) {
	p.Short, p.Equal = "What arrives", true
	p.Axes(sim.Axis{Min: -4, Max: railLength + 4}, sim.Axis{Min: 0, Max: railHeight})
	roles := [stringKinds]sim.Role{sim.HeldOut, sim.Copied}
	if s.hangs() == 0 {
		p.Label(sim.Label{Text: "a string for each sentence that is known by heart", X: 20, Y: (upperRail + lowerRail) / 2})
	}
	for kind := range s.groups {
		p.Line(s.rails[kind].Line(sim.Line{}))
		width := 0.62 * s.pitch
		for _, w := range []*wires{&s.hung[kind], &s.reached[kind]} {
			if len(w.x) > 0 {
				p.Bar(sim.Bars{Role: roles[kind], X: w.x, Y: w.y, Base: upperRail, Width: width})
			}
		}
		p.Label(sim.Label{Text: s.labels[kind].by, X: s.from[kind] - 2, Y: upperRail + 5, Role: roles[kind]})
		p.Label(sim.Label{Text: s.foot(kind), X: s.from[kind] - 2, Y: lowerRail - 5, Role: roles[kind]})
	}
}

// hangs returns how many strings hang.
func (s *strands) hangs() (n int) {
	for kind := range s.groups {
		n += len(s.hung[kind].x) + len(s.reached[kind].x)
	}
	return n
}

// foot says what reaches the student.
func (s *strands) foot(kind int) string {
	if !s.raced {
		return "and the student?"
	}
	return s.labels[kind].at + " arrive"
}

// at returns the pair whose string hangs at a place, or -1.
func (s *strands) at(x, y float64) int {
	if y < lowerRail || y > upperRail {
		return -1
	}
	for kind := range s.groups {
		for _, w := range []*wires{&s.hung[kind], &s.reached[kind]} {
			for k, wx := range w.x {
				if d := x - wx; d <= s.pitch/2 && d >= -s.pitch/2 {
					return w.pairs[k]
				}
			}
		}
	}
	return -1
}
