package e2e

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// What a browser refuses is told in words, and the page lives on.
func TestRefusals(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#n=16&p=50", small)
	p.ready()
	told := func(what string) {
		t.Helper()
		p.await(slow, `!document.querySelector('#alert').hidden && document.querySelector('#alerttext').textContent.includes('did not work')`)
		p.click("#restart")
		p.await(slow, `document.querySelector('#alert').hidden && document.body.dataset.state != 'failed'`)
		t.Logf("alive after %s", what)
	}
	p.run(`window.kept = URL.createObjectURL; URL.createObjectURL = () => { throw new Error('refused') }`)
	p.click("#downloadsvg")
	told("a refused URL")
	p.run(`URL.createObjectURL = kept; HTMLCanvasElement.prototype.toBlob = f => f(null)`)
	p.click("#downloadpng")
	told("no picture")
	p.run(`history.replaceState = history.pushState = () => { throw new Error('too often') };
		Object.defineProperty(Navigator.prototype, 'clipboard', {get() { throw new Error('refused') }});
		Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', {get() { throw new Error('refused') }});
		document.execCommand = () => { throw new Error('refused') }`)
	p.click("#copylink")
	p.await(slow, `!document.querySelector('#offered').hidden && document.activeElement.id == 'offered' &&
		document.querySelector('#offered').value.endsWith('/diffusion/#n=16&p=50') && getSelection().toString().length > 0`)
	p.enter("#k-n", "12")
	p.click("#step")
	p.await(slow, `document.querySelector('#count').textContent.includes('1 of')`)
	p.run(`delete history.replaceState; delete history.pushState; location.hash = '#%s&mode=present'`, brisk)
	p.sweepReady()
	for _, key := range []string{"l", "j", "r", "i"} {
		p.press(key, chromedp.KeyModifiers(1))
	}
	p.press(kb.PageUp)
	p.press(kb.PageDown)
	p.sweepIs("running")
}

// What belongs to a sweep does nothing while none is open, and neither does what belongs
// to its second axis while it has none, or a key that a program has sent.
func TestWithoutSweep(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#n=16&p=50", small)
	p.await(slow, `document.body.dataset.state == 'ready'`)
	for _, id := range []string{"#sweepplay", "#sweepcancel", "#sweepshow", "#sweepcsv", "#sweepsvg", "#sweeppng", "#sweep-take", "#change"} {
		p.click(id)
	}
	const poke = `for (const e of document.querySelectorAll('#sweep :is(input, select)')) for (e.value of ['abc', '7', ''])
			for (const type of ['keydown', 'input', 'change']) e.dispatchEvent(new Event(type, {bubbles: true}));
		window.dispatchEvent(new Event('keydown'))`
	p.run("%s", poke)
	p.run(`location.hash = '#p=50&steps=10&n=5..80*4&fact=copied'`)
	p.sweepReady()
	p.run("%s", poke)
	if !js[bool](p, `document.querySelector('#alert').hidden`) {
		t.Errorf("the page says %q", p.text("#alerttext"))
	}
}

// A stage that is taken away comes back; one that does not load ends in the SVG
// picture, with the reason.
func TestStageTaken(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#n=16&p=50", small)
	p.ready()
	p.run(`document.querySelector('#iframehost iframe').remove()`)
	p.await(slow, `document.querySelector('#iframehost iframe')`)
	p.ready()
	p.run(`document.querySelector('#iframehost iframe').contentWindow.location = 'about:blank'`)
	p.await(slow, `document.querySelector('#iframehost iframe')?.contentWindow.stage`)
	p.ready()
	p.expect("404")
	p.expect("frame")
	p.run(`document.querySelector('#iframehost iframe').src = 'data:text/html,another origin'`)
	p.await(slow, `!document.querySelector('#iframehost iframe').src.startsWith('data')`)
	p.ready()
	p.run(`lab.stage = '/nowhere.html'; document.querySelector('#iframehost iframe').contentWindow.location = 'about:blank'`)
	p.await(slow, `document.body.dataset.stage == 'svg' && document.querySelector('#alerttext').textContent.includes('does not load')`)
	p.click("#restart")
	p.click("#step")
	p.await(slow, `document.querySelector('#count').textContent.includes('1 of') && document.querySelector('#still svg')`)
}

// Stores of other programs are left alone, a full one is told, and a newer Rote on
// the server is told, too.
func TestStores(t *testing.T) {
	t.Parallel()
	p := open(t, "/404.html", small)
	p.expect("404")
	p.run(`localStorage.theme = 'solarized'; localStorage['rote.theme'] = 'neon'`)
	must(t, chromedp.Do(p.ctx, chromedp.Navigate(site+"/diffusion/#"+brisk)))
	p.sweepReady()
	if got := js[string](p, `document.querySelector('#theme').value + ' ' + document.documentElement.dataset.theme`); got != "system undefined" {
		t.Errorf("foreign words for the theme give %q", got)
	}
	p.run(`Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }`)
	p.click("#sweepplay")
	p.await(slow, `!document.querySelector('#sweepkept').hidden`)
	p.sweepIs("ended")
	if foreign := js[string](p, `Object.keys(localStorage).concat(Object.keys(sessionStorage)).filter(k => !k.startsWith('rote.')).join()`); foreign != "theme" {
		t.Errorf("keys without the prefix: %s", foreign)
	}
	p.run(`localStorage.removeItem('theme'); localStorage.removeItem('rote.theme'); const own = fetch;
		window.fetch = async (...a) => new Response((await (await own(...a)).text()).replace('"wasm":"', '"wasm":"x'));
		document.dispatchEvent(new Event('visibilitychange'))`)
	p.await(slow, `!document.querySelector('#reload').hidden && document.querySelector('#alerttext').textContent.includes('newer Rote')`)
}
