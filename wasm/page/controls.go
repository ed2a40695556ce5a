//go:build js

package page

import (
	"math/rand/v2"
	"strconv"
	"syscall/js"

	"example.org/rote/sim"
	"example.org/rote/wasm/dom"
)

// A controls binds the knobs of the run to the controls that the HTML holds.
type controls struct {
	*opened
	sent func(key, text string) // a knob was set to a text
	say  func(text string)

	open func(address string) // opens another experiment of the lab

	unsent  map[string]string // text of knobs that restart the run, until they are let go
	before  map[string]string // what those had
	typed   map[string]string // a number as it was typed, such as 1/1024
	past    []setting         // what can be undone, the last change at the end
	touched string            // key of the knob whose note speaks of a repair
}

// A setting is the text of a knob.
type setting struct{ key, text string }

func (c *controls) bind() {
	c.unsent, c.before, c.typed = map[string]string{}, map[string]string{}, map[string]string{}
	for _, k := range c.knobs() {
		c.bindKnob(k)
	}
	dom.ID("newseed").On("click", func(js.Value) { c.apply("seed", strconv.Itoa(1+rand.IntN(99_999)), true) })
	dom.ID("undo").On("click", func(js.Value) { c.undo() })
	dom.ID("controls").On("submit", func(e js.Value) { e.Call("preventDefault") })
}

func (c *controls) knob(key string) *sim.Knob { return c.run.Find(key) }

func field(key, part string) dom.Element { return dom.ID("k-" + key + part) }

func row(key string) dom.Element { return dom.Body().Find(`.knob[data-knob="` + key + `"]`) }

// bindKnob connects the control of one knob. It keeps the key and not the knob,
// which is another one when another address has been opened.
func (c *controls) bindKnob(k *sim.Knob) {
	key, main := k.Key, field(k.Key, "")
	switch k.Kind {
	case sim.BoolKind:
		main.On("change", func(js.Value) {
			c.apply(key, map[bool]string{true: "on", false: "off"}[main.Get("checked").Bool()], true)
		})
	case sim.PointsKind:
		main.On("change", func(js.Value) { c.typePoints(key, main.Val()) })
		c.bindPoints(key)
	case sim.ChoiceKind:
		main.On("change", func(js.Value) { c.choose(key, main.Val()) })
	default:
		main.On("change", func(js.Value) { c.typeIn(key, main.Val()) })
	}
	if k.Kind == sim.IntKind || k.Kind == sim.FloatKind {
		c.bindSlider(key)
	}
}

// bindSlider lets the slider and the box follow each other. While it is dragged
// or a key is held, only live knobs are sent.
func (c *controls) bindSlider(key string) {
	slider, box := field(key, "-slider"), field(key, "")
	slider.On("input", func(js.Value) {
		at, _ := strconv.ParseFloat(slider.Val(), 64)
		c.apply(key, sim.FormatFloat(c.knob(key).ValueAt(at)), false)
	})
	press := func(e js.Value) {
		k := c.knob(key)
		to, ok := sliderKey(k, k.Number(), e.Get("key").String(), e.Get("shiftKey").Truthy())
		if ok && !e.Get("altKey").Truthy() && !e.Get("ctrlKey").Truthy() && !e.Get("metaKey").Truthy() {
			e.Call("preventDefault")
			c.apply(key, sim.FormatFloat(to), false)
		}
	}
	slider.On("keydown", press)
	box.On("keydown", func(e js.Value) {
		if name := e.Get("key").String(); name == "ArrowUp" || name == "ArrowDown" {
			press(e)
		}
	})
	for _, e := range []dom.Element{slider, box} {
		e.On("keyup", func(js.Value) { c.send(key) })
		e.On("blur", func(js.Value) { c.send(key) })
	}
	slider.On("change", func(js.Value) { c.send(key) })
}

// apply gives a knob the value of a text, repairs it with a message if need be,
// and sends it: at once, or when the control is let go.
func (c *controls) apply(key, text string, atOnce bool) {
	k := c.knob(key)
	if k.Inactive() != "" {
		c.refresh() // back to what it was
		return
	}
	before := k.Text()
	if _, ok := c.unsent[key]; !ok {
		c.before[key] = before
	}
	repair := k.Set(text)
	c.note(key, repair)
	if repair != "" {
		c.say(repair)
	}
	if k.Text() != before {
		c.unsent[key] = k.Text()
	}
	if atOnce || k.IsLive {
		c.send(key)
	}
	c.refresh()
}

// send passes on what a control was set to.
func (c *controls) send(key string) {
	text, ok := c.unsent[key]
	if !ok {
		return
	}
	delete(c.unsent, key)
	if before := c.before[key]; before != text {
		c.past = append(c.past, setting{key, before})
	}
	c.sent(key, text)
	dom.ID("undo").Hide(len(c.past) == 0)
}

// note shows a message at a control, and takes the last one away.
func (c *controls) note(key, text string) {
	if c.touched != "" && c.touched != key {
		field(c.touched, "-note").Hide(true)
	}
	c.touched = key
	field(key, "-note").Text(text)
	field(key, "-note").Hide(text == "")
}

// refresh lets all controls show their knobs.
func (c *controls) refresh() {
	c.arrange()
	for _, k := range c.knobs() {
		c.show(k)
	}
}

func (c *controls) show(k *sim.Knob) {
	row(k.Key).Hide(!k.Shown() || c.link.present && !c.link.shows(c.run, k.Key))
	c.showActive(k)
	main := field(k.Key, "")
	switch k.Kind {
	case sim.BoolKind:
		main.Set("checked", k.Number() == 1)
	case sim.PointsKind:
		main.SetVal(k.Text())
		c.showPoints(k)
	default:
		main.SetVal(c.text(k))
	}
	if slider := field(k.Key, "-slider"); !slider.IsNull() {
		slider.SetVal(sim.FormatFloat(k.PositionOf(k.Number())))
		slider.Attr("aria-valuetext", inWords(k, k.Number()))
	}
}

// showActive marks a knob that has no effect now, and says why. It stays in the
// tab order, so that the reason can be heard.
func (c *controls) showActive(k *sim.Knob) {
	reason := k.Inactive()
	row(k.Key).Class("inactive", reason != "")
	for _, part := range []string{"", "-slider"} {
		if e := field(k.Key, part); !e.IsNull() {
			e.Flag("aria-disabled", reason != "")
			e.Set("readOnly", reason != "")
		}
	}
	note := field(k.Key, "-note")
	switch {
	case reason != "":
		note.Text(reason)
		note.Hide(false)
	case c.touched != k.Key:
		note.Hide(true)
	}
}
