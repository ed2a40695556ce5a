package sim

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
