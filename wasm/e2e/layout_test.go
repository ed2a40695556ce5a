package e2e

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

var sizes = []view{{w: 1280, h: 800}, {w: 1024, h: 768}, {w: 844, h: 390}, {w: 390, h: 844}, {w: 320, h: 256}}

// The page is complete without any script: lesson, formulas, controls, picture.
func TestWithoutScript(t *testing.T) {
	t.Parallel()
	p := open(t, "/404.html", desktop)
	_, err := chromedp.Call(p.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	must(t, err)
	must(t, chromedp.Do(p.ctx, chromedp.Navigate(site+"/diffusion/#at=0")))
	html, err := chromedp.Run(p.ctx, chromedp.OuterHTML(chromedp.CSS("html")))
	must(t, err)
	for _, part := range []string{"<h1", "<math", `data-knob="c"`, `data-knob="seed"`, `id="still"`, ".svg", `id="lesson"`, `href="about/"`, "Show answer"} {
		if !strings.Contains(html, part) {
			t.Errorf("the page without scripts lacks %s", part)
		}
	}
}

// Nothing scrolls sideways, also with doubled text.
func TestNoOverflow(t *testing.T) {
	t.Parallel()
	p := open(t, "/404.html", view{w: 1280, h: 800, still: true})
	for _, path := range append(pages(), "/diffusion/#"+quickPair) {
		must(t, p.visit(path))
		if isLab(path) {
			p.ready()
		}
		for _, v := range sizes {
			p.look(v)
			for _, text := range []string{"100%", "200%"} {
				p.run(`document.documentElement.style.fontSize = %q`, text)
				if wide := p.overflow(); wide != "" {
					t.Errorf("%s at %dx%d, text %s scrolls sideways: %s", path, v.w, v.h, text, wide)
				}
			}
		}
	}
}

func isLab(path string) bool { return slices.Contains(labs, strings.Trim(path, "/")) }

// overflow names the widest element if the page is wider than the window.
func (p *tab) overflow() string {
	return js[string](p, `(() => {
		const w = document.documentElement.clientWidth;
		if (document.documentElement.scrollWidth <= w) return '';
		let worst = null, right = w;
		for (const e of document.body.querySelectorAll('*')) {
			const r = e.getBoundingClientRect();
			if (r.width && r.right > right + 0.5 && getComputedStyle(e).position != 'fixed') { right = r.right; worst = e }
		}
		return worst ? worst.tagName + '#' + worst.id + '.' + worst.className + ' to ' + right : 'unknown';
	})()`)
}

// Play can be seen without scrolling, and the stage is large, at the three main
// sizes.
func TestPlayInView(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		view
		stageW, stageH float64
	}{{view{w: 1280, h: 800}, 920, 480}, {view{w: 1024, h: 768}, 700, 460}, {view{w: 390, h: 844}, 350, 300}} {
		p := open(t, "/diffusion/#at=0", c.view)
		p.ready()
		if js[bool](p, `(() => { const r = document.querySelector('#play').getBoundingClientRect();
			return r.top < 0 || r.bottom > innerHeight || r.left < 0 || r.right > innerWidth })()`) {
			t.Errorf("%dx%d: Play is out of view", c.w, c.h)
		}
		got := js[[2]float64](p, `(() => { const r = document.querySelector('#stage').getBoundingClientRect(); return [r.width, r.height] })()`)
		if got[0] < c.stageW || got[1] < c.stageH {
			t.Errorf("%dx%d: the stage is %v, want at least %vx%v", c.w, c.h, got, c.stageW, c.stageH)
		}
	}
}

func (v view) String() string {
	theme := "light"
	if v.dark {
		theme = "dark"
	}
	return fmt.Sprintf("%dx%d-%s", v.w, v.h, theme)
}
