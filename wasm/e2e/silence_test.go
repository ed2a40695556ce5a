package e2e

import "testing"

// What the browser never answers is told after some seconds, as what it refuses.
func TestSilence(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#n=16&p=50", small)
	p.ready()
	told := func(what string) {
		t.Helper()
		p.await(slow, `!document.querySelector('#alert').hidden && document.querySelector('#alerttext').textContent.includes('into a PNG')`)
		p.click("#restart")
		p.await(slow, `document.querySelector('#alert').hidden`)
		t.Logf("told: %s", what)
	}
	p.run(`window.saved = []; HTMLAnchorElement.prototype.click = function() { saved.push(this.download) };
		window.kept = HTMLCanvasElement.prototype.toBlob; HTMLCanvasElement.prototype.toBlob = () => {}`)
	p.click("#downloadpng")
	told("no PNG")
	p.run(`HTMLCanvasElement.prototype.toBlob = f => f({arrayBuffer: () => new Promise(() => {})})`)
	p.click("#downloadpng")
	told("no bytes")
	p.run(`HTMLCanvasElement.prototype.toBlob = kept; window.source = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src');
		Object.defineProperty(HTMLImageElement.prototype, 'src', {set() {}})`)
	p.click("#downloadpng")
	told("no picture")
	p.run(`Object.defineProperty(HTMLImageElement.prototype, 'src', source);
		const never = () => new Promise(() => {}); document.execCommand = () => false; Element.prototype.requestFullscreen = never;
		Object.defineProperty(navigator, 'clipboard', {value: {writeText: never, write: never}})`)
	p.click("#copypng")
	p.await(slow, `saved.length == 1 && document.querySelector('#copypng').textContent == 'Saved as a file'`)
	p.click("#copylink")
	p.await(slow, `!document.querySelector('#offered').hidden && document.querySelector('#offered').value.endsWith('/diffusion/#n=16&p=50')`)
	p.click("#screen")
	p.await(slow, `document.querySelector('#screen').textContent == 'Not allowed here'`)
	p.run(`location.hash = '#%s'`, brisk)
	p.sweepReady()
	p.run(`HTMLCanvasElement.prototype.toBlob = () => {}`)
	p.click("#sweeppng")
	told("no PNG of a sweep")
}

// Settings that a full store refuses are lost with the tab, which is said once.
func TestSettingsRefused(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#n=16&p=50", desktop)
	p.ready()
	said := `document.querySelectorAll('#unkept').length == 1 && document.querySelector('#unkept').textContent.includes('last until this tab is closed')`
	for _, act := range []string{
		`const e = document.querySelector('#theme'); e.value = 'dark'; e.dispatchEvent(new Event('change'))`,
		`document.querySelector('#cite').click()`,
		`const e = document.querySelector('#sweep-workers'); e.value = '2'; e.dispatchEvent(new Event('change'))`,
	} {
		p.run("%s", act)
		if js[bool](p, "%s", said) {
			t.Errorf("it is said although it is kept: %s", act)
		}
		p.run(`Storage.prototype.kept = Storage.prototype.setItem; Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }`)
		for range 3 {
			p.run("%s", act)
		}
		p.await(slow, "%s", said)
		p.run(`document.querySelector('#unkept').remove(); Storage.prototype.setItem = Storage.prototype.kept`)
	}
	must(t, p.visit("/map/"))
	p.run(`Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }`)
	p.enter("#theme", "light")
	p.await(slow, "%s", said)
}
