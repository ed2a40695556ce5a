//go:build js

package page

import (
	"fmt"
	"syscall/js"

	"example.org/rote/wasm/dom"
)

// A stage is the page's side of the program that paints, in an iframe. It may
// lose its picture or fail at any time; the page then shows the SVG picture.
//
// Invariant: at most one frame is on its way to the stage, and at most one
// waits. Everything lent goes back to the worker exactly once.
type stage struct {
	begun   func()                                 // the program runs, and has no picture yet
	shows   func(on bool)                          // the iframe shows the present run, or not any more
	back    func(epoch int, buffer js.Value)       // a lent buffer is free
	timed   func(ms float64)                       // a paint took so long
	drawn   func()                                 // another frame
	pointer func(m js.Value)                       // was moved or pressed on the picture
	chosen  func(text string)                      // a mark was chosen by keyboard
	key     func(key, code string, alt, more bool) // one that the page may want; more: with another modifier
	drags   func() bool                            // the lab has points that a pointer drags
	look    func() look
	tell    func(text string, x, y float64, at spot) bool // what is under a pointer
	gone    func(reason string)                           // for good

	frame    dom.Element // the iframe, or null
	ready    bool
	painted  bool // the iframe shows the present run
	off      bool // the SVG picture is used for good
	flying   *painting
	waiting  *painting
	posted   float64 // when the last frame was posted
	slow     bool    // the last paint was
	drawing  bool    // a pointer on the picture belongs to the lab
	dragging bool    // and the lab's points move with it
	step     int     // of the last frame
	reloads  reloads
	losses   reloads     // of the frame
	seen     func() bool // the picture is to be seen
	title    string
	silent   int // beats without an answer
}

// bind listens to the iframe.
func (s *stage) bind() {
	s.frame = dom.None()
	dom.Every(1000, s.pulse)
	dom.Listen(dom.Window(), "message", func(e js.Value) {
		if !s.frame.IsNull() && e.Get("source").Equal(s.frame.Get("contentWindow")) &&
			e.Get("origin").Equal(dom.Window().Get("location").Get("origin")) && e.Get("data").Type() == js.TypeObject {
			s.hear(e.Get("data"))
		}
	})
}

// load opens the stage under a title, if there is none and the browser can run it.
// It takes its place unseen: an iframe that is not displayed does not paint.
func (s *stage) load(title string) {
	if s.off || !s.frame.IsNull() {
		return
	}
	if !hasWebGL2() {
		s.giveUp("This browser offers no WebGL2. " + otherWay)
		return
	}
	s.frame = dom.Make("iframe", "")
	s.title = title
	s.frame.Attr("title", "Stage: "+title)
	s.frame.On("load", func(e js.Value) { s.loaded(dom.Element{Value: e.Get("target")}) })
	s.frame.Attr("src", dom.Window().Get("lab").Get("stage").String())
	host := dom.ID("iframehost")
	host.Style("visibility", "hidden")
	host.Hide(false)
	host.Fill(s.frame)
}

func hasWebGL2() (has bool) {
	dom.Try(func() {
		gl := dom.Make("canvas", "").Call("getContext", "webgl2")
		if has = gl.Truthy(); !has {
			return
		}
		if lose := gl.Call("getExtension", "WEBGL_lose_context"); lose.Truthy() {
			lose.Call("loseContext")
		}
	})
	return has
}

const otherWay = "The picture is now drawn in another way: it shows the same, with fewer redraws."

// giveUp shows the SVG picture from now on, and says why.
func (s *stage) giveUp(reason string) {
	s.lost()
	s.off, s.ready = true, false
	dom.Window().Get("lab").Set("without", true)
	dom.ID("iframehost").Fill()
	dom.ID("iframehost").Hide(true)
	s.frame = dom.None()
	s.showStill()
	s.gone(reason)
}

func (s *stage) showStill() {
	s.painted = false
	dom.ID("iframehost").Style("visibility", "hidden")
	dom.Body().Data("stage", "svg")
	s.shows(false)
}

func (s *stage) showStage() {
	s.painted = true
	dom.ID("iframehost").Style("visibility", "")
	s.shows(true)
	dom.Body().Data("stage", "painted")
}

func (s *stage) hear(m js.Value) {
	switch m.Get("kind").String() {
	case "ready":
		s.started()
	case "painted":
		s.done(m)
	case "hover":
		if m.Get("again").Truthy() && !dom.ID("tip").Seen() {
			return // it was hidden meanwhile
		}
		s.tell(m.Get("text").String(), m.Get("px").Float(), m.Get("py").Float(), spotIn(m.Get("at")))
	case "chosen":
		s.chosen(m.Get("text").String())
	case "down", "move", "up":
		s.pointer(m)
	case "key":
		s.key(word(m, "key"), word(m, "code"), m.Get("alt").Bool(), m.Get("shift").Bool())
	case "fail":
		s.failed(m.Get("message").String())
	}
}

// started follows a stage that has begun, or begun again after the loss of its
// context.
func (s *stage) started() {
	s.lost()
	if s.reloads.again(dom.Now()) {
		s.tooOften("")
		return
	}
	s.ready = true
	dom.Window().Get("lab").Call("came")
	s.drawing = false
	s.begun()
}

// failed reloads the stage, unless that has not helped before.
func (s *stage) failed(message string) {
	dom.Window().Get("console").Call("warn", message)
	s.lost()
	if !s.ready && s.reloads.again(dom.Now()) {
		s.tooOften(message)
		return
	}
	s.ready = false
	s.showStill()
	if w := s.frame.Get("contentWindow"); w.Truthy() {
		w.Get("location").Call("reload")
	}
}

func (s *stage) tooOften(message string) {
	s.giveUp("The stage stopped " + fmt.Sprint(mostReloads) + " times. " + otherWay + "\n" + message)
}

// focus goes to the stage, or to the picture that stands for it.
func (s *stage) focus() {
	target := dom.ID("stage")
	target.Set("tabIndex", -1)
	if s.painted {
		target = dom.Element{Value: s.frame.Get("contentDocument")}.Find("canvas")
	}
	target.Focus()
}
