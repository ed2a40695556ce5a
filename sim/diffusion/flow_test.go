package diffusion

import (
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"example.org/rote/sim"
)

func open(t testing.TB, address string) *sim.Run {
	t.Helper()
	r, repairs, err := sim.Open([]sim.Info{Info()}, address)
	if err != nil || len(repairs) > 0 {
		t.Fatal(address, repairs, err)
	}
	return r
}

// finished returns the last frame of an address.
func finished(t testing.TB, address string) *sim.Frame {
	t.Helper()
	r := open(t, address)
	r.Finish()
	return r.Frame()
}

func fact(t testing.TB, f *sim.Frame, key string) float64 {
	t.Helper()
	v, ok := f.Value(key)
	if !ok {
		t.Fatalf("no fact %s: %s", key, f.Says)
	}
	return v
}

// TestClaims is the table of the paper's claims and of the laws, by address.
func TestClaims(t *testing.T) {
	for _, c := range []struct {
		claim, address, fact string
		want, tolerance      float64
	}{
		{"L1", "diffusion", "copied", 1, 0},
		{"A4", "diffusion?smin=1e-4&steps=60", "slope", 1, 1e-3},
		{"A3", "diffusion?data=gauss4&n=16&p=1000&smin=1e-4&steps=60", "radius", 1.2533, 0.08},
		{"A5", "diffusion?data=gauss4&n=256&steps=40", "copied", 1, 0},
		{"A5", "diffusion?n=256&steps=40&p=100&seed=3", "copied", 1, 0},
		{"A5", "diffusion?data=ring&n=100&steps=40", "copied", 1, 0},

		{"L2", "diffusion?smin=0.01&p=1000&steps=40", "copied", 1 - math.Exp(-0.5), 0.05},
		{"L3", "diffusion?c=1e-4&smin=1e-6&p=1000&seed=7", "copied", 1 - math.Exp(-0.5), 0.05},
		{"A6", "diffusion?c=1e-5&smin=1e-6&p=1000&steps=40", "copied", 1 - math.Exp(-5), 0.05},
		{"A6", "diffusion?c=3.2e-5&smin=1e-6&p=1000&steps=40", "copied", 1 - math.Exp(-1/0.64), 0.05},
		{"A6", "diffusion?c=3.2e-4&smin=1e-6&p=1000&steps=40", "copied", 1 - math.Exp(-1/6.4), 0.05},
		{"A6", "diffusion?c=1e-3&smin=1e-6&p=1000&steps=40", "copied", 1 - math.Exp(-0.05), 0.05},
		{"A6, authors", "diffusion?c=1e-5&smin=1e-6&p=1000&steps=40&seed=2", "copied", 0.99, 0.05},
		{"A6, authors", "diffusion?c=3.2e-5&smin=1e-6&p=1000&steps=40&seed=2", "copied", 0.80, 0.05},
		{"A6, authors", "diffusion?c=1e-4&smin=1e-6&p=1000&steps=40&seed=2", "copied", 0.395, 0.05},
		{"A6, authors", "diffusion?c=3.2e-4&smin=1e-6&p=1000&steps=40&seed=2", "copied", 0.135, 0.05},
		{"A6, authors", "diffusion?c=1e-3&smin=1e-6&p=1000&steps=40&seed=2", "copied", 0.04, 0.05},

		{"A7", "diffusion?tau=0.01&p=1000&steps=80", "copied", 0.99, 0.05},
		{"A7", "diffusion?tau=0.032&p=1000&steps=80", "copied", 0.968, 0.05},
		{"A7", "diffusion?tau=0.1&p=1000&steps=80", "copied", 0.9, 0.05},
		{"A7", "diffusion?tau=0.32&p=1000&steps=80", "copied", 0.68, 0.05},
		{"A7b", "diffusion?tau=1&p=1000&steps=160", "copied", 0.161, 0.05},
		{"A7b", "diffusion?tau=3.2&p=1000&steps=80", "copied", 0.006, 0.05},

		{"L4", "diffusion?data=two&start=square", "tied", 2, 0},
		{"only the tied are new", "diffusion?data=two&start=square", "copied", 78. / 80, 0},
		{"law of Tikhonov under VP", "diffusion?process=VP&c=1e-4&smin=1e-6&p=1000&steps=80", "copied", 1 - math.Exp(-0.5), 0.06},
		{"KL of the measured valley", "diffusion?data=gauss4&n=64&smin=0.4&measure=on&steps=24", "kl", 0.25, 0.15},
		{"settled early, ODE", "diffusion?look=1.14&p=1000&steps=80", "settled", 0.60, 0.06},
		{"settled late, SDE", "diffusion?look=1.14&p=1000&sampler=ancestral&start=exact", "settled", 0.18, 0.06},
	} {
		got := fact(t, finished(t, c.address), c.fact)
		if math.Abs(got-c.want) > c.tolerance {
			t.Errorf("%s: %s: %s = %.4f, want %.4f ± %g", c.claim, c.address, c.fact, got, c.want, c.tolerance)
		}
	}
}

// TestEqualShares is claim A8: from an exact start every point is copied equally
// often, and under VP the wrong start shows.
func TestEqualShares(t *testing.T) {
	for _, address := range []string{"diffusion?n=16&p=1000&start=exact&steps=40",
		"diffusion?n=16&p=1000&start=exact&steps=60&sampler=heun",
		"diffusion?n=16&p=1000&start=exact&sampler=ancestral"} {
		if got := fact(t, finished(t, address), "chi2"); got >= 2 {
			t.Errorf("%s: χ²/dof = %.2f, want below 2", address, got)
		}
	}
	const wrong = "diffusion?process=VP&p=1000&steps=40"
	if got := fact(t, finished(t, wrong), "chi2"); got < 2 {
		t.Errorf("%s: χ²/dof = %.2f, want above 2", wrong, got)
	}
}

// TestCalibration is claim A9: from an exact start the SDE ends at the point of
// the largest weight as often as that weight says.
func TestCalibration(t *testing.T) {
	r := open(t, "diffusion?sampler=ancestral&steps=120&p=1000&start=exact")
	r.Finish()
	s := scoped(r)
	for _, level := range []int{20, 40, 60} {
		hits, expected, squares, held := 0.0, 0.0, 0.0, 0.0
		v := make([]float64, 2)
		for i := range s.cloud.n {
			s.pull.mix.at(v, s.cloud.at(i, level), s.plan.sigma[level])
			wmax, square := s.pull.mix.largest()
			end := int(s.cloud.near[s.plan.steps()*s.cloud.n+i])
			expected, squares, held = expected+wmax, squares+square, held+s.pull.mix.weight(end)
			if s.pull.mix.weight(end) == wmax {
				hits++
			}
		}
		n := float64(s.cloud.n)
		if math.Abs(hits-expected)/n > 0.05 || math.Abs(held-squares)/n > 0.05 {
			t.Errorf("σ = %.3g: P(argmax w = end) = %.3f, E max w = %.3f; E w_end = %.3f, E Σw² = %.3f",
				s.plan.sigma[level], hits/n, expected/n, held/n, squares/n)
		}
	}
}

// scoped returns the flow inside a run, by flying it again.
func scoped(r *sim.Run) *flow {
	l := new(Lab)
	var knobs sim.Knobs
	l.Knobs(&knobs)
	for _, k := range r.Knobs.All() {
		knobs.Find(k.Key).Set(k.Text())
	}
	s := l.Open(seeded(1))
	for s.Step() != sim.Done {
	}
	return s.(*flow)
}

// TestSentences checks what is said at the end, and at the start where something
// is unusual.
func TestSentences(t *testing.T) {
	for _, c := range []struct {
		address, starts, ends string
		absent                []string
	}{
		{"diffusion?steps=24", "200 samples wait in a wide cloud around 20 training points.",
			"None is new: all 200 samples ended on the 20 training points, 5 to 19 on each.", []string{"kl", "frozen"}},
		{"diffusion?n=1&steps=8", "around 1 training point.", "ended on the only training point.", []string{"gap", "gap0", "excess", "chi2"}},
		{"diffusion?p=1&steps=24", "1 sample waits far out, somewhere around 20 training points.", "the sample ended on a training point.", nil},
		{"diffusion?data=yours&pts=1,1,1,1,0,0&steps=8", "3 training points, of which 2 differ.", "2 training points", nil},
		{"diffusion?n=5&tau=6&steps=24", "τ is above 5, so every pull is weakened.", "the pull on all 200 is damped", []string{"copied_law"}},
		{"diffusion?tol=0.5&steps=24", "", "Within 0.5 of a training point lie 200 of 200 samples, but so do 71 of 100 fresh points.", []string{"copied_law"}},
		{"diffusion?data=ring&n=200&tol=0.5&steps=24", "", "but the points are hardly farther apart.", []string{"copied_law"}},
		{"diffusion?data=gauss4&measure=on&hs=0.1&steps=8", "", "samples are copies; the others end", []string{"kl", "copied_law", "wmax"}},
		{"diffusion?data=yours", "click on the map", "click on the map", []string{"copied", "sigma"}},
		{"diffusion?c=0.01&smin=1e-6&steps=24", "", "c = 0.01 holds the samples about 0.109 from a training point: 1 of 200 samples is a copy (law: 1).", nil},
		{"diffusion?c=0.01&tau=0.5&steps=24", "", "0.422 from a training point: 1 of", []string{"copied_law"}},
		{"diffusion?smin=0.01&steps=24", "", "84 of 200 samples are copies (law: 79); the others end up to 0.0372 away.", []string{"slope", "kl", "frozen"}},
		{"diffusion?data=two&start=square&steps=24", "80 samples start on the border of a square around 2 training points.",
			"78 of 80 samples are copies; 2 stand as near to a second training point.", nil},
		{"diffusion?data=gauss4&n=64&tau=3&p=600&steps=24", "", "; at the end the pull on ", nil},
		{"diffusion?smin=1&steps=8", "", "No sample is a copy: on average they end ", nil},
	} {
		r := open(t, c.address)
		if says := r.Frame().Says; !strings.Contains(says, c.starts) {
			t.Errorf("%s says %q at the start, want %q", c.address, says, c.starts)
		}
		r.Finish()
		f := r.Frame()
		if !strings.Contains(f.Says, c.ends) {
			t.Errorf("%s says %q, want %q", c.address, f.Says, c.ends)
		}
		for _, key := range c.absent {
			if v, ok := f.Value(key); ok {
				t.Errorf("%s: fact %s = %g, want none", c.address, key, v)
			}
		}
	}
}

// TestDuplicates checks that coincident points leave the copies copies.
func TestDuplicates(t *testing.T) {
	f := finished(t, "diffusion?data=yours&pts=1,1,1,1,0,0,-1,0.5&p=500&steps=60&start=exact")
	for key, want := range map[string]float64{"copied": 1, "gap": 1} {
		if got := fact(t, f, key); got != want {
			t.Errorf("%s = %g, want %g", key, got, want)
		}
	}
	// Half of the samples belong to the double point: not an unequal share.
	if got := fact(t, f, "chi2"); got > 3 {
		t.Errorf("χ²/dof = %.2f", got)
	}
}

// TestOneTrainingPoint checks the exact flow of N = 1.
func TestOneTrainingPoint(t *testing.T) {
	a, b := finished(t, "diffusion?n=1&steps=8"), finished(t, "diffusion?n=1&steps=400")
	if x, y := fact(t, a, "radius"), fact(t, b, "radius"); math.Abs(x-y) > 1e-9 {
		t.Errorf("radius %.12f at 8 steps, %.12f at 400", x, y)
	}
}

// TestFrames checks progress: the KL is a part of the last tick.
func TestFrames(t *testing.T) {
	r := open(t, "diffusion?data=gauss4&n=30&measure=on&steps=12&p=40")
	if f := r.Frame(); f.Of != 12 || f.Unit != "noise level" || len(f.Panels) != 5 {
		t.Errorf("%d ticks of a %s are announced, want 12; there are %d panels", f.Of, f.Unit, len(f.Panels))
	}
	parts := 0
	for r.Step(func() bool { return true }) != sim.Done {
		if f := r.Frame(); f.Parts > 0 {
			parts = max(parts, f.Part)
		}
	}
	if r.Ticks() != 12 || parts != klPoints {
		t.Errorf("%d ticks, %d parts of the last; want 12 and %d", r.Ticks(), parts, klPoints)
	}
}

// The badges of the hero add up to the headline, and the ways are those of all
// samples.
func TestHero(t *testing.T) {
	for _, address := range []string{"diffusion", "diffusion?smin=0.01&steps=40", "diffusion?data=two&start=square&steps=40"} {
		f := finished(t, address)
		hero, sum := f.Panels[0], 0
		for _, count := range hero.Points[ringGroup].Counts {
			sum += count
		}
		copies := math.Round(fact(t, f, "copied") * float64(f.Headline.Of))
		if f.Headline.Fact != "copied" || float64(sum) != copies {
			t.Errorf("%s: the badges add up to %d, the headline says %g of %d", address, sum, copies, f.Headline.Of)
		}
		pieces := 0
		for _, line := range hero.Lines {
			if !line.Trail {
				t.Errorf("%s: %q is no way", address, line.Name)
			}
			for _, x := range line.X {
				if x != x {
					pieces++
				}
			}
		}
		if pieces != f.Headline.Of {
			t.Errorf("%s: %d ways of %d samples", address, pieces, f.Headline.Of)
		}
		if len(hero.Fields)+len(hero.Arrows) > 0 || hero.Lens.Radius != 0.01 {
			t.Errorf("%s: %d fields, a lens of %g", address, len(hero.Fields), hero.Lens.Radius)
		}
	}
}

// The next experiment is another one, in canonical form.
func TestTry(t *testing.T) {
	for address, want := range map[string]string{"diffusion": "diffusion?smin=0.01", "diffusion?seed=2": "diffusion?smin=0.01",
		"diffusion?smin=0.01": "diffusion?c=0.01", "diffusion?smin=0.01&seed=9": "diffusion?c=0.01", "diffusion?n=7": "diffusion?smin=0.01"} {
		f := open(t, address).Frame()
		if f.Try.Address != want {
			t.Errorf("%s offers %q, want %s", address, f.Try, want)
		}
		if again := open(t, f.Try.Address).Address(); again != f.Try.Address {
			t.Errorf("%s offers %s, in canonical form %s", address, f.Try.Address, again)
		}
	}
}

// TestBasins compares the map of basins with the flow itself.
func TestBasins(t *testing.T) {
	f := finished(t, "diffusion?data=cross&start=square&field=basins&steps=24")
	field := f.Panels[0].Fields[0]
	if field.Name != "training point at the end" {
		t.Fatalf("the background is %q", field.Name)
	}
	cell := (field.X1 - field.X0) / float64(field.W)
	for i, v := range field.Values {
		x, y := field.X0+cell*(float64(i%field.W)+0.5), field.Y0+cell*(float64(i/field.W)+0.5)
		at, r1, r2 := nearest([]float64{1, 0, 0, 1, -1, 0, 0, -1}, []float64{x, y})
		if r2-r1 > 0.05 && int(v) != at+1 {
			t.Errorf("from (%.2f, %.2f): ends at %g, nearest is %d", x, y, v, at+1)
		}
	}
}

// TestTouch checks that a pointer sets knobs, and only those it should.
func TestTouch(t *testing.T) {
	pick := func(group, item int) sim.Pick { return sim.Pick{Layer: sim.PointLayer, Group: group, Item: item} }
	for _, c := range []struct {
		address string
		touch   sim.Touch
		want    string
	}{
		{"diffusion", sim.Touch{X: 1, Y: 1}, "diffusion"},
		{"diffusion", sim.Touch{Pick: pick(sampleGroup, 7)}, "diffusion?track=7"},
		{"diffusion", sim.Touch{Panel: 1, Pick: pick(sampleGroup, 7)}, "diffusion"},
		{"diffusion", sim.Touch{Pick: pick(trainGroup, 7), Kind: sim.Drag}, "diffusion"},
		{"diffusion?data=yours", sim.Touch{X: 1.00049, Y: -2}, "diffusion?data=yours&pts=1,-2"},
		{"diffusion?data=yours&pts=1,-2", sim.Touch{X: 0.5, Y: 0}, "diffusion?data=yours&pts=1,-2,0.5,0"},
		{"diffusion?data=yours&pts=1,-2,3,0", sim.Touch{X: 0.5, Y: 0, Kind: sim.Drag, Pick: pick(trainGroup, 0)}, "diffusion?data=yours&pts=0.5,0,3,0"},
		{"diffusion?data=yours&pts=1,-2,3,0", sim.Touch{Kind: sim.Remove, Pick: pick(trainGroup, 1)}, "diffusion?data=yours&pts=1,-2"},
		{"diffusion?data=yours&pts=1,-2", sim.Touch{Kind: sim.Remove, Pick: pick(trainGroup, 0)}, "diffusion?data=yours"},
		{"diffusion?data=yours&pts=1,-2", sim.Touch{Kind: sim.Remove, Pick: pick(trainGroup, 9)}, "diffusion?data=yours&pts=1,-2"},
	} {
		r := open(t, c.address)
		r.Touch(c.touch)
		if got := r.Address(); got != c.want {
			t.Errorf("%s, touched %+v: %s, want %s", c.address, c.touch, got, c.want)
		}
	}
}

// TestNoGarbage checks that steps and draws inside a level allocate nothing.
func TestNoGarbage(t *testing.T) {
	for _, address := range []string{"diffusion?n=256&p=1000", "diffusion?n=256&p=1000&sampler=2m&tau=0.5",
		"diffusion?n=256&p=1000&sampler=ancestral&hs=0.2", "diffusion?data=gauss4&n=256&p=1000&c=0.1&field=basins"} {
		r := open(t, address)
		r.Seek(5, nil)
		r.Frame()
		if n := testing.AllocsPerRun(60, func() { r.Step(func() bool { return true }); r.Frame() }); n > 0 {
			t.Errorf("%s: %g allocations in a step and a draw", address, n)
		}
	}
}

// TestTheory checks where the laws are drawn, and where none is.
func TestTheory(t *testing.T) {
	r := open(t, "diffusion")
	for _, c := range []struct {
		x, y, fact string
		x0, y0     float64 // the first point of the curve; 0, 0: no curve
	}{
		{"c", "n", "copied", 1e-4 / (2 * math.Ln2), 1},
		{"n", "smin", "copied", 1, 0.01 / math.Sqrt(2*math.Ln2)},
		{"c", "", "copied", 1e-6, 1},
		{"tau", "", "copied", 0.01, 0.99},
		{"c", "n", "kl", 0.64, 1},
		{"n", "tau", "kl", 1, 1},
		{"d", "n", "half", 2, 2},
		{"steps", "", "copied", 0, 0},
		{"c", "tau", "copied", 0, 0},
		{"c", "n", "gap", 0, 0},
	} {
		var p sim.Panel
		r.Theory(r.Find(c.x), r.Find(c.y), c.fact, &p)
		if c.x0 == 0 {
			if !p.IsEmpty() {
				t.Errorf("%+v: a law is drawn", c)
			}
			continue
		}
		if len(p.Lines) != 1 {
			t.Fatalf("%+v: %d curves", c, len(p.Lines))
		}
		line := p.Lines[0]
		if math.Abs(line.X[0]-c.x0) > 1e-9 || math.Abs(line.Y[0]-c.y0) > 1e-4 || line.Role != sim.Theory || line.Name == "" {
			t.Errorf("%+v: %q starts at (%g, %g)", c, line.Name, line.X[0], line.Y[0])
		}
	}
}

func BenchmarkFlow(b *testing.B) {
	for b.Loop() {
		finished(b, "diffusion")
	}
}

func BenchmarkDenoiser(b *testing.B) {
	m, v, at := newMixture(2, authors[:]), make([]float64, 2), []float64{0.3, 0.4}
	for b.Loop() {
		m.at(v, at, 0.5)
	}
}

// Every sentence, in every view and from start to end, has at most 110 characters.
func TestSentencesAreShort(t *testing.T) {
	const most = 110
	for _, address := range []string{"diffusion?p=1000&c=0.0123&smin=1e-6&steps=24&tol=0.0123", "diffusion?tau=0.123&steps=24&p=1000",
		"diffusion?data=gauss4&n=300&tau=3&steps=8&p=1000", "diffusion?data=yours&pts=1,1,1,1,0,0&steps=24&tol=0.123&start=exact",
		"diffusion?data=gauss4&n=16&measure=on&c=0.0123&steps=8&p=100", "diffusion?hs=0.123&steps=24&data=cross&start=square",
		"diffusion?n=300&tol=0.123&steps=8&p=100", "diffusion?tau=30&n=7&steps=24", "diffusion?view=ucurve&n=12&sweep=tau", "diffusion?view=ucurve&n=3",
		"diffusion?view=times&n=32&d=3&mu=1.5", "diffusion?view=times&n=2&d=8", "diffusion?view=conditional&n=123&y=-1.23&c=0.0123",
		"diffusion?view=conditional&n=64&hy=0.0123&y=-1.23", "diffusion?view=network&n=8&c=0.0123&train=1234&width=4", "diffusion?view=network&n=1&train=60&width=2"} {
		r, said := open(t, address), ""
		for pace := sim.Tick; ; pace = r.Step(nil) {
			if says := r.Frame().Says; says != said {
				said = says
				if n := utf8.RuneCountInString(says); n > most {
					t.Errorf("%s says %d characters: %s", address, n, says)
				}
			}
			if pace == sim.Done {
				break
			}
		}
	}
}
