package e2e

import (
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// pointTo moves the mouse.
func (p *tab) pointTo(x, y float64) {
	p.Helper()
	must(p.T, chromedp.Do(p.ctx, chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, x, y)))
}

// The values beside a mark can be pointed at (WCAG 1.4.13): the pointer goes from the mark
// to them, and they stay; it leaves them, and they go. So it is in the stage, in the SVG
// picture that stands for it, and in the diagram of a sweep.
func TestTipIsPointedAt(t *testing.T) {
	t.Parallel()
	const own = "/diffusion/#data=yours&pts=0,0,1,1,-1,0.5&p=20"
	p := open(t, own, desktop)
	p.ready()
	mark := p.own("x = 1, y = 1")
	p.await(slow, `document.querySelector('#tip').hidden`)
	p.pointedAt("the stage", "#tip", `document.querySelector('#iframehost iframe').contentDocument.querySelector('canvas')`, mark)
	still := open(t, own, view{w: desktop.w, h: desktop.h, still: true})
	still.ready()
	still.pointedAt("the SVG picture", "#tip", `document.querySelector('#still')`, mark)
	must(t, still.visit("/diffusion/#"+brisk))
	still.sweepReady()
	r := js[[4]float64](still, `(() => { const r = document.querySelector('#sweeppicture').getBoundingClientRect(); return [r.left, r.top, r.width, r.height] })()`)
	still.pointedAt("the sweep", "#sweeptip", `document.querySelector('#sweeppicture')`, [2]float64{r[0] + 0.4*r[2], r[1] + 0.4*r[3]})
}

func (p *tab) pointedAt(where, tip, picture string, mark [2]float64) {
	p.Helper()
	p.pointTo(mark[0], mark[1])
	p.await(slow, `!document.querySelector(%q).hidden`, tip)
	text := p.text(tip)
	r := js[[4]float64](p, `(() => { const r = document.querySelector(%q).getBoundingClientRect(); return [r.left, r.top, r.width, r.height] })()`, tip)
	to := [2]float64{r[0] + r[2]/2, r[1] + r[3]/2}
	for i := 1.; i <= 12; i++ {
		p.pointTo(mark[0]+(to[0]-mark[0])*i/12, mark[1]+(to[1]-mark[1])*i/12)
	}
	time.Sleep(300 * time.Millisecond)
	if js[bool](p, `document.querySelector(%q).hidden`, tip) || p.text(tip) != text {
		p.Errorf("in %s the pointer that goes to %q finds %q, hidden %v", where, text, p.text(tip), js[bool](p, `document.querySelector(%q).hidden`, tip))
	}
	p.run(`const picture = %s; picture.dispatchEvent(new picture.ownerDocument.defaultView.PointerEvent('pointerleave', {pointerType: 'pen', clientX: 200, clientY: 200}))`, picture)
	time.Sleep(100 * time.Millisecond)
	if js[bool](p, `document.querySelector(%q).hidden`, tip) {
		p.Errorf("in %s a pen that is lifted takes the values away", where)
	}
	p.pointTo(5, 5)
	p.await(slow, `document.querySelector(%q).hidden`, tip)
}

// The values beside a mark follow it, also while the pointer rests: with each step, in
// the stage and in the SVG picture, and in the diagram of a sweep that fills in. Once
// Escape has hidden them, they stay hidden.
func TestTipFollows(t *testing.T) {
	t.Parallel()
	for _, v := range []view{desktop, {w: desktop.w, h: desktop.h, still: true}} {
		p := open(t, "/diffusion/#at=60", v)
		p.ready()
		x, y := p.pointAtSample()
		for range 2 {
			before := p.text("#tip")
			p.click("#step")
			p.await(slow, `document.querySelector('#tip').textContent.trim() != %q`, before)
			after := p.text("#tip")
			p.pointTo(5, 5)
			p.await(slow, `document.querySelector('#tip').hidden`)
			p.pointInto("#stage", x, y)
			p.await(slow, `!document.querySelector('#tip').hidden && document.querySelector('#tip').textContent.trim() == %q`, after)
		}
		p.press(kb.Escape)
		p.await(slow, `document.querySelector('#tip').hidden`)
		p.click("#step")
		time.Sleep(time.Second)
		if !js[bool](p, `document.querySelector('#tip').hidden`) {
			t.Errorf("without the stage %v: a step shows again what Escape has hidden", v.still)
		}
	}
	p := open(t, "/diffusion/#"+brisk, view{w: desktop.w, h: desktop.h, still: true})
	p.sweepReady()
	p.pointInto("#sweeppicture", 0.4, 0.4)
	p.await(slow, `!document.querySelector('#sweeptip').hidden`)
	before := p.text("#sweeptip")
	p.click("#sweepplay")
	p.sweepIs("ended")
	p.drawn()
	after := p.text("#sweeptip")
	p.pointTo(5, 5)
	p.pointInto("#sweeppicture", 0.4, 0.4)
	if now := p.text("#sweeptip"); after != now || after == before {
		t.Errorf("in a sweep that has filled in the cell says %q, %q before, %q to a pointer that comes", after, before, now)
	}
}

// pointAtSample moves the mouse to a sample, and returns where in the stage that is.
func (p *tab) pointAtSample() (x, y float64) {
	p.Helper()
	for i := range 400 {
		x, y = 0.3+0.02*float64(i%20), 0.3+0.02*float64(i/20)
		p.pointTo(5, 5)
		p.pointInto("#stage", x, y)
		time.Sleep(100 * time.Millisecond)
		if strings.HasPrefix(p.text("#tip"), "sample ") {
			return x, y
		}
	}
	p.Fatal("no sample is under the pointer anywhere")
	return x, y
}

// pointInto moves the mouse to a place of an element, as shares of its width and height.
func (p *tab) pointInto(selector string, x, y float64) {
	p.Helper()
	r := js[[4]float64](p, `(() => { const r = document.querySelector(%q).getBoundingClientRect(); return [r.left, r.top, r.width, r.height] })()`, selector)
	p.pointTo(r[0]+x*r[2], r[1]+y*r[3])
}

// A finger cannot hover over the diagram of a sweep: its first tap on a cell reads, and
// leaves what it shows; the second opens the run.
func TestTapReadsCell(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#"+brisk, view{w: 390, h: 844, still: true})
	_, err := chromedp.Call(p.ctx, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: true})
	must(t, err)
	p.sweepReady()
	at := js[[2]float64](p, `(() => { const r = document.querySelector('#sweeppicture').getBoundingClientRect(); return [r.left + 0.5 * r.width, r.top + 0.5 * r.height] })()`)
	p.fingers("touchStart", at)
	p.fingers("touchEnd")
	p.await(slow, `!document.querySelector('#sweeptip').hidden`)
	time.Sleep(time.Second)
	if words := p.text("#sweeptip"); js[bool](p, `document.body.dataset.place != 'sweep' || document.querySelector('#sweeptip').hidden`) || words == "" {
		t.Errorf("behind the first tap: %s, %q", p.state(), words)
	}
	p.fingers("touchStart", at)
	p.fingers("touchEnd")
	p.await(slow, `document.body.dataset.place == 'try' && document.querySelector('#sweeptip').hidden`)
}
