package sim

import "slices"

// A contestant is a run of a comparison on its way.
//
// Invariant: it is at most one tick ahead of the comparison.
type contestant struct {
	*side
	scene Scene
	ticks int
	done  bool
	texts []string // of its knobs, as the scene knows them
	frame Frame
}

// A duel is two scenes of one lab, tick by tick. One that is over waits.
type duel struct {
	a, b  contestant
	ticks int
}

// Step implements [Scene]: a slice of whoever is behind, A first.
func (d *duel) Step() Pace {
	for _, c := range d.both() {
		if c.isDue(d.ticks) {
			c.step()
			break
		}
	}
	switch {
	case d.a.isDue(d.ticks) || d.b.isDue(d.ticks):
		return Busy
	case d.a.ticks <= d.ticks && d.b.ticks <= d.ticks:
		return Done
	}
	d.ticks++
	return Tick
}

func (d *duel) both() [2]*contestant { return [...]*contestant{&d.a, &d.b} }

// isDue reports whether the contestant has work before tick n+1.
func (c *contestant) isDue(n int) bool { return !c.done && c.ticks <= n }

func (c *contestant) step() {
	switch c.scene.Step() {
	case Tick:
		c.ticks++
	case Done:
		c.done = true
	}
}

// settle follows a live knob that has changed: its scene is brought up to date, and
// has more to do if it was over.
func (d *duel) settle() {
	for _, c := range d.both() {
		if texts := textsOf(c.knobs); !slices.Equal(texts, c.texts) {
			c.texts, c.done = texts, false
			c.step()
		}
	}
}

// Stop ends the scripts of both.
func (d *duel) Stop() {
	for _, c := range d.both() {
		if s, ok := c.scene.(interface{ Stop() }); ok {
			s.Stop()
		}
	}
}

// Draw implements [Scene]: the panels of both in turn, those of B beside those of A.
func (d *duel) Draw(f *Frame) {
	a, b := d.a.draw(), d.b.draw()
	f.Unit = a.Unit
	if b.Unit != a.Unit {
		f.Unit = ""
	}
	if a.Of > 0 && b.Of > 0 {
		f.Of = max(a.Of, b.Of)
	}
	f.Part, f.Parts = a.Part, a.Parts
	if !d.a.isDue(d.ticks) {
		f.Part, f.Parts = b.Part, b.Parts
	}
	f.Says = "A: " + a.Says + " B: " + b.Says
	f.Sides = append(f.Sides, Side{Says: a.Says, Headline: a.Headline}, Side{Says: b.Says, Headline: b.Headline})
	if fact := &f.Sides[1].Headline.Fact; *fact != "" {
		*fact = OfB + *fact
	}
	d.addPanels(f)
	d.addFacts(f)
}

func (c *contestant) draw() *Frame {
	c.frame.Reset()
	c.scene.Draw(&c.frame)
	return &c.frame
}

// addPanels adds the panels of A and B in turn.
func (d *duel) addPanels(f *Frame) {
	for i := range max(len(d.a.frame.Panels), len(d.b.frame.Panels)) {
		if i < len(d.a.frame.Panels) {
			f.addPanel("A: ", &d.a.frame.Panels[i], false)
		}
		if i < len(d.b.frame.Panels) {
			f.addPanel("B: ", &d.b.frame.Panels[i], i < len(d.a.frame.Panels))
		}
	}
}

func (f *Frame) addPanel(letter string, p *Panel, beside bool) {
	out := f.Panel("")
	*out = *p
	out.Title, out.Beside = letter+p.Title, beside
	if p.Short != "" {
		out.Short = letter + p.Short
	}
}

// addFacts adds the facts of both, those with the same key together.
func (d *duel) addFacts(f *Frame) {
	for _, fact := range d.a.frame.Facts {
		f.Fact(fact.Key, "A: "+fact.Name, fact.Unit, fact.Help, fact.Value)
		if other := d.b.frame.Find(fact.Key); other != nil {
			f.addB(other)
		}
	}
	for i := range d.b.frame.Facts {
		if fact := &d.b.frame.Facts[i]; d.a.frame.Find(fact.Key) == nil {
			f.addB(fact)
		}
	}
}

func (f *Frame) addB(fact *Fact) {
	f.Fact(OfB+fact.Key, "B: "+fact.Name, fact.Unit, fact.Help, fact.Value)
}

// touching is a duel that answers to a pointer.
type touching struct{ *duel }

// Touch implements [Toucher]: the pointer goes to the run whose panel it is on.
func (d touching) Touch(t Touch) {
	both := min(len(d.a.frame.Panels), len(d.b.frame.Panels))
	c, panel := &d.a, t.Panel-both
	switch {
	case t.Panel < 2*both:
		c, panel = d.both()[t.Panel%2], t.Panel/2
	case both == len(d.a.frame.Panels):
		c = &d.b
	}
	if t.Panel = panel; t.isOn(&c.frame) {
		if toucher, ok := c.scene.(Toucher); ok {
			toucher.Touch(t)
		}
	}
}
