package figure

import (
	"fmt"
	"math"
	"testing"

	"example.org/rote/sim"
)

// frames returns the frames of these tests by name.
func frames() map[string]*sim.Frame {
	return map[string]*sim.Frame{"flow": flow(), "network": network(), "album": album(), "knots": knots(), "wall": wall(), "empty": {}}
}

// usual are the sizes of the page, the projector and the phone.
var usual = [...]Options{
	{Width: 640, Height: 480}, {Width: 720, Height: 460, Dark: true}, {Width: 704, Height: 600},
	{Width: 1100, Height: 700, Dark: true, Text: 22}, {Width: 1100, Height: 700}, {Width: 358, Height: 420},
	{Width: 390, Height: 844}, {Width: 320, Height: 200},
}

func alone(o Options) Options { o.Alone = true; return o }

func headed(o Options) Options { o.Head, o.Foot = true, "diffusion?c=1e-4&seed=7"; return o }

// sights calls test for every frame in every usual size, with every panel as the
// hero: with the strip, alone, and with number and sentence.
func sights(t *testing.T, test func(*testing.T, *Picture)) {
	for name, f := range frames() {
		for _, o := range usual {
			for o.Hero = 0; o.Hero <= len(f.Panels); o.Hero++ {
				for _, o := range []Options{o, alone(o), headed(o)} {
					t.Run(fmt.Sprintf("%s %+v", name, o), func(t *testing.T) { test(t, Layout(f, o)) })
				}
			}
			o = Options{Width: 226, Height: 108, Thumb: true}
			for o.Hero = range f.Panels {
				t.Run(fmt.Sprintf("%s %+v", name, o), func(t *testing.T) { test(t, Layout(f, o)) })
			}
		}
	}
}

// extentOf is the room of a text, by the narrow side of the estimate.
func extentOf(t *Text) rect {
	w, h := textWidth(t.Text, t.Size, t.Bold)/slack, 0.7*t.Size
	x := t.X - w*[...]float64{Start: 0, Middle: 0.5, End: 1}[t.Anchor]
	if t.Up {
		return rect{t.X - h, t.Y - w/2, h, w}
	}
	return rect{x, t.Y - h, w, h}
}

func TestTextIsReadable(t *testing.T) {
	sights(t, func(t *testing.T, p *Picture) {
		var texts []*Text
		for _, op := range p.Ops {
			if text, ok := op.(*Text); ok {
				texts = append(texts, text)
			}
		}
		for i, text := range texts {
			r := extentOf(text)
			if r.x < -1 || r.y < -1 || r.right() > p.Width+1 || r.bottom() > p.Height+1 {
				t.Errorf("%q at %.0f leaves the picture", text.Text, r)
			}
			for _, other := range texts[:i] {
				if r.meets(extentOf(other)) {
					t.Errorf("%q at %.0f overlaps %q at %.0f", text.Text, r, other.Text, extentOf(other))
				}
			}
		}
	})
}

func TestBoxesAreApart(t *testing.T) {
	sights(t, func(t *testing.T, p *Picture) {
		for i, b := range p.Boxes {
			for _, c := range p.Boxes[:i] {
				if b.Width > 0 && c.Width > 0 && (rect{b.X, b.Y, b.Width, b.Height}).meets(rect{c.X, c.Y, c.Width, c.Height}) {
					t.Errorf("%q and %q overlap", b.Title, c.Title)
				}
			}
		}
	})
}

// A map has one scale.
func TestMapHasOneScale(t *testing.T) {
	for hero := range 5 {
		m := Layout(network(), Options{Width: 1100, Height: 700, Hero: hero}).Boxes[4]
		if math.Abs(m.Width/m.x.span()-m.Height/m.y.span()) > 1e-9 {
			t.Errorf("hero %d: map of %v × %v for %v × %v", hero, m.Width, m.Height, m.x.span(), m.y.span())
		}
	}
}

// The hero has at least 60 % of the picture's height, and up to four others stand
// below it.
func TestHeroAndStrip(t *testing.T) {
	for _, o := range usual[:5] {
		for hero := range flow().Panels {
			o.Hero = hero
			p := Layout(flow(), o)
			thumbs := 0
			for i, b := range p.Boxes {
				if i == hero && b.Height < 0.42*o.Height { // less head and foot
					t.Errorf("%v: the hero is %.0f high", o, b.Height)
				}
				if i != hero && b.Width > 0 {
					thumbs++
					if b.Y < p.Boxes[hero].Y+p.Boxes[hero].Height || b.Height < 40 {
						t.Errorf("%v: panel %d at %.0f is %.0f high", o, i, b.Y, b.Height)
					}
				}
			}
			if thumbs != 4 {
				t.Errorf("%v: %d thumbs, want 4", o, thumbs)
			}
		}
	}
}

func TestAloneAndPresent(t *testing.T) {
	p := Layout(flow(), Options{Width: 358, Height: 420, Hero: 1, Alone: true})
	for i, b := range p.Boxes {
		if (b.Width > 0) != (i == 1) {
			t.Errorf("panel %d has width %v", i, b.Width)
		}
	}
	// In present mode marks are at least 5 px and lines at least 2 px.
	for _, op := range Layout(flow(), Options{Width: 1100, Height: 700, Text: 22}).Ops {
		if m, ok := op.(*Markers); ok {
			for _, style := range m.Styles {
				if style.Size < 5 {
					t.Errorf("marker of %v px", style.Size)
				}
			}
		}
		th := ThemeOf(false)
		if path, ok := op.(*Path); ok && path.Stroke.A > 0 && path.Stroke != th.Hair && path.Stroke != th.Grid && path.Width < 2 {
			t.Errorf("stroke of %v px", path.Width)
		}
	}
}

func TestSpread(t *testing.T) {
	ends := []ending{{y: 50}, {y: 10}, {y: 52}, {y: 51}, {y: 99}}
	spread(ends, 10, 0, 100)
	for i, want := range []float64{10, 41, 51, 61, 99} {
		if math.Abs(ends[i].y-want) > 1e-9 {
			t.Errorf("label %d at %v, want %v", i, ends[i].y, want)
		}
	}
}

func BenchmarkLayout(b *testing.B) {
	f := flow()
	m := &f.Panels[0].Points[1]
	for i := range 800 {
		m.X, m.Y = append(m.X, m.X[i%200]+0.1), append(m.Y, m.Y[i%200])
		m.Roles = append(m.Roles, sim.Plain)
	}
	b.ReportAllocs()
	for b.Loop() {
		Layout(f, Options{Width: 900, Height: 600})
	}
}

// A raster alone keeps its axes and stands in the middle; below points it shows more
// of the map.
func TestMatrixStandsInTheMiddle(t *testing.T) {
	f := new(sim.Frame)
	p := f.Panel("How alike are they?").Axes(sim.Axis{Name: "x", Min: 0, Max: 2}, sim.Axis{Name: "y", Min: 0, Max: 2})
	p.Equal = true
	p.Field(sim.Field{W: 2, H: 2, X1: 2, Y1: 2, Values: []float64{1, 2, 3, 4}})
	o := Options{Width: 900, Height: 400, Alone: true}
	b := Layout(f, o).Boxes[0]
	if middle := b.X + b.Width/2; b.x.lo != 0 || b.x.hi != 2 || math.Abs(b.Width-b.Height) > 1e-9 || math.Abs(middle-o.Width/2) > 30 {
		t.Errorf("from %v to %v, %v wide and %v high, around %v", b.x.lo, b.x.hi, b.Width, b.Height, middle)
	}
	p.Point(sim.Points{X: []float64{1}, Y: []float64{1}})
	if b := Layout(f, o).Boxes[0]; b.Width < 2*b.Height || b.x.lo >= 0 {
		t.Errorf("a map is %v wide and %v high, from %v", b.Width, b.Height, b.x.lo)
	}
}
