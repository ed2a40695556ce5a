package sim

import (
	"errors"
	"fmt"
)

// wireFormat is the first byte of an encoded frame. It rises with every change
// of the walk.
const wireFormat = 5

// AppendFrame appends the encoded frame to buf.
func AppendFrame(buf []byte, f *Frame) []byte {
	w := wire{buf: append(buf, wireFormat), writing: true}
	w.frame(f)
	return w.buf
}

// DecodeFrame reads an encoded frame into f and reuses its memory: so f must not
// be one that a lab has drawn. The frame does not keep buf. Afterwards f is
// whole, or empty if there was an error.
func DecodeFrame(buf []byte, f *Frame) error {
	f.Reset()
	if len(buf) == 0 || buf[0] != wireFormat {
		return errors.New("sim: not an encoded frame of this version")
	}
	w := wire{buf: buf[1:]}
	w.frame(f)
	if w.err == nil && len(w.buf) > 0 {
		w.err = fmt.Errorf("sim: %d bytes behind the encoded frame", len(w.buf))
	}
	if w.err != nil {
		f.Reset()
	}
	return w.err
}

// A wire walks over a frame once, and writes or reads each field on the way:
// so the two directions cannot differ. Reading consumes buf, and stops at the
// first error.
type wire struct {
	buf     []byte
	writing bool
	err     error
}

func (w *wire) frame(f *Frame) {
	w.ints(&f.Step, &f.Of, &f.Part, &f.Parts, &f.Headline.Of)
	w.strings(&f.Unit, &f.Says, &f.Headline.Fact, &f.Headline.Words, &f.Try.Words, &f.Try.Address)
	list(w, &f.Sides, (*wire).side)
	list(w, &f.Panels, (*wire).panel)
	list(w, &f.Facts, (*wire).fact)
}

func (w *wire) side(s *Side) {
	w.strings(&s.Knobs, &s.Says, &s.Headline.Fact, &s.Headline.Words)
	w.ints(&s.Headline.Of)
}

func (w *wire) fact(f *Fact) {
	w.strings(&f.Key, &f.Name, &f.Unit, &f.Help)
	w.floats(&f.Value)
}

func (w *wire) panel(p *Panel) {
	w.strings(&p.Title, &p.Short, &p.Empty)
	w.axis(&p.X)
	w.axis(&p.Y)
	w.bools(&p.Equal, &p.Beside)
	w.floats(&p.Span, &p.Lens.X, &p.Lens.Y, &p.Lens.Radius)
	list(w, &p.Fields, (*wire).field)
	list(w, &p.Lines, (*wire).line)
	list(w, &p.Arrows, (*wire).arrows)
	list(w, &p.Points, (*wire).points)
	list(w, &p.Bars, (*wire).bars)
	list(w, &p.Tiles, (*wire).tiles)
	list(w, &p.Labels, (*wire).label)
}

func (w *wire) axis(a *Axis) {
	w.strings(&a.Name, &a.Unit)
	w.floats(&a.Min, &a.Max)
	w.bools(&a.Log)
	list(w, &a.Names, (*wire).string)
}

func (w *wire) field(m *Field) {
	w.strings(&m.Name, &m.Unit)
	w.ints(&m.W, &m.H)
	numbers(w, &m.Values, &m.XS, &m.YS, &m.Edges)
	w.floats(&m.X0, &m.Y0, &m.X1, &m.Y1, &m.Lo, &m.Hi)
	w.enum((*uint8)(&m.Scale), uint8(Tint)+1)
	w.bools(&m.Log)
	w.role(&m.Role)
}

func (w *wire) line(m *Line) {
	w.string(&m.Name)
	w.role(&m.Role)
	w.byte(&m.Class)
	numbers(w, &m.X, &m.Y, &m.Lo, &m.Hi)
	w.bools(&m.Trail, &m.Last)
}

func (w *wire) arrows(m *Arrows) {
	w.string(&m.Name)
	w.role(&m.Role)
	numbers(w, &m.X, &m.Y, &m.DX, &m.DY)
}

func (w *wire) points(m *Points) {
	w.strings(&m.Name, &m.Value)
	w.role(&m.Role)
	w.byte(&m.Class)
	numbers(w, &m.X, &m.Y, &m.Values, &m.Sizes, &m.Lo, &m.Hi)
	w.enum((*uint8)(&m.Scale), uint8(Tint)+1)
	w.floats(&m.From, &m.To, &m.Width)
	list(w, &m.Counts, (*wire).int)
	list(w, &m.Roles, (*wire).role)
	w.bytes(&m.Classes)
}

func (w *wire) bars(m *Bars) {
	w.string(&m.Name)
	w.role(&m.Role)
	numbers(w, &m.X, &m.Y, &m.Lo, &m.Hi)
	list(w, &m.Roles, (*wire).role)
	w.floats(&m.Base, &m.Width)
	w.bools(&m.Outline)
}

func (w *wire) tiles(m *Tiles) {
	w.string(&m.Name)
	w.ints(&m.N, &m.W, &m.H, &m.Depth)
	w.bytes(&m.Pix)
	list(w, &m.Text, (*wire).string)
	w.int(&m.Cols)
	numbers(w, &m.X, &m.Y, &m.Values, &m.Levels, &m.Rects)
	w.floats(&m.Size, &m.From, &m.To)
	list(w, &m.Roles, (*wire).role)
	w.bytes(&m.Classes)
	list(w, &m.Rows, (*wire).string)
	for _, marked := range []*[]bool{&m.Outlined, &m.Faded, &m.Struck} {
		list(w, marked, (*wire).bool)
	}
}

func (w *wire) label(m *Label) {
	w.string(&m.Text)
	w.floats(&m.X, &m.Y)
	w.role(&m.Role)
	w.bools(&m.Boxed)
}
