package figure

import (
	"math"

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
	f := p.pic.frame
	number, words := Headline(f)
	size := 40 * p.em
	x, base := area.x, area.y+36*p.em
	p.text(Text{X: x, Y: base, Text: number, Size: size, Bold: true, Colour: p.theme.Roles[sim.Copied].Text})
	if number != "" {
		x += textWidth(number, size, true) + 10*p.em
	}
	wide := min(150*p.em, 0.3*area.w)
	for i, line := range wrapText(words, wide, 12*p.em, false, 2) {
		p.text(Text{X: x, Y: area.y + (16+15*float64(i))*p.em, Text: line, Size: 12 * p.em, Colour: p.theme.Roles[sim.Copied].Text})
	}
	if words != "" {
		x += wide + 16*p.em
	}
	for i, line := range wrapText(f.Says, area.right()-x, 16*p.em, false, 2) {
		p.text(Text{X: x, Y: area.y + (17+21*float64(i))*p.em, Text: line, Size: 16 * p.em, Colour: p.theme.Ink})
	}
	used := 56 * p.em
	return rect{area.x, area.y + used, area.w, area.h - used}
}

// drawFoot writes a line at the bottom, and returns the area above.
func (p *painter) drawFoot(area rect, line string) rect {
	p.text(Text{X: area.x, Y: area.bottom() - 2*p.em, Text: cutText(line, area.w, p.small(), false), Size: p.small(), Colour: p.theme.Second})
	return rect{area.x, area.y, area.w, area.h - 20*p.em}
}
