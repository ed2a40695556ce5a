package figure

import (
	"image/color"
	"math"
	"strings"

	"example.org/rote/sim"
)

// Headline returns the number of a frame as people read it, and what it counts.
// The number is "–" where the frame lacks the fact, and "" without a headline.
func Headline(f *sim.Frame) (number, words string) {
	h := f.Headline
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
// right, and returns the area below.
func (p *painter) drawHead(area rect) rect {
	number, words := Headline(p.pic.frame)
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
	p.write(fit(p.pic.frame.Says, area.right()-x, 50*p.em, 16*p.em, 14*p.em, 12*p.em, 10*p.em), x, area.y, p.theme.Ink)
	used := 56 * p.em
	return rect{area.x, area.y + used, area.w, area.h - used}
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

// drawFoot writes a line at the bottom, and returns the area above.
func (p *painter) drawFoot(area rect, line string) rect {
	p.text(Text{X: area.x, Y: area.bottom() - 2*p.em, Text: cutText(line, area.w, p.small(), false), Size: p.small(), Colour: p.theme.Second})
	return rect{area.x, area.y, area.w, area.h - 20*p.em}
}
