package figure

import (
	"math"
	"math/rand/v2"

	"example.org/rote/sim"
)

// flow is a frame like those of the diffusion lab: a map with a field, arrows,
// points and trails, and four charts.
func flow() *sim.Frame {
	rng := rand.New(rand.NewPCG(1, 2))
	f := &sim.Frame{Step: 96, Of: 160, Says: "σ = 0.3: the averages split."}
	flowMap(f, rng)
	flowDistance(f.Panel("How close to a training point?"))
	flowWeights(f.Panel("Who holds the weight of the watched sample?"))
	flowBars(f.Panel("Is every point copied equally often?"), rng)
	p := f.Panel("Copied share against strength").Axes(
		sim.Axis{Name: "strength c", Min: 1e-6, Max: 1, Log: true}, sim.Axis{Name: "copied", Max: 1})
	law := sim.Line{Name: "1 − exp(−tol²/2c)", Role: sim.Theory}
	for i := range 60 {
		c := math.Pow(10, -6+float64(i)/10)
		law.X, law.Y = append(law.X, c), append(law.Y, 1-math.Exp(-1e-4/(2*c)))
	}
	p.Line(law)
	p.Point(sim.Points{Name: "this run", Role: sim.Copied, X: []float64{1e-4}, Y: []float64{0.41}, Lo: []float64{0.36}, Hi: []float64{0.46}})
	return f
}

func flowMap(f *sim.Frame, rng *rand.Rand) {
	p := f.Panel("Where do the samples go?").Axes(sim.Axis{Name: "x₁", Min: -3, Max: 3}, sim.Axis{Name: "x₂", Min: -3, Max: 3})
	p.Equal = true
	train := sim.Points{Name: "training points", Role: sim.Train}
	for range 20 {
		train.X, train.Y = append(train.X, 1.2*rng.NormFloat64()), append(train.Y, 1.2*rng.NormFloat64())
	}
	near := func(x, y float64) (best int, distance float64) {
		distance = math.Inf(1)
		for i := range train.X {
			if d := math.Hypot(x-train.X[i], y-train.Y[i]); d < distance {
				best, distance = i, d
			}
		}
		return best, distance
	}
	field := sim.Field{Name: "log density", Unit: "nats", W: 48, H: 48, X0: -3, Y0: -3, X1: 3, Y1: 3}
	for i := range 48 * 48 {
		_, d := near(-3+(float64(i%48)+.5)/8, -3+(float64(i/48)+.5)/8)
		field.Values = append(field.Values, -d*d/0.6)
	}
	p.Field(field)
	arrows := sim.Arrows{Name: "pull"}
	for i := range 13 * 13 {
		x, y := -2.8+5.6*float64(i%13)/12, -2.8+5.6*float64(i/13)/12
		k, d := near(x, y)
		long := 0.3 / (0.5 + d)
		arrows.X, arrows.Y = append(arrows.X, x), append(arrows.Y, y)
		arrows.DX, arrows.DY = append(arrows.DX, long*(train.X[k]-x)), append(arrows.DY, long*(train.Y[k]-y))
	}
	p.Arrow(arrows)
	samples := sim.Points{Name: "samples"}
	for i := range 200 {
		k := rng.IntN(20)
		r := 0.25 * rng.Float64()
		dx, dy := r*rng.NormFloat64(), r*rng.NormFloat64()
		samples.X, samples.Y = append(samples.X, train.X[k]+dx), append(samples.Y, train.Y[k]+dy)
		role := sim.Plain
		if math.Hypot(dx, dy) < 0.03 {
			role = sim.Copied
		}
		samples.Roles = append(samples.Roles, role)
		if i < 60 {
			trail := sim.Line{Trail: true}
			for j := range 24 {
				s := 1 + float64(23-j)/24*2.5*(0.3+rng.Float64()*0.02)
				trail.X, trail.Y = append(trail.X, train.X[k]+dx*s*2-dx), append(trail.Y, train.Y[k]*s+dy)
			}
			p.Line(trail)
		}
	}
	p.Point(train)
	p.Point(samples)
	p.Label(sim.Label{Text: "watched", X: samples.X[3], Y: samples.Y[3]})
}

func flowDistance(p *sim.Panel) {
	p.Axes(sim.Axis{Name: "noise σ", Min: 4.6, Max: 1e-4, Log: true}, sim.Axis{Name: "distance", Min: 1e-5, Max: 10, Log: true})
	for i, name := range []string{"10 %", "50 %", "90 %"} {
		line := sim.Line{Name: name, Role: sim.Copied}
		for k := range 96 {
			s := 4.6 * math.Pow(10, -float64(k)*0.029)
			line.X, line.Y = append(line.X, s), append(line.Y, s*[]float64{0.46, 1.18, 2.15}[i])
		}
		p.Line(line)
	}
	p.Line(sim.Line{Name: "√(π/2) σ", Role: sim.Theory, X: []float64{4.6, 1e-4}, Y: []float64{5.77, 1.25e-4}})
	p.Line(sim.Line{Name: "floor √c", Role: sim.Control, X: []float64{4.6, 1e-4}, Y: []float64{1e-3, 1e-3}})
}

func flowWeights(p *sim.Panel) {
	p.Axes(sim.Axis{Name: "noise σ", Min: 4.6, Max: 1e-4, Log: true}, sim.Axis{Name: "weight", Max: 1})
	for class := range 5 {
		line := sim.Line{Class: uint8(class + 1)}
		for k := range 96 {
			s := 4.6 * math.Pow(10, -float64(k)*0.029)
			w := math.Exp(-float64(class) / (0.1 + s) * 0.3)
			line.X, line.Y = append(line.X, s), append(line.Y, w/(1+s*float64(5)))
		}
		p.Line(line)
	}
	p.Line(sim.Line{Name: "σ_C", Role: sim.Theory, X: []float64{0.3, 0.3}, Y: []float64{0, 1}})
}

func flowBars(p *sim.Panel, rng *rand.Rand) {
	p.Axes(sim.Axis{Name: "training point"}, sim.Axis{Name: "share × N"})
	bars := sim.Bars{Name: "samples", Role: sim.Copied}
	expected := sim.Bars{Name: "expected at the start", Role: sim.Control, Outline: true}
	for i := range 20 {
		v := 0.6 + rng.Float64()
		bars.X, bars.Y = append(bars.X, float64(i)), append(bars.Y, v)
		bars.Lo, bars.Hi = append(bars.Lo, v-0.2), append(bars.Hi, v+0.2)
		expected.X, expected.Y = append(expected.X, float64(i)), append(expected.Y, 0.8+0.4*rng.Float64())
	}
	p.Bar(bars)
	p.Bar(expected)
	p.Line(sim.Line{Name: "equal", Role: sim.Theory, X: []float64{-0.5, 19.5}, Y: []float64{1, 1}})
}

// network is a frame like those of a training run: a map with classes, curves
// with a band on one axis, a span, a diverging field and an empty panel.
func network() *sim.Frame {
	rng := rand.New(rand.NewPCG(3, 4))
	f := &sim.Frame{Step: 300, Of: 800}
	p := f.Panel("Which class does each point get?")
	p.Equal = true
	points := sim.Points{Name: "class"}
	cells := sim.Field{Name: "class", W: 40, H: 40, X0: -2, Y0: -2, X1: 2, Y1: 2, Scale: sim.Categorical}
	for i := range 1600 {
		cells.Values = append(cells.Values, 1+math.Floor(4*(math.Atan2(float64(i/40)-19.5, float64(i%40)-19.5)/(2*math.Pi)+0.5)))
	}
	p.Field(cells)
	for range 80 {
		x, y := 0.8*rng.NormFloat64(), 0.8*rng.NormFloat64()
		points.X, points.Y = append(points.X, x), append(points.Y, y)
		points.Classes = append(points.Classes, uint8(1+int(4*(math.Atan2(y, x)/(2*math.Pi)+0.5))))
	}
	p.Point(points)
	for i, title := range []string{"First it learns, then it copies", "How wrong is the score?", "What does training see?"} {
		p = f.Panel(title).Axes(sim.Axis{Name: "step", Min: 1, Max: 800, Log: true},
			sim.Axis{Name: []string{"excess copies", "error K", "loss"}[i], Log: i == 1})
		networkCurves(p, i)
	}
	p = f.Panel("What did the network learn instead?").Axes(sim.Axis{Name: "x₁"}, sim.Axis{Name: "x₂"})
	p.Equal = true
	field := sim.Field{Name: "difference", W: 32, H: 32, X0: -2, Y0: -2, X1: 2, Y1: 2, Scale: sim.Diverging}
	for i := range 32 * 32 {
		field.Values = append(field.Values, math.Sin(float64(i%32)/5)*math.Cos(float64(i/32)/4)-0.2)
	}
	p.Field(field)
	f.Panel("Which pictures are copied?").Empty = "The pictures are compared when training is complete."
	return f
}

func networkCurves(p *sim.Panel, kind int) {
	lines := [][]sim.Line{
		{{Name: "excess", Role: sim.Copied}},
		{{Name: "K", Role: sim.Plain}},
		{{Name: "train", Role: sim.Train}, {Name: "held-out", Role: sim.HeldOut}},
	}[kind]
	for k := range lines {
		m := &lines[k]
		for s := 1.0; s <= 300; s *= 1.1 {
			y := []float64{math.Max(0, math.Log(s/20)/4), 0.02 + 1/s + s/9000, 1/math.Sqrt(s) + float64(k)*0.1*(1+s/200)}[kind]
			m.X, m.Y = append(m.X, s), append(m.Y, y)
			m.Lo, m.Hi = append(m.Lo, 0.8*y), append(m.Hi, 1.2*y)
		}
		p.Line(*m)
	}
	if kind == 1 {
		p.Field(sim.Field{Name: "window", Scale: sim.Tint, Role: sim.Control, W: 1, H: 1, X0: 12, X1: 200, Y0: 1e-3, Y1: 10})
	}
}

// album is a frame of tiles: pictures with values, words, and pictures on a map.
func album() *sim.Frame {
	rng := rand.New(rand.NewPCG(5, 6))
	f := &sim.Frame{}
	picture := func(n int) sim.Tiles {
		m := sim.Tiles{Name: "picture", N: n, W: 8, H: 8, Depth: 1, Pix: make([]byte, 64*n)}
		for i := range m.Pix {
			x, y := float64(i%8)-3.5, float64(i/8%8)-3.5
			m.Pix[i] = byte(255 * math.Exp(-math.Pow(math.Hypot(x, y)-2.5+rng.Float64(), 2)))
		}
		return m
	}
	p := f.Panel("Whose probability rose most?")
	m := picture(48)
	for i := range m.N {
		m.Values = append(m.Values, 3*rng.NormFloat64())
		m.Roles = append(m.Roles, sim.Role(i%3))
		m.Outlined = append(m.Outlined, i == 12)
	}
	p.Tile(m)
	p = f.Panel("What does the student say?")
	p.Tile(sim.Tiles{Name: "word", N: 15, Cols: 5, Text: []string{"n3", "a1", "v2", "d0", "n1", "N3", "A1", "V2", "D0", "N1", "N3", "V2", "V2", "D0", "N1"},
		Roles: []sim.Role{0, 0, 0, 0, 0, 3, 3, 3, 5, 5, 5, 0, 3, 5, 5}})
	p = f.Panel("Where do the pictures lie?").Axes(sim.Axis{Name: "first coordinate"}, sim.Axis{Name: "second coordinate"})
	m = picture(20)
	m.Size = 0.4
	for range m.N {
		m.X, m.Y = append(m.X, rng.NormFloat64()), append(m.Y, rng.NormFloat64())
	}
	p.Tile(m)
	p = f.Panel("How does closeness go with memory?").Axes(sim.Axis{Name: "distance"}, sim.Axis{Name: "memory", Unit: "nats"})
	points := sim.Points{Name: "pictures", Value: "age (epochs)"}
	for range 300 {
		d := rng.ExpFloat64()
		points.X, points.Y = append(points.X, d), append(points.Y, 8-2*d+rng.NormFloat64())
		points.Values, points.Sizes = append(points.Values, 100*rng.Float64()), append(points.Sizes, 0.5+rng.Float64())
	}
	p.Point(points)
	p.Label(sim.Label{Text: "the closest pair", X: points.X[7], Y: points.Y[7], Role: sim.Copied, Boxed: true})
	return f
}
