package figure

import (
	"image/color"
	"slices"

	"example.org/rote/sim"
)

// A Theme is the one table of colours, shapes and dashes.
type Theme struct {
	Page, Panel color.NRGBA // backgrounds
	Ink, Second color.NRGBA // text, and text of less weight
	Hair        color.NRGBA // axes
	Grid        color.NRGBA // lines across a panel, below all marks
	Neutral     color.NRGBA // middle of the diverging scale
	Roles       [sim.Roles]Style
	Classes     [sim.MaxClass]Style // class c is at c-1
}

// A Style is how the marks of a role or class look. Lengths are for a base font
// size of 12 px.
type Style struct {
	Mark  color.NRGBA // of points, lines and bars: 3:1 on both backgrounds
	Text  color.NRGBA // of labels: 4.5:1
	Shape Shape
	Size  float64   // of points
	Width float64   // of lines
	Dash  []float64 // as in [Path]
}

// ThemeOf returns the light or the dark theme.
func ThemeOf(dark bool) Theme {
	t := light()
	if dark {
		t = night()
	}
	t.Roles[sim.Plain].form(Diamond, 5.5, 1.5)
	t.Roles[sim.Train].form(Circle, 7.5, 2)
	t.Roles[sim.HeldOut].form(Ring, 7, 2, 6, 3)
	t.Roles[sim.Copied].form(Cross, 7, 2.5)
	t.Roles[sim.Control].form(Triangle, 7, 2, 7, 3, 1.5, 3)
	t.Roles[sim.Theory].form(Square, 6, 1.75, 1.75, 2.75)
	shapes := [...]Shape{Circle, Triangle, Square, Diamond, Ring, Cross}
	for i := range t.Classes {
		t.Classes[i].form(shapes[i%len(shapes)], 7, 2)
	}
	return t
}

func (s *Style) form(shape Shape, size, width float64, dash ...float64) {
	s.Shape, s.Size, s.Width, s.Dash = shape, size, width, dash
}

func light() Theme {
	return Theme{
		Page: rgb(0xFFFFFF), Panel: rgb(0xF4F6F8),
		Ink: rgb(0x1B1F24), Second: rgb(0x57606A),
		Hair: rgb(0x8C959F), Grid: rgb(0xE6E9ED), Neutral: rgb(0xF1F1EE),
		Roles: [sim.Roles]Style{
			sim.Plain:   tone(0x75818D, 0x57606A),
			sim.Train:   tone(0x0B62C4, 0x0B62C4),
			sim.HeldOut: tone(0xD55E00, 0xB34E00),
			sim.Copied:  tone(0x8B1E6B, 0x8B1E6B),
			sim.Control: tone(0x009E73, 0x00785A),
			sim.Theory:  tone(0x1B1F24, 0x1B1F24),
		},
		Classes: tones(rgb(0x1B1F24), 0x1F77B4, 0xC2501A, 0x2A8A3E, 0xC2255C, 0x7A51C2, 0x7A4A2B, 0xA8730A, 0x0E8C8C, 0x5F6B76, 0x20307A),
	}
}

func night() Theme {
	return Theme{
		Page: rgb(0x12161C), Panel: rgb(0x1C222B),
		Ink: rgb(0xE8EAED), Second: rgb(0xA3ABB5),
		Hair: rgb(0x6B7480), Grid: rgb(0x272E38), Neutral: rgb(0x2A3039),
		Roles: [sim.Roles]Style{
			sim.Plain:   tone(0x8792A0, 0xA3ABB5),
			sim.Train:   tone(0x3F86E8, 0x5E9BEE),
			sim.HeldOut: tone(0xF08A2C, 0xF08A2C),
			sim.Copied:  tone(0xF5B0DC, 0xF5B0DC),
			sim.Control: tone(0x2BB98D, 0x2BB98D),
			sim.Theory:  tone(0xFFFFFF, 0xFFFFFF),
		},
		Classes: tones(rgb(0xE8EAED), 0x5AA9E6, 0xF2884B, 0x5CC26E, 0xFF7BA5, 0xB394F5, 0xC79A73, 0xE8C043, 0x4FD1C5, 0xA9B4BF, 0x6E7FE6),
	}
}

// tone is a style's colours: of marks, and of text.
func tone(mark, text uint32) Style { return Style{Mark: rgb(mark), Text: rgb(text)} }

// tones are classes: text is their colour, a little nearer to that of text.
func tones(text color.NRGBA, marks ...uint32) (out [sim.MaxClass]Style) {
	for i, mark := range marks {
		out[i] = tone(mark, mark)
		out[i].Text = mix(out[i].Mark, text, 0.2)
	}
	return out
}

// Colours returns each colour of a theme once, those of grounds and text first.
func (t *Theme) Colours() (list []color.NRGBA) {
	add := func(colours ...color.NRGBA) {
		for _, c := range colours {
			if !slices.Contains(list, c) {
				list = append(list, c)
			}
		}
	}
	add(t.Page, t.Panel, t.Ink, t.Second, t.Hair, t.Grid, t.Neutral)
	for _, styles := range [...][]Style{t.Roles[:], t.Classes[:]} {
		for _, s := range styles {
			add(s.Mark, s.Text)
		}
	}
	return list
}

// strengthen gives marks the colours of text: they lie on a backdrop, which takes
// from their contrast.
func (t *Theme) strengthen() {
	for _, list := range [...][]Style{t.Roles[:], t.Classes[:]} {
		for i := range list {
			list[i].Mark = list[i].Text
		}
	}
}

// style returns the style of a mark. A class that stands with a role other than
// Plain has the role's shape and dash, in the colour of the class.
func (t *Theme) style(role sim.Role, class uint8) Style {
	if role >= sim.Roles {
		role = sim.Plain
	}
	if class == 0 {
		return t.Roles[role]
	}
	s := t.Classes[int(class-1)%sim.MaxClass]
	if role != sim.Plain {
		s.form(t.Roles[role].Shape, t.Roles[role].Size, t.Roles[role].Width, t.Roles[role].Dash...)
	}
	return s
}
