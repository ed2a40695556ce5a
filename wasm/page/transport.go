//go:build js

package page

import (
	"strconv"
	"syscall/js"

	"example.org/rote/sim"
	"example.org/rote/wasm/dom"
)

// A transport is the row of buttons below the picture: they play, and follow what
// is played.
type transport struct {
	player *player
	watch  stopwatch
}

func (t *transport) bind() {
	y := t.player
	y.visits = gate{every: 200, do: func() { y.visit(y.wanted) }}
	dom.ID("reset").On("click", func(js.Value) { y.reset() })
	dom.ID("back").On("click", func(js.Value) { y.back() })
	dom.ID("play").On("click", func(js.Value) { y.playOrPause() })
	dom.ID("step").On("click", func(js.Value) { y.step() })
	dom.ID("speed").On("change", func(js.Value) { t.speed() })
	t.speed()
	scrub := dom.ID("scrub")
	scrub.On("input", func(js.Value) { t.scrub(scrub.Val()) })
	scrub.On("keydown", t.scrubKey)
}

func (t *transport) speed() {
	s, _ := strconv.ParseFloat(dom.ID("speed").Val(), 64)
	t.player.worker.speed(s)
	t.watch = stopwatch{}
}

func (t *transport) scrub(value string) {
	x, _ := strconv.ParseFloat(value, 64)
	t.player.seek(int(x))
}

// scrubKey goes from one kept step to the next: a key of the slider itself
// would often end between two of them.
func (t *transport) scrubKey(e js.Value) {
	y := t.player
	if !y.any() || e.Get("altKey").Truthy() {
		return
	}
	step := y.history.kept[y.shown].step
	switch e.Get("key").String() {
	case "ArrowLeft", "ArrowDown":
		y.back()
	case "ArrowRight", "ArrowUp":
		t.forward()
	case "PageDown":
		y.seek(max(0, step-10))
	case "PageUp":
		y.seek(step + 10)
	case "Home":
		y.seek(0)
	case "End":
		y.seek(y.reach)
	default:
		return
	}
	e.Call("preventDefault")
}

// forward goes on to what the run has had already, and not beyond.
func (t *transport) forward() {
	y := t.player
	y.rest()
	if y.looking {
		y.lookAt(y.shown + 1)
	} else {
		y.seek(y.history.kept[y.shown].step + 1)
	}
}

// showState lets buttons and styles follow the state.
func (t *transport) showState(state string) {
	dom.Body().Data("state", state)
	label := "Play"
	switch {
	case state == "running":
		label = "Pause"
	case t.player.over():
		label = "Play again"
	case t.player.run.Compares():
		label = "Play both"
	}
	dom.ID("play").Find("span").Text(label)
	dom.ID("step").Flag("aria-disabled", state == "finished" && !t.player.looking)
}

// showCount lets the scrubber and the count follow a frame.
func (t *transport) showCount(f *sim.Frame) {
	live := t.player.live
	unit, words := unitWords(f), countWords(f)
	count := dom.ID("count")
	if count.Find("span").IsNull() {
		long := dom.Make("span", "")
		long.Set("className", "long")
		left := dom.Make("span", "")
		left.Set("className", "left")
		count.Fill(long, dom.Make("span", ""), left)
	}
	count.Find(".long").Text(unit + " ")
	count.Find(".long + span").Text(words)
	count.Find(".left").Text(t.left())
	words = unit + " " + words
	scrub := dom.ID("scrub")
	scrub.Attr("aria-label", unit+" shown")
	scrub.Attr("max", strconv.Itoa(max(1, f.Of, t.player.reach)))
	scrub.SetVal(strconv.Itoa(f.Step))
	scrub.Attr("aria-valuetext", words)
	dom.ID("back").Flag("aria-disabled", f.Step == 0)
	dom.ID("step").Flag("aria-disabled", live.done && !t.player.looking)
}

// left says how long a run that plays will still take, where it is slow.
func (t *transport) left() string {
	y := t.player
	if y.state() != "running" || y.replayed || y.live.of <= 0 {
		t.watch = stopwatch{}
		return ""
	}
	now, should := dom.Now(), 0.0
	if speed := y.worker.pace; speed > 0 {
		should = 1000 * y.run.Info.Seconds / float64(y.live.of) / speed
	}
	t.watch.see(y.live.step, now)
	return t.watch.words(y.live.of, now, should)
}

// ask replaces Play and what belongs to it by other buttons, the filled one first,
// as while a question is open. With none, Play is back.
func (t *transport) ask(buttons ...dom.Element) {
	dom.ID("asking").Fill(buttons...)
	dom.ID("asking").Hide(len(buttons) == 0)
	dom.ID("playback").Hide(len(buttons) > 0)
}

// main returns the button that Play is, or that stands in its place.
func (t *transport) main() dom.Element {
	if button := dom.ID("asking").Find("button"); !button.IsNull() {
		return button
	}
	return dom.ID("play")
}

// next returns the button that comes next: at the end that is the experiment to
// try, or the next question, and else the main one.
func (t *transport) next() dom.Element {
	if link := dom.ID("lesson").Find(".lessonstep:not([hidden]) .next.filled"); link.Seen() {
		return link
	}
	if link := dom.ID("try"); link.Seen() && dom.ID("asking").Get("hidden").Bool() {
		return link
	}
	return t.main()
}

// act does what the main button does.
func (t *transport) act() { t.main().Click() }

// focus goes to the main button.
func (t *transport) focus() { t.main().Focus() }
