package capacity

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"example.org/rote/sim"
)

// open opens an address of the lab that must be without fault.
func open(t *testing.T, address string) *sim.Run {
	t.Helper()
	run, repairs, err := sim.Open([]sim.Info{Info()}, address)
	if err != nil || len(repairs) > 0 {
		t.Fatalf("%s: %v %q", address, err, repairs)
	}
	return run
}

// finish opens an address and runs it to the end.
func finish(t *testing.T, address string) *sim.Run {
	t.Helper()
	run := open(t, address)
	run.Finish()
	return run
}

// labAt returns a lab with the knobs of an address, not opened.
func labAt(address string) *Lab {
	l, knobs := new(Lab), new(sim.Knobs)
	l.Knobs(knobs)
	a, _ := sim.ParseAddress(address)
	for _, p := range a.Pairs {
		knobs.Find(p.Key).Set(p.Value)
	}
	return l
}

// fact returns a fact that must be there.
func fact(t *testing.T, run *sim.Run, key string) float64 {
	t.Helper()
	v, ok := run.Frame().Value(key)
	if !ok {
		t.Fatalf("%s has no fact %s: %s", run.Address(), key, run.Frame().Says)
	}
	return v
}

// facts returns several.
func facts(t *testing.T, address string, keys ...string) []float64 {
	t.Helper()
	run := finish(t, address)
	out := make([]float64, len(keys))
	for i, key := range keys {
		out[i] = fact(t, run, key)
	}
	return out
}

// C1 on drawn data: all labels are met at the width of the formula, and no
// neighbour leaks.
func TestSnakeFits(t *testing.T) {
	for _, c := range []struct {
		address string
		neurons float64
	}{
		{"capacity?seed=5", 24},
		{"capacity?n=4&d=1&dirs=1", 8},
		{"capacity?n=7&d=64&dirs=3", 16},
		{"capacity?n=300&d=3&labels=sign&seed=2", 72},
		{"capacity?n=1024&d=64&labels=sign&dirs=4", 128},
		{"capacity?n=50&d=8&dy=3&seed=9", 64},
		{"capacity?n=36&d=2&w1=8", 28},
		{"capacity?n=36&d=2&w2=40", 44},
	} {
		run := finish(t, c.address)
		fit, most := fact(t, run, "fit"), fact(t, run, "cmax")
		if fit > 100*0x1p-52*most || fact(t, run, "leak") != 0 || fact(t, run, "wrong") != 0 {
			t.Errorf("%s: error %g with weights up to %g, %g leaks", c.address, fit, most, fact(t, run, "leak"))
		}
		if got := fact(t, run, "neurons"); got != c.neurons {
			t.Errorf("%s: %g neurons, want %g", c.address, got, c.neurons)
		}
	}
}

// C2: a zig-zag equals the label at its own places and is out of the band at all
// others.
func TestSaturation(t *testing.T) {
	for seed := range uint64(4) {
		rng := random(seed)
		task := gaussian(rng, 130, 5, 2)
		task.numbers(rng)
		s := newSearch(newPlan(&task, 1, 0, 0), 1.05, true, 8, rng)
		for !s.done() {
			s.try(&task, atOnce)
		}
		m := s.best
		a := make([]float64, len(m.groups))
		for i := range m.units {
			u := &m.units[i]
			for place, at := range m.at {
				m.ramps(arithmetic{}, a, at)
				z := m.z(arithmetic{}, u, a)
				if m.owner[place] != i%len(m.output(0)) {
					if math.Abs(z) < 1 {
						t.Errorf("seed %d, unit %d: z = %g at place %d of another", seed, i, z, place)
					}
				} else if y := m.label(&task, place, u.out); math.Abs(z-y) > 1e-9 {
					t.Errorf("seed %d, unit %d: z = %g at its own place %d, want %g", seed, i, z, place, y)
				}
			}
		}
	}
}

// C3: the formula for places.
func TestPlaces(t *testing.T) {
	for _, c := range []struct{ d1, d2, dy, want int }{{2000, 2000, 1, 1_000_000}, {20, 20, 1, 100}, {16, 48, 3, 64}, {3, 100, 1, 0}} {
		if got := placesOf(c.d1, c.d2, c.dy); got != c.want {
			t.Errorf("widths %d and %d, %d outputs: %d places, want %d", c.d1, c.d2, c.dy, got, c.want)
		}
		p := newPlan(&task{n: 4, d: 2, dy: c.dy}, 1, c.d1, c.d2)
		if got := p.places(); got != c.want {
			t.Errorf("plan of widths %d and %d, %d outputs: %d places, want %d", c.d1, c.d2, c.dy, got, c.want)
		}
	}
}

// Automatic widths are the least ones: with two ReLU groups less there are too
// few places.
func TestAutomaticWidths(t *testing.T) {
	for n := 4; n <= 1024; n += 17 {
		for blocks := 1; blocks <= 4; blocks++ {
			p := newPlan(&task{n: n, d: 2, dy: 1}, blocks, 0, 0)
			size := p.p1[0]
			if !p.fits() || blocks*(size-2)*(size-2) >= n {
				t.Errorf("n = %d in %d blocks: %d groups of %d", n, blocks, p.p1[0], p.p2[0])
			}
		}
		p := newPlan(&task{n: n, d: 2, dy: 1}, 1, 0, 0)
		if w := p.layers()[0]; placesOf(w, w, 1) < n || placesOf(w-1, w-1, 1) >= n {
			t.Errorf("n = %d: width %d is not the least", n, w)
		}
	}
	if got := newPlan(&task{n: 1024, d: 8, dy: 1}, 4, 0, 0); fmt.Sprint(got.layers()) != "[33 33 34 34 34 34 33 33]" {
		t.Errorf("1024 labels in four blocks: %v", got.layers())
	}
}

// C4: what cannot be done is refused, in a sentence.
func TestRefusals(t *testing.T) {
	for address, want := range map[string]string{
		"capacity?w1=8&w2=8":             "Layers 8 and 8 wide have 16 places for 36 labels: this construction needs width 12.",
		"capacity?w1=3":                  "Layers 3 and 0 wide have 0 places for 36 labels: this construction needs width 12.",
		"capacity?w1=8&w2=16&dy=2":       "Layers 8 and 16 wide have 16 places for 36 labels: this construction needs widths 12 and 24.",
		"capacity?w1=8&w2=8&blocks=3":    "3 blocks of widths 8 and 8 have 12 places for 36 labels: this construction needs width 10.",
		"capacity?close=1e-300":          "Two identical points want different labels: no function can do this.",
		"capacity?d=1&close=1e-300&n=64": "Two identical points want different labels: no function can do this.",
	} {
		run := finish(t, address)
		if got := run.Frame().Says; got != want || run.Ticks() != 0 {
			t.Errorf("%s: %q at step %d, want %q", address, got, run.Ticks(), want)
		}
		if _, ok := run.Frame().Value("fit"); ok {
			t.Errorf("%s has a fit", address)
		}
	}
}

// C4: equal projections make a direction invalid, but no reason to refuse.
func TestEqualFeet(t *testing.T) {
	task := task{n: 4, d: 2, dy: 1, x: []float64{0, 1, 0, 2, 1, 0, 3, 5}, y: []float64{.5, -.5, .25, 1}}
	m := newMemory(newPlan(&task, 1, 0, 0), 1.05, true)
	if m.fit(&task, []float64{1, 0}) {
		t.Error("two points on one foot fit")
	}
	if !m.fit(&task, []float64{.6, .8}) {
		t.Error("a direction that tells the points apart does not fit")
	}
	s := snake{lab: new(Lab), task: task, used: m}
	s.lab.dirs = 2
	s.search = search{dirs: [][]float64{{1, 0}, {.6, .8}}, now: newMemory(m.plan, 1.05, true), best: newMemory(m.plan, 1.05, true), index: -1}
	s.search.try(&task, atOnce)
	s.tick = 1
	if says := s.tell(searching, 1); says != "1 of 2 directions tried: in each, two points fall on the same foot." {
		t.Errorf("Says %q", says)
	}
	s.search.try(&task, atOnce)
	if s.search.index != 1 {
		t.Errorf("direction %d is kept, want 1", s.search.index)
	}
	s.search = search{dirs: [][]float64{{1, 0}}, now: s.search.now, best: s.search.best, index: -1}
	if s.search.any(&task) {
		t.Error("a direction with two points on one foot will do")
	}
}

// C7: the limits on the line are those of the formulas.
func TestLimits(t *testing.T) {
	for _, c := range []struct{ got, want int }{{zigzagLimit(4, 4) + 1, 27}, {yunLimit(4, 4) + 1, 39}, {lineLimit(10), 12}} {
		if c.got != c.want {
			t.Errorf("got %d, want %d", c.got, c.want)
		}
	}
}

// C8: a classifier of 10 classes, widths 32-32-40.
func TestClassifier(t *testing.T) {
	got := facts(t, "capacity?n=256&d=8&labels=classes&classes=10&dirs=16", "fit", "wrong", "neurons")
	if got[0] > 1e-9 || got[1] != 0 || got[2] != 32+32+40 {
		t.Errorf("one-hot error %g, %g wrong, %g neurons", got[0], got[1], got[2])
	}
}

// The third layer says 1 within an eighth of the spacing and 0 beyond three
// eighths.
func TestReadout(t *testing.T) {
	for _, c := range []struct{ at, want float64 }{{0, 1}, {.124, 1}, {-.124, 1}, {.376, 0}, {-.376, 0}, {.25, .5}, {1, 0}, {-3, 0}} {
		const classes, k = 5, 3
		y := level(k, classes) + c.at*2/(classes-1)
		if got := readout(arithmetic{}, y, k, classes); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%g spacings from the level: %g, want %g", c.at, got, c.want)
		}
	}
}

// C9: four layers of 33 hold 512 labels.
func TestDeep(t *testing.T) {
	got := facts(t, "capacity?n=512&d=8&blocks=2&dirs=16", "fit", "neurons", "leak")
	t.Logf("error %g", got[0])
	if got[0] > 1e-8 || got[1] != 4*33 || got[2] != 0 {
		t.Errorf("error %g with %g neurons and %g leaks", got[0], got[1], got[2])
	}
	for _, address := range []string{"capacity?n=1024&d=8&blocks=4", "capacity?n=100&blocks=3&seed=4&w1=20", "capacity?n=5&d=1&blocks=4"} {
		got := facts(t, address, "fit", "leak")
		if got[0] > 1e-6 || got[1] != 0 {
			t.Errorf("%s: error %g, %g leaks", address, got[0], got[1])
		}
	}
}

// C11: without the snake the weights explode, and every second group is off by 2.
func TestSnakeOff(t *testing.T) {
	for seed := 1; seed <= 5; seed++ {
		address := fmt.Sprintf("capacity?n=100&d=8&dirs=1&seed=%d", seed)
		off, on := facts(t, address+"&snake=off", "cmax", "fit"), facts(t, address, "cmax")
		if off[0] < 1e10 || math.Abs(off[1]-2) > 1e-3+100*0x1p-52*off[0] || on[0] > 1e7 {
			t.Errorf("seed %d: weights %.2g and error %g off, weights %.2g on", seed, off[0], off[1], on[0])
		}
	}
}

// C11b: choosing the direction hides part of that.
func TestSnakeOffChosen(t *testing.T) {
	off, on := facts(t, "capacity?n=100&d=8&snake=off", "cmax"), facts(t, "capacity?n=100&d=8", "cmax")
	t.Logf("weights %.2g off, %.2g on", off[0], on[0])
	if off[0] < 1e6*on[0] {
		t.Errorf("weights %.2g off, %.2g on", off[0], on[0])
	}
}

// An odd number of zig-zags fits without the snake while its weights are small.
func TestOddWithoutSnake(t *testing.T) {
	rng := random(3)
	task := gaussian(rng, 15, 2, 1)
	task.numbers(rng)
	m := newMemory(plan{n: 15, d: 2, dy: 1, p1: []int{3}, p2: []int{5}}, 1.05, false)
	if !m.fit(&task, direction(rng, 2)) {
		t.Fatal("no fit")
	}
	if err := largestError(m, &task, arithmetic{}); err > 100*0x1p-52*m.most {
		t.Errorf("error %g with weights up to %g", err, m.most)
	}
}

// Opposite labels at any distance can be kept; the weights pay for it.
func TestTwins(t *testing.T) {
	for _, c := range []struct{ near, least, most, fit float64 }{{1e-4, 1e3, 1e5, 1e-8}, {1e-6, 1e5, 1e7, 1e-8}, {1e-10, 1e8, 1e11, 1e-3}, {1e-13, 1e11, 1e14, .1}} {
		address := fmt.Sprintf("capacity?n=64&d=4&close=%g", c.near)
		got := facts(t, address, "cmax", "fit")
		if got[0] < c.least || got[0] > c.most || got[1] > c.fit {
			t.Errorf("%s: weights %.2g, error %.2g", address, got[0], got[1])
		}
	}
}

// Single precision is enough for a few labels and not for many.
func TestSinglePrecision(t *testing.T) {
	few, many := facts(t, "capacity?precision=float32", "fit"), facts(t, "capacity?n=1000&d=8&precision=float32", "fit")
	double := facts(t, "capacity?n=1000&d=8", "fit")
	if few[0] > 1e-3 || few[0] < 1e-7 || many[0] < 1e-2 || double[0] > 1e-8 {
		t.Errorf("error of 36 labels %g, of 1000 labels %g, in float64 %g", few[0], many[0], double[0])
	}
}

// Rounding each operation gives the bits of float32 arithmetic.
func TestSingleIsFloat32(t *testing.T) {
	rng := random(8)
	p := arithmetic{single: true}
	for range 1000 {
		a, b, c := rng.NormFloat64(), rng.NormFloat64()*1e3, rng.NormFloat64()
		want := float32(c)
		want += float32(a) * float32(b)
		if got := p.dot([]float64{a}, []float64{b}, c); got != float64(want) {
			t.Fatalf("%g·%g+%g = %g, want %g", a, b, c, got, want)
		}
	}
}

// C6: no random network of two hidden layers has more pieces on a line than the
// count allows.
func TestPieceLimit(t *testing.T) {
	for _, width := range []int{4, 8, 16} {
		most := 0
		for seed := range uint64(20) {
			most = max(most, randomPieces(width, width, seed))
		}
		t.Logf("width %d: at most %d pieces, limit %d", width, most, pieceLimit(width, width))
		if limit := pieceLimit(width, width); most > limit || most < width {
			t.Errorf("width %d: %d pieces, limit %d", width, most, limit)
		}
	}
}

// randomPieces counts the pieces of a random network of one input: it bends
// where a unit of the first layer does, and inside the pieces between those
// where one of the second does.
func randomPieces(d1, d2 int, seed uint64) int {
	rng := random(seed)
	draw := func(n int) []float64 {
		x := make([]float64, n)
		for i := range x {
			x[i] = rng.NormFloat64()
		}
		return x
	}
	w, b, v, c, out := draw(d1), draw(d1), draw(d1*d2), draw(d2), draw(d2)
	// second returns z and its slope, of unit k of the second layer.
	second := func(k int, t float64) (z, slope float64) {
		z = c[k]
		for j := range d1 {
			if a := w[j]*t + b[j]; a > 0 {
				z, slope = z+v[k*d1+j]*a, slope+v[k*d1+j]*w[j]
			}
		}
		return z, slope
	}
	const far = 1e6
	kinks := []float64{-far, far}
	for j := range d1 {
		kinks = append(kinks, -b[j]/w[j])
	}
	slices.Sort(kinks)
	bends := slices.Clone(kinks)
	for i := 1; i < len(kinks); i++ {
		middle := (kinks[i-1] + kinks[i]) / 2
		for k := range d2 {
			z, slope := second(k, middle)
			if t := middle - z/slope; t > kinks[i-1] && t < kinks[i] {
				bends = append(bends, t)
			}
		}
	}
	slices.Sort(bends)
	n, before := 0, math.NaN()
	for i := 1; i < len(bends); i++ {
		sum := 0.0
		for k := range d2 {
			if z, slope := second(k, (bends[i-1]+bends[i])/2); z > 0 {
				sum += out[k] * slope
			}
		}
		if sum != before {
			n, before = n+1, sum
		}
	}
	return n
}
