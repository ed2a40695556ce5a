package decoding

import (
	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// Live is what all live knobs say, also those of other views: the first Step after a
// change of any of them only looks at it.
type live struct {
	settings
	pose
	view, labels      string
	pick, layer, rank int
	share             float64
}

func (l *Lab) live() live {
	return live{l.settings(), l.pose(), l.view, l.labels, l.pick, l.layer, l.rank, l.share}
}

// A picture is what the frames of a scene borrow. It changes when something has been
// trained, read or chosen.
type picture struct {
	wall    wall
	curves  curves
	bars    layerBars
	resists resists
	dial    dial

	reader string // "layer 2"
	says   string
	counts string // what the number counts
	try    sim.Try
}

func newPicture(s *scene) picture {
	p := picture{wall: newWall(&s.task), curves: newCurves(s), resists: newResists(&s.task), dial: newDial(s)}
	p.bars.names = layerNames(s)
	return p
}

// see brings the picture up to date.
func (p *picture) see(s *scene) {
	p.reader = layerName(s.readerShown())
	p.wall.see(s)
	p.curves.see(s)
	p.bars.see(s)
	p.resists.see(s)
	p.dial.see(s)
	p.says, p.counts, p.try = s.tell(), s.counted(), s.next()
}

// readerShown returns the layer that what is shown was read in: the one that is chosen
// where nothing is shown yet.
func (s *scene) readerShown() int {
	if s.atlas.shown.now == nil {
		return s.goal.layer
	}
	return s.atlas.shown.layer
}

// now returns the score of the layer that is read, at the last checkpoint; nil before the
// first, and where there are no answers.
func (s *scene) now() *score {
	if now := s.atlas.shown.now; now != nil && now.score.ok() {
		return now.score
	}
	return nil
}

// layerName names a layer in a sentence.
func layerName(layer int) string {
	if layer == 0 {
		return "the picture itself"
	}
	return "layer " + sketch.Whole(layer)
}

// layerNames are those of the bars: the picture, each hidden layer, the network's output,
// and the network that is trained again.
func layerNames(s *scene) []string {
	names := []string{"picture"}
	for layer := range s.lab.depth {
		names = append(names, layerName(layer+1))
	}
	names = append(names, "output")
	if s.lab.repairs() {
		names = append(names, "retrained")
	}
	return names
}

// Draw implements [sim.Scene].
func (s *scene) Draw(f *sim.Frame) {
	p := &s.view
	f.Unit, f.Says, f.Part, f.Parts = "epoch", p.says, s.atlas.part, s.atlas.parts
	f.Headline, f.Try = sim.Headline{Fact: "lead", Of: testCount, Words: p.counts}, p.try
	if s.lab.view == "glyph" {
		p.dial.drawAngles(f.Panel("Which class does the picture lie nearest to?"), s)
		p.wall.draw(f.Panel("Which pictures does only the layer read?"), s)
		p.dial.drawGrid(f.Panel("How much of the picture lies in each subspace?"))
	} else {
		p.wall.draw(f.Panel("Which pictures does only the layer read?"), s)
		p.curves.draw(f.Panel("When does the network lose what its layer still knows?"), s)
		p.bars.draw(f.Panel("Who reads the true label most often?"), s)
		p.resists.draw(f.Panel("Which wrong labels were resisted longest?"))
	}
	s.facts(f)
}

// Touch implements [sim.Toucher]: a press on a picture of the wall picks it, one on a bar
// reads its layer.
func (s *scene) Touch(t sim.Touch) {
	if t.Kind != sim.Press {
		return
	}
	wallPanel, barPanel := 0, 2
	if s.lab.view == "glyph" {
		wallPanel, barPanel = 1, -1
	}
	switch {
	case t.Panel == wallPanel:
		if i := s.view.wall.at(t.X, t.Y); i >= 0 {
			s.lab.pickKnob.SetNumber(float64(i + 1))
		}
	case t.Panel == barPanel && t.X > -0.5 && t.X < float64(s.lab.depth)+0.5:
		s.lab.layerKnob.SetNumber(t.X)
	}
}
