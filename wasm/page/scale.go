package page

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"example.org/rote/sim/figure"
)

// A scale is the axis on which a prediction and the result of its run meet.
type scale struct {
	lo, hi float64
	log    bool
	unit   string // what is counted
}

// share returns how far a value lies from lo to hi, from 0 to 1.
func (s scale) share(x float64) float64 {
	lo, hi := s.lo, s.hi
	if s.log {
		lo, hi, x = math.Log(lo), math.Log(hi), math.Log(max(x, s.lo))
	}
	return min(max((x-lo)/(hi-lo), 0), 1)
}

// at returns the value at a share of the way. On an axis of counts it is whole.
func (s scale) at(share float64) float64 {
	if s.log {
		return s.lo * math.Pow(s.hi/s.lo, share)
	}
	x := s.lo + (s.hi-s.lo)*share
	if s.hi-s.lo >= 20 {
		return math.Round(x)
	}
	return x
}

// The picture of a scale, in px: its width, and the ends of its line.
const (
	scaleWidth = 288
	scaleLeft  = 24
	scaleRight = 264
)

// draw returns the scale as SVG: the prediction as an open diamond with its words
// below, the result as a disc with its words above, the law as a dotted line.
func (s scale) draw(a answer) string {
	unit := 70 // y of its words
	name, counts := "The run: "+figure.Number(a.is), s.unit
	if a.said != "" {
		unit = 90
		name = "You: " + figure.Number(a.predicted) + ", the run: " + figure.Number(a.is)
	}
	if a.lawful() {
		name += ", the law: " + figure.Number(a.law)
		counts += "; dotted: the law, " + figure.Number(a.law)
	}
	lines := inLines(counts, unitLetters)
	svg := fmt.Sprintf(`<svg viewBox="0 0 %d %d" role="img" aria-label="%s"><line x1="%d" x2="%d" y1="32" y2="32"/>`,
		scaleWidth, unit+lineHeight*len(lines)-9, escape(name+", from "+figure.Number(s.lo)+" to "+figure.Number(s.hi)+" "+s.unit), scaleLeft, scaleRight)
	for _, share := range []float64{0, .5, 1} {
		x := s.place(s.at(share))
		svg += fmt.Sprintf(`<line x1="%[1]s" x2="%[1]s" y1="28" y2="36"/><text class="tick" x="%[1]s" y="52" text-anchor="middle">%[2]s</text>`, px(x), figure.Number(s.at(share)))
	}
	if a.lawful() {
		svg += fmt.Sprintf(`<line class="law" x1="%[1]s" x2="%[1]s" y1="20" y2="44"/>`, px(s.place(a.law)))
	}
	svg += fmt.Sprintf(`<circle class="real" cx="%s" cy="32" r="7"/>`, px(s.place(a.is))) + s.words("realwords", a.is, 16, "run: ")
	if a.said != "" {
		x := s.place(a.predicted)
		svg += fmt.Sprintf(`<path class="yours" d="M%s 24l8 8-8 8-8-8z"/>`, px(x)) + s.words("said", a.predicted, 70, "you: ")
	}
	for i, line := range lines {
		svg += fmt.Sprintf(`<text class="tick unit" x="%d" y="%d" text-anchor="middle">%s</text>`, scaleWidth/2, unit+lineHeight*i, escape(line))
	}
	return svg + "</svg>"
}

// What counts stands below a scale in lines of so many letters, which have room in any
// typeface, and of that height in px.
const (
	unitLetters = 38
	lineHeight  = 15
)

// inLines breaks a text between its words into lines of at most so many letters.
func inLines(text string, letters int) (lines []string) {
	line := ""
	for word := range strings.SplitSeq(text, " ") { // thin spaces stay within a number
		if line != "" && utf8.RuneCountInString(line+" "+word) > letters {
			lines, line = append(lines, line), ""
		}
		line = strings.TrimSpace(line + " " + word)
	}
	return append(lines, line)
}

// words writes a value at its place, so that it stays within the picture.
func (s scale) words(class string, value, y float64, before string) string {
	x, anchor := s.place(value), "middle"
	switch {
	case x < 60:
		x, anchor = x-8, "start"
	case x > scaleWidth-60:
		x, anchor = x+8, "end"
	}
	return fmt.Sprintf(`<text class="%s" x="%s" y="%s" text-anchor="%s">%s</text>`, class, px(x), px(y), anchor, escape(before+figure.Number(value)))
}

func (s scale) place(value float64) float64 {
	return scaleLeft + (scaleRight-scaleLeft)*s.share(value)
}

func px(x float64) string { return strconv.FormatFloat(x, 'f', 1, 64) }
