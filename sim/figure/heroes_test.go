package figure

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"example.org/rote/sim"
)

// knots is a frame like the end of the diffusion lab: all ways lead to a few
// points.
func knots() *sim.Frame {
	rng := rand.New(rand.NewPCG(3, 4))
	f := &sim.Frame{Step: 160, Of: 160, Says: "None is new: all 200 samples ended on the 20 training points, 5 to 19 on each.",
		Headline: sim.Headline{Fact: "copied", Of: 200, Words: "of 200 samples are copies"}}
	f.Fact("copied", "Copied", "", "Share of copies.", 1)
	p := f.Panel("Where do the samples go?").Axes(sim.Axis{Min: -3.3, Max: 3.3}, sim.Axis{Min: -3.3, Max: 3.3})
	p.Equal, p.Short = true, "Where to?"
	train := sim.Points{Name: "training point", Role: sim.Train}
	rings := sim.Points{Name: "copies on it", Role: sim.Copied, Counts: make([]int, 20)}
	samples := sim.Points{Name: "sample", Role: sim.Copied}
	way := sim.Line{Trail: true, Role: sim.Copied}
	for range 20 {
		train.X, train.Y = append(train.X, 1.2*rng.NormFloat64()), append(train.Y, 0.9*rng.NormFloat64())
	}
	for range 200 {
		k, angle, far := rng.IntN(20), 2*math.Pi*rng.Float64(), 2+6*rng.Float64()
		rings.Counts[k]++
		x, y := train.X[k], train.Y[k]
		for s := range 20 {
			r := far * math.Pow(1-float64(s)/19, 1.5)
			way.X, way.Y = append(way.X, x+r*math.Cos(angle)), append(way.Y, y+r*math.Sin(angle))
		}
		way.X, way.Y = append(way.X, math.NaN()), append(way.Y, math.NaN())
		samples.X, samples.Y = append(samples.X, x+0.002*rng.NormFloat64()), append(samples.Y, y+0.002*rng.NormFloat64())
	}
	rings.X, rings.Y = train.X, train.Y
	p.Line(way)
	p.Point(samples)
	p.Point(train)
	p.Point(rings)
	p.Lens = sim.Lens{X: train.X[3], Y: train.Y[3], Radius: 0.01}
	flowDistance(f.Panel("How near is the nearest training point?"))
	f.Panels[1].Short = "How near?"
	return f
}

// wall is a frame with categories, coloured points and marked tiles.
func wall() *sim.Frame {
	f := &sim.Frame{Says: "The wall has every mark."}
	p := f.Panel("Which pictures are marked?")
	m := sim.Tiles{N: 12, W: 4, H: 4, Depth: 1, Cols: 4, Rows: []string{"seen", "by A", "by B"}, Rects: make([]float64, 48), From: 0, To: 1}
	for i := range m.N {
		for k := range 16 {
			m.Pix = append(m.Pix, byte(16*k+i))
		}
		m.Faded, m.Struck = append(m.Faded, i%4 == 1), append(m.Struck, i%4 == 2)
		m.Outlined = append(m.Outlined, i == 0)
		m.Levels = append(m.Levels, float64(i)/11)
	}
	copy(m.Rects[12:], []float64{1, 1, 3, 3})
	p.Tile(m)
	q := f.Panel("Which class is nearest?").Axes(sim.Axis{Name: "class", Names: []string{"zebra", "a rather long name", "cat"}}, sim.Axis{Name: "angle", Unit: "°", Max: 40})
	q.Bar(sim.Bars{Role: sim.Train, X: []float64{0, 1, 2}, Y: []float64{12, 31, 25}})
	r := f.Panel("Which points rose?").Axes(sim.Axis{Name: "before"}, sim.Axis{Name: "after"})
	r.Point(sim.Points{Name: "points", X: []float64{1, 2, 3}, Y: []float64{3, 1, 2}, Values: []float64{-1, 0, 3}, Value: "change", Scale: sim.Diverging})
	return f
}

// texts returns what a picture says.
func texts(p *Picture) (out []string) {
	for _, op := range p.Ops {
		if t, ok := op.(*Text); ok {
			out = append(out, t.Text)
		}
	}
	return out
}

// The badges add up to the samples that have become copies, less those that are
// alone on their point.
func TestBadgesAddUp(t *testing.T) {
	f := knots()
	counts := f.Panels[0].Points[2].Counts
	want := 0
	for _, n := range counts {
		if n > 1 {
			want += n
		}
	}
	for _, o := range []Options{{Width: 928, Height: 488, Alone: true}, {Width: 620, Height: 286, Alone: true}, {Width: 390, Height: 335, Alone: true},
		{Width: 1006, Height: 772, Alone: true, Text: 22}} {
		got := 0
		for _, text := range texts(Layout(f, o)) {
			if number, found := strings.CutPrefix(text, "×"); found {
				n := 0
				for _, digit := range number {
					n = 10*n + int(digit-'0')
				}
				got += n
			}
		}
		if got != want {
			t.Errorf("%v×%v: badges add up to %d, want %d", o.Width, o.Height, got, want)
		}
	}
}

// A fixed view says how many points it leaves out.
func TestOutsideIsCounted(t *testing.T) {
	f := new(sim.Frame)
	p := f.Panel("Where?").Axes(sim.Axis{Min: -1, Max: 1}, sim.Axis{Min: -1, Max: 1})
	p.Equal = true
	p.Point(sim.Points{X: []float64{0, 5, -7, 0, math.NaN()}, Y: []float64{0, 5, 0, -1.5, 0}})
	if got := texts(Layout(f, Options{Width: 400, Height: 400, Alone: true})); !contains(got, "3 more outside the picture") {
		t.Errorf("the picture says %q", got)
	}
	p.Points[0].X, p.Points[0].Y = []float64{0}, []float64{0}
	if got := texts(Layout(f, Options{Width: 400, Height: 400, Alone: true})); contains(got, "outside") {
		t.Errorf("with nothing outside the picture says %q", got)
	}
}

func contains(list []string, part string) bool {
	return strings.Contains(strings.Join(list, "\n"), part)
}

// The lens magnifies what lies around its place, and says how much.
func TestLens(t *testing.T) {
	f := knots()
	magnified := func() (n int) {
		for _, op := range Layout(f, Options{Width: 928, Height: 488, Alone: true}).Ops {
			if m, ok := op.(*Markers); ok && m.Group == -1 && len(m.X) > 1 {
				n += len(m.X)
			}
		}
		return n
	}
	if n := magnified(); n < 5 {
		t.Errorf("the lens shows %d samples", n)
	}
	if got := texts(Layout(f, Options{Width: 928, Height: 488, Alone: true})); !contains(got, "times larger") {
		t.Errorf("the picture says %q", got)
	}
	f.Panels[0].Lens = sim.Lens{}
	if n := magnified(); n != 0 {
		t.Errorf("without a lens %d samples are magnified", n)
	}
}

// A trail that goes on is drawn in three ages, and one that is over in one tone.
func TestTrails(t *testing.T) {
	line := sim.Line{Trail: true}
	for i := range 100 {
		line.X, line.Y = append(line.X, float64(i)), append(line.Y, float64(i%7))
	}
	for role, want := range map[sim.Role]int{sim.Plain: 3, sim.Copied: 1} {
		f := new(sim.Frame)
		line.Role = role
		f.Panel("Where?").Line(line)
		tones := map[uint8]bool{}
		for _, op := range Layout(f, Options{Width: 400, Height: 300, Alone: true}).Ops {
			if p, ok := op.(*Path); ok && p.Stroke.A < 255 && p.Stroke.A > 0 && len(p.X) > 5 {
				tones[p.Stroke.A] = true
			}
		}
		if len(tones) != want {
			t.Errorf("%v: %d tones, want %d", role, len(tones), want)
		}
	}
}

// Categories are labelled by their names, at their places.
func TestCategories(t *testing.T) {
	p := Layout(wall(), Options{Width: 900, Height: 600, Hero: 1, Alone: true})
	if got := texts(p); !contains(got, "zebra") || !contains(got, "a rather long name") || !contains(got, "cat") {
		t.Errorf("the picture says %q", got)
	}
	b := p.Boxes[1]
	if x, want := b.x.at(1), b.X+b.Width/2; math.Abs(x-want) > 1e-9 {
		t.Errorf("the second of three categories stands at %v, want %v", x, want)
	}
}

func TestHeadline(t *testing.T) {
	f := new(sim.Frame)
	f.Fact("copied", "Copied", "", "Share.", 0.4999)
	for _, c := range []struct {
		h    sim.Headline
		want string
	}{
		{sim.Headline{}, ""}, {sim.Headline{Fact: "copied", Of: 200}, "100"}, {sim.Headline{Fact: "copied"}, "0.5"},
		{sim.Headline{Fact: "new", Of: 200}, "–"}, {sim.Headline{Fact: "copied", Of: 12345}, "6\u202f171"},
	} {
		f.Headline = c.h
		if got, _ := Headline(f); got != c.want {
			t.Errorf("%+v reads %q, want %q", c.h, got, c.want)
		}
	}
}
