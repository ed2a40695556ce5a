package kernel

import (
	_ "embed"
	"flag"
	"fmt"
	"hash/fnv"
	"math"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// bitsGolden has a hash of what each operation has given, for all its cases. It
// is embedded, because there are no files in a browser.
//
//go:embed testdata/bits.txt
var bitsGolden string

// A room is scratch: what stays in it is nobody's business.
type room []float32

// A trial runs an operation on this machine and in the engines.
type trial struct {
	*testing.T
	rng  *rand.Rand
	hash uint64
}

func newTrial(t *testing.T, seed uint64) *trial {
	return &trial{T: t, rng: rand.New(rand.NewPCG(seed, 1))}
}

// floats returns n numbers between -2 and 2.
func (t *trial) floats(n int) []float32 {
	s := make([]float32, n)
	for i := range s {
		s[i] = float32(4*t.rng.Float64() - 2)
	}
	return s
}

// odd returns n numbers, a third of them at the ends of what a float32 can be.
func (t *trial) odd(n int) []float32 { return t.oneIn(3, n) }

// rare is odd with fewer of them, so that a sum of many numbers is not always NaN.
func (t *trial) rare(n int) []float32 { return t.oneIn(20, n) }

func (t *trial) oneIn(every, n int) []float32 {
	ends := []float32{0, float32(math.Copysign(0, -1)), 1e-42, -1e-42, 1e-30, 88.2, -87.2, 88.4, -87.4, 100, -100, 9, -9.1,
		math.MaxFloat32, -math.MaxFloat32, float32(math.Inf(1)), float32(math.Inf(-1)), float32(math.NaN())}
	s := t.floats(n)
	for i := range s {
		if t.rng.IntN(every) == 0 {
			s[i] = ends[t.rng.IntN(len(ends))]
		}
	}
	return s
}

// call runs an operation, and fails where the portable Go or an engine leaves other
// bits in its arguments or its result. args are the arguments of the WebAssembly
// function.
func (t *trial) call(name string, run func() float32, args ...any) {
	t.Helper()
	before := clones(args)
	want := run()
	compare := func(engine string, call func(args []any) float32) {
		t.Helper()
		copies := clones(before)
		if got := call(copies); bits(got) != bits(want) {
			t.Errorf("%s: %s returned %g, want %g, for %s", engine, name, got, want, sizes(args))
		}
		for i, a := range args {
			if a, ok := a.([]float32); ok {
				t.same(engine+": "+name, sizes(args), copies[i].([]float32), a)
			}
		}
	}
	if simd && name != "backprop" { // whose portable version calls the others
		compare("portable", func(args []any) float32 { return callPortable(t.T, name, args) })
	}
	for _, e := range engines() {
		compare(e.name, func(args []any) float32 { return e.call(t.T, name, args) })
	}
	t.add(want)
	for _, a := range args {
		if a, ok := a.([]float32); ok {
			t.add(a...)
		}
	}
}

func (t *trial) same(what, sizes string, got, want []float32) {
	t.Helper()
	for i := range want {
		if bits(got[i]) != bits(want[i]) {
			t.Fatalf("%s: element %d of %d is %g (%#x), want %g (%#x), for %s",
				what, i, len(want), got[i], bits(got[i]), want[i], bits(want[i]), sizes)
		}
	}
}

// add hashes numbers.
func (t *trial) add(s ...float32) {
	h := fnv.New64a()
	fmt.Fprint(h, t.hash)
	for _, v := range s {
		b := bits(v)
		h.Write([]byte{byte(b), byte(b >> 8), byte(b >> 16), byte(b >> 24)})
	}
	t.hash = h.Sum64()
}

// bits are those of x, but the same for every NaN.
func bits(x float32) uint32 {
	if x != x {
		return 0x7fc00000
	}
	return math.Float32bits(x)
}

// clones copies the slices of a list of arguments. What is one slice stays one.
func clones(args []any) []any {
	known := map[*float32][]float32{}
	var list []any
	for _, a := range args {
		if s, ok := a.([]float32); ok && len(s) > 0 {
			if known[&s[0]] == nil {
				known[&s[0]] = append([]float32(nil), s...)
			}
			a = known[&s[0]]
		}
		list = append(list, a)
	}
	return list
}

func sizes(args []any) string {
	var words []string
	for _, a := range args {
		switch a := a.(type) {
		case []float32:
			words = append(words, fmt.Sprintf("[%d]", len(a)))
		case int, float32:
			words = append(words, fmt.Sprint(a))
		}
	}
	return strings.Join(words, " ")
}

// Every operation gives the same bits on every path: for all shapes with tails,
// for strides, for numbers at the ends.
func TestBits(t *testing.T) {
	var lines []string
	for _, op := range operations {
		t.Run(op.name, func(t *testing.T) {
			trial := newTrial(t, 1)
			op.try(trial)
			line := fmt.Sprintf("%s %016x\n", op.name, trial.hash)
			lines = append(lines, line)
			if !*update && !strings.Contains(bitsGolden, line) {
				t.Errorf("the bits are %sand not those of testdata/bits.txt", line)
			}
		})
	}
	if *update {
		if err := os.WriteFile("testdata/bits.txt", []byte(strings.Join(lines, "")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
