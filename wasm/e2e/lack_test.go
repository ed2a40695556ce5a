package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// openWithout opens a path in a tab whose pages run a script first, which takes parts of
// the browser away. The stage has all of them.
func openWithout(t *testing.T, path, script string) *tab {
	t.Helper()
	p := open(t, "/404.html", small)
	p.expect("404")
	_, err := chromedp.Call(p.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{
		Source: "if (self === top) {" + script + "}"})
	must(t, err)
	must(t, p.visit(path))
	return p
}

// What a browser lacks, or lets throw, is missing, and nothing else is: the run, the
// buttons, the theme, the sweep.
func TestBrowserLacks(t *testing.T) {
	t.Parallel()
	p := openWithout(t, "/diffusion/#n=16&p=50", `
		const refuse = () => { throw new DOMException('refused', 'SecurityError') };
		for (const name of ['matchMedia', 'ResizeObserver', 'MutationObserver', 'MediaRecorder', 'ClipboardItem']) window[name] = undefined;
		Element.prototype.replaceChildren = Array.prototype.at = String.prototype.replaceAll = Object.hasOwn = undefined; // younger than ES2020
		Object.defineProperty(navigator, 'clipboard', {value: {}});
		window.getComputedStyle = () => null;
		document.execCommand = history.replaceState = history.pushState = Element.prototype.requestFullscreen = undefined;
		document.addEventListener('readystatechange', () => { // a browser before 2022 knows no dialog
			const known = document.querySelector('dialog#sharing'), unknown = document.createElement('unknown');
			if (!known) return;
			unknown.id = known.id;
			unknown.append(...known.childNodes);
			known.replaceWith(unknown) });
		Storage.prototype.getItem = HTMLCanvasElement.prototype.getContext = refuse`)
	p.await(slow, `document.body.dataset.state == 'ready' && document.querySelector('#still svg')`)
	p.await(slow, `document.querySelector('#alerttext').textContent.includes('no WebGL2')`)
	p.click("#restart")
	p.run(`document.querySelector('#tab-explore').dispatchEvent(new KeyboardEvent('keydown', {key: 'End'}))`)
	p.await(slow, `document.body.dataset.face == 'numbers'`)
	p.enter("#theme", "dark")
	p.await(slow, `document.documentElement.dataset.theme == 'dark'`)
	for _, leave := range []func(){func() { p.click("#shareclose") }, func() { p.press(kb.Escape) }} {
		p.await(slow, `!document.querySelector('#sharing').getClientRects().length`)
		p.click("#share")
		p.await(slow, `document.querySelector('#sharing').getBoundingClientRect().top > 0`)
		p.run(`document.querySelector('#shareclose').focus()`)
		leave()
	}
	p.await(slow, `!document.querySelector('#sharing').getClientRects().length`)
	p.click("#copylink")
	p.await(slow, `!document.querySelector('#offered').hidden && document.querySelector('#offered').value.endsWith('/diffusion/#n=16&p=50')`)
	p.click("#screen")
	p.await(slow, `document.querySelector('#screen').textContent == 'Not allowed here'`)
	p.finish()
	p.agree("diffusion?n=16&p=50")
	p.run(`location.hash = '#%s'`, brisk)
	p.sweepReady()
	p.click("#sweepplay")
	p.sweepIs("ended")
	if !js[bool](p, `document.querySelector('#alert').hidden`) {
		t.Errorf("the page says %q", p.text("#alerttext"))
	}
}

// What the page tells a stage that has no canvas yet is not lost, and ends nothing.
func TestStageToldEarly(t *testing.T) {
	t.Parallel()
	p := open(t, "/404.html", small)
	p.expect("404")
	_, err := chromedp.Call(p.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{
		Source: `if (self !== top) Object.defineProperty(self, 'stage', {configurable: true, set: stage => {
			Object.defineProperty(self, 'stage', {value: stage});
			queueMicrotask(() => ['drawing', 'reread'].forEach(kind =>
				dispatchEvent(new MessageEvent('message', {data: {kind, on: true, x: 1, y: 1}, origin: location.origin, source: parent})))) }})`})
	must(t, err)
	must(t, p.visit("/diffusion/#n=16&p=50"))
	p.ready()
	if cursor := js[string](p, `frames[0].document.querySelector('canvas').style.cursor`); cursor != "crosshair" {
		t.Errorf("the cursor is %q", cursor)
	}
}

// A browser that refuses workers costs a message; Restart and the sweep have them when it
// allows them again.
func TestWorkersRefused(t *testing.T) {
	t.Parallel()
	p := openWithout(t, "/diffusion/#n=16&p=50", `window.kept = Worker; window.Worker = class { constructor() { throw new DOMException('by policy', 'SecurityError') } }`)
	p.await(slow, `document.body.dataset.state == 'failed' && document.querySelector('#alerttext').textContent.includes('did not load')`)
	p.click("#restart")
	p.await(slow, `document.body.dataset.state == 'failed' && !document.querySelector('#alert').hidden`)
	p.run(`location.hash = '#%s'`, brisk)
	p.sweepReady()
	p.click("#sweepplay")
	p.await(slow, `document.querySelector('#alerttext').textContent.includes('workers end at once')`)
	p.run(`window.Worker = kept`)
	p.click("#restart")
	p.click("#sweepplay")
	p.sweepIs("ended")
	p.run(`location.hash = '#n=16&p=50'`)
	p.await(slow, `document.body.dataset.state == 'ready'`)
	p.finish()
	p.agree("diffusion?n=16&p=50")
}

// A program that does not arrive, or as something else, is told in words; what the
// browser says about it is folded away.
func TestProgramSpoiled(t *testing.T) {
	t.Parallel()
	for name, script := range map[string]string{
		"another page":   `const get = fetch; window.fetch = () => get('/')`,
		"no network":     `window.fetch = () => Promise.reject(new TypeError('Failed to fetch'))`,
		"not allowed":    `WebAssembly.compileStreaming = WebAssembly.compile = () => Promise.reject(new WebAssembly.CompileError('violates unsafe-eval'))`,
		"no WebAssembly": `delete window.WebAssembly`,
	} {
		p := openWithout(t, "/diffusion/", script)
		p.await(slow, `document.body.dataset.state == 'failed' && document.querySelector('#restart').textContent == 'Reload'`)
		if words := p.text("#alerttext"); strings.Contains(words, "Error") || !strings.Contains(words, "cannot run in this page") {
			t.Errorf("%s: the alert says %q", name, words)
		}
		if !js[bool](p, `!document.querySelector('#alertmore').open && document.querySelector('#alertmore pre').textContent.includes('Error')`) {
			t.Errorf("%s: what the browser says is not folded away", name)
		}
	}
}

// A film whose worker dies is given up, with a message; the next one is made.
func TestFilmStandsStill(t *testing.T) {
	t.Parallel()
	p := openWithout(t, "/diffusion/#n=16&p=50&steps=6", `window.Worker = class extends Worker {
		constructor(url) { super(url); if (url.includes('gif') && !window.lives) setTimeout(() => this.terminate()) } }
		URL.revokeObjectURL = () => { throw new Error('refused') }`)
	p.ready()
	p.finish()
	p.click("#downloadgif")
	p.await(slow, `!document.querySelector('#filmwork').hidden`)
	p.await(slow, `document.querySelector('#filmwork').hidden && document.querySelector('#filmsays').textContent.includes('stood still')`)
	p.run(`window.lives = true`)
	p.click("#downloadgif")
	p.await(slow, `document.querySelector('#filmsays').textContent.includes('Saved a GIF')`)
}

// A worker that dies on the way to a step costs the step no more than any other death.
func TestDeathOnTheWay(t *testing.T) {
	t.Parallel()
	p := openWithout(t, "/diffusion/#n=16&p=50&at=40", `let first = true;
		window.Worker = class extends Worker { postMessage(m, ...more) {
			if (m.kind != 'open' || !first) return super.postMessage(m, ...more);
			first = false;
			this.dispatchEvent(new MessageEvent('message', {data: {kind: 'fail', message: 'it died'}})) } }`)
	p.await(slow, `document.body.dataset.state == 'failed'`)
	p.click("#restart")
	p.await(slow, `document.body.dataset.state == 'paused' && document.querySelector('#count').textContent.includes('40 of')`)
}

// Behind a sweep, too, a tab that is discarded finds its run at the step where it was
// left.
func TestDiscardedSweep(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#n=16&p=50&at=3", small)
	p.ready()
	p.click("#place-sweep")
	p.sweepReady()
	p.run(`window.before = true; location.reload()`)
	p.await(slow, `!window.before && document.readyState == 'complete'`)
	p.sweepReady()
	p.click("#place-try")
	p.await(slow, `document.body.dataset.place == 'try' && document.querySelector('#count').textContent.includes('3 of')`)
	if got := js[string](p, `document.querySelector('#k-n').value`); got != "16" {
		t.Errorf("the run that was left has n = %s, want 16", got)
	}
}

// A part of the page that something has taken out of it is missing, before the program
// begins and later, and nothing else is.
func TestPartsTaken(t *testing.T) {
	t.Parallel()
	p := openWithout(t, "/404.html", `const id = sessionStorage.taken;
		if (id) new MutationObserver(() => document.getElementById(id)?.remove()).observe(document, {childList: true, subtree: true})`)
	for _, id := range []string{"menu", "place-try", "place-compare"} {
		p.run(`sessionStorage.taken = %q; location.href = '/diffusion/#n=16&p=50'`, id)
		p.await(slow, `location.pathname == '/diffusion/' && document.body?.dataset.state == 'ready'`)
		p.press("k", chromedp.KeyModifiers(chromedp.ModifierAlt))
		p.await(slow, `document.body.dataset.state == 'finished'`)
		p.run(`location.hash = '#%s'`, brisk)
		p.sweepReady()
		p.run(`location.hash = '#n=9&p=50&at=2'`)
		p.await(slow, `document.body.dataset.place == 'try' && document.querySelector('#count').textContent.includes('2 of')`)
		must(t, p.visit("/404.html"))
	}
	p.run(`sessionStorage.removeItem('taken')`)
}
