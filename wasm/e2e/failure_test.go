package e2e

import (
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

// Without WebGL the page shows the SVG picture, and all else works.
func TestWithoutWebGL(t *testing.T) {
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
}

// A lost WebGL context brings the picture back, with the step unchanged.
func TestLostContext(t *testing.T) {
	p := open(t, "/diffusion/#at=40", view{w: 800, h: 600})
	p.ready()
	p.await(slow, `document.querySelector('#count').textContent.includes('40 of')`)
	p.expect("context") // the browser logs the loss
	p.run(`const w = document.querySelector('#iframehost iframe').contentWindow; window.before = w.document;
		w.document.querySelector('canvas').getContext('webgl2').getExtension('WEBGL_lose_context').loseContext()`)
	p.await(slow, `document.querySelector('#iframehost iframe').contentWindow.document != window.before`)
	p.ready()
	if got := p.text("#count"); got != "Step 40 of 160" {
		t.Errorf("after the loss the count is %q", got)
	}
}

// A worker that dies costs a message; Restart opens the same run.
func TestWorkerKilled(t *testing.T) {
	p := open(t, "/diffusion/#steps=400&p=1000", desktop)
	p.ready()
	p.click("#play")
	p.await(slow, `document.body.dataset.state == 'running'`)
	p.run(`roteWorker.terminate()`)
	p.await(slow, `!document.querySelector('#alert').hidden`)
	p.click("#restart")
	p.await(slow, `document.querySelector('#alert').hidden && document.body.dataset.state != 'failed' && document.body.dataset.state != 'loading'`)
	p.finish()
	p.agree("diffusion?p=1000&steps=400")
}
