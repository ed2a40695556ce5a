//go:build js

package page

import (
	"fmt"
	"slices"
	"strings"
	"syscall/js"

	"example.org/rote/sim"
	"example.org/rote/sim/sweep"
	"example.org/rote/wasm/dom"
)

// A sweepForm is the choice of knobs, ranges, fact and seeds. Whatever changes
// makes another sweep.
type sweepForm struct {
	*opened
	grid   func() *sweep.Grid // the sweep, or nil
	tried  func() []sim.Fact  // of the frame in Try
	chosen func(s *sweep.Grid)
	say    func(text string)

	facts []sim.Fact // of the run that ended last
}

func (c *sweepForm) bind() {
	count := c.reads("")
	dom.ID("sweepform").On("submit", func(e js.Value) { e.Call("preventDefault") })
	c.onChange("sweep-x", func(d *draft, key string) { d.across(c.grid().Base, key) })
	c.onChange("sweep-y", func(d *draft, key string) { d.up(c.grid().Base, key) })
	c.onChange("sweep-fact", func(d *draft, key string) { d.facts = c.grid().Wanted(key) })
	c.onChange("sweep-seeds", func(d *draft, text string) { d.seeds = text })
	for _, axis := range []string{"sweep-x", "sweep-y"} {
		for _, part := range []string{"-from", "-to", "-count"} {
			c.onChange(axis+part, func(d *draft, _ string) {
				r, at := c.grid().X, &d.x
				if axis == "sweep-y" {
					r, at = c.grid().Y, &d.y
				}
				if r.Knob == nil {
					return
				}
				at.Value = spanText(r.Knob.Plain(dom.ID(axis+"-from").Val()), r.Knob.Plain(dom.ID(axis+"-to").Val()), count.Plain(dom.ID(axis+"-count").Val()))
			})
		}
	}
	dom.ID("sweep-take").On("click", func(js.Value) {
		c.change(func(d *draft) { d.fixed = fixedBy(c.run) })
	})
}

func (c *sweepForm) onChange(id string, do func(d *draft, value string)) {
	e := dom.ID(id)
	e.On("change", func(js.Value) {
		text := e.Val()
		plain := c.reads(id).Plain(text)
		if _, ok := sim.ParseNumber(plain); !ok && e.Get("type").String() == "text" {
			c.fill()
			c.note([]string{sim.Quote(text) + " is not a number; the sweep stays as it is."})
			return
		}
		c.change(func(d *draft) { do(d, plain) })
	})
}

// reads returns the knob whose numbers a field holds: that of an axis for its ends,
// else one of whole numbers.
func (c *sweepForm) reads(id string) *sim.Knob {
	isEnd := strings.HasSuffix(id, "-from") || strings.HasSuffix(id, "-to")
	switch s := c.grid(); {
	case isEnd && s != nil && strings.HasPrefix(id, "sweep-x"):
		return s.X.Knob
	case isEnd && s != nil && s.Y.Knob != nil:
		return s.Y.Knob
	}
	return &sim.Knob{Kind: sim.IntKind}
}

// change opens the sweep that a changed draft describes. What was wrong with it
// is noted below the form.
func (c *sweepForm) change(do func(d *draft)) {
	if c.grid() == nil {
		return
	}
	d := draftOf(c.grid())
	do(&d)
	s, repairs, err := sweep.Open(c.labs, d.address())
	if err != nil {
		c.fill()
		c.note(append(repairs, upper(err.Error())+"."))
		return
	}
	c.chosen(s)
	c.fill()
	c.note(repairs)
}

// note shows what was wrong with the last change.
func (c *sweepForm) note(repairs []string) {
	text := ""
	for _, r := range repairs {
		text += r + " "
		c.say(r)
	}
	dom.ID("sweep-note").Text(text)
	dom.ID("sweep-note").Hide(text == "")
}

// fill lets the form show the sweep.
func (c *sweepForm) fill() {
	s := c.grid()
	if s == nil {
		return
	}
	knobs := canSweep(s.Base)
	c.fillAxis("sweep-x", s.X, knobs, false)
	c.fillAxis("sweep-y", s.Y, knobs, true)
	c.fillFacts()
	dom.ID("sweep-seeds").SetVal(fmt.Sprint(s.Seeds))
	dom.ID("sweep-fixed").Text(fixedWords(s))
	links := dom.Window().Get("document").Call("querySelectorAll", "#sweep-proposals a")
	own := true
	for i := range links.Length() {
		a := dom.Element{Value: links.Index(i)}
		current := sim.Query(s.Address()) == a.Call("getAttribute", "href").String()[1:]
		a.Flag("aria-current", current)
		own = own && !current
	}
	if own {
		dom.ID("sweepown").Set("open", true)
	}
}

func (c *sweepForm) fillAxis(id string, r sweep.Range, knobs []*sim.Knob, optional bool) {
	chosen := ""
	if r.Knob != nil {
		chosen = r.Knob.Key
	}
	var options []dom.Element
	if optional {
		options = append(options, option("", "Nothing: draw a curve", chosen == ""))
	}
	for _, k := range knobs {
		options = append(options, option(k.Key, k.Label, k.Key == chosen))
	}
	if r.Knob != nil && !slices.ContainsFunc(knobs, func(k *sim.Knob) bool { return k.Key == chosen }) {
		options = append(options, option(chosen, otherRange(r), true))
	}
	dom.ID(id).Fill(options...)
	isSpan := r.Knob != nil && r.IsNumbers()
	dom.ID(id + "-span").Hide(!isSpan)
	if !isSpan {
		return
	}
	dom.ID(id + "-from").SetVal(sim.FormatFloat(r.Values[0]))
	dom.ID(id + "-to").SetVal(sim.FormatFloat(r.Values[len(r.Values)-1]))
	dom.ID(id + "-count").SetVal(fmt.Sprint(len(r.Values)))
	dom.ID(id + "-values").Text(valuesWords(r))
}

// otherRange says what a range is that the form does not offer.
func otherRange(r sweep.Range) string {
	if r.IsNumbers() {
		return r.Knob.Label + ", without effect here"
	}
	return r.Knob.Label + ", as in the address"
}

func option(value, text string, chosen bool) dom.Element {
	o := dom.Make("option", text)
	o.Set("value", value)
	o.Set("selected", chosen)
	return o
}

// learn takes the facts that a run of the sweep has, and reports whether they are
// others than before.
func (c *sweepForm) learn(facts []sim.Fact) (changed bool) {
	changed = !slices.EqualFunc(facts, c.facts, func(a, b sim.Fact) bool { return a.Key == b.Key })
	c.facts = facts
	if changed {
		c.fillFacts()
	}
	return changed
}

// fillFacts offers the facts that are known: those of the runs, of the frame in Try, of
// the proposals, and the chosen one.
func (c *sweepForm) fillFacts() {
	s := c.grid()
	known := append(append(s.Whole().KnownFacts(), c.known()...), sim.Fact{Key: s.Fact})
	var options []dom.Element
	seen := map[string]bool{}
	for _, f := range known {
		if !seen[f.Key] {
			seen[f.Key] = true
			options = append(options, option(f.Key, factLabel(f), f.Key == s.Fact))
		}
	}
	dom.ID("sweep-fact").Fill(options...)
}

// known returns the facts that are known before a run: those of the last one, of
// the frame in Try, and of the proposals. A fact may be there more than once.
func (c *sweepForm) known() []sim.Fact {
	known := append(append([]sim.Fact(nil), c.facts...), c.tried()...)
	for _, p := range c.grid().Base.Info.Sweeps {
		a, _ := sim.ParseAddress(p.Address)
		for key := range strings.SplitSeq(a.Get("fact"), ",") {
			known = append(known, sim.Fact{Key: key})
		}
	}
	return known
}

// doubts returns a repair if the fact of the sweep is none that is known, or "". A
// run may yet have it.
func (c *sweepForm) doubts() string {
	s := c.grid()
	known := append(c.known(), s.Base.Frame().Facts...)
	doubted := slices.IndexFunc(s.Facts, func(key string) bool {
		return !slices.ContainsFunc(known, func(f sim.Fact) bool { return f.Key == key }) && dom.ID("facts").Find(fmt.Sprintf("[data-fact=%q]", key)).IsNull()
	})
	if doubted < 0 {
		return ""
	}
	var keys []string
	for _, f := range known {
		if !slices.Contains(keys, f.Key) {
			keys = append(keys, f.Key)
		}
	}
	return fmt.Sprintf("fact = %s is no reading that is known before a run; known are %s. A run without it has no value.",
		sim.Quote(s.Facts[doubted]), strings.Join(keys, ", "))
}

// factName is what the form calls the fact.
func (c *sweepForm) factName() string {
	chosen := dom.ID("sweep-fact").Get("selectedOptions").Index(0)
	if !chosen.Truthy() {
		return c.grid().Fact
	}
	return chosen.Get("textContent").String()
}

func factLabel(f sim.Fact) string {
	if f.Name == "" {
		return f.Key
	}
	return f.Name
}
