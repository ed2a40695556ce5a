package decoding

import (
	"fmt"
	"hash/fnv"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// opened opens an address that must be without fault.
func opened(t *testing.T, address string) *sim.Run {
	t.Helper()
	run, repairs, err := sim.Open([]sim.Info{Info()}, address)
	if err != nil || len(repairs) > 0 {
		t.Fatalf("%s: %v %q", address, err, repairs)
	}
	return run
}

// finished opens an address and runs it to the end.
func finished(t *testing.T, address string) *sim.Run {
	t.Helper()
	run := opened(t, address)
	run.Finish()
	return run
}

// fact returns a fact of a run, or NaN.
func fact(run *sim.Run, key string) float64 {
	if v, ok := run.Frame().Value(key); ok {
		return v
	}
	return math.NaN()
}

// set returns a lab with the default knobs, changed by pairs of a key and a value.
func set(t *testing.T, pairs ...string) *Lab {
	t.Helper()
	l := new(Lab)
	var k sim.Knobs
	l.Knobs(&k)
	for i := 0; i < len(pairs); i += 2 {
		if repair := k.Find(pairs[i]).Set(pairs[i+1]); repair != "" {
			t.Fatal(repair)
		}
	}
	return l
}

func seeded(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 1)) }

// quick are runs that take little time.
const quick = "decoding?n=200&classes=4&width=32&depth=2&batch=16"

// Each way to begin, to go on and to end is told in the sentence under the picture.
func TestSentences(t *testing.T) {
	for _, c := range []struct {
		address, says string
		ticks         int
	}{
		{"decoding", "1\u202f000 digits, 357 of them with a wrong label; the network is untrained.", 0},
		{"decoding?c=0", "1\u202f000 digits, none with a wrong label; the network is untrained.", 0},
		{quick, "Epoch 3: the network scores ", 3},
		{quick, " of 1\u202f000, layer 2 reads ", 3},
		{quick, " wrong labels are learned.", 3},
		{quick + "&c=0", "No label was wrong: the network scores ", 1e9},
		{quick, "The network has every wrong label by heart and scores ", 1e9},
		{quick, "; layer 2 reads only ", 1e9},
		{"decoding?n=200&width=64&noise=0&layer=1", "; layer 1 reads as many: 614.", 1e9},
		{"decoding?n=200&width=64&noise=0&layer=0", "; the picture itself still reads ", 1e9},
		{quick + "&layer=4", "; layer 2 ", 1e9},
		{quick + "&c=1", "All labels are noise and known by heart: the network scores ", 1e9},
		{quick + "&target=clean", "Trained on true labels the network scores ", 1e9},
		{quick + "&epochs=10", "Not memorized: only ", 1e9},
		{quick + "&stop=limit", "ends at ", 1e9},
		{quick + "&repair=on", "% of labels are right (", 1e9},
		{"decoding?n=200&classes=4&width=32&depth=2&opt=SGD&lr=0.1&batch=8", "Layer 2 gives nothing but zeros: there is no subspace to read.", 1e9},
		{"decoding?n=200&width=32&depth=1&share=0.999&classes=4&layer=1&rule=rank&rank=20&batch=64&epochs=10", "Not memorized", 1e9},
		{"decoding?view=glyph&n=200&classes=4&width=32&depth=2&batch=16", "Layer 2 reads ", 1e9},
		{"decoding?view=glyph&n=200&classes=4&width=32&depth=2&batch=16", "; this one lies ", 1e9},
		{"decoding?view=idea", "The arrow makes ", 0},
		{"decoding?view=idea", ": the smaller angle decides.", 1},
	} {
		run := opened(t, c.address)
		run.Seek(c.ticks, nil)
		if says := run.Frame().Says; !strings.Contains(says, c.says) {
			t.Errorf("%s at %d: Says %q, want %q in it", c.address, c.ticks, says, c.says)
		}
	}
}

// Before the first tick the untrained network is read, and told.
func TestUntrained(t *testing.T) {
	run := opened(t, quick)
	for fact(run, "masc0") != fact(run, "masc0") { // NaN: not there yet
		run.Step(func() bool { return true })
	}
	f := run.Frame()
	if !strings.HasPrefix(f.Says, "Untrained: subspaces of layer 2 already read ") || f.Step != 0 {
		t.Errorf("at tick %d: %q", f.Step, f.Says)
	}
	if got := fact(run, "learned"); got != 0 {
		t.Errorf("before training %g is learned", got)
	}
}

// A run that diverges keeps the numbers of its last good epoch, and ends.
func TestDivergence(t *testing.T) {
	s := newScene(set(t, "n", "200", "classes", "4", "width", "32"), seeded(2))
	for ticks := 0; ticks < 2; {
		if s.Step() == sim.Tick {
			ticks++
		}
	}
	s.net.W[0] = float32(math.NaN())
	for s.Step() != sim.Done {
	}
	var f sim.Frame
	s.Draw(&f)
	if epoch, _ := f.Value("epoch"); f.Says != "Training diverged at epoch 3; a smaller learning rate helps." || epoch != 2 {
		t.Errorf("epoch %g: %q", epoch, f.Says)
	}
	if f.Find("masc_true") != nil || f.Find("masc") == nil {
		t.Errorf("facts %v: the layers are read before it diverged, and not behind", f.Facts)
	}
}

// Without wrong labels there is nothing to fit wrongly, and nothing to set right.
func TestFactsWithoutWrongLabels(t *testing.T) {
	run := finished(t, quick+"&c=0&repair=on")
	if fact(run, "changed") != 0 || fact(run, "repaired") != fact(run, "repaired") {
		t.Errorf("changed %g, repaired %g", fact(run, "changed"), fact(run, "repaired"))
	}
	for _, key := range []string{"fitted_wrong", "recovered", "plain_recovered", "quadratic", "abstained"} {
		if v := fact(run, key); !math.IsNaN(v) {
			t.Errorf("%s is %g", key, v)
		}
	}
}

// The end keeps what the lab promises of its facts.
func TestFactsAgree(t *testing.T) {
	run := finished(t, quick+"&readers=on&layer=1&repair=on")
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"lead", fact(run, "lead"), fact(run, "masc") - fact(run, "net")},
		{"learned", fact(run, "learned"), fact(run, "masc") - fact(run, "masc0")},
		{"masc of its layer", fact(run, "masc"), fact(run, "masc_1")},
		{"memorized", fact(run, "memorized"), 1},
		{"fitted_wrong", fact(run, "fitted_wrong"), 1},
	} {
		if c.got != c.want {
			t.Errorf("%s is %g, want %g", c.name, c.got, c.want)
		}
	}
	for _, key := range []string{"masc_in", "masc_2", "masc_true", "ncm", "quadratic", "linear", "repaired", "label_right", "dim", "angle", "margin"} {
		if v := fact(run, key); math.IsNaN(v) {
			t.Errorf("%s is absent", key)
		}
	}
	if v := fact(run, "masc_3"); !math.IsNaN(v) {
		t.Errorf("a layer that is not there reads %g", v)
	}
}

// The wall holds each of its pictures once, in any state.
func TestWall(t *testing.T) {
	run := opened(t, quick)
	for _, ticks := range []int{0, 3, 1e9} {
		run.Seek(ticks, nil)
		n := 0
		for _, m := range run.Frame().Panels[0].Tiles {
			n += m.N
		}
		if n != wallCount {
			t.Errorf("at %d: %d pictures on the wall, want %d", ticks, n, wallCount)
		}
	}
	if w := run.Frame().Panels[0]; len(w.Tiles) < 3 {
		t.Errorf("at the end there are %d kinds of pictures", len(w.Tiles))
	}
}

// A press on a picture picks it, one on a bar reads its layer, in both views.
func TestTouch(t *testing.T) {
	run := finished(t, quick)
	x, y := place(16)
	if run.Touch(sim.Touch{Panel: 0, X: x + 0.2, Y: y - 0.3}) != sim.Changed || run.Find("pick").Text() != "17" {
		t.Errorf("a press on picture 17 picks %s", run.Find("pick").Text())
	}
	if run.Touch(sim.Touch{Panel: 2, X: 0.9, Y: 0.2}) != sim.Changed || run.Find("layer").Text() != "1" {
		t.Errorf("a press on the bar of layer 1 reads %s", run.Find("layer").Text())
	}
	run.Finish()
	if says := run.Frame().Says; !strings.Contains(says, "layer 1") {
		t.Errorf("%q does not speak of layer 1", says)
	}
	for _, touch := range []sim.Touch{{Panel: 0, X: 3, Y: 1}, {Panel: 2, X: 3, Y: 0.5}, {Panel: 1, X: 1, Y: 0.5},
		{Kind: sim.Drag, Panel: 0, X: 1.5, Y: y}} {
		if run.Touch(touch) != sim.Nothing {
			t.Errorf("%+v changes a knob", touch)
		}
	}
	run.Set("view", "glyph")
	if x, y = place(2); run.Touch(sim.Touch{Panel: 1, X: x, Y: y}) != sim.Changed || run.Find("pick").Text() != "3" {
		t.Errorf("in the view of one picture a press picks %s", run.Find("pick").Text())
	}
}

// The next experiment is another one than the run.
func TestNextIsAnother(t *testing.T) {
	for _, p := range presets() {
		run := opened(t, p.Address)
		next := run.Frame().Try.Address
		if other := opened(t, next); other.Address() == run.Address() {
			t.Errorf("%s proposes itself", p.Address)
		}
	}
	if next := opened(t, "decoding").Frame().Try.Address; next != "decoding?c=0.6" {
		t.Errorf("the default proposes %s", next)
	}
}

// The labels that are resisted longest come first: those that are not fitted, and then
// from the last epoch down.
func TestResistedLongest(t *testing.T) {
	s := newScene(set(t, "n", "200", "width", "32", "batch", "16", "classes", "4"), seeded(3))
	for s.epoch < 12 {
		s.Step()
	}
	before := math.MaxInt32
	for place, i := range s.view.resists.ids {
		first := s.first[i]
		if first == notYet {
			first = s.epoch + 1
		}
		if first > before || s.task.given[i] == s.task.right[i] {
			t.Fatalf("place %d: label %d was fitted at epoch %d, after one of %d", place, i, first, before)
		}
		before = first
	}
	if len(s.view.resists.ids) != s.task.changed {
		t.Errorf("%d labels, want %d", len(s.view.resists.ids), s.task.changed)
	}
}

// Inside an epoch neither Step nor Draw allocates.
func TestNoGarbage(t *testing.T) {
	s := newScene(set(t), seeded(1))
	for s.epoch < 1 {
		s.Step()
	}
	var f sim.Frame
	s.Draw(&f)
	if got := testing.AllocsPerRun(10, func() { s.Step() }); got > 0 {
		t.Errorf("a Step allocates %g times", got)
	}
	if got := testing.AllocsPerRun(10, func() { f.Reset(); s.Draw(&f) }); got > 0 {
		t.Errorf("a Draw allocates %g times", got)
	}
	s.Stop()
}

// The crossing is the last one, between two epochs.
func TestCrossing(t *testing.T) {
	line := func(ys ...float64) *sketch.Trace {
		var out sketch.Trace
		for i, y := range ys {
			out.To(float64(i), y)
		}
		return &out
	}
	for _, c := range []struct {
		net, layer *sketch.Trace
		x          float64
		ok         bool
	}{
		{line(0, 2, 2, 0), line(1, 1, 1, 1), 2.5, true},
		{line(2, 0, 2, 0), line(1, 1, 1, 1), 2.5, true},
		{line(0, 2, 2, 1.5), line(1, 1), 0, false},
		{line(0, 0, 0), line(1, 1, 1), 0, false},
		{line(2, 2, 0, 0), line(1), 1.5, true},
	} {
		x, y, ok := crossing(c.net, c.layer)
		if ok != c.ok || x != c.x || ok && y != 1 {
			t.Errorf("%v and %v cross at (%g, %g), %t; want %g, %t", c.net.Y, c.layer.Y, x, y, ok, c.x, c.ok)
		}
	}
}

// A live knob of another view, or one that has no effect now, takes no step.
func TestHiddenLiveKnobs(t *testing.T) {
	for _, c := range []struct{ address, key, value string }{
		{"decoding?view=idea", "rule", "rank"}, {"decoding?view=idea", "pick", "7"}, {quick, "turn", "50"}, {quick, "el", "0"},
		{quick, "layer", "4"}, {quick, "rank", "9"},
	} {
		run := opened(t, c.address)
		for range 400 { // among others between two ticks
			before := run.Ticks()
			run.Set(c.key, c.value)
			if run.Ticks() != before {
				t.Errorf("%s: setting %s takes a tick", c.address, c.key)
			}
			run.Set(c.key, run.Find(c.key).DefaultText())
			if run.Ticks() != before {
				t.Errorf("%s: setting %s back takes a tick", c.address, c.key)
			}
			run.Step(func() bool { return true })
		}
	}
}

// The facts are the same on every platform, to the last bit.
func TestFactBits(t *testing.T) {
	const want = uint64(0x22db107d22de3622)
	run, hash := finished(t, quick+"&epochs=10&repair=on&readers=on&seed=5"), fnv.New64a()
	for _, f := range run.Frame().Facts {
		fmt.Fprintf(hash, "%s %x ", f.Key, math.Float64bits(f.Value))
	}
	if got := hash.Sum64(); got != want {
		t.Errorf("hash %#x, want %#x", got, want)
	}
}
