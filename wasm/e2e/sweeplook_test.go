package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// axe-core finds nothing in the sweep, and nothing scrolls sideways, in both
// themes and at all sizes.
func TestSweepLayout(t *testing.T) {
	t.Parallel()
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

// In front of a class there are the number, the sentence, the diagram and its
// buttons, and Escape leaves.
func TestSweepPresent(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#p=9&steps=10&c=1e-6..0.01*2&n=5..80*2&fact=copied&mode=present", desktop)
	p.sweepReady()
	p.press(kb.PageDown)
	p.sweepIs("ended")
	p.drawn()
	for _, id := range []string{"#sweepsays", "#sweeppicture", "#sweepplay", "#sweepleave"} {
		if js[bool](p, `(() => { const r = document.querySelector(%q).getBoundingClientRect();
			return r.width == 0 || r.top < 0 || r.bottom > innerHeight || r.right > innerWidth })()`, id) {
			t.Errorf("%s is out of view", id)
		}
	}
	for _, id := range []string{"#sweepside", "#sweepvalues"} {
		if js[bool](p, `document.querySelector(%q).getBoundingClientRect().width > 0`, id) {
			t.Errorf("%s is in the way", id)
		}
	}
	if dir := os.Getenv("SHOTS"); dir != "" {
		must(t, os.WriteFile(filepath.Join(dir, "sweep-present.png"), p.photograph(), 0o644))
	}
	p.press(kb.Escape)
	p.await(slow, `!document.body.classList.contains('present') && document.body.dataset.place == 'sweep'`)
}

// Screenshots of the sweep, as those of the other views.
func TestSweepScreenshots(t *testing.T) {
	t.Parallel()
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
	p := open(t, "/diffusion/#p=1000&steps=160&c=1e-6..0.01*9&n=5..80*5&fact=copied", desktop)
	p.sweepReady()
	p.click("#sweepplay")
	p.await(slow, `document.querySelector('#sweeppicture').dataset.known >= 16`)
	if got := p.text("#sweepsays"); !strings.HasPrefix(got, "So far, half are copied ") {
		t.Errorf("on the way it says %q", got)
	}
	must(t, os.WriteFile(filepath.Join(dir, "sweep-running.png"), p.photograph(), 0o644))
}
