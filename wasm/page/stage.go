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
	page    *page
	frame   dom.Element // the iframe, or null
	ready   bool
	painted bool // the iframe shows the present run
	off     bool // the SVG picture is used for good
	flying  *painting
	waiting *painting
	posted  float64 // when the last frame was posted
	step    int     // of the last frame
	reloads reloads
}

// A painting is a frame on its way to the stage.
type painting struct {
	header
	buffer js.Value
	length int
	lent   bool // belongs to the worker; otherwise a copy
}

// mostGlide is the longest time, in ms, in which marks glide to new places.
const mostGlide = 200

func newStage(p *page) *stage {
	s := &stage{page: p, frame: dom.Element{Value: js.Null()}}
	dom.Listen(dom.Window(), "message", func(e js.Value) {
		if !s.frame.IsNull() && e.Get("source").Equal(s.frame.Get("contentWindow")) &&
			e.Get("origin").Equal(dom.Window().Get("location").Get("origin")) && e.Get("data").Type() == js.TypeObject {
			s.hear(e.Get("data"))
		}
	})
	return s
}

// load opens the stage, if there is none and the browser can run it. It takes
// its place unseen: an iframe that is not displayed does not paint.
func (s *stage) load() {
	if s.off || !s.frame.IsNull() {
		return
	}
	if !hasWebGL2() {
		s.giveUp("This browser offers no WebGL2. The picture is drawn in another way: it shows the same, with fewer redraws.")
		return
	}
	s.frame = dom.Make("iframe", "")
	s.frame.Attr("title", "Stage: "+s.page.run.Info.Title)
	s.frame.Attr("src", dom.Window().Get("lab").Get("stage").String())
	host := dom.ID("iframehost")
	host.Style("visibility", "hidden")
	host.Hide(false)
	host.Fill(s.frame)
}

func hasWebGL2() bool {
	gl := dom.Make("canvas", "").Call("getContext", "webgl2")
	if !gl.Truthy() {
		return false
	}
	if lose := gl.Call("getExtension", "WEBGL_lose_context"); lose.Truthy() {
		lose.Call("loseContext")
	}
	return true
}

// giveUp shows the SVG picture from now on, and says why.
func (s *stage) giveUp(reason string) {
	s.lost()
	s.off = true
	dom.ID("iframehost").Fill()
	dom.ID("iframehost").Hide(true)
	s.frame = dom.Element{Value: js.Null()}
	s.showStill()
	dom.Body().Data("stage", "svg")
	if !s.page.failed {
		s.page.alert(reason, "Close")
	}
}

func (s *stage) showStill() {
	s.painted = false
	dom.ID("still").Hide(false)
	dom.ID("iframehost").Style("visibility", "hidden")
	dom.Body().Data("stage", "svg")
	s.page.still.ask()
}

func (s *stage) showStage() {
	s.painted = true
	dom.ID("iframehost").Style("visibility", "")
	dom.ID("still").Hide(true)
	dom.Body().Data("stage", "painted")
}

func (s *stage) hear(m js.Value) {
	switch m.Get("kind").String() {
	case "ready":
		s.started()
	case "painted":
		s.done(m)
	case "hover":
		showTip(m.Get("text").String(), m.Get("px").Float(), m.Get("py").Float())
	case "down", "move", "up":
		s.page.touch(m)
	case "key":
		s.page.key(m.Get("code").String(), m.Get("alt").Bool(), m.Get("shift").Bool())
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
	s.post(dom.Object("kind", "drawing", "on", s.page.run.CanTouch()))
	s.page.paintKept()
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
	s.frame.Get("contentWindow").Get("location").Call("reload")
}

func (s *stage) tooOften(message string) {
	s.giveUp("The stage stopped " + fmt.Sprint(mostReloads) + " times. The picture is now drawn in another way: it shows the same, with fewer redraws. " + shorten(message, 200))
}

// lost gives back what was on its way.
func (s *stage) lost() {
	for _, f := range []*painting{s.flying, s.waiting} {
		if f != nil {
			s.release(*f, js.Undefined())
		}
	}
	s.flying, s.waiting = nil, nil
}

// release returns the buffer of a frame to the worker, if it was lent in this
// epoch. A buffer that is lost is replaced.
func (s *stage) release(f painting, buffer js.Value) {
	if f.lent && f.epoch == s.page.worker.epoch {
		s.page.worker.give(buffer)
	}
}

// show paints a frame, and drops one that still waits.
func (s *stage) show(f painting) {
	if !s.ready {
		s.release(f, f.buffer)
		return
	}
	if s.waiting != nil {
		s.release(*s.waiting, s.waiting.buffer)
	}
	s.waiting = &f
	s.next()
}

// next posts the frame that waits, if the stage has painted the one before. For
// those who want less motion it waits on.
func (s *stage) next() {
	if s.waiting == nil || s.flying != nil {
		return
	}
	since := dom.Now() - s.posted
	if isReduced() && since < 100 {
		dom.After(100-since, s.next)
		return
	}
	f := s.waiting
	s.flying, s.waiting = f, nil
	m := s.manner("frame")
	for key, value := range map[string]any{"epoch": f.epoch, "seq": f.seq, "buffer": f.buffer, "length": f.length,
		"glide": s.glide(*f, since)} {
		m.Set(key, value)
	}
	s.posted, s.step = dom.Now(), f.step
	s.post(m, f.buffer)
}

// glide returns how long marks may take to their new places: about as long as
// frames are apart.
func (s *stage) glide(f painting, since float64) float64 {
	if !f.lent || f.step <= s.step || isReduced() || s.page.worker.credit.slow {
		return 0
	}
	return min(since, mostGlide)
}

// manner is how the stage is to paint.
func (s *stage) manner(kind string) js.Value {
	return dom.Object("kind", kind, "dark", isDark(), "reduced", isReduced(), "only", s.page.panels.only, "text", textSize(s.page.link.present))
}

func (s *stage) repaint() {
	if s.ready {
		s.post(s.manner("repaint"))
	}
}

func (s *stage) post(m js.Value, transfer ...any) {
	s.frame.Get("contentWindow").Call("postMessage", m, dom.Window().Get("location").Get("origin"), dom.List(transfer...))
}

// done follows a frame that was painted.
func (s *stage) done(m js.Value) {
	if s.flying == nil || s.flying.epoch != m.Get("epoch").Int() || s.flying.seq != m.Get("seq").Int() {
		return
	}
	if ms := m.Get("ms"); ms.Type() == js.TypeNumber {
		s.page.worker.credit.painted(ms.Float())
	}
	s.release(*s.flying, m.Get("buffer"))
	s.flying = nil
	if !s.painted {
		s.showStage()
	}
	s.next()
}

// focus goes to the stage, or to the picture that stands for it.
func (s *stage) focus() {
	target := dom.ID("stage")
	target.Set("tabIndex", -1)
	if s.painted {
		target = dom.Element{Value: s.frame.Get("contentDocument")}.Find("canvas")
	}
	if !target.IsNull() {
		target.Call("focus")
	}
}
