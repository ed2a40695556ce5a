package e2e

import (
	"testing"
	"time"
)

// Those who want less motion see at most ten pictures a second, in which nothing glides,
// and nothing that fades; nothing plays by itself. So it is in the usual page, in front of
// a class, in a frame, in the SVG picture, and when the wish comes during a run. Others
// see marks glide.
func TestReducedMotion(t *testing.T) {
	t.Parallel()
	const run = "steps=400&p=200"
	for _, c := range []struct {
		fragment string
		v        view
		later    bool
	}{
		{run, view{w: 1280, h: 800, reduced: true}, false},
		{run, view{w: 1280, h: 800}, true},
		{run + "&mode=present", view{w: 1280, h: 800, reduced: true}, false},
		{run + "&mode=embed&show=controls", view{w: 800, h: 600, reduced: true}, false},
		{run, view{w: 1280, h: 800, reduced: true, still: true}, false},
	} {
		p := open(t, "/diffusion/#"+c.fragment, c.v)
		p.ready()
		p.run(`window.drawn = []; window.glides = []; const stage = document.querySelector('#iframehost iframe')?.contentWindow, post = stage?.postMessage;
			if (stage) stage.postMessage = function(m, ...more) { if (m.kind == 'frame') { drawn.push(performance.now()); glides.push(m.glide) } post.call(stage, m, ...more) };
			new MutationObserver(() => drawn.push(performance.now())).observe(document.querySelector('#still'), {childList: true})`)
		time.Sleep(time.Second)
		if state := js[string](p, `document.body.dataset.state`); state != "ready" {
			t.Errorf("%s: before Play the state is %s", c.fragment, state)
		}
		p.enter("#speed", ".25") // long enough for 20 pictures, however slow
		p.click("#play")
		if c.later {
			p.await(slow, `glides.some(g => g > 0)`)
			c.v.reduced = true
			p.look(c.v)
			p.run(`drawn.length = glides.length = 0`)
			p.await(slow, `drawn.length > 1`)
			p.run(`drawn.length = glides.length = 0`)
		}
		p.await(slow, `document.body.dataset.state == 'running' && drawn.length > 20`)
		if near := js[float64](p, `Math.min(...drawn.slice(10).map((at, i) => (at - drawn[i]) / 10))`); near < 99 {
			t.Errorf("%s, later %v: a picture each %.0f ms", c.fragment, c.later, near)
		}
		if js[bool](p, `glides.some(g => g > 0)`) {
			t.Errorf("%s, later %v: marks glide", c.fragment, c.later)
		}
		if moving := js[string](p, `document.getAnimations().map(a => a.effect.target.id).join() + [...document.querySelectorAll('*')].filter(e => getComputedStyle(e).transitionDuration != '0s').map(e => e.id || e.className).join()`); moving != "" {
			t.Errorf("%s, later %v: %s may move", c.fragment, c.later, moving)
		}
	}
}
