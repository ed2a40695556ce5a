package capacity

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"

	"example.org/rote/sim/exact"
)

// A task is what a network has to remember.
type task struct {
	n, d, dy int
	classes  int       // 0: the labels are numbers
	x        []float64 // n×d
	y        []float64 // n×dy, in [-1, 1]
	class    []int     // n, in 0..classes-1; nil for numbers
}

func (t *task) point(i int) []float64 { return t.x[i*t.d : (i+1)*t.d] }

// gaussian returns n points from N(0, I) without labels.
func gaussian(rng *rand.Rand, n, d, dy int) task {
	t := task{n: n, d: d, dy: dy, x: make([]float64, n*d), y: make([]float64, n*dy)}
	for i := range t.x {
		t.x[i] = exact.Normal(rng)
	}
	return t
}

// blankTask returns what the lab's knobs ask for, without points and labels.
func (l *Lab) blankTask() task {
	t := task{n: l.n, d: l.d, dy: 1, x: make([]float64, l.n*l.d)}
	if l.labels == real && l.blocks == 1 {
		t.dy = l.dy
	}
	if l.labels == classes {
		t.classes = l.classes
	}
	t.y = make([]float64, l.n*t.dy)
	return t
}

// drawTask draws what the lab's knobs ask for.
func (l *Lab) drawTask(rng *rand.Rand) task {
	t := l.blankTask()
	for i := range t.x {
		t.x[i] = exact.Normal(rng)
	}
	t.paint(l, rng)
	return t
}

// paint draws the labels.
func (t *task) paint(l *Lab, rng *rand.Rand) {
	switch l.labels {
	case sign:
		t.signs(rng)
	case classes:
		t.drawClasses(rng, l.classes)
	default:
		t.numbers(rng)
	}
	if l.near > 0 {
		t.plant(rng, l.near)
	}
}

// numbers draws labels from U(-1, 1).
func (t *task) numbers(rng *rand.Rand) {
	for i := range t.y {
		t.y[i] = 2*rng.Float64() - 1
	}
}

// signs draws fair labels ±1.
func (t *task) signs(rng *rand.Rand) {
	for i := range t.y {
		t.y[i] = float64(2*rng.IntN(2) - 1)
	}
}

// draws classes, each with the same probability; k is at least 2.
func (t *task) drawClasses(rng *rand.Rand, k int) {
	t.classes, t.class = k, make([]int, t.n)
	for i := range t.class {
		t.setClass(i, rng.IntN(k))
	}
}

func (t *task) setClass(i, class int) {
	t.class[i] = class
	t.y[i] = level(class, t.classes)
}

// level returns the number that stands for a class: k of them from -1 to 1.
func level(class, k int) float64 { return -1 + 2*float64(class)/float64(k-1) }

// plant moves point 1 to the given distance from point 0, and gives the two
// opposite labels.
func (t *task) plant(rng *rand.Rand, distance float64) {
	step := direction(rng, t.d)
	for k := range t.d {
		t.x[t.d+k] = t.x[k] + float64(distance*step[k])
	}
	for k := range t.dy {
		t.y[k], t.y[t.dy+k] = 1, -1
	}
	if t.classes > 0 {
		t.setClass(0, t.classes-1)
		t.setClass(1, 0)
	}
}

// hasTwins reports whether two points coincide although their labels differ.
func (t *task) hasTwins() bool {
	seen := map[string]int{}
	for i := range t.n {
		key := bits(t.point(i))
		j, found := seen[key]
		if found && !equal(t.label(i), t.label(j)) {
			return true
		}
		seen[key] = i
	}
	return false
}

func (t *task) label(i int) []float64 { return t.y[i*t.dy : (i+1)*t.dy] }

// bits returns a text that is equal for equal points.
func bits(x []float64) string {
	out := make([]byte, 0, 8*len(x))
	for _, v := range x {
		b := math.Float64bits(v + 0) // -0 is 0
		for shift := 0; shift < 64; shift += 8 {
			out = append(out, byte(b>>shift))
		}
	}
	return string(out)
}

func equal(a, b []float64) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// direction draws a vector of length 1.
func direction(rng *rand.Rand, d int) []float64 {
	u := make([]float64, d)
	for {
		for k := range u {
			u[k] = exact.Normal(rng)
		}
		if length := norm(u); length > 0 {
			for k := range u {
				u[k] /= length
			}
			return u
		}
	}
}

func norm(x []float64) float64 { return math.Sqrt(dot(x, x)) }

// dot returns Σ a[i]·b[i], summed in order.
func dot(a, b []float64) float64 {
	sum := 0.0
	for i, v := range a {
		sum += float64(v * b[i])
	}
	return sum
}

// turn sorts directions of the plane by their angles, after those that point
// down are turned round.
func turn(dirs [][]float64) {
	for _, u := range dirs {
		if u[1] < 0 {
			u[0], u[1] = -u[0], -u[1]
		}
	}
	order, by, old := make([]int, len(dirs)), make([]float64, len(dirs)), slices.Clone(dirs)
	for i, u := range dirs {
		order[i], by[i] = i, -u[0]
	}
	sortBy(by, order)
	for k, i := range order {
		dirs[k] = old[i]
	}
}

// sortBy sorts a list of indices by the values at them, and equal ones by
// themselves.
func sortBy(values []float64, list []int) {
	slices.SortFunc(list, func(i, j int) int { return cmp.Or(cmp.Compare(values[i], values[j]), i-j) })
}

// nearest returns the class whose level is next to y.
func (t *task) nearest(y float64) int {
	last := float64(t.classes - 1)
	return int(min(last, max(0, math.Round((y+1)/2*last))))
}

// numberError returns the largest error of the answers at point i, and whether
// one has the wrong sign, or is no number.
func (t *task) numberError(i int, answers []float64) (most float64, isWrong bool) {
	for out, y := range t.label(i) {
		f := answers[out]
		most = max(most, math.Abs(f-y))
		isWrong = isWrong || !(f*y >= 0)
	}
	return most, isWrong
}

// classError is the same for the one-hot outputs that are read off f: wrong is that
// another class wins.
func (t *task) classError(p arithmetic, i int, f float64) (most float64, isWrong bool) {
	own, best, winner := t.class[i], -1.0, -1
	for k := range t.classes {
		r, want := readout(p, f, k, t.classes), 0.0
		if k == own {
			want = 1
		}
		most = max(most, math.Abs(r-want))
		if r > best {
			best, winner = r, k
		}
	}
	return most, winner != own
}
