package e2e

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

// brisk is a sweep of 24 cells, each of which takes a moment.
const brisk = "p=50&steps=10&c=1e-6..0.01*6&n=5..80*4&fact=copied"

// sweepReady waits until the sweep of the link is open.
func (p *tab) sweepReady() {
	p.Helper()
	p.await(slow, `document.body.dataset.place == 'sweep' && document.querySelector('#sweeppicture svg') && document.querySelector('#sweepcount').textContent.includes('runs')`)
}

// sweepIs waits for a state of the sweep.
func (p *tab) sweepIs(state string) {
	p.Helper()
	p.await(slow, `document.querySelector('#sweep').dataset.state == %q`, state)
}

// Screenshots of the sweep, as those of the other views.
func TestSweepScreenshots(t *testing.T) {
	dir := os.Getenv("SHOTS")
	if dir == "" {
		dir = t.TempDir()
	}
	must(t, os.MkdirAll(dir, 0o755))
	for name, query := range map[string]string{
		"diagram": "steps=40&c=1e-6..0.01*9&n=5..80*5&fact=copied",
		"curve":   "p=100&steps=40&c=1e-6..0.01*9&fact=copied&seeds=3",
	} {
		p := open(t, "/diffusion/#"+query, desktop)
		p.sweepReady()
		p.click("#sweepplay")
		p.sweepIs("ended")
		for _, v := range []view{{w: 1280, h: 800}, {w: 390, h: 844}, {w: 1280, h: 800, dark: true}, {w: 390, h: 844, dark: true}, {w: 1024, h: 768}} {
			p.look(v)
			p.await(slow, `Math.abs(document.querySelector('#sweeppicture svg').getBoundingClientRect().width - document.querySelector('#sweeppicture').clientWidth) < 2`)
			p.await(slow, `document.querySelector('#sweeppicture svg rect').getAttribute('fill') == %q`, map[bool]string{false: "#ffffff", true: "#12161c"}[v.dark])
			p.run(`scrollTo(0, 0)`)
			png, err := chromedp.Run(p.ctx, chromedp.CaptureScreenshot())
			must(t, err)
			if len(png) < 20_000 {
				t.Errorf("%s at %v: a picture of %d bytes is nearly blank", name, v, len(png))
			}
			must(t, os.WriteFile(filepath.Join(dir, "sweep-"+name+"-"+v.String()+".png"), png, 0o644))
		}
	}
}
