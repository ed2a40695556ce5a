package e2e

import (
	"testing"
	"time"
)

// spaced are the distances that a reader may ask for (WCAG 1.4.12).
const spaced = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }`

// cut names the texts that do not fit into what holds them, and those that lie on each
// other. What scrolls holds everything.
const cut = `(() => {
	const out = [], seen = [], shown = e => e.checkVisibility({visibilityProperty: true, opacityProperty: true});
	const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	while (walk.nextNode()) {
		const e = walk.currentNode.parentElement;
		if (!walk.currentNode.data.trim() || e.closest('math, script, option, .unseen, .present .top, [hidden], [aria-hidden=true], #questions a, #iframehost') || !shown(e)) continue;
		const range = document.createRange();
		range.selectNodeContents(walk.currentNode);
		const rects = [...range.getClientRects()].filter(r => r.width > 1);
		let scrolled = false;
		for (let box = e; box && box != document.body; box = box.parentElement) {
			const s = getComputedStyle(box), b = box.getBoundingClientRect();
			if (/auto|scroll/.test(s.overflowX + s.overflowY)) scrolled = true;
			if (scrolled || !/hidden|clip/.test(s.overflowX + s.overflowY) && box.localName != 'button') continue;
			if (rects.some(r => r.right > b.right + 1.5 || r.left < b.left - 1.5 || r.bottom > b.bottom + 4 || r.top < b.top - 4)) { out.push('cut: ' + walk.currentNode.data.trim().slice(0, 40)); break; }
		}
		if (!scrolled && !e.closest('svg')) for (const r of rects) {
			const hit = seen.find(o => o.e != e && Math.min(o.r.right, r.right) - Math.max(o.r.left, r.left) > 4 && Math.min(o.r.bottom, r.bottom) - Math.max(o.r.top, r.top) > 8);
			if (hit) out.push('over each other: ' + hit.e.textContent.trim().slice(0, 30) + ' / ' + e.textContent.trim().slice(0, 30));
			seen.push({e, r});
		}
	}
	return [...new Set(out)].join('; ');
})()`

// Wider text spacing cuts nothing: home, a lab with each of its faces, its lesson with
// the question open, and its sweep, on a large screen and on a phone.
func TestTextSpacing(t *testing.T) {
	t.Parallel()
	p := open(t, "/", desktop)
	for _, c := range []struct{ path, face, alive string }{
		{"/", "", "true"}, {"/diffusion/", "lesson", ""}, {"/diffusion/#n=16", "explore", ""}, {"/diffusion/#n=16", "numbers", ""},
		{"/diffusion/#" + brisk, "", "!document.querySelector('#sweepcount').textContent.includes('Loading')"},
	} {
		must(t, p.visit("/404.html"))
		p.look(desktop)
		must(t, p.visit(c.path))
		if c.alive == "" {
			c.alive = `document.body.dataset.state != 'loading'`
		}
		p.await(slow, "%s", c.alive)
		if c.face != "" {
			p.click("#tab-" + c.face)
		}
		for _, v := range []view{desktop, {w: 390, h: 844}} {
			p.look(v)
			p.run(`const s = new CSSStyleSheet(); s.replaceSync(%q); document.adoptedStyleSheets = [s]`, spaced)
			after := js[string](p, "%s", cut)
			for end := time.Now().Add(slow); after != "" && time.Now().Before(end); time.Sleep(100 * time.Millisecond) {
				after = js[string](p, "%s", cut) // pictures are drawn anew
			}
			if after != "" {
				t.Errorf("%s %s at %dx%d: %s", c.path, c.face, v.w, v.h, after)
			}
			if wide := p.overflow(); wide != "" {
				t.Errorf("%s %s at %dx%d scrolls sideways: %s", c.path, c.face, v.w, v.h, wide)
			}
			p.run(`document.adoptedStyleSheets = []`)
		}
	}
}

// Larger text, a translation with long words, and one into a script that runs from right
// to left are cut nowhere: home, and a lab with its question open, also in front of a class.
func TestTextOfOthers(t *testing.T) {
	t.Parallel()
	const long = `(() => { const walk = document.createTreeWalker(document.querySelector('body'), NodeFilter.SHOW_TEXT);
		while (walk.nextNode()) if (!walk.currentNode.parentElement.closest('script, svg, math, textarea, [translate=no]'))
			walk.currentNode.data = walk.currentNode.data.replace(/[A-Za-z]{5,}/, m => m + 'geschwindigkeitsmessung') })()`
	p := open(t, "/404.html", desktop)
	for _, path := range []string{"/", "/diffusion/", "/diffusion/#mode=present"} {
		for _, way := range []string{`document.documentElement.style.fontSize = '200%'`, `document.documentElement.dir = 'rtl'`, long} {
			p.look(desktop)
			must(t, p.visit("/404.html"))
			must(t, p.visit(path))
			if path != "/" {
				p.ready()
			}
			p.run("%s", way)
			for _, v := range []view{desktop, {w: 1024, h: 768}, {w: 390, h: 844}} {
				p.look(v)
				p.whole(path + " with " + way)
			}
		}
	}
}

// whole fails if a text is cut, or the page scrolls sideways, once pictures are drawn anew.
func (p *tab) whole(what string) {
	p.Helper()
	faults := func() string { return js[string](p, "%s", cut) + p.overflow() }
	found := faults()
	for end := time.Now().Add(slow / 30); found != "" && time.Now().Before(end); time.Sleep(100 * time.Millisecond) {
		found = faults()
	}
	if found != "" {
		p.Errorf("%.60s at %dx%d: %s", what, js[int](p, `innerWidth`), js[int](p, `innerHeight`), found)
	}
}
