package sim

import (
	"math/rand/v2"
)

// A Lab declares the knobs of an experiment and opens scenes of it. Equal knobs
// and an equal random source give equal frames, on every platform: a lab knows
// no clock, file, network, screen, global random source or other lab.
//
// Only a [Run] calls a lab: Knobs once, then Open, which may come again.
type Lab interface {
	// Knobs declares the parameters, in display order. Each declaration binds a
	// field of the lab, which holds the knob's value from then on.
	Knobs(k *Knobs)

	// Open builds a fresh scene of the chosen view from the bound fields. Every
	// combination of knobs in range is valid, so it cannot fail. All randomness
	// of the scene comes from rng, which it may keep.
	Open(rng *rand.Rand) Scene
}

// A Scene is one experiment in progress. Steps and drawings come in any mixture.
type Scene interface {
	// Step does one slice of work, under 4 ms on a laptop, and says how far it
	// came. The first Step after a live knob has changed only brings the state
	// up to date with it, and is never a Tick; longer work that the change
	// needs is left to the next Steps. After Done, Step returns Done again
	// unless a live knob has changed.
	Step() Pace

	// Draw describes the state in f, which arrives empty, and changes nothing.
	// It may lend slices of the scene to f until the next Step.
	Draw(f *Frame)
}

// Pace is how far a [Scene.Step] came.
type Pace uint8

// The paces of a step. People step, scrub, pin and test in ticks; slices stay
// inside.
const (
	Busy Pace = iota // inside a unit
	Tick             // a unit that can be seen is complete: a noise level, an epoch, a trial
	Done             // complete, and nothing is left; not a unit of its own
)

// A Toucher is a scene that answers to a pointer on its panels.
type Toucher interface {
	// Touch reacts to t by setting knobs with [Knob.Set], and changes nothing
	// else: so the address stays true and a keyboard can do the same.
	Touch(t Touch)
}

// A Reader is a lab that can work on a visitor's file in place of its own data. It
// has a choice "data" with the value "file".
type Reader interface {
	// Read takes the bytes of a file, before Open. If it cannot use them, it
	// keeps what it had, and the error says what is allowed. Until there is a
	// file, a scene with data=file says that it needs one.
	Read(file []byte) error
}

// A Theorist is a lab that knows the laws behind its sweeps.
type Theorist interface {
	// Theory adds to p the curve of the law for fact over the knobs x and y of a
	// diagram, with its assumption in the curve's name. It adds nothing where it
	// knows no law. A sweep over one knob has a nil y.
	Theory(x, y *Knob, fact string, p *Panel)
}

// A Touch is a pointer on a panel.
type Touch struct {
	Kind  TouchKind
	Panel int     // index into Frame.Panels
	X, Y  float64 // position in the units of the panel's axes
	Pick  Pick    // the mark under the pointer, if any
}

// isOn reports whether t is a real place on a panel of f.
func (t Touch) isOn(f *Frame) bool {
	_, okX := finite(t.X, true)
	_, okY := finite(t.Y, true)
	return okX && okY && t.Panel >= 0 && t.Panel < len(f.Panels)
}

// TouchKind is what the pointer did.
type TouchKind uint8

// The kinds of a [Touch].
const (
	Press TouchKind = iota
	Drag
	Release
	Remove // a secondary click or a long press
)

// A Pick names one item of one group of marks in a panel. The zero Pick is no
// mark at all.
type Pick struct {
	Layer Layer
	Group int // index into the panel's slice of that layer
	Item  int // index into the group
}

// Layer is a kind of marks, in the order in which they are painted.
type Layer uint8

// The layers of a [Panel].
const (
	NoLayer Layer = iota
	FieldLayer
	LineLayer
	ArrowLayer
	PointLayer
	BarLayer
	TileLayer
	LabelLayer
)

// Info says what a lab is before it runs.
type Info struct {
	Name     string  // folder, lesson and address: one lower-case word
	Word     string  // in the header: it does not tell the answer, such as "Diffusion"
	Title    string  // as on the page about the lab, such as "Exact score, exact copies"
	Question string  // what the lab answers, one sentence with a question mark
	Cite     string  // authors, year, title and place of the paper
	Seconds  float64 // how long the default run takes at speed 1; a slow machine takes longer

	// Small is an address that names every knob that costs time, of all views.
	// Random addresses keep these values and draw the rest.
	Small string

	Presets []Preset
	Sweeps  []Sweep      // proposed ones
	Pairs   []Comparison // proposed ones
	New     func() Lab

	compares bool // as [Compare] has made it
}

// A Preset is a named address.
type Preset struct {
	Name, Address string
	Promise       string // what people read: what changes, and never the result; at most 34 characters
	Main          bool   // among those seen at once
	Heavy         bool   // takes more than 2 s on one core: its tests are slow ones
}

// A Sweep is a proposed grid of runs, and the question that it answers.
type Sweep struct {
	Address  string // with one or two ranges, and the fact
	Question string // as people ask it; it stands over the diagram and does not tell the answer
	Note     string // how the diagram is to be read, beside it; or ""

	// Words say what is looked for along one of the ranges, which they name:
	// "Half are copied at c = %s". It is where the fact crosses Edge, where it is
	// least if Edge is -Inf, and where it is greatest if Edge is +Inf. Without
	// Words, Edge has no meaning.
	Words string
	Edge  float64

	// Power asks with what power of the knob the facts grow, in a curve: all of them
	// are drawn in one diagram, with their exponents.
	Power bool
}
