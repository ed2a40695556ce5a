//go:build js

package page

import (
	"slices"
	"strings"
	"syscall/js"

	"example.org/rote/sim"
	"example.org/rote/wasm/dom"
)

// A frame is the lab in a frame of another page, as by mode=embed: the picture, the
// number, the sentence and Play. It talks with that page, and with no other window:
// it tells its height, in the words of two kinds of hosts, and its state; it takes
// play, pause, step and set.
type frame struct {
	*opened
	player *player
	set    func(key, text string) // sets a knob

	tells  gate
	told   string // the state that was told last
	height int    // that was told last
}

func (f *frame) host() js.Value { return dom.Window().Get("parent") }

func (f *frame) framed() bool { return !f.host().Equal(dom.Window()) }

func (f *frame) bind() {
	f.tells = gate{every: 200, do: f.tell}
	if !f.framed() {
		return
	}
	dom.Listen(dom.Window(), "message", func(e js.Value) {
		switch data := e.Get("data"); {
		case !e.Get("source").Equal(f.host()):
		case data.Type() == js.TypeObject:
			f.hear(data)
		case data.Type() == js.TypeString && data.String() == "slide:stop": // reveal.js leaves the slide
			f.player.rest()
		}
	})
	dom.ObserveSize(f.ask, dom.ID("main"))
	dom.Every(1000, f.ask) // the height also follows what loads late
	f.say(dom.Object("context", "h5p", "action", "hello"))
}

func (f *frame) ask() {
	if f.link.embed {
		f.tells.ask()
	}
}

func (f *frame) say(message js.Value) { f.host().Call("postMessage", message, "*") }

// show hides what a frame has no room for, and shows the faces that the link names.
func (f *frame) show() {
	body, on := dom.Body(), f.link.embed
	body.Class("embed", on)
	body.Class("bare", on && len(f.link.show) == 0)
	for word, face := range faces {
		dom.ID("tab-" + face).Hide(on && !slices.Contains(f.link.show, word))
	}
	if on && len(f.link.show) > 0 && dom.ID("tab-"+body.Get("dataset").Get("face").String()).Get("hidden").Bool() {
		dom.ID("tab-" + faces[f.link.show[0]]).Click()
	}
	f.ask()
}

// tell tells the host the height, where it has changed, and the run.
func (f *frame) tell() {
	if f.run == nil {
		return
	}
	open := link{}
	dom.ID("openrote").Attr("href", "#"+open.format(f.run, f.step()))
	if height := dom.ID("main").Get("scrollHeight").Int(); height != f.height && !dom.Body().Get("classList").Call("contains", "bare").Bool() {
		f.height = height
		f.say(dom.Object("subject", "lti.frameResize", "height", height))
		f.say(dom.Object("context", "h5p", "action", "prepareResize", "scrollHeight", height, "clientHeight", dom.Window().Get("innerHeight").Int()))
		f.say(dom.Object("context", "rote", "kind", "height", "height", height))
	}
	frame, step, ok := f.player.seen()
	if !ok {
		return
	}
	facts := dom.Object()
	for _, fact := range frame.Facts {
		facts.Set(fact.Key, fact.Value)
	}
	address := f.run.Address()
	told := strings.Join([]string{address, sim.FormatFloat(float64(step)), f.player.state()}, " ")
	if told != f.told {
		f.told = told
		f.say(dom.Object("context", "rote", "kind", "state", "address", address, "href", f.href(step), "step", step, "state", f.player.state(), "says", frame.Says, "facts", facts))
	}
}

// key gives the host a key that means nothing here.
func (f *frame) key(key, code string) {
	if f.framed() {
		f.say(dom.Object("context", "rote", "kind", "key", "key", key, "code", code))
	}
}

// count tells the host how many questions of the lesson have a prediction: also where
// the page is the usual one, as in a learning platform.
func (f *frame) count(made, of int) {
	if f.framed() {
		f.say(dom.Object("context", "rote", "kind", "answers", "made", made, "of", of))
	}
}

// href is the link that opens the frame again as it is, at a step.
func (f *frame) href(step int) string {
	return dom.Window().Get("location").Get("origin").String() + path(f.link.format(f.run, step))
}

func (f *frame) step() int {
	k, _ := f.player.current()
	return k.step
}

// hear does what the host wants.
func (f *frame) hear(m js.Value) {
	switch word(m, "context") + " " + word(m, "kind") + word(m, "action") {
	case "h5p ready": // its resizer came later than this frame
		f.say(dom.Object("context", "h5p", "action", "hello"))
	case "h5p hello", "h5p resize": // it listens, or has another width
		f.height = 0
		f.ask()
	case "h5p resizePrepared":
		f.say(dom.Object("context", "h5p", "action", "resize", "scrollHeight", f.height))
	case "rote play":
		if f.player.state() != "running" {
			f.player.playOrPause()
		}
	case "rote pause":
		f.player.rest()
	case "rote step":
		f.player.step()
	case "rote set":
		if key := word(m, "key"); f.run.Knobs.Find(key) != nil || key == "seed" {
			f.set(key, dom.Window().Get("String").Invoke(m.Get("value")).String())
		}
	}
}

// word returns a property that is a string, or "".
func word(m js.Value, key string) string {
	if v := m.Get(key); v.Type() == js.TypeString {
		return v.String()
	}
	return ""
}
