package figure

import (
	"image/color"

	"example.org/rote/sim"
)

// Options say how large a picture is, and for whom.
type Options struct {
	Width, Height float64 // CSS pixels
	Dark          bool
	Text          float64 // base font size in px, 0 is 12; marks and strokes grow with it

	Hero   int    // the panel that is shown large
	Alone  bool   // without the strip of the others
	Thumb  bool   // alone and small, as in the strip: with the short title, and without ticks and keys
	Untold bool   // without marks of theory and without the lens: a question about them is open
	Head   bool   // the frame's number and sentence stand above
	Foot   string // lines of small text below, such as the address
}

// Layout turns a frame into a picture. It never panics, whatever f holds. The
// picture refers to f for [Picture.At]: lay out again when f has changed.
func Layout(f *sim.Frame, o Options) *Picture {
	if o.Untold {
		f = untold(f)
	}
	f, seconds := together(f)
	p := newPainter(f, o)
	p.seconds = seconds
	charts := p.charts(p.rooms(o))
	fitTogether(charts)
	for _, c := range charts {
		c.measure()
	}
	align(charts)
	for _, c := range charts {
		c.place()
		c.draw()
	}
	return p.pic
}

// A painter collects the operations of a picture.
type painter struct {
	pic   *Picture
	theme Theme
	em    float64 // px for what is 1 px at a base font size of 12
	alone bool    // the picture is one panel, on the ground of a panel

	seconds map[int]int // panel -> index of its first line that is of a second run
}

// maxSide bounds the sides of a picture, in px.
const maxSide = 16384

func newPainter(f *sim.Frame, o Options) *painter {
	p := &painter{theme: ThemeOf(o.Dark), em: 1}
	if o.Text >= 6 && o.Text <= 96 {
		p.em = o.Text / 12
	}
	p.pic = &Picture{Background: p.theme.Page, Boxes: make([]Box, len(f.Panels)), frame: f,
		Width: side(o.Width), Height: side(o.Height)}
	if p.alone = o.Alone || o.Thumb; p.alone {
		p.pic.Background = p.theme.Panel
	}
	for i := range f.Panels {
		p.pic.Boxes[i].Title = f.Panels[i].Title
	}
	return p
}

func side(x float64) float64 {
	if x > 0 {
		return min(x, maxSide)
	}
	return 0
}

// charts prepares the panels that have a room.
func (p *painter) charts(rooms []room) []*chart {
	var out []*chart
	for _, r := range rooms {
		if r.w < 40*p.em || r.h < 24*p.em {
			continue
		}
		c := &chart{painter: p, theme: p.theme, index: r.panel, panel: &p.pic.frame.Panels[r.panel], room: r.rect, thumb: r.thumb}
		if c.isBackdrop() {
			c.theme.strengthen()
		}
		c.scan()
		out = append(out, c)
	}
	return out
}

func (p *painter) add(op Op) { p.pic.Ops = append(p.pic.Ops, op) }

// text adds one line of text, if there is any.
func (p *painter) text(t Text) {
	if t.Text != "" {
		p.add(&t)
	}
}

func (p *painter) base() float64  { return 12 * p.em }
func (p *painter) small() float64 { return 11 * p.em }

// line adds a straight stroke.
func (p *painter) line(x0, y0, x1, y1, width float64, c color.NRGBA) {
	p.add(&Path{X: []float64{x0, x1}, Y: []float64{y0, y1}, Stroke: c, Width: width})
}

// fill adds a filled rectangle.
func (p *painter) fill(r rect, c color.NRGBA) { p.add(r.path(c)) }

func (r rect) path(fill color.NRGBA) *Path {
	return &Path{X: []float64{r.x, r.right(), r.right(), r.x}, Y: []float64{r.y, r.y, r.bottom(), r.bottom()},
		Closed: true, Fill: fill}
}

func (p *painter) clip(r rect, grow float64) {
	p.add(&Clip{r.x - grow, r.y - grow, r.w + 2*grow, r.h + 2*grow})
}

func (p *painter) unclip() { p.add(&Clip{}) }
