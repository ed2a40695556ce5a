package e2e

import "testing"

// Play can be seen without scrolling at all sizes but the smallest, with and
// without a notice.
func TestPlayAlwaysVisible(t *testing.T) {
	t.Parallel()
	for _, fragment := range []string{"#at=0", "#n=-3&nope=1"} {
		p := open(t, "/diffusion/"+fragment, desktop)
		p.ready()
		for _, v := range []view{{w: 1920, h: 1080}, {w: 1440, h: 900}, {w: 1280, h: 800}, {w: 1024, h: 768}, {w: 800, h: 600}, {w: 844, h: 390}, {w: 390, h: 844}} {
			p.look(v)
			p.settle()
			if hidden := js[string](p, `(() => { scrollTo(0, 0); const e = document.querySelector('#play'), r = e.getBoundingClientRect();
				if (r.top < 0 || r.bottom > innerHeight || r.left < 0 || r.right > innerWidth) return 'out of the window: ' + JSON.stringify(r);
				const at = document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2);
				return e.contains(at) ? '' : 'below ' + at?.id })()`); hidden != "" {
				t.Errorf("%v with %q: Play is %s", v, fragment, hidden)
			}
		}
	}
}

// The order of the elements in the page is the order on the screen: nothing stands
// above, or to the left of, what comes before it.
func TestReadingOrder(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#at=0", desktop)
	p.ready()
	p.finish()
	for _, mode := range []string{"", "present"} {
		for _, v := range []view{{w: 1280, h: 800}, {w: 1024, h: 768}, {w: 800, h: 600}, {w: 844, h: 390}, {w: 390, h: 844}, {w: 320, h: 256}} {
			for _, face := range []string{"explore", "lesson"} {
				p.look(v)
				p.click("#tab-" + face)
				p.settle()
				for _, wrong := range p.misplaced() {
					t.Errorf("%v %s %s: %s", v, mode, face, wrong)
				}
			}
		}
		if mode == "" {
			p.click("#present")
		}
	}
}

// misplaced names pairs of parts that stand in the wrong order.
func (p *tab) misplaced() []string {
	p.Helper()
	return js[[]string](p, `(() => {
		const main = document.querySelector('main'), frame = main.getBoundingClientRect();
		main.scrollTop = 0;
		const seen = e => { // what is below the fold of a phone's text comes into view before its last row
			const r = e.getBoundingClientRect();
			return main.contains(e) ? new DOMRect(r.x, r.y, r.width, Math.min(r.bottom, frame.bottom) - r.y) : r;
		};
		const parts = [...document.querySelectorAll('.top, #headline, #stage, #transport, #strip, #side')].map(e => [e, seen(e)]).filter(([e, r]) => r.width > 2 && r.height > 0);
		const wrong = [];
		parts.forEach(([a, r], i) => parts.slice(i + 1).forEach(([b, q]) => {
			const beside = q.top < r.bottom - 1 && r.top < q.bottom - 1, below = q.left < r.right - 1 && r.left < q.right - 1;
			if (below && q.bottom <= r.top + 1 || beside && q.right <= r.left + 1) wrong.push((b.id || b.className) + ' comes after ' + (a.id || a.className));
		}));
		return wrong;
	})()`)
}

// The parts of the page have room: the hero takes most of the stage, and no text in
// front of a class is small.
func TestRoom(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#at=0", desktop)
	p.ready()
	if share := js[float64](p, `(() => { const h = document.querySelector('#stage').getBoundingClientRect(), s = document.querySelector('#strip').getBoundingClientRect();
		return h.height / (s.bottom - document.querySelector('#headline').getBoundingClientRect().top) })()`); share < .6 {
		t.Errorf("the hero has %.2f of the stage, want .6", share)
	}
	p.click("#present")
	p.look(view{w: 1440, h: 900})
	p.settle()
	p.large()
}

// large checks that no text in front of a class is small.
func (p *tab) large() {
	p.Helper()
	if small := js[string](p, `[...document.querySelectorAll('main *, #transport *')].filter(e => e.getClientRects().length && e.offsetWidth > 2 && parseFloat(getComputedStyle(e).fontSize) < 22 &&
		[...e.childNodes].some(n => n.nodeType == 3 && n.data.trim())).map(e => e.id + ' ' + e.textContent.trim().slice(0, 20)).join('; ')`); small != "" {
		p.Errorf("text below 22 px in front of a class: %s", small)
	}
}
