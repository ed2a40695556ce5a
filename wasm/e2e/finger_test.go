package e2e

import (
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// fingers puts fingers on the screen, moves or lifts them.
func (p *tab) fingers(kind input.DispatchTouchEventType, at ...[2]float64) {
	p.Helper()
	points := []*input.TouchPoint{}
	for i, xy := range at {
		id := float64(i)
		points = append(points, &input.TouchPoint{X: xy[0], Y: xy[1], ID: &id})
	}
	_, err := chromedp.Call(p.ctx, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: points})
	must(p.T, err)
}

// own returns where a training point of the reader's own is on the screen. The picture
// says so when it is chosen by keyboard.
func (p *tab) own(text string) (at [2]float64) {
	p.Helper()
	p.run(`window.mark = null; window.spot ??= addEventListener('message', e => { if (e.data.kind == 'hover' && e.data.text.includes(window.wanted)) mark = [e.data.px, e.data.py] }) ?? 1;
		window.wanted = %q; document.querySelector('#iframehost iframe').contentDocument.querySelector('canvas').focus()`, text)
	for range 40 {
		p.press(kb.ArrowRight)
		if js[bool](p, `(async () => { await new Promise(f => setTimeout(f, 30)); return !!mark })()`) {
			break
		}
	}
	return js[[2]float64](p, `(() => { document.activeElement.blur(); const r = document.querySelector('#stage').getBoundingClientRect(); return mark && [r.left + mark[0], r.top + mark[1]] })()`)
}

// On a phone: fields do not make the page zoom, a tap leaves what it shows, only the
// finger that began drags, a long press removes a point, and on a Mac Ctrl and a click
// do, too.
func TestFingers(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#data=yours&pts=0,0,1,1,-1,0.5&p=20", view{w: 390, h: 844})
	_, err := chromedp.Call(p.ctx, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: true})
	must(t, err)
	p.ready()
	if small := js[string](p, `[...document.querySelectorAll('input[type=text], textarea, select')].filter(e => parseFloat(getComputedStyle(e).fontSize) < 16).map(e => e.id).join()`); small != "" {
		t.Errorf("below 16 px: %s", small)
	}
	first := p.own("x = 1, y = 1")
	p.fingers("touchStart", first)
	p.fingers("touchEnd")
	time.Sleep(time.Second)
	if js[bool](p, `document.querySelector('#tip').hidden`) {
		t.Error("what a tap has shown is gone")
	}
	before := js[string](p, `location.hash`)
	p.fingers("touchStart", first)
	p.fingers("touchStart", first, [2]float64{first[0] + 60, first[1] + 60})
	p.fingers("touchMove", first, [2]float64{first[0] + 100, first[1] + 100})
	p.fingers("touchEnd")
	time.Sleep(1500 * time.Millisecond)
	if after := js[string](p, `location.hash`); after != before {
		t.Errorf("a second finger drags the point of the first: %s, and before %s", after, before)
	}
	p.fingers("touchStart", first)
	p.fingers("touchMove", [2]float64{first[0] - 30, first[1] + 30})
	p.fingers("touchEnd")
	p.await(slow, `location.hash != %q && decodeURIComponent(location.hash).match(/pts=([^&]*)/)[1].split(',').length == 6`, before)
	second := p.own("x = −1, y = 0.5")
	p.fingers("touchStart", second)
	time.Sleep(time.Second)
	p.fingers("touchEnd")
	p.await(slow, `decodeURIComponent(location.hash).match(/pts=([^&]*)/)[1].split(',').length == 4`)
	_, err = chromedp.Call(p.ctx, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{})
	must(t, err)
	p.run(`Object.defineProperty(document.querySelector('#iframehost iframe').contentWindow.navigator, 'platform', {get: () => 'MacIntel'})`)
	third := p.own("x = 0, y = 0")
	for _, kind := range []input.DispatchMouseEventType{"mousePressed", "mouseReleased"} {
		_, err = chromedp.Call(p.ctx, input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: kind, X: third[0], Y: third[1], Button: "left", Modifiers: 2, ClickCount: 1})
		must(t, err)
	}
	p.await(slow, `decodeURIComponent(location.hash).match(/pts=([^&]*)/)[1].split(',').length == 2`)
}

// mouse presses, moves or lets go a button of the mouse.
func (p *tab) mouse(kind input.DispatchMouseEventType, button input.MouseButton, at [2]float64) {
	p.Helper()
	buttons := int64(0)
	if kind != "mouseReleased" {
		buttons = map[input.MouseButton]int64{"left": 1, "right": 2, "middle": 4}[button]
	}
	_, err := chromedp.Call(p.ctx, input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: kind, X: at[0], Y: at[1], Button: button, Buttons: buttons, ClickCount: 1})
	must(p.T, err)
}

// The other button removes a point and drags none that is left, the wheel pressed does nothing, and a drag that ends
// beyond the picture has ended: in the stage, and in the SVG picture, where a long press
// removes a point as well.
func TestButtonsAndEdges(t *testing.T) {
	t.Parallel()
	const own = "/diffusion/#data=yours&pts=0,0,1,1,-1,0.5&p=20"
	p := open(t, own, desktop)
	p.ready()
	first, second, third := p.own("x = 0, y = 0"), p.own("x = 1, y = 1"), p.own("x = −1, y = 0.5")
	still := open(t, own, view{w: desktop.w, h: desktop.h, still: true})
	still.ready()
	for _, p := range []*tab{p, still} {
		p.mouse("mouseMoved", "none", second)
		p.mouse("mousePressed", "left", second)
		p.mouse("mouseMoved", "left", [2]float64{second[0] + 20, second[1]})
		p.mouse("mouseMoved", "left", [2]float64{second[0] + 20, 5})
		p.mouse("mouseReleased", "left", [2]float64{second[0] + 20, 5})
		p.await(slow, `!decodeURIComponent(location.hash).includes('pts=0,0,1,1,')`)
		time.Sleep(700 * time.Millisecond) // the link is true again
		before := js[string](p, `location.hash`)
		p.mouse("mouseMoved", "none", [2]float64{second[0], second[1] + 60})
		time.Sleep(700 * time.Millisecond)
		if after := js[string](p, `location.hash`); after != before {
			t.Errorf("a drag goes on after its end beyond the picture: %s, and before %s", after, before)
		}
		for _, at := range [][2]float64{first, {first[0] + 40, first[1] + 60}} {
			p.mouse("mouseMoved", "none", at)
			p.mouse("mousePressed", "middle", at)
			p.mouse("mouseMoved", "middle", [2]float64{at[0] + 25, at[1]})
			p.mouse("mouseReleased", "middle", [2]float64{at[0] + 25, at[1]})
		}
		time.Sleep(700 * time.Millisecond)
		if after := js[string](p, `location.hash`); after != before {
			t.Errorf("the wheel that is pressed makes of %s %s", before, after)
		}
		p.mouse("mousePressed", "right", first)
		p.mouse("mouseMoved", "right", [2]float64{first[0] + 40, first[1] + 40})
		p.mouse("mouseReleased", "right", [2]float64{first[0] + 40, first[1] + 40})
		p.await(slow, `(() => { const points = hash => decodeURIComponent(hash).match(/pts=([^&]*)/)[1].split(','); return points(location.hash).join() == points(%q).slice(2).join() })()`, before)
	}
	_, err := chromedp.Call(still.ctx, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: true})
	must(t, err)
	still.fingers("touchStart", third)
	time.Sleep(time.Second)
	still.fingers("touchEnd")
	still.await(slow, `decodeURIComponent(location.hash).match(/pts=([^&]*)/)[1].split(',').length == 2`)
}
