package figure

import "example.org/rote/sim"

// Preview lays a frame out as what stands for a link elsewhere: the hero on the left,
// and on the right a word, a question, and Rote. It says nothing of the result. The
// sizes of its text suit a picture 600 wide and 315 high, in which o.Hero, o.Width and
// o.Height are all of o that counts.
func Preview(f *sim.Frame, word, question string, o Options) *Picture {
	const share = .62
	pic := Layout(f, Options{Width: share * o.Width, Height: o.Height, Hero: o.Hero, Alone: true})
	p := &painter{theme: ThemeOf(false), em: 1, pic: pic}
	room := rect{0, 0, pic.Width, pic.Height}
	pic.Ops = append([]Op{room.path(p.theme.Panel)}, pic.Ops...)
	pic.Width, pic.Background = side(o.Width), p.theme.Page
	p.drawWords(rect{room.w + 20, 22, pic.Width - room.w - 36, pic.Height - 44}, word, question)
	return pic
}

// drawWords writes the words of a preview.
func (p *painter) drawWords(area rect, word, question string) {
	p.text(Text{X: area.x, Y: area.y + 12, Text: word, Size: 15, Colour: p.theme.Roles[sim.Train].Text})
	top, low := area.y+26, area.bottom()-48
	size, lines := 0.0, []string(nil)
	for _, size = range []float64{25, 22, 19, 16} {
		lines = wrapText(question, area.w, size, true, 8)
		if float64(len(lines))*leading*size <= low-top {
			break
		}
	}
	for i, line := range lines {
		p.text(Text{X: area.x, Y: top + size*(1+1.2*float64(i)), Text: line, Size: size, Bold: true, Colour: p.theme.Ink})
	}
	p.text(Text{X: area.x, Y: area.bottom() - 18, Text: "Rote", Size: 20, Bold: true, Colour: p.theme.Ink})
	p.text(Text{X: area.x, Y: area.bottom(), Text: "A laboratory of memorization", Size: 12, Colour: p.theme.Second})
}
