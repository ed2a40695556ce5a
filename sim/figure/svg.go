package figure

import (
	"bytes"
	"encoding/base64"
	"image/color"
	"math"
	"slices"
	"strconv"
)

// SVG writes a picture as a self-contained image with a title and a description
// for those who cannot see it. Equal pictures give equal bytes.
func SVG(p *Picture, title, description string) []byte {
	w := svg{}
	w.raw(`<svg xmlns="http://www.w3.org/2000/svg" role="img"`)
	w.numbers(" width", p.Width, " height", p.Height)
	w.raw(` viewBox="0 0 `).number(p.Width).raw(" ").number(p.Height).raw(`" font-family="`)
	w.raw(`system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif`)
	w.raw(`" fill="none" stroke-linejoin="round">` + "\n<title>").escape(title).raw("</title>\n<desc>").escape(description)
	w.raw("</desc>\n")
	w.raw("<rect")
	w.numbers(" width", p.Width, " height", p.Height)
	w.paint("fill", p.Background).raw("/>\n")
	for _, op := range p.Ops {
		w.op(op)
	}
	w.endClip()
	w.raw("</svg>\n")
	return w.buf
}

// Stamp adds to an SVG, unseen, the address of what it shows and which Rote made it, as
// [sim.Maker] says. What is no SVG of [SVG] comes back as it is.
func Stamp(picture []byte, source, maker string) []byte {
	const end = "</desc>\n"
	head, tail, ok := bytes.Cut(picture, []byte(end))
	if !ok {
		return picture
	}
	w := svg{buf: append(slices.Clone(head), end...)}
	w.raw("<metadata>Source: ").escape(source).raw("\nSoftware: ").escape(maker).raw("</metadata>\n")
	return append(w.buf, tail...)
}

// An svg is an SVG being written.
type svg struct {
	buf     []byte
	clipped bool
}

func (w *svg) op(op Op) {
	switch op := op.(type) {
	case *Path:
		w.path(op)
	case *Markers:
		w.markers(op)
	case *Text:
		w.text(op)
	case *Image:
		w.image(op)
	case *Clip:
		w.clip(op)
	}
}

func (w *svg) raw(s string) *svg { w.buf = append(w.buf, s...); return w }

// number writes x with two decimals at most.
func (w *svg) number(x float64) *svg {
	x = math.Round(x*100) / 100
	if x == 0 || !finite(x) {
		x = 0 // and not -0
	}
	w.buf = strconv.AppendFloat(w.buf, x, 'f', -1, 64)
	return w
}

// numbers writes attributes: name, value, name, value.
func (w *svg) numbers(list ...any) {
	for i := 0; i < len(list); i += 2 {
		w.raw(list[i].(string)).raw(`="`).number(list[i+1].(float64)).raw(`"`)
	}
}

// paint writes a colour as the attribute fill or stroke, nothing if it is clear.
func (w *svg) paint(name string, c color.NRGBA) *svg {
	if c.A == 0 {
		return w
	}
	const hex = "0123456789abcdef"
	w.raw(" " + name + `="#`)
	for _, v := range [...]uint8{c.R, c.G, c.B} {
		w.buf = append(w.buf, hex[v>>4], hex[v&15])
	}
	w.raw(`"`)
	if c.A < 255 {
		w.raw(" " + name + `-opacity="`).number(float64(c.A) / 255).raw(`"`)
	}
	return w
}

// escape writes text, with a mark instead of what XML does not allow.
func (w *svg) escape(s string) *svg {
	for _, r := range s {
		switch {
		case r == '&':
			w.raw("&amp;")
		case r == '<':
			w.raw("&lt;")
		case r == '>':
			w.raw("&gt;")
		case r == '"':
			w.raw("&quot;")
		case r < ' ' && r != '\t' && r != '\n', r == 0xFFFE, r == 0xFFFF:
			w.raw("\uFFFD")
		default:
			w.buf = append(w.buf, string(r)...)
		}
	}
	return w
}

func (w *svg) text(t *Text) {
	w.raw("<text")
	w.numbers(" x", t.X, " y", t.Y, " font-size", t.Size)
	if t.Bold {
		w.raw(` font-weight="bold"`)
	}
	w.raw([...]string{Start: "", Middle: ` text-anchor="middle"`, End: ` text-anchor="end"`}[t.Anchor])
	if t.Up {
		w.raw(` transform="rotate(-90 `).number(t.X).raw(" ").number(t.Y).raw(`)"`)
	}
	w.paint("fill", t.Colour)
	if t.Halo.A > 0 {
		w.raw(` paint-order="stroke"`).paint("stroke", t.Halo)
		w.numbers(" stroke-width", t.Size/4)
	}
	w.raw(">").escape(t.Text).raw("</text>\n")
}

// image embeds the raster as PNG.
func (w *svg) image(m *Image) {
	if m.W < 1 || m.H < 1 || len(m.Pix) < 4*m.W*m.H {
		return
	}
	w.raw("<image")
	w.numbers(" x", m.X, " y", m.Y, " width", m.Width, " height", m.Height)
	w.raw(` preserveAspectRatio="none"`)
	if !m.Smooth {
		w.raw(` image-rendering="pixelated"`)
	}
	w.raw(` href="data:image/png;base64,`)
	w.buf = base64.StdEncoding.AppendEncode(w.buf, appendPNG(nil, m.Pix, m.W, m.H))
	w.raw(`"/>` + "\n")
}

// clip opens a nested picture with the same coordinates, which clips without
// the need of a name.
func (w *svg) clip(c *Clip) {
	w.endClip()
	if c.Width <= 0 {
		return
	}
	w.raw("<svg")
	w.numbers(" x", c.X, " y", c.Y, " width", c.Width, " height", c.Height)
	w.raw(` viewBox="`).number(c.X).raw(" ").number(c.Y).raw(" ").number(c.Width).raw(" ").number(c.Height).raw("\">\n")
	w.clipped = true
}

func (w *svg) endClip() {
	if w.clipped {
		w.raw("</svg>\n")
		w.clipped = false
	}
}
