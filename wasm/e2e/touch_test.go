package e2e

import (
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// On a phone a swipe over the picture belongs to the page and changes nothing, in
// every lab: the picture lets the browser have the touch.
func TestSwipe(t *testing.T) {
	t.Parallel()
	p := open(t, "/404.html", view{w: 390, h: 844})
	_, err := chromedp.Call(p.ctx, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: true})
	must(t, err)
	for _, lab := range labs {
		must(t, p.visit("/"+lab+"/#at=0"))
		p.ready()
		if taken := js[bool](p, `(() => {
			const canvas = document.querySelector('#iframehost iframe').contentDocument.querySelector('canvas'), view = canvas.ownerDocument.defaultView;
			const touch = new view.Touch({identifier: 1, target: canvas, clientX: 4, clientY: 150});
			const event = new view.TouchEvent('touchstart', {touches: [touch], cancelable: true, bubbles: true});
			return !canvas.dispatchEvent(event) || view.getComputedStyle(canvas).touchAction != 'auto';
		})()`); taken {
			t.Errorf("%s: the picture takes the touch", lab)
		}
		before := js[string](p, `location.hash`)
		_, err = chromedp.Call(p.ctx, input.SynthesizeScrollGesture, input.SynthesizeScrollGestureParams{X: 60, Y: 300, YDistance: -200, GestureSourceType: input.GestureSourceTypeTouch})
		must(t, err)
		if after := js[string](p, `location.hash`); after != before {
			t.Errorf("%s: the swipe changed the run from %q to %q", lab, before, after)
		}
	}
}

// A tap on a mark shows its values.
func TestTapShowsValues(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#at=0", view{w: 390, h: 844})
	_, err := chromedp.Call(p.ctx, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: true})
	must(t, err)
	p.ready()
	for y := 110.; y < 340; y += 12 {
		for x := 120.; x < 280; x += 20 {
			_, err := chromedp.Call(p.ctx, input.SynthesizeTapGesture, input.SynthesizeTapGestureParams{X: x, Y: y, GestureSourceType: input.GestureSourceTypeTouch})
			must(t, err)
			time.Sleep(30 * time.Millisecond)
			if js[bool](p, `!document.querySelector('#tip').hidden && document.querySelector('#tip').textContent.includes('=')`) {
				return
			}
		}
	}
	t.Error("no tap shows a value")
}
