package sim

import (
	"fmt"
	"slices"
	"strings"
)

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
