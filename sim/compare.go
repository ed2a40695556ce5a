package sim

import (
	"math/rand/v2"
	"slices"
	"strings"
)

// A Comparison is a proposed pair of runs, A and B.
type Comparison struct {
	Address string // of both, as [Versus] writes it
	Words   string // what differs, and never the result
	Heavy   bool   // takes more than some 4 s on one core: its tests are slow ones
}

// OfB stands before the keys of knobs and facts that belong to run B.
const OfB = "b."

// Compare returns the lab of two runs of a lab side by side, A and B. It has the
// knobs of A and, with [OfB] before their keys, those of B and its seed. A tick of
// it is one of each; a run that is over waits for the other. An address with a key
// of B opens it: "diffusion?n=4&b.n=16".
func Compare(info Info) Info {
	if info.compares {
		return info
	}
	single := info.New
	info.compares = true
	info.New = func() Lab { return &comparing{a: side{lab: single()}, b: side{lab: single()}} }
	if _, ok := single().(Reader); ok {
		info.New = func() Lab { return &reading{comparing{a: side{lab: single()}, b: side{lab: single()}}} }
	}
	return info
}

// A side is one run of a comparison.
type side struct {
	lab   Lab
	knobs []*Knob
}

// comparing is the lab of a comparison.
type comparing struct {
	a, b  side
	seedB int
	own   Knobs // of B, without OfB
}

// Knobs implements [Lab]. The knobs of B are copies with other keys, which set the
// same fields.
func (l *comparing) Knobs(k *Knobs) {
	l.a.lab.Knobs(k)
	l.a.knobs = slices.Clone(k.list)
	l.b.lab.Knobs(&l.own)
	for _, knob := range l.own.list {
		l.b.knobs = append(l.b.knobs, knob.ofB())
	}
	seed := seedKnob(&l.seedB)
	seed.part, seed.isMain = &l.own, slices.ContainsFunc(l.own.list, func(k *Knob) bool { return k.isMain })
	k.list = append(append(k.list, l.b.knobs...), seed.ofB())
}

func (k *Knob) ofB() *Knob {
	other := *k
	other.Key = OfB + k.Key
	return &other
}

// Open implements [Lab]. Equal seeds give both runs the same random numbers.
func (l *comparing) Open(rng *rand.Rand) Scene {
	d := &duel{a: contestant{side: &l.a}, b: contestant{side: &l.b}}
	d.a.scene = l.a.lab.Open(rng)
	d.b.scene = l.b.lab.Open(rand.New(rand.NewPCG(uint64(l.seedB), stream)))
	d.a.texts, d.b.texts = textsOf(l.a.knobs), textsOf(l.b.knobs)
	_, touchA := d.a.scene.(Toucher)
	_, touchB := d.b.scene.(Toucher)
	if touchA || touchB {
		return touching{d}
	}
	return d
}

// reading is the comparison of a lab that takes a visitor's file: both read it.
type reading struct{ comparing }

// Read implements [Reader].
func (l *reading) Read(file []byte) error {
	if err := l.a.lab.(Reader).Read(file); err != nil {
		return err
	}
	return l.b.lab.(Reader).Read(file)
}

// compares reports whether an address is one of a comparison: it has a key of B,
// and is no sweep.
func (a Address) compares() bool {
	return !a.has("fact") && slices.ContainsFunc(a.Pairs, func(p Pair) bool { return strings.HasPrefix(p.Key, OfB) })
}

// Compares reports whether the run is two, side by side.
func (r *Run) Compares() bool { return r.Info.compares }

// Versus returns the address of the comparison of two runs of one lab.
func Versus(a, b string) string {
	both, _ := ParseAddress(a)
	other, _ := ParseAddress(b)
	for _, p := range other.Pairs {
		if p.Key == fileKey {
			if !both.has(fileKey) {
				both.Pairs = append(both.Pairs, p)
			}
			continue
		}
		both.Pairs = append(both.Pairs, Pair{OfB + p.Key, p.Value})
	}
	return both.marked().String()
}

// markOfB is what the address of a comparison says of a B with nothing but defaults.
func markOfB() Pair { return Pair{OfB + "seed", "1"} }

// marked returns an address with a key of B.
func (a Address) marked() Address {
	if !a.compares() {
		a.Pairs = append(a.Pairs, markOfB())
	}
	return a
}

// Sides returns the addresses of the two runs of a comparison.
func (r *Run) Sides() (a, b string) {
	both, _ := ParseAddress(r.Address())
	first, second := Address{Lab: both.Lab}, Address{Lab: both.Lab}
	for _, p := range both.Pairs {
		key, isB := strings.CutPrefix(p.Key, OfB)
		if !isB {
			first.Pairs = append(first.Pairs, p)
		}
		if isB && p != markOfB() || key == fileKey {
			second.Pairs = append(second.Pairs, Pair{key, p.Value})
		}
	}
	return first.String(), second.String()
}
