package dejavu

import (
	"math"

	"example.org/rote/sim"
)

// A picture is what the frames of a scene borrow. It changes when something has been
// trained, counted, painted or chosen.
type picture struct {
	example  example
	sheet    sheet
	ballot   ballot
	curves   curves
	bars     layerBars
	gallery  gallery
	twoMaps  twoMaps
	headline sim.Headline
	says     string
	try      sim.Try
}

func newPicture(s *scene) picture {
	return picture{example: newExample(), sheet: newSheet(s), ballot: newBallot(s), gallery: newGallery(), curves: newCurves(s.lab)}
}

// see brings the picture up to date.
func (p *picture) see(s *scene) {
	p.example.see(s)
	p.sheet.see(s)
	p.ballot.see(s)
	p.curves.see(s)
	p.bars.see(s)
	p.gallery.see(s)
	p.twoMaps.see(s)
	p.headline, p.says, p.try = s.number(), s.tell(), s.next()
}

// Draw implements [sim.Scene].
func (s *scene) Draw(f *sim.Frame) {
	p := &s.view
	f.Unit, f.Of, f.Part, f.Parts = "epoch", s.lab.epochs, s.part, s.parts
	if s.isLost() {
		f.Of = s.epoch
	}
	f.Says, f.Headline, f.Try = p.says, p.headline, p.try
	switch s.lab.view {
	case curvesView:
		s.drawCurves(f)
	case layersView:
		p.bars.draw(f.Panel("Which layer gives the pictures away?"))
		p.curves.drawLayers(f.Panel("When does each layer give them away?"))
		p.curves.drawQuality(f.Panel("How often is a whole picture named?"))
		p.curves.drawGuessing(f.Panel("Who can guess the hidden object?"))
	case repaintView:
		p.gallery.draw(f.Panel("What stood beside the crop?"), s)
		p.gallery.drawErrors(f.Panel("How much of the error is left?"))
		p.gallery.classes.draw(f.Panel("Do they paint the right class?"), p.curves.chance, p.gallery.ready)
		p.gallery.drawMeans(f.Panel("What do the nearest pictures look like on average?"))
		p.sheet.draw(f.Panel("What was network A trained on?"), s)
	case mapView:
		p.twoMaps.draw(f.Panel("Does the crop lie where its own picture lies?"), s)
		p.example.draw(f.Panel("What lies near to this crop?"), s)
		p.sheet.draw(f.Panel("What was network A trained on?"), s)
		p.curves.drawShares(f.Panel("What became of the crops?"))
		p.curves.drawGuessing(f.Panel("Who can guess the hidden object?"))
	default:
		p.example.draw(f.Panel("What does a crop without the object tell?"), s)
		p.sheet.draw(f.Panel("What was network A trained on?"), s)
		p.ballot.draw(f.Panel("Which class do the nearest pictures vote for?"))
		p.curves.drawVotes(f.Panel(votesTitle))
		p.curves.drawGuessing(f.Panel("Who can guess the hidden object?"))
	}
	s.facts(f)
}

func (s *scene) drawCurves(f *sim.Frame) {
	c := &s.view.curves
	c.drawGuessing(f.Panel("Who can guess the hidden object?"))
	c.drawVotes(f.Panel(votesTitle))
	c.drawShares(f.Panel("What became of the crops?"))
	c.drawSure(f.Panel("Are the sure guesses right?"))
	c.drawTests(f.Panel("Does a test without network B agree?"))
}

const votesTitle = "How many of the nearest show the hidden object?"

// shade returns a value from 0 to 1 as a byte.
func shade(v float32) byte { return byte(math.Round(255 * float64(max(0, min(1, v))))) }

// appendShades appends a picture as bytes.
func appendShades(out []byte, pic []float32) []byte {
	for _, v := range pic {
		out = append(out, shade(v))
	}
	return out
}

// The greys of a veil, and of the question mark on it.
const (
	veil = 204
	mark = 130
)

// question is a question mark of 5×7 pixels, row by row.
var question = [...]string{".###.", "#...#", "....#", "...#.", "..#..", ".....", "..#.."}

// cover hides all of a picture in bytes but the crop, behind a question mark on the side
// of the object.
func cover(pic []byte, c crop, asks bool) {
	for y := range side {
		for x := range side {
			if c.holds(x, y) {
				continue
			}
			for k := range channels {
				pic[(y*side+x)*channels+k] = veil
			}
		}
	}
	left := 0
	if c.x == 0 && c.w == boxSide {
		left = boxSide
	}
	for y, row := range question {
		for x, dot := range row {
			if at := ((y+2)*side + left + x) * channels; asks && dot == '#' && !c.holds(left+x, y+2) {
				pic[at], pic[at+1], pic[at+2] = mark, mark, mark
			}
		}
	}
}

// holds reports whether a pixel lies in the crop.
func (c crop) holds(x, y int) bool {
	mx, my := float64(x)+0.5, float64(y)+0.5
	return mx > c.x && mx < c.x+c.w && my > c.y && my < c.y+c.h
}

// rect returns left, top, right and bottom.
func (c crop) rect() [4]float64 { return [4]float64{c.x, c.y, c.x + c.w, c.y + c.h} }
