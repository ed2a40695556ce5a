package dejavu

import (
	"math"
	"strings"
	"testing"

	"example.org/rote/sim"
)

// open returns the run of an address that has no faults.
func open(t *testing.T, address string) *sim.Run {
	t.Helper()
	r, repairs, err := sim.Open([]sim.Info{Info()}, address)
	if err != nil || len(repairs) > 0 {
		t.Fatal(err, repairs)
	}
	t.Cleanup(r.Close)
	return r
}

func finished(t *testing.T, address string) *sim.Run {
	t.Helper()
	r := open(t, address)
	r.Finish()
	return r
}

func fact(t *testing.T, r *sim.Run, key string) float64 {
	t.Helper()
	v, ok := r.Frame().Value(key)
	if !ok {
		t.Fatalf("%s: there is no fact %s", r.Address(), key)
	}
	return v
}

const little = "dejavu?n=24&classes=4&m=200&width=16"

// D8: compared with itself, a network gives 0 in every layer.
func TestCopy(t *testing.T) {
	r := finished(t, little+"&epochs=30&second=copy")
	for _, key := range append(scoreKeys[:], "score", "score_se", "score_top") {
		if v := fact(t, r, key); v != 0 {
			t.Errorf("%s is %g, want 0", key, v)
		}
	}
	if a, b := fact(t, r, "repaint_a"), fact(t, r, "repaint_b"); a != b {
		t.Errorf("one network leaves errors of %g and %g", a, b)
	}
	if !strings.Contains(r.Frame().Says, "by construction") {
		t.Errorf("it says %q", r.Frame().Says)
	}
}

// A knob of training does not change the pictures, and network B does not shift A.
func TestSeedsAreApart(t *testing.T) {
	two := small(t, little+"&epochs=3")
	for _, other := range []string{little + "&epochs=3&second=copy", little + "&epochs=3&lr=0.001", "dejavu?n=24&classes=4&m=300&width=16&epochs=3"} {
		s := small(t, other)
		for i := range s.sets {
			for j, v := range s.sets[i].x {
				if v != two.sets[i].x[j] {
					t.Fatalf("%s: the pictures differ", other)
				}
			}
		}
		if same := s.models[0].w[5] == two.models[0].w[5]; same == strings.Contains(other, "lr") {
			t.Errorf("%s: network A is the same: %t", other, same)
		}
	}
}

// The evaluation that the end of a run asks for makes room for the next one; that of the
// quality, too.
func TestRaisedEpochs(t *testing.T) {
	r := finished(t, little+"&epochs=12")
	if fact(t, r, "epoch") != 12 {
		t.Fatalf("the run ends at %g", fact(t, r, "epoch"))
	}
	if effect, _ := r.Set("epochs", "30"); effect != sim.Changed {
		t.Fatalf("raising restarts: %v", effect)
	}
	r.Finish()
	for _, m := range open(t, little+"&epochs=30").Frame().Panels[3].Lines {
		if m.Name == "chance" && m.X[1] != 30 {
			t.Errorf("the axis ends at %g", m.X[1])
		}
	}
	for _, m := range r.Frame().Panels[3].Lines {
		if m.Role == sim.Train {
			for i, want := range []float64{0, 5, 10, 25, 30} {
				if len(m.X) != 5 || m.X[i] != want {
					t.Errorf("evaluations at %v", m.X)
				}
			}
		}
	}
	if effect, _ := r.Set("epochs", "20"); effect != sim.Restarted {
		t.Errorf("lowering does not restart: %v", effect)
	}
}

// A loss that is not finite ends the run, and the weights stay finite.
func TestDivergence(t *testing.T) {
	l := new(Lab)
	var k sim.Knobs
	l.Knobs(&k)
	l.n, l.m, l.width, l.classes, l.epochs = 24, 200, 16, 4, 9
	s := newScene(l, rng(1))
	t.Cleanup(s.Stop)
	for s.Step() != sim.Tick {
	}
	for i := range s.models[1].w {
		s.models[1].w[i] = 1e30
	}
	ticks := 0
	for pace := s.Step(); pace != sim.Done; pace = s.Step() {
		if pace == sim.Tick {
			ticks++
		}
	}
	var f sim.Frame
	s.Draw(&f)
	if ticks != 0 || f.Says != "Training diverged in epoch 2; a smaller learning rate helps." || s.Step() != sim.Done {
		t.Errorf("after %d ticks it says %q", ticks, f.Says)
	}
	for _, w := range s.models[1].w {
		if math.IsNaN(float64(w)) || math.IsInf(float64(w), 0) {
			t.Fatal("a weight is not finite")
		}
	}
}

// A press on a picture shows it, one on a bar attacks its layer.
func TestTouch(t *testing.T) {
	r := finished(t, little+"&epochs=2")
	touch := func(panel int, x float64, item int) {
		r.Touch(sim.Touch{Kind: sim.Press, Panel: panel, X: x, Pick: sim.Pick{Layer: sim.TileLayer, Item: item}})
		r.Finish()
	}
	if touch(1, 0, 7); r.Knobs.Find("pick").Text() != "8" || !strings.Contains(r.Frame().Panels[0].Labels[0].Text, "picture 8 of A") {
		t.Errorf("pick is %s, %q", r.Knobs.Find("pick").Text(), r.Frame().Panels[0].Labels[0].Text)
	}
	for view, panel := range map[string]int{attackView: 1, repaintView: 4, mapView: 2} {
		r.Set("view", view)
		r.Finish()
		if touch(panel, 0, panel); r.Frame().Panels[panel].Short != "Pictures of A" || r.Knobs.Find("pick").Number() != float64(panel+1) {
			t.Errorf("%s: panel %q, pick is %s", view, r.Frame().Panels[panel].Short, r.Knobs.Find("pick").Text())
		}
	}
	r.Set("view", layersView)
	if touch(0, 0.9, 0); r.Knobs.Find("layer").Text() != "backbone" {
		t.Errorf("layer is %s", r.Knobs.Find("layer").Text())
	}
}

// A picture behind the last shows the last, and nothing of an object before the end.
func TestHero(t *testing.T) {
	r := open(t, little+"&epochs=2&pick=400")
	for _, end := range []bool{false, true} {
		if end {
			r.Finish()
		}
		p := &r.Frame().Panels[0]
		grey := 0
		for i := 0; i < pixels; i += channels {
			if pix := p.Tiles[0].Pix[i : i+channels]; pix[0] == pix[1] && pix[1] == pix[2] && (pix[0] == veil || pix[0] == mark) {
				grey++
			}
		}
		if want := side*side - boxSide*boxSide; !strings.Contains(p.Labels[0].Text, "picture 24 of A") || !end && grey != want || end && grey > want/2 {
			t.Errorf("at the end: %t; %q, %d hidden pixels", end, p.Labels[0].Text, grey)
		}
	}
}

// The law of a sweep is the ceiling of an ideal guesser.
func TestTheory(t *testing.T) {
	l := new(Lab)
	var k sim.Knobs
	l.Knobs(&k)
	var p sim.Panel
	l.Theory(k.Find("rho"), nil, "reference", &p)
	if len(p.Lines) != 2 || p.Lines[0].Y[0] != 0.125 || math.Abs(p.Lines[0].Y[1]-0.9125) > 1e-12 || p.Lines[1].Y[0] != 0.125 {
		t.Errorf("lines %+v", p.Lines)
	}
}

// What is painted from the nearest follows their number.
func TestNeighboursPaint(t *testing.T) {
	const painted = little + "&epochs=5&view=repaint"
	r := finished(t, painted)
	r.Set("k", "3")
	r.Finish()
	for i, want := range finished(t, painted+"&k=3").Frame().Panels[1].Bars {
		if got := r.Frame().Panels[1].Bars[i]; got.Y[0] != want.Y[0] || got.Y[1] != want.Y[1] {
			t.Errorf("%s: %v, want %v", got.Name, got.Y, want.Y)
		}
	}
}
