package e2e

import (
	"os"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// axe-core finds nothing to object to, on every page, in both themes, with the
// stage's iframe included: at four sizes where there is one, and at the widest and
// the narrowest where there is only text.
func TestAccessibility(t *testing.T) {
	t.Parallel()
	wide, narrow := view{w: 1280, h: 800}, view{w: 320, h: 256}
	t.Run("labs", func(t *testing.T) {
		t.Parallel()
		p := openForAxe(t, "/404.html")
		for _, lab := range labs {
			must(t, p.visit("/"+lab+"/"))
			p.ready()
			p.flawless(lab, wide, narrow, view{w: 1024, h: 768}, view{w: 390, h: 844})
		}
	})
	t.Run("text", func(t *testing.T) {
		t.Parallel()
		p := openForAxe(t, "/404.html")
		for _, path := range texts() {
			must(t, p.visit(path))
			p.flawless(path, wide, narrow)
		}
	})
}

// flawless checks that axe-core finds nothing, in both themes.
func (p *tab) flawless(name string, sizes ...view) {
	p.Helper()
	for _, dark := range []bool{false, true} {
		for _, v := range sizes {
			v.dark = dark
			p.look(v)
			p.settle()
			for _, violation := range p.axe() {
				p.Errorf("%s at %v: %s", name, v, violation)
			}
		}
	}
}

// It finds nothing in the states of a run either: at its end, with the numbers and a
// table open, with the knobs of a phone in their sheet, and in front of a class.
func TestAccessibleStates(t *testing.T) {
	t.Parallel()
	p := openForAxe(t, "/diffusion/#at=0")
	p.ready()
	p.finish()
	check := func(name string) {
		p.flawless(name, view{w: 1280, h: 800}, view{w: 1024, h: 768}, view{w: 390, h: 844})
	}
	check("explore")
	p.click("#tab-numbers")
	p.click("#tables summary")
	check("numbers")
	p.look(view{w: 390, h: 844})
	p.click("#knobs")
	p.settle()
	for _, violation := range p.axe() {
		t.Errorf("sheet: %s", violation)
	}
	p.click("#closesheet")
	p.look(desktop)
	p.click("#present")
	check("present")
}

// axeSource returns the program of axe-core.
func axeSource(t *testing.T) string {
	t.Helper()
	source, err := os.ReadFile("node_modules/axe-core/axe.min.js")
	if err != nil {
		t.Fatalf("axe-core is missing; run npm install in wasm/e2e: %v", err)
	}
	return string(source)
}

// sound checks in any engine that axe-core finds nothing on the page as it stands, in
// both themes.
func (p *tab) sound(name string) {
	p.Helper()
	p.run("%s", axeSource(p.T))
	for _, theme := range []string{"light", "dark"} {
		p.run(`const choice = document.querySelector('#theme'); choice.value = %q; choice.dispatchEvent(new Event('change'))`, theme)
		p.settle()
		for _, violation := range p.axe() {
			p.Errorf("%s, %s: %s", name, theme, violation)
		}
	}
}

// openForAxe opens a page that has axe-core.
func openForAxe(t *testing.T, path string) *tab {
	t.Helper()
	p := open(t, "/", desktop)
	_, err := chromedp.Call(p.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: axeSource(t)})
	must(t, err)
	must(t, chromedp.Do(p.ctx, chromedp.Navigate(site+path)))
	return p
}

// axe returns one line per violation.
func (p *tab) axe() []string {
	p.Helper()
	return js[[]string](p, `axe.run(document, {resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
		.then(r => r.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.target + ' ' + n.failureSummary.replace(/\s+/g, ' '))))`)
}
