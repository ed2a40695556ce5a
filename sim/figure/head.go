package figure

import (
	"image/color"
	"math"
	"strings"

	"example.org/rote/sim"
)

// Headline returns the number of a frame as people read it, and what it counts.
// The number is "–" where the frame lacks the fact, and "" without a headline.
func Headline(f *sim.Frame) (number, words string) { return HeadlineOf(f, f.Headline) }

// HeadlineOf does the same for a headline of one of two runs.
func HeadlineOf(f *sim.Frame, h sim.Headline) (number, words string) {
	if h.Fact == "" {
		return "", ""
	}
	value, ok := f.Value(h.Fact)
	switch {
	case !ok:
		return "–", h.Words
	case h.Of > 0:
		return Number(math.Round(value * float64(h.Of))), h.Words
	}
	return Number(value), h.Words
}

// drawHead writes the number, what it counts, and the sentence, from left to
// right, and returns the area below. Of two runs each has its half.
func (p *painter) drawHead(area rect) rect {
	f := p.pic.frame
	sides, half := f.Sides, area
	if len(sides) == 0 {
		sides = []sim.Side{{Says: f.Says, Headline: f.Headline}}
	}
	half.w = (area.w - float64(len(sides)-1)*24*p.em) / float64(len(sides))
	for i, s := range sides {
		half.x = area.right() - float64(len(sides)-i)*half.w - float64(len(sides)-1-i)*24*p.em
		p.drawSide(half, s)
	}
	used := 56 * p.em
	return rect{area.x, area.y + used, area.w, area.h - used}
}

func (p *painter) drawSide(area rect, s sim.Side) {
	number, words := HeadlineOf(p.pic.frame, s.Headline)
	size := 40 * p.em
	x := area.x
	p.text(Text{X: x, Y: area.y + 36*p.em, Text: number, Size: size, Bold: true, Colour: p.theme.Roles[sim.Copied].Text})
	if number != "" {
		x += textWidth(number, size, true) + 10*p.em
	}
	wide := min(150*p.em, 0.3*area.w)
	p.write(fit(words, wide, 46*p.em, 12*p.em, 11*p.em, 10*p.em), x, area.y, p.theme.Roles[sim.Copied].Text)
	if words != "" {
		x += wide + 16*p.em
	}
	p.write(fit(s.Says, area.right()-x, 50*p.em, 16*p.em, 14*p.em, 12*p.em, 10*p.em), x, area.y, p.theme.Ink)
}

// A passage is a text broken into lines of one size.
type passage struct {
	lines []string
	size  float64
}

// leading is the distance of two lines, in sizes of the text.
const leading = 1.27

// fit breaks a text into lines for a width and a height: in the first of the sizes
// in which all of it has room. In the last it is cut.
func fit(s string, width, height float64, sizes ...float64) (out passage) {
	for _, size := range sizes {
		out = passage{wrapText(s, width, size, false, max(1, int(height/(leading*size)))), size}
		if strings.Join(out.lines, " ") == strings.TrimSpace(s) {
			break
		}
	}
	return out
}

// write writes a passage from the top left corner on.
func (p *painter) write(t passage, x, top float64, colour color.NRGBA) {
	for i, line := range t.lines {
		p.text(Text{X: x, Y: top + 2*p.em + (1+leading*float64(i))*t.size, Text: line, Size: t.size, Colour: colour})
	}
}

// drawFoot writes lines at the bottom, and returns the area above. A line that is too
// long takes two.
func (p *painter) drawFoot(area rect, text string) rect {
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		lines = append(lines, wrapText(line, area.w, p.small(), false, 2)...)
	}
	for i, line := range lines {
		above := leading * p.small() * float64(len(lines)-1-i)
		p.text(Text{X: area.x, Y: area.bottom() - 2*p.em - above, Text: line, Size: p.small(), Colour: p.theme.Second})
	}
	return rect{area.x, area.y, area.w, area.h - 20*p.em - leading*p.small()*float64(len(lines)-1)}
}
