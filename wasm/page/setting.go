//go:build js

package page

import (
	"slices"

	"example.org/rote/sim"
	"example.org/rote/wasm/dom"
)

// typePoints sets a list of points that was typed. One that cannot be read as a
// whole leaves those that are there.
func (c *controls) typePoints(key, text string) {
	k := c.knob(key)
	text = plainPoints(k, text)
	if reason := strayIn(k, text); reason != "" {
		c.refuse(k, reason+"; the points stay as they are.")
		return
	}
	c.apply(key, text, true)
}

// refuse says why a knob stays as it is.
func (c *controls) refuse(k *sim.Knob, reason string) {
	c.note(k.Key, reason)
	c.say(reason)
	c.refresh()
}

// typeIn sets a number that was typed. What cannot be read leaves it as it was.
func (c *controls) typeIn(key, text string) {
	k := c.knob(key)
	plain := k.Plain(text)
	if _, ok := sim.ParseNumber(plain); !ok {
		c.refuse(k, unreadable(k, text))
		return
	}
	c.apply(key, plain, true)
	if _, ok := c.unsent[key]; !ok {
		c.typed[key] = plain
	}
	c.refresh()
}

// take sets a knob to a text from another page. What cannot be read leaves it as it was.
func (c *controls) take(key, text string) {
	switch k := c.knob(key); {
	case k.Kind == sim.PointsKind:
		c.typePoints(key, text)
	case k.Kind == sim.IntKind || k.Kind == sim.FloatKind:
		c.typeIn(key, text)
	case isNone(k, text):
		c.refuse(k, unreadable(k, text))
	default:
		c.apply(key, text, true)
	}
}

// text is what the box of a knob shows: the number as it was typed, as long as
// that is its value.
func (c *controls) text(k *sim.Knob) string {
	if x, ok := sim.ParseNumber(c.typed[k.Key]); ok && x == k.Number() && x != 0 {
		return c.typed[k.Key]
	}
	if k.Kind == sim.FloatKind || k.Kind == sim.IntKind {
		return inWords(k, k.Number())
	}
	return k.Text()
}

// choose sets a choice. Another view opens with its first experiment: the knobs of
// the view before mean nothing in it.
func (c *controls) choose(key, value string) {
	if address, ok := firstOf(c.run, key, value); ok {
		c.open(address)
		return
	}
	c.apply(key, value, true)
}

// undo takes the last change of a knob back.
func (c *controls) undo() {
	n := len(c.past)
	if n == 0 {
		return
	}
	last := c.past[n-1]
	c.apply(last.key, last.text, true)
	c.past = c.past[:n-1]
	c.say(c.knob(last.key).Label + " is " + c.text(c.knob(last.key)) + " again.")
	undo := dom.ID("undo")
	for _, next := range []dom.Element{field(last.key, ""), dom.ID("newseed")} {
		if n == 1 && dom.Focused().Is(undo) {
			next.Focus() // before it is hidden
		}
	}
	undo.Hide(n == 1)
}

// forget ends what can be undone, as when another experiment was opened.
func (c *controls) forget() {
	c.past = nil
	clear(c.typed)
	dom.ID("undo").Hide(true)
}

// arrange puts the knobs that are seen first above the others, which stand in
// groups under More, and keeps their order.
func (c *controls) arrange() {
	first, more := c.run.Knobs.Main(), false
	for _, k := range c.run.Knobs.All() {
		home := dom.ID("more").Find(".group[data-group=\"" + k.Heading + "\"]")
		if slices.Contains(first, k) || c.link.present {
			home = dom.ID("mainknobs")
		} else {
			more = more || k.Shown()
		}
		c.house(k, home)
	}
	dom.ID("more").Hide(!more)
	groups := dom.ID("more").Call("querySelectorAll", ".group")
	for i := range groups.Length() {
		g := dom.Element{Value: groups.Index(i)}
		g.Hide(g.Find(".knob:not([hidden])").IsNull())
	}
}

// house puts the row of a knob into its home, before those that are declared
// after it.
func (c *controls) house(k *sim.Knob, home dom.Element) {
	r := row(k.Key)
	if home.IsNull() || home.Is(dom.Element{Value: r.Get("parentNode")}) {
		return
	}
	all := c.knobs()
	at := slices.Index(all, k)
	for _, later := range all[at+1:] {
		if next := row(later.Key); home.Is(dom.Element{Value: next.Get("parentNode")}) {
			home.Call("insertBefore", r.Value, next.Value)
			return
		}
	}
	home.Add(r)
}
