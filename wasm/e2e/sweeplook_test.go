package e2e

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// axe-core finds nothing in the sweep, and nothing scrolls sideways, in both
// themes and at all sizes.
func TestSweepLayout(t *testing.T) {
	source, err := os.ReadFile("node_modules/axe-core/axe.min.js")
	must(t, err)
	p := open(t, "/", desktop)
	_, err = chromedp.Call(p.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: string(source)})
	must(t, err)
	must(t, chromedp.Do(p.ctx, chromedp.Navigate(site+"/diffusion/#"+brisk)))
	p.sweepReady()
	p.click("#sweepplay")
	p.sweepIs("ended")
	for _, dark := range []bool{false, true} {
		for _, v := range sizes {
			v.dark = dark
			p.look(v)
			p.settle()
			for _, violation := range p.axe() {
				t.Errorf("%v: %s", v, violation)
			}
			if dark {
				continue
			}
			for _, text := range []string{"100%", "200%"} {
				p.run(`document.documentElement.style.fontSize = %q`, text)
				if wide := p.overflow(); wide != "" {
					t.Errorf("%v, text %s scrolls sideways: %s", v, text, wide)
				}
			}
			p.run(`document.documentElement.style.fontSize = ''`)
		}
	}
	for _, v := range []view{{w: 1280, h: 800}, {w: 1024, h: 768}, {w: 390, h: 844}} {
		p.look(v)
		p.run(`scrollTo(0, 0)`)
		if js[bool](p, `(() => { const r = document.querySelector('#sweepplay').getBoundingClientRect();
			return r.top < 0 || r.bottom > innerHeight || r.left < 0 || r.right > innerWidth })()`) {
			t.Errorf("%v: the button is out of view", v)
		}
	}
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
			p.run(`scrollTo(0, 0)`)
			p.drawn()
			png := p.photograph()
			if len(png) < 20_000 {
				t.Errorf("%s at %v: a picture of %d bytes is nearly blank", name, v, len(png))
			}
			must(t, os.WriteFile(filepath.Join(dir, "sweep-"+name+"-"+v.String()+".png"), png, 0o644))
		}
	}
}
