package capacity

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"example.org/rote/sim"
)

// A wall is the same network as the snake: the same directions, weights and errors, to
// the bit.
func TestWallIsASnake(t *testing.T) {
	for _, address := range []string{"capacity?n=200&d=8&dirs=4", "capacity?n=150&d=3&labels=classes&classes=7&dirs=3",
		"capacity?n=100&d=2&dy=2&dirs=2", "capacity?n=300&d=8&blocks=2&dirs=2", "capacity?n=64&d=4&dirs=2&precision=float32", "capacity?n=64&d=2&dirs=3&angle=30"} {
		l, snake := labAt(address), finish(t, address).Frame()
		s := newWall(l, rand.New(rand.NewPCG(1, 0x726f7465)))
		for s.Step() != sim.Done {
		}
		got := sim.Frame{}
		s.Draw(&got)
		for _, key := range []string{"fit", "wrong", "neurons", "params", "places", "cmax", "margin_min"} {
			a, _ := got.Value(key)
			if b, ok := snake.Value(key); a != b || !ok {
				t.Errorf("%s: %s is %.17g, of the snake %.17g", address, key, a, b)
			}
		}
	}
}

// A wall that changes on the way ends as one that had been opened so.
func TestWallLives(t *testing.T) {
	const address = "capacity?n=1100&d=2&dirs=3"
	for _, at := range []int{0, 2, 3, 4, 10, 27} {
		for _, knob := range []sim.Pair{{Key: "margin", Value: "0.5"}, {Key: "precision", Value: "float32"}, {Key: "angle", Value: "77"}} {
			run := open(t, address)
			run.Seek(at, nil)
			run.Set(knob.Key, knob.Value)
			run.Finish()
			want := finish(t, address+"&"+knob.Key+"="+knob.Value)
			if run.Ticks() != want.Ticks() || !reflect.DeepEqual(run.Frame().Facts, want.Frame().Facts) || run.Frame().Says != want.Frame().Says {
				t.Errorf("%s=%s after %d pieces: %q %v, want %q %v", knob.Key, knob.Value, at, run.Frame().Says, run.Frame().Facts, want.Frame().Says, want.Frame().Facts)
			}
		}
	}
}

// Ten thousand points of a hundred classes: layers of 2k, 2k and 4k with k = 100, the
// paper's count for a million pictures of a thousand classes, scaled down.
func TestWallOfClasses(t *testing.T) {
	v := facts(t, "capacity?n=10000&d=64&labels=classes&classes=100&dirs=4", "wrong", "layer1", "layer2", "layer3")
	if !reflect.DeepEqual(v, []float64{0, 200, 200, 400}) {
		t.Errorf("wrong and layers are %v, want 0, 200, 200, 400", v)
	}
	million := plan{n: paperLabels, p1: []int{0}, p2: []int{0}, classes: 1000, d: 1, dy: 1}
	million.grow(million.p1, million.p2)
	for i, w := range million.layers() {
		if float64(w) != paperWidths[i] {
			t.Errorf("layer %d of a million labels of a thousand classes has %d neurons, the paper %g", i+1, w, paperWidths[i])
		}
	}
}

// A wall that cannot be built says why, and views that draw each label take no more
// than they can.
func TestTooLarge(t *testing.T) {
	for address, want := range map[string]string{
		"capacity?n=2000&w1=8&w2=8":              "Layers 8 and 8 wide have 16 places for 2\u202f000 labels: this construction needs width 92.",
		"capacity?view=train&n=100000&train=300": "This view takes 1\u202f024 labels at most, so that many are here.",
		"capacity?view=ladder&n=5000":            tooMany, "capacity?view=resnet&n=5000": tooMany,
	} {
		if got := open(t, address).Frame().Says; got != want {
			t.Errorf("%s says %q, want %q", address, got, want)
		}
	}
}
