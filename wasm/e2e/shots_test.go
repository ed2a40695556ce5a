package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Screenshots of each view of each lab at its end, for people to look at, go to the
// folder SHOTS: in both themes, at two sizes. Without that folder one picture behind the
// first step is enough for the test itself, which asks only that it is not blank.
func TestScreenshots(t *testing.T) {
	t.Parallel()
	dir, looks := os.Getenv("SHOTS"), []view{{w: 390, h: 844, dark: true}}
	watched := dir != ""
	if watched {
		looks = append(looks, desktop, view{w: 390, h: 844}, view{w: 1280, h: 800, dark: true})
	} else {
		dir = t.TempDir()
	}
	must(t, os.MkdirAll(dir, 0o755))
	p := open(t, "/404.html", desktop)
	for _, lab := range labs {
		must(t, p.visit("/"+lab+"/#at=0"))
		for view, link := range p.firstPresets() {
			must(t, p.visit("/404.html")) // or the page goes on with the run that it has
			must(t, p.visit("/"+lab+"/#"+strings.TrimPrefix(link+"&at=0", "#")))
			p.ready()
			if watched {
				p.finish()
			} else {
				p.click("#step")
				p.await(slow, `document.querySelector('#scrub').value != 0`)
			}
			p.shoot(filepath.Join(dir, lab+"-"+view), looks)
		}
	}
}

// firstPresets returns the link of the first preset of each view.
func (p *tab) firstPresets() map[string]string {
	p.Helper()
	return js[map[string]string](p, `Object.fromEntries([...document.querySelectorAll('#presets a')].reverse()
		.map(a => [new URLSearchParams(a.hash.slice(1)).get('view') ?? document.querySelector('#k-view')?.value ?? 'only', a.hash]))`)
}

// shoot saves pictures.
func (p *tab) shoot(name string, looks []view) {
	p.Helper()
	for _, v := range looks {
		p.look(v)
		p.run(`scrollTo(0, 0)`)
		p.ready()
		png := p.photograph()
		if len(png) < 20_000 {
			p.Errorf("%s at %v: a picture of %d bytes is nearly blank", name, v, len(png))
		}
		must(p.T, os.WriteFile(name+"-"+v.String()+".png", png, 0o644))
	}
}
