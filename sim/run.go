package sim

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// A Run is a lab in progress, and the only caller of the lab. It is opened by
// an address and belongs to one goroutine.
//
// Invariant: Reset followed by n ticks gives the same frame as opening Address
// and stepping n ticks, bit for bit.
type Run struct {
	Info  Info
	Knobs *Knobs
	Seed  *Knob // of the random source: 1..2147483647
	At    *Knob // the tick that the address asks for; the caller goes there with Seek

	lab      Lab
	scene    Scene
	seed, at int
	file     string // checksum of the visitor's file that is asked for, or ""
	hasFile  bool   // the lab has read it
	ticks    int
	done     bool
	drawn    bool
	frame    Frame
}

// stream separates the random numbers of Rote from other uses of small seeds.
const stream = 0x726f7465 // "rote"

// Open starts the run that an address describes. Only an unknown lab is an
// error. Everything else that is wrong with the address is repaired; each
// repair is a sentence that names the key, what is allowed and what is used.
func Open(labs []Info, address string) (r *Run, repairs []string, err error) {
	if r, repairs, err = Idle(labs, address); err == nil {
		r.Reset()
	}
	return r, repairs, err
}

// Idle does the same as [Open] without building the state, which may take long:
// the knobs of the run can be read and set, and addresses written. Reset starts
// it; until then the run has no frames and takes no steps.
func Idle(labs []Info, address string) (r *Run, repairs []string, err error) {
	a, repairs := ParseAddress(address)
	info, err := find(labs, a.Lab)
	if err != nil {
		return nil, repairs, err
	}
	if a.compares() {
		info = Compare(info)
	}
	r = newRun(info)
	for _, p := range a.Pairs {
		if repair := r.open(p); repair != "" {
			repairs = append(repairs, repair)
		}
	}
	return r, repairs, nil
}

func find(labs []Info, name string) (Info, error) {
	names := make([]string, len(labs))
	for i, info := range labs {
		if info.Name == name {
			return info, nil
		}
		names[i] = info.Name
	}
	return Info{}, fmt.Errorf("lab %s: unknown; allowed is %s", Quote(name), joinOr(names))
}

func newRun(info Info) *Run {
	r := &Run{Info: info, Knobs: new(Knobs), lab: info.New()}
	r.lab.Knobs(r.Knobs)
	r.Seed = seedKnob(&r.seed)
	r.At = &Knob{Key: "at", Label: "Step", Kind: IntKind, Max: 1e9, bound: intValue{&r.at}}
	r.At.Default("0")
	return r
}

func seedKnob(p *int) *Knob {
	k := &Knob{Key: "seed", Label: "Seed", Brief: "Seed", Kind: IntKind, Min: 1, Max: 1<<31 - 1, bound: intValue{p},
		HelpText: "Equal seeds give equal runs."}
	return k.Default("1")
}

// open applies one pair of an address.
func (r *Run) open(p Pair) (repair string) {
	if knob := r.Find(p.Key); knob != nil {
		return knob.Set(p.Value)
	}
	switch p.Key {
	case "mode", "show":
		return ""
	case factKey, "seeds", "every", "design":
		return fmt.Sprintf("%s = %s belongs to a sweep, which names a fact and a range such as n=4..64, and is left out.", p.Key, Quote(p.Value))
	case fileKey:
		return r.openFile(p.Value)
	case "rev":
		return OpenRev(p.Value)
	case "v":
		if p.Value != formatInt(AddressFormat) {
			return fmt.Sprintf("v = %s is not an address format this Rote knows; allowed is %d; reading the address as that.",
				Quote(p.Value), AddressFormat)
		}
		return ""
	}
	return fmt.Sprintf("%s is not a knob of %s and is left out; allowed are %s.", Quote(p.Key), r.Info.Name, r.keys())
}

func (r *Run) keys() string {
	var keys []string
	for _, knob := range r.Knobs.All() {
		if !strings.HasPrefix(knob.Key, OfB) {
			keys = append(keys, knob.Key)
		}
	}
	list := strings.Join(append(keys, "seed", "at"), ", ")
	if r.Compares() {
		list += ", and each but at with " + OfB + " before it"
	}
	return list
}

// Find returns the knob with the given key, the seed and at among them, or nil.
func (r *Run) Find(key string) *Knob {
	switch key {
	case "seed":
		return r.Seed
	case "at":
		return r.At
	}
	return r.Knobs.Find(key)
}

// Address returns the shortest address that opens this run at step 0, in
// canonical form: keys in display order, then the seed, without those that
// equal their default. That of a comparison has at least one key of B.
func (r *Run) Address() string {
	a := Address{Lab: r.Info.Name}
	all, n := r.Knobs.All(), r.ofA()
	for _, knob := range append(append(slices.Clip(all[:n]), r.Seed), all[n:]...) {
		if text := knob.Text(); text != knob.DefaultText() {
			a.Pairs = append(a.Pairs, Pair{knob.Key, text})
		}
	}
	if r.file != "" && r.takesFile() {
		a.Pairs = append(a.Pairs, Pair{fileKey, r.file})
	}
	if r.Compares() {
		a = a.marked()
	}
	return a.String()
}

// ofA is how many of the knobs are not those of a run B.
func (r *Run) ofA() int {
	if r.Compares() {
		return len(r.Knobs.All()) / 2
	}
	return len(r.Knobs.All())
}

// An Effect is what [Run.Set] or [Run.Touch] did to the run.
type Effect uint8

// The effects.
const (
	Nothing   Effect = iota // every knob has the value it had
	Changed                 // a live knob took effect, and re-armed a finished run
	Restarted               // the run is at step 0
)

// Set changes a knob, or the seed. A live change takes effect at once; any other
// restarts the run. The repair is that of [Knob.Set]; an unknown key is a repair
// too.
func (r *Run) Set(key, text string) (effect Effect, repair string) {
	knob := r.Find(key)
	if knob == nil {
		return Nothing, r.open(Pair{key, text})
	}
	before := knob.Text()
	repair = knob.Set(text)
	if knob == r.At {
		return Nothing, repair
	}
	effect = knob.Effect(before)
	r.apply(effect)
	return effect, repair
}

// Touch passes a pointer on to the scene.
func (r *Run) Touch(t Touch) Effect {
	toucher, ok := r.scene.(Toucher)
	if !ok || !t.isOn(r.Frame()) {
		return Nothing
	}
	before := r.Knobs.texts()
	toucher.Touch(t)
	effect := Nothing
	for i, knob := range r.Knobs.All() {
		effect = max(effect, knob.Effect(before[i]))
	}
	r.apply(effect)
	return effect
}

// CanTouch reports whether the scene answers to a pointer.
func (r *Run) CanTouch() bool { _, ok := r.scene.(Toucher); return ok }

func (r *Run) apply(effect Effect) {
	switch effect {
	case Changed:
		r.done, r.drawn = false, false
		if s, ok := r.scene.(interface{ settle() }); ok {
			s.settle()
		} else {
			r.advance() // brings the state up to date; never a tick
		}
	case Restarted:
		r.Reset()
	}
}

// Differs returns what setting the knobs of r, and its seed, to those of another
// run of the same lab would do to r. The other may be idle. From one run to two it
// is another state altogether.
func (r *Run) Differs(other *Run) Effect {
	if r.Compares() != other.Compares() {
		return Restarted
	}
	effect := other.Seed.Effect(r.Seed.Text())
	if other.file != r.file {
		effect = Restarted
	}
	for i, knob := range other.Knobs.All() {
		effect = max(effect, knob.Effect(r.Knobs.All()[i].Text()))
	}
	return effect
}

// Reset goes back to step 0: same knobs, same seed, same data.
func (r *Run) Reset() {
	r.Close()
	r.ticks, r.done, r.drawn = 0, false, false
	r.scene = r.lab.Open(rand.New(rand.NewPCG(uint64(r.seed), stream)))
}

// Close ends the script of a scene that plays one. Without it, a run that is
// dropped before its end keeps its memory. Only Reset can follow.
func (r *Run) Close() {
	if s, ok := r.scene.(interface{ Stop() }); ok {
		s.Stop()
	}
}

// Step works until a tick is complete, the run is done, or enough returns true,
// which is asked after every slice of up to 4 ms. It returns Busy in the last
// case. A nil enough never stops it.
func (r *Run) Step(enough func() bool) Pace {
	for !r.done {
		pace := r.advance()
		if pace != Busy || (enough != nil && enough()) {
			return pace
		}
	}
	return Done
}

func (r *Run) advance() Pace {
	pace := r.scene.Step()
	r.drawn = false
	r.done = pace == Done
	if pace == Tick {
		r.ticks++
	}
	return pace
}

// Seek steps on until tick n, or the end if that comes first. At the known last
// tick it goes on to the end. It returns false if enough stopped it before.
func (r *Run) Seek(n int, enough func() bool) bool {
	for !r.done && (r.ticks < n || r.isLast()) {
		if r.Step(enough) == Busy {
			return false
		}
	}
	return true
}

func (r *Run) isLast() bool { return r.ticks > 0 && r.ticks == r.Frame().Of }

// Finish runs to the end.
func (r *Run) Finish() {
	for r.Step(nil) != Done {
	}
}

// Measure works on a run towards the tick that its address asks for, or its
// end, and returns whether it is there. It stops when enough returns true, which
// is asked after every slice and tick; a nil enough never stops it.
func (r *Run) Measure(enough func() bool) bool {
	for !r.arrived() {
		if r.Step(enough) == Busy || enough != nil && enough() {
			return r.arrived()
		}
	}
	return true
}

func (r *Run) arrived() bool { return r.done || r.at > 0 && r.ticks >= r.at && !r.isLast() }

// Ticks returns how many ticks are complete.
func (r *Run) Ticks() int { return r.ticks }

// Done reports whether the run is complete.
func (r *Run) Done() bool { return r.done }

// Frame describes the present state. The frame belongs to the run and is good
// until its next change.
func (r *Run) Frame() *Frame {
	if !r.drawn {
		r.frame.Reset()
		r.scene.Draw(&r.frame)
		r.frame.Step = r.ticks
		if r.Compares() {
			r.frame.Sides[0].Knobs, r.frame.Sides[1].Knobs = r.Settings()
		}
		r.drawn = true
	}
	return &r.frame
}

// Theory adds the law's curve for a sweep over x and y to p, if the lab knows
// one.
func (r *Run) Theory(x, y *Knob, fact string, p *Panel) {
	if theorist, ok := r.lab.(Theorist); ok {
		theorist.Theory(x, y, fact, p)
	}
}
