package e2e

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// axe-core finds nothing to object to, on every page, in both themes, with the
// stage's iframe included: at four sizes where there is one, and at the widest and
// the narrowest where there is only text.
func TestAccessibility(t *testing.T) {
	for _, path := range pages() {
		p := openForAxe(t, path)
		sizes := []view{{w: 1280, h: 800}, {w: 320, h: 256}}
		if slices.Contains(labs, strings.Trim(path, "/")) {
			sizes = append(sizes, view{w: 1024, h: 768}, view{w: 390, h: 844})
			p.ready()
		}
		for _, dark := range []bool{false, true} {
			for _, v := range sizes {
				v.dark = dark
				p.look(v)
				p.settle()
				for _, violation := range p.axe() {
					t.Errorf("%s at %v: %s", path, v, violation)
				}
			}
		}
	}
}

// It finds nothing in the states of a run either: at its end, with the numbers and a
// table open, with the knobs of a phone in their sheet, and in front of a class.
func TestAccessibleStates(t *testing.T) {
	p := openForAxe(t, "/diffusion/#at=0")
	p.ready()
	p.finish()
	check := func(name string) {
		for _, dark := range []bool{false, true} {
			for _, v := range []view{{w: 1280, h: 800}, {w: 1024, h: 768}, {w: 390, h: 844}} {
				v.dark = dark
				p.look(v)
				p.settle()
				for _, violation := range p.axe() {
					t.Errorf("%s at %v: %s", name, v, violation)
				}
			}
		}
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

// axe returns one line per violation.
// openForAxe opens a page that has axe-core.
func openForAxe(t *testing.T, path string) *tab {
	t.Helper()
	source, err := os.ReadFile("node_modules/axe-core/axe.min.js")
	if err != nil {
		t.Fatalf("axe-core is missing; run npm install in wasm/e2e: %v", err)
	}
	p := open(t, "/", desktop)
	_, err = chromedp.Call(p.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: string(source)})
	must(t, err)
	must(t, chromedp.Do(p.ctx, chromedp.Navigate(site+path)))
	return p
}

func (p *tab) axe() []string {
	p.Helper()
	return js[[]string](p, `axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
		.then(r => r.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.target + ' ' + n.failureSummary.replace(/\s+/g, ' '))))`)
}
