package capacity

import (
	"math"
	"math/rand/v2"

	"example.org/rote/sim"
	"example.org/rote/sim/exact"
)

// mostDrawn is how many labels a picture shows one by one. Views that do so have no
// more; the snake of more labels is a wall.
const mostDrawn = 1024

const tooMany = "This view takes 1\u202f024 labels at most, so that many are here."

// held returns how many labels the views that draw each of them take.
func (l *Lab) held() int { return min(l.n, mostDrawn) }

// A wall is the scene of a snake network for so many labels that each is a cell of a
// wall. A tick is a direction that is tried, and then a part of the labels that the
// whole network is asked for: every point goes through all weights. A slice of the
// work is a block of points, and of the building a block of weights.
type wall struct {
	lab    *Lab
	rng    *rand.Rand
	task   task
	plan   plan
	refuse string
	search search
	used   *memory

	job   *sim.Player
	asked int // parts of the labels for which the network was asked
	last  snakeLive
	hand  [2]float64

	ramps         []float64 // one for each group
	checked       int       // labels asked for
	fit           float64   // largest error, NaN if an answer is no number
	wrong, missed float64
	view          wallView
}

// wallParts is how many ticks ask for the labels.
const wallParts = 24

func newWall(l *Lab, rng *rand.Rand) *wall {
	s := &wall{lab: l, rng: rng, task: l.blankTask(), last: l.snakeLive()}
	s.plan = newPlan(&s.task, l.blocks, l.w1, l.w2)
	s.view = newWallView(s)
	s.job = sim.Play(s.run)
	if !s.plan.fits() {
		s.stop(s.plan.refusal(l.w1, l.w2))
	}
	return s
}

// stop ends the run with a reason.
func (s *wall) stop(reason string) {
	s.refuse = reason
	s.view.tell(s)
}

func (s *wall) Step() sim.Pace {
	if live := s.lab.snakeLive(); s.last != live && s.refuse == "" {
		s.last = live
		if s.search.done() && s.used != nil {
			s.job.Stop()
			s.job = sim.Play(s.again)
		}
		return sim.Busy
	}
	return s.job.Step()
}

// Stop ends the job.
func (s *wall) Stop() { s.job.Stop() }

// run draws the points, tries the directions, and asks for the labels.
func (s *wall) run(yield func(sim.Pace) bool) {
	slice := func() bool { return yield(sim.Busy) }
	if s.refuse != "" || !s.draw(slice) {
		return
	}
	l := s.lab
	s.search = newSearch(s.plan, searchMargin, l.alternate, l.dirs, s.rng)
	for !s.search.done() {
		if !s.search.try(&s.task, slice) {
			return
		}
		s.view.tried(s)
		if !yield(sim.Tick) {
			return
		}
	}
	if s.search.index < 0 {
		s.stop(sameFoot)
		return
	}
	s.used = newMemory(s.plan, l.margin, l.alternate)
	s.ramps = make([]float64, len(s.used.groups))
	if s.build(slice) {
		s.ask(yield)
	}
}

// again builds the network anew, and asks it for what was asked before.
func (s *wall) again(yield func(sim.Pace) bool) {
	slice := func() bool { return yield(sim.Busy) }
	if s.build(slice) && s.check(s.upTo(s.asked), slice) {
		s.view.see(s)
		s.ask(yield)
	}
}

// ask asks for the labels of the parts that are left.
func (s *wall) ask(yield func(sim.Pace) bool) {
	for s.asked < wallParts {
		if !s.check(s.upTo(s.asked+1), func() bool { return yield(sim.Busy) }) {
			return
		}
		s.asked++
		s.view.see(s)
		if !yield(sim.Tick) {
			return
		}
	}
}

// upTo returns how many labels the first parts have.
func (s *wall) upTo(parts int) int { return s.task.n * parts / wallParts }

// build fits the network along the hand's direction, or the best one. It reports
// whether slice let it.
func (s *wall) build(slice func() bool) bool {
	s.used.margin = s.lab.margin
	s.checked, s.fit, s.wrong, s.missed = 0, 0, 0, 0
	s.view.clear()
	if s.lab.d == 2 && s.lab.angle >= 0 {
		s.hand[1], s.hand[0] = exact.SinCos(s.lab.angle * (math.Pi / 180))
		if fits, goesOn := s.used.build(&s.task, s.hand[:], slice); fits || !goesOn {
			return goesOn
		}
	}
	_, goesOn := s.used.build(&s.task, s.search.best.u, slice)
	return goesOn
}

// draw draws the points and the labels, block by block.
func (s *wall) draw(slice func() bool) bool {
	l, t := s.lab, &s.task
	const block = 50_000
	for i := range t.x {
		t.x[i] = exact.Normal(s.rng)
		if i%block == block-1 && !slice() {
			return false
		}
	}
	t.paint(l, s.rng)
	return slice()
}

// check asks the network for the labels up to n, in the order of the points.
func (s *wall) check(n int, slice func() bool) bool {
	t, m, p := &s.task, s.used, arithmetic{s.lab.precision == single}
	sums, cost := make([]float64, t.dy), 0
	for ; s.checked < n; s.checked++ {
		i := s.checked
		m.answer(p, sums, s.ramps, t.point(i))
		err, isWrong := t.numberError(i, sums)
		if t.classes > 0 {
			err, isWrong = t.classError(p, i, sums[0])
		}
		s.fit = max(s.fit, err)
		if isWrong {
			s.wrong++
		}
		if !(err < onLabel) {
			s.missed++
		}
		s.view.read(i, sums[0], !(err < onLabel))
		if cost += t.dy*len(t.x)/t.n + len(m.groups)*(len(m.units)/len(m.p1)+1) + t.classes; cost > sliceWork {
			cost = 0
			if !slice() {
				s.checked++
				return false
			}
		}
	}
	return slice()
}

// answer writes what the whole network says of x to sums, a number for each output.
// Scratch holds a number for each group.
func (m *memory) answer(p arithmetic, sums, scratch, x []float64) {
	m.ramps(p, scratch, m.line(p, x))
	clear(sums)
	for i := range m.units {
		u := &m.units[i]
		sums[u.out] = p.of(sums[u.out] + clamp(m.z(p, u, scratch)))
	}
	for k := range sums {
		sums[k] = p.of(sums[k] - m.off)
	}
}

// sortSlices sorts the points along the line as sortBy does: runs, which are merged.
func (m *memory) sortSlices(slice func() bool) bool {
	const run = 2048
	for from := 0; from < m.n; from += run {
		sortBy(m.foot, m.order[from:min(from+run, m.n)])
		if m.n > run && !slice() {
			return false
		}
	}
	if m.n > run && m.spare == nil {
		m.spare = make([]int, m.n)
	}
	for width := run; width < m.n; width *= 2 {
		for from := 0; from < m.n; from += 2 * width {
			mid, to := min(from+width, m.n), min(from+2*width, m.n)
			if !m.merge(m.spare[from:to], m.order[from:mid], m.order[mid:to], slice) {
				return false
			}
		}
		m.order, m.spare = m.spare, m.order
	}
	return true
}

// merge writes two sorted lists of points to one.
func (m *memory) merge(out, a, b []int, slice func() bool) bool {
	const block = 32_768
	for k := range out {
		if len(b) == 0 || len(a) > 0 && before(m.foot, a[0], b[0]) {
			out[k], a = a[0], a[1:]
		} else {
			out[k], b = b[0], b[1:]
		}
		if k%block == block-1 && !slice() {
			return false
		}
	}
	return slice()
}

// before reports whether i comes before j by its value, and of equal ones by itself.
func before(values []float64, i, j int) bool {
	return values[i] < values[j] || values[i] == values[j] && i < j
}
