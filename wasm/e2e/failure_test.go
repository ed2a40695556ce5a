package e2e

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

// Without WebGL the page shows the SVG picture, and all else works.
func TestWithoutWebGL(t *testing.T) {
	t.Parallel()
	ctx, cancel, err := start(filepath.Join(t.TempDir(), "profile"), chromedp.Flag("disable-3d-apis", true))
	must(t, err)
	defer cancel()
	p := openIn(t, ctx, "/diffusion/", desktop)
	p.await(slow, `document.body.dataset.stage == 'svg' && document.body.dataset.state != 'loading'`)
	p.finish()
	p.agree("diffusion")
	if !js[bool](p, `document.querySelector('#still svg').textContent.includes('Where do the samples go?')`) {
		t.Error("the SVG picture lacks the title of the map")
	}
	p.pointsOnSVG()
}

// bare is what a pointer does on the SVG picture at a point of the reader's own, found
// by what is shown beside it.
const bare = `window.bare = {
	fire: (type, [x, y], id, more) => document.querySelector('#still').dispatchEvent(new PointerEvent(type, {clientX: x, clientY: y, pointerId: id, bubbles: true, ...more})),
	find: text => { const r = document.querySelector('#still').getBoundingClientRect();
		for (let y = r.top; y < r.bottom; y += 9) for (let x = r.left; x < r.right; x += 9) {
			bare.fire('pointermove', [x, y], 1); if (document.querySelector('#tip').textContent.includes(text)) return [x, y]; } },
	points: () => (decodeURIComponent(location.hash).match(/pts=([^&]*)/) ?? ['', ''])[1],
}`

// The SVG picture answers to pointers as the stage does: a drag belongs to the pointer
// and to the point that began it, a finger that scrolls places nothing, and Ctrl with
// a click removes on a Mac.
func (p *tab) pointsOnSVG() {
	p.Helper()
	p.run(`location.hash = '#data=yours&pts=0,0,1,1,-1,0.5&p=20'`)
	p.await(slow, `document.body.dataset.state == 'ready' && document.querySelector('#says').textContent.includes('around 3')`)
	p.run("%s", bare)
	p.await(slow, `bare.find('x = 1, y = 1')`)
	p.run(`const [x, y] = bare.find('x = 1, y = 1'), [u, v] = bare.find('x = 0, y = 0');
		bare.fire('pointerdown', [x, y], 1);
		bare.fire('pointerdown', [x + 80, y + 80], 2, {pointerType: 'touch'});
		bare.fire('pointermove', [u + 4, v + 4], 1, {buttons: 1});
		bare.fire('pointerup', [x + 80, y + 80], 2, {pointerType: 'touch'});
		bare.fire('pointerup', [u + 4, v + 4], 1)`)
	p.await(slow, `/^0,0,-?0\.\d+,-?0\./.test(bare.points()) && bare.points().split(',').length == 6`)
	p.run(`const [x, y] = bare.find('x = −1, y = 0.5');
		bare.fire('pointerdown', [x + 60, y], 3, {pointerType: 'touch'}); bare.fire('pointermove', [x + 60, y + 90], 3, {pointerType: 'touch'});
		bare.fire('pointercancel', [x + 60, y + 90], 3, {pointerType: 'touch'});
		Object.defineProperty(navigator, 'platform', {get: () => 'MacIntel'});
		bare.fire('pointerdown', [x, y], 1, {ctrlKey: true}); bare.fire('pointerup', [x, y], 1)`)
	p.await(slow, `bare.points().split(',').length == 4`)
}

// A lost WebGL context brings the picture back, with the step unchanged.
func TestLostContext(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#at=40", view{w: 800, h: 600})
	p.ready()
	p.await(slow, `document.querySelector('#count').textContent.includes('40 of')`)
	p.expect("context") // the browser logs the loss
	p.run(`const w = document.querySelector('#iframehost iframe').contentWindow; window.before = w.document;
		w.document.querySelector('canvas').getContext('webgl2').getExtension('WEBGL_lose_context').loseContext()`)
	p.await(slow, `document.querySelector('#iframehost iframe').contentWindow.document != window.before`)
	p.ready()
	if got := p.text("#count"); got != "Noise level 40 of 160" {
		t.Errorf("after the loss the count is %q", got)
	}
}

// A worker that dies costs a message; Restart opens the same run, also with one that
// needs its time to start.
func TestWorkerKilled(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#steps=400&p=1000", desktop)
	p.ready()
	p.click("#play")
	p.await(slow, `document.body.dataset.state == 'running'`)
	p.run(`roteWorker.terminate()`)
	p.await(slow, `!document.querySelector('#alert').hidden`)
	p.run(`window.Worker = class extends Worker { // an old machine, a slow line: the next one starts late
		postMessage(m, ...more) { m.module ? setTimeout(() => super.postMessage(m, ...more), 8000) : super.postMessage(m, ...more) } }`)
	p.click("#restart")
	p.await(slow, `document.querySelector('#alert').hidden && document.body.dataset.state != 'failed' && document.body.dataset.state != 'loading'`)
	p.finish()
	p.agree("diffusion?p=1000&steps=400")
}

// After a worker's death everything that opens a run brings a new worker, as
// Restart does.
func TestLifeAfterDeath(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#n=16&p=100", desktop)
	p.ready()
	death := `roteWorker.terminate()`
	for name, act := range map[string]string{
		"Reset":        `document.querySelector('#reset').click()`,
		"Play":         `document.querySelector('#play').click()`,
		"Step":         `document.querySelector('#step').click()`,
		"a knob":       `document.querySelector('#k-n').value = 12 + 8 * (document.querySelector('#k-n').value == 12); document.querySelector('#k-n').dispatchEvent(new Event('change'))`,
		"a live knob":  `document.querySelector('#k-tol').value = '0.1'; document.querySelector('#k-tol').dispatchEvent(new Event('change'))`,
		"a preset":     `document.querySelector('#presets a').click()`,
		"Sweep to Try": `document.querySelector('#place-sweep').click(); setTimeout(() => document.querySelector('#place-try').click(), 500)`,
	} {
		p.run("%s", death)
		p.await(slow, `document.body.dataset.state == 'failed' && !document.querySelector('#alert').hidden`)
		death = `roteWorker.onmessage({data: {kind: 'fail', message: 'it died'}})` // which is seen at once
		p.run(`const dead = roteWorker; window.revived = () => roteWorker != dead`)
		p.run("%s", act)
		p.await(slow, `revived() && document.querySelector('#alert').hidden && document.body.dataset.place != 'sweep'`)
		p.await(slow, `['ready', 'paused', 'running', 'finished'].includes(document.body.dataset.state)`)
		p.click("#reset")
		p.await(slow, `document.body.dataset.state == 'ready'`)
		p.finish()
		t.Logf("alive after %s", name)
	}
}

// refusing returns a profile that refuses storage.
func refusing(t *testing.T) (profile string) {
	t.Helper()
	profile = filepath.Join(t.TempDir(), "profile")
	must(t, os.MkdirAll(filepath.Join(profile, "Default"), 0o755))
	must(t, os.WriteFile(filepath.Join(profile, "Default", "Preferences"),
		[]byte(`{"profile": {"default_content_setting_values": {"cookies": 2}}}`), 0o644))
	return profile
}

// Where the browser refuses storage, the run, the sweep and the theme work; only
// nothing is kept, and the lesson says so.
func TestStorageRefused(t *testing.T) {
	t.Parallel()
	ctx, cancel, err := start(refusing(t))
	must(t, err)
	defer cancel()
	p := openIn(t, ctx, "/diffusion/", desktop)
	if !js[bool](p, `(() => { try { return !sessionStorage } catch { return true } })()`) {
		t.Fatal("this browser does not refuse storage")
	}
	p.ready()
	p.enter("#theme", "dark")
	p.await(slow, `document.documentElement.dataset.theme == 'dark'`)
	p.finish()
	p.agree("diffusion")
	p.await(slow, `document.querySelector('#answerskept').textContent.includes('until this tab is closed') && !document.querySelector('#answerskept').hidden`)
	p.run(`location.hash = '#%s'`, brisk)
	p.sweepReady()
	p.enter("#sweep-workers", "2")
	p.click("#sweepplay")
	p.sweepIs("ended")
	if n := js[int](p, `document.querySelector('#sweepbar').value`); n != 24 {
		t.Errorf("without storage the sweep ends with %d of 24 runs", n)
	}
}

// A stage that begins again and again, as after losses of its context, is left for the
// SVG picture, and the lab goes on.
func TestStageBeginsTooOften(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/", small)
	p.ready()
	p.run(`const w = document.querySelector('#iframehost iframe').contentWindow; for (let i = 0; i < 6; i++) w.stage.post({kind: 'ready'})`)
	p.await(slow, `document.body.dataset.stage == 'svg' && !document.querySelector('#iframehost iframe')`)
	p.enter("#theme", "dark")
	p.enter("#k-n", "16")
	p.await(slow, `location.hash.includes('n=16') && document.body.dataset.state == 'ready'`)
	p.finish()
	p.click("#restart")
	p.await(slow, `document.querySelector('#alert').hidden`)
}
