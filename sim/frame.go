package sim

import "math"

// A Frame is what is to be seen of a run at one moment, in the units of the
// data. All numbers in it are finite, except for NaN that breaks a line. The
// zero value is an empty frame.
type Frame struct {
	Step, Of    int    // ticks so far, and their known total or 0
	Unit        string // what a tick is: "epoch", "noise level", "trial"
	Part, Parts int    // progress inside a long tick: Part of Parts, or 0 of 0
	Says        string // one sentence: what the picture shows; also its text alternative
	Headline    Headline
	Sides       []Side // of a comparison: A and B, instead of the headline; else nil
	Try         Try
	Panels      []Panel // the first is the hero: it shows the surprise without words
	Facts       []Fact
}

// A Headline is the one number of a frame. With Of above 0, the number shown is
// that of the fact times Of, rounded: "200", "of 200 samples are copies". Else it
// is the fact itself, with three digits. It may be below 0. A fact that the frame
// does not have shows as "–".
type Headline struct {
	Fact  string // key of the fact
	Of    int
	Words string // what the number counts, read after it
}

// A Side is what the frame of a comparison says of one of its two runs. Its panels
// and facts stand among those of the frame.
type Side struct {
	Knobs    string // what makes it differ, such as "Points = 4", or ""
	Says     string // as that of the run alone
	Headline Headline
}

// A Try is the next experiment, offered as a button at the end of a run.
type Try struct {
	Words   string // what changes, such as "Stop early, at σ = 0.01"
	Address string
}

// A Fact is one measured or derived number.
type Fact struct {
	Key   string // as in lessons and sweeps: disjoint from the lab's knob keys
	Name  string // on the screen, sentence case
	Unit  string // "" for shares and counts
	Help  string // one-line definition
	Value float64
}

// Panel appends an empty panel and returns it. The pointer is good until the
// next call: draw one panel after the other. The set of panels is fixed for a
// view; one that has nothing to show yet says so in Empty.
func (f *Frame) Panel(title string) *Panel {
	p := extend(&f.Panels)
	p.reset()
	p.Title = title
	return p
}

// Fact appends a fact. An undefined one, with a value of NaN, is left out. It is
// not inlined, to keep labs small.
//
//go:noinline
func (f *Frame) Fact(key, name, unit, help string, value float64) {
	if !math.IsNaN(value) {
		f.Facts = append(f.Facts, Fact{key, name, unit, help, value})
	}
}

// Find returns the fact with the given key, or nil. It belongs to the frame.
func (f *Frame) Find(key string) *Fact {
	for i := range f.Facts {
		if f.Facts[i].Key == key {
			return &f.Facts[i]
		}
	}
	return nil
}

// Value returns the value of the fact with the given key, if there is one.
func (f *Frame) Value(key string) (value float64, ok bool) {
	if fact := f.Find(key); fact != nil {
		return fact.Value, true
	}
	return 0, false
}

// Reset empties the frame and keeps its memory.
func (f *Frame) Reset() {
	*f = Frame{Sides: f.Sides[:0], Panels: f.Panels[:0], Facts: f.Facts[:0]}
}

// A Panel is one chart or map.
type Panel struct {
	Title  string // a question, which does not tell the answer
	Short  string // the title in the strip: at most 18 characters
	Empty  string // the sentence shown while there are no marks
	X, Y   Axis
	Equal  bool    // a map: one unit is equally long on both axes
	Span   float64 // share of the strip, relative to the other panels; 0 is 1
	Lens   Lens
	Beside bool // stands beside the panel before it, with the same axes and scales where they measure the same

	// Marks, painted in this order.
	Fields []Field
	Lines  []Line
	Arrows []Arrows
	Points []Points
	Bars   []Bars
	Tiles  []Tiles
	Labels []Label

	lent []float64 // what Level, Upright, Dot and Map have lent to marks
}

// A Lens is a disc on a map that shows the points around a place magnified, with a
// dotted circle around the place. The zero Lens is none.
type Lens struct {
	X, Y   float64 // the place
	Radius float64 // of the dotted circle, in units of x
}

func (p *Panel) reset() {
	*p = Panel{lent: p.lent[:0], Fields: p.Fields[:0], Lines: p.Lines[:0], Arrows: p.Arrows[:0], Points: p.Points[:0],
		Bars: p.Bars[:0], Tiles: p.Tiles[:0], Labels: p.Labels[:0]}
}

// IsEmpty reports whether the panel has no marks.
func (p *Panel) IsEmpty() bool {
	return len(p.Fields)+len(p.Lines)+len(p.Arrows)+len(p.Points)+len(p.Bars)+len(p.Tiles)+len(p.Labels) == 0
}

// An Axis names what is measured along one side of a panel.
type Axis struct {
	Name, Unit string
	Min, Max   float64 // equal: fit the marks; Min > Max: the axis runs backwards
	Log        bool    // values at or below 0 are not shown

	// Names makes the axis one of categories: Names[i] stands at i, and the range
	// is that from -½ to len(Names)-½, whatever Min and Max are.
	Names []string
}

// Axes sets both axes, and returns p.
func (p *Panel) Axes(x, y Axis) *Panel { p.X, p.Y = x, y; return p }

// extend grows s by one element and returns it: zero, or as the caller left it
// before the slice was last cut, so that its memory can be used again.
func extend[E any](s *[]E) *E {
	n := len(*s)
	if n < cap(*s) {
		*s = (*s)[:n+1]
	} else {
		var zero E
		*s = append(*s, zero)
	}
	return &(*s)[n]
}

// Role is what a mark stands for. One theme table maps a role to a colour, a
// shape and a dash.
type Role uint8

// The roles.
const (
	Plain   Role = iota // what is being measured, without a stronger meaning
	Train               // training data
	HeldOut             // data or a loss that training does not see
	Copied              // memorized
	Control             // a baseline, or an exception to be looked at
	Theory              // a law
)

// Roles is how many roles there are.
const Roles = 6

func (r Role) String() string {
	return [Roles]string{"plain", "train", "held-out", "copied", "control", "theory"}[r]
}

// MaxClass is the largest class of a mark. Class 0 is none; a class from 1 on
// has a colour of its own and a number or shape, instead of those of the role.
const MaxClass = 10
