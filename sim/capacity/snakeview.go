package capacity

import "example.org/rote/sim"

// A snakeView holds what the frames of a snake borrow: it is filled when a tick
// is announced, so that Draw only lends.
type snakeView struct {
	area    area
	line    numberLine
	zig     zigPicture
	sum     sumPicture
	weights weights
	facts   snakeFacts
	says    string
	begun   bool // a direction has been found that tells the points apart
	stage   int
}

// Indices of the snake's panels.
const (
	areaPanel = iota
	linePanel
	zigPanel
)

func newSnakeView(s *snake) snakeView {
	return snakeView{area: newArea(&s.task), line: newNumberLine(s), zig: newZigPicture(s), sum: newSumPicture(s),
		weights: newWeights(s)}
}

// show fills the view with the present tick. While directions are tried it shows
// the network of the last one.
func (v *snakeView) show(s *snake) {
	stage, count := s.stage()
	v.stage = stage
	m := s.shownMemory(stage)
	if s.tick > 0 {
		v.area.point(&s.task, m.u)
	}
	if stage > searching || s.search.fits {
		v.begun = true
		v.line.show(m, stage, count)
		v.area.label(&s.task, s.output())
		v.sum.place(&s.task, m, s.output())
		v.weights.show(m, s.shownUnit(), stage)
	}
	if stage >= zigging {
		v.zig.show(s)
	}
	if stage >= adding {
		v.sum.show(s)
	}
	if stage == complete {
		v.area.fill(s, &v.sum.f)
	}
	v.facts = s.measure(stage)
	v.says = s.tell(stage, count)
}

// shownMemory returns the network that a stage shows.
func (s *snake) shownMemory(stage int) *memory {
	if stage == searching {
		return s.search.last()
	}
	return s.used
}

func (s *snake) Draw(f *sim.Frame) {
	if s.refuse != "" {
		s.drawRefusal(f)
		return
	}
	f.Of, f.Says = s.of(), s.view.says
	v := &s.view
	v.area.draw(f.Panel(areaTitle), v.stage)
	v.line.draw(f.Panel(v.line.title), v.begun)
	v.zig.draw(f.Panel(zigTitle), v.stage)
	v.sum.draw(f.Panel(sumTitle), v)
	v.weights.draw(f.Panel(weightsTitle), v.begun)
	v.facts.list(f)
}

// The titles of the snake's panels.
const (
	areaTitle    = "Which line tells all points apart?"
	zigTitle     = "Which points does a zig-zag catch?"
	sumTitle     = "Does the sum meet every label?"
	weightsTitle = "How large are the weights?"
)

// drawRefusal draws the points, and the reason why there is no network.
func (s *snake) drawRefusal(f *sim.Frame) {
	f.Says = s.refuse
	s.view.area.draw(f.Panel(areaTitle), searching)
	for _, title := range [...]string{"One number line", zigTitle, sumTitle, weightsTitle} {
		f.Panel(title).Empty = "There is no network to show."
	}
	s.view.facts.list(f)
}
