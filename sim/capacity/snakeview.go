package capacity

import "example.org/rote/sim"

// A snakeView holds what the frames of a snake borrow: it is filled when a tick
// is announced, so that Draw only lends.
type snakeView struct {
	weave   weave
	area    area
	line    numberLine
	zig     zigPicture
	weights weights
	facts   snakeFacts
	says    string
	counts  string // what the number counts
	try     sim.Try
	stage   int
}

// Indices of the snake's panels.
const (
	weavePanel = iota
	areaPanel
	linePanel
	zigPanel
	weightsPanel
)

func newSnakeView(s *snake) snakeView {
	return snakeView{weave: newWeave(s), area: newArea(&s.task), line: newNumberLine(s), zig: newZigPicture(s), weights: newWeights(s),
		try: s.view.try}
}

// show fills the view with the present tick. While directions are tried it shows
// the network of the last one.
func (v *snakeView) show(s *snake) {
	stage, count := s.stage()
	v.stage = stage
	m := s.shownMemory(stage)
	v.area.label(&s.task, s.output())
	if s.tick == 0 || stage > searching || s.search.fits {
		v.area.point(&s.task, m.u)
		v.line.show(m, stage, count)
		v.weave.show(s, m)
	}
	if stage >= drawing {
		v.weights.show(m, s.shownUnit(), stage)
		v.zig.show(s)
	}
	if stage == complete {
		v.weave.finish(s, m)
		v.area.show()
	}
	v.facts = s.measure(stage)
	v.says, v.counts = s.tell(stage, count), s.counts(stage)
}

// shownMemory returns the network that a stage shows: before the first tick, along
// the first direction that separates the points.
func (s *snake) shownMemory(stage int) *memory {
	switch {
	case s.tick == 0:
		return s.search.now
	case stage == searching:
		return s.search.last()
	}
	return s.used
}

func (s *snake) Draw(f *sim.Frame) {
	f.Unit = "piece"
	if s.refuse != "" {
		s.drawRefusal(f)
		return
	}
	v := &s.view
	f.Of, f.Says, f.Headline = s.of(), v.says, sim.Headline{Fact: "neurons", Words: v.counts}
	v.weave.draw(snakePanel(f, weavePanel), v.stage == complete)
	v.area.draw(snakePanel(f, areaPanel), v.stage)
	v.line.draw(snakePanel(f, linePanel))
	v.zig.draw(snakePanel(f, zigPanel), v.stage)
	v.weights.draw(snakePanel(f, weightsPanel), v.stage)
	v.facts.list(f)
	if v.stage == complete {
		f.Try = v.try
	}
}

// snakePanel appends the panel of that index.
func snakePanel(f *sim.Frame, index int) *sim.Panel {
	words := [...][2]string{
		weavePanel:   {"Does the sum run through every label?", "Both layers"},
		areaPanel:    {areaTitle, "The points"},
		linePanel:    {"Where on the line are the groups?", "The ramps"},
		zigPanel:     {"Which points does a zig-zag catch?", "One zig-zag"},
		weightsPanel: {"How large are the weights?", "Its weights"},
	}
	return panel(f, words[index][0], words[index][1])
}

const noNetwork = "There is no network to show."

const areaTitle = "Which line tells all points apart?"

// drawRefusal draws the points, and the reason why there is no network.
func (s *snake) drawRefusal(f *sim.Frame) {
	f.Says, f.Headline = s.refuse, sim.Headline{Fact: "neurons", Words: s.counts(searching)}
	snakePanel(f, weavePanel).Empty = noNetwork
	s.view.area.draw(snakePanel(f, areaPanel), searching)
	for index := linePanel; index <= weightsPanel; index++ {
		snakePanel(f, index).Empty = noNetwork
	}
	s.view.facts.list(f)
	f.Try = s.view.try
}
