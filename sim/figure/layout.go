package figure

import (
	"image/color"

	"example.org/rote/sim"
)

// Options say how large a picture is, and for whom.
type Options struct {
	Width, Height float64 // CSS pixels
	Dark          bool
	Only          int     // 0 shows all panels, i+1 shows panel i alone and large
	Text          float64 // base font size in px, 0 is 12; marks and strokes grow with it
}

// Layout turns a frame into a picture. It never panics, whatever f holds. The
// picture refers to f for [Picture.At]: lay out again when f has changed.
func Layout(f *sim.Frame, o Options) *Picture {
	p := newPainter(f, o)
	charts := p.charts(p.rooms(o.Only))
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

// rooms returns a room for each panel, zero for those that are not shown.
func (p *painter) rooms(only int) []rect {
	panels := p.pic.frame.Panels
	edge := 8 * p.em
	area := rect{edge, edge, p.pic.Width - 2*edge, p.pic.Height - 2*edge}
	if only < 1 || only > len(panels) {
		return arrange(panels, area, p.em)
	}
	rooms := make([]rect, len(panels))
	rooms[only-1] = area
	return rooms
}

// charts prepares the panels that have a room, and shares x axes.
func (p *painter) charts(rooms []rect) []*chart {
	var out []*chart
	for i := range rooms {
		if rooms[i].w < 40*p.em || rooms[i].h < 24*p.em {
			continue
		}
		c := &chart{painter: p, index: i, panel: &p.pic.frame.Panels[i], room: rooms[i]}
		c.scan()
		out = append(out, c)
	}
	for i := len(out) - 2; i >= 0; i-- {
		next := out[i+1]
		if next.panel.ShareX && next.index == out[i].index+1 && next.panel.X.Log == out[i].panel.X.Log {
			out[i].below = next
		}
	}
	for _, c := range out {
		if c.below != nil {
			c.below.xs = c.below.xs.union(c.xs)
		}
	}
	for i := len(out) - 1; i >= 0; i-- {
		if c := out[i]; c.below != nil {
			c.xs = c.below.xs
			c.bare = c.below.bare || !c.below.blank()
		}
	}
	return out
}

// align gives charts with one x axis, or in one column, equal margins.
func align(charts []*chart) {
	for i, c := range charts {
		for _, d := range charts[:i] {
			if c.blank() || d.blank() || c.panel.Equal || d.panel.Equal || c.room.x != d.room.x {
				continue
			}
			c.left = max(c.left, d.left)
			d.left = c.left
			c.right = max(c.right, d.right)
			d.right = c.right
		}
	}
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
