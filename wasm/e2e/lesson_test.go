package e2e

import (
	"os"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// A page without a wish opens the first question. Nothing tells its answer until the
// run is over; then prediction and result meet, and stay over a reload.
func TestQuestion(t *testing.T) {
	source, err := os.ReadFile("node_modules/axe-core/axe.min.js")
	must(t, err)
	p := open(t, "/", desktop)
	_, err = chromedp.Call(p.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: string(source)})
	must(t, err)
	must(t, chromedp.Do(p.ctx, chromedp.Navigate(site+"/ntk/")))
	p.run(`localStorage.removeItem('rote.lesson.ntk')`)
	must(t, chromedp.Do(p.ctx, chromedp.Navigate(site+"/404.html")))
	must(t, chromedp.Do(p.ctx, chromedp.Navigate(site+"/ntk/")))
	p.ready()
	p.await(slow, `document.body.dataset.question == 'open'`)
	p.untold("question")
	p.lawful("question")
	p.snap("question")
	p.inClass("question", ".choices")
	p.click("#asking .filled")
	if got := p.text(".lessonstep:not([hidden]) .missing"); !strings.Contains(got, "Choose") || js[bool](p, `document.body.dataset.state == 'running'`) {
		t.Errorf("without a choice the page says %q", got)
	}
	p.enter("#speed", "0")
	p.click(`.lessonstep:not([hidden]) input[value="128"]`)
	p.click(".lessonstep:not([hidden]) .lock")
	p.await(slow, `document.body.dataset.state == 'running'`)
	p.untold("running")
	p.await(slow, `document.body.dataset.state == 'finished' && document.body.dataset.question == 'answered'`)
	p.answered()
	p.lawful("answered")
	p.snap("answered")
	p.inClass("answered", ".axis")
	must(t, chromedp.Do(p.ctx, chromedp.Navigate(site+"/404.html")))
	must(t, chromedp.Do(p.ctx, chromedp.Navigate(site+"/ntk/")))
	p.ready()
	p.await(slow, `document.body.dataset.question == 'open' && document.querySelector('#questions p').textContent == 'Question 2 of 6'`)
	p.run(`localStorage.removeItem('rote.lesson.ntk')`)
}

// untold checks that nothing on the screen tells the answer.
func (p *tab) untold(when string) {
	p.Helper()
	if got := p.text("#number"); got != "?" {
		p.Errorf("%s: the number is %q", when, got)
	}
	seen := js[string](p, `document.body.innerText`)
	for _, telling := range []string{"Almost no spare room", "The first 90", "It is 256", "Show answer"} {
		if strings.Contains(seen, telling) {
			p.Errorf("%s: the page shows %q", when, telling)
		}
	}
	if js[bool](p, `!!document.querySelector('#facts [data-fact=memorized], #facts [data-fact=first]')`) {
		p.Errorf("%s: the readings tell the answer", when)
	}
}

// answered checks what stands there after the run.
func (p *tab) answered() {
	p.Helper()
	if got, want := p.text(".lessonstep:not([hidden]) .verdict"), "You said “About half, as by guessing”. It is 256."; got != want {
		p.Errorf("the verdict is %q, want %q", got, want)
	}
	if got := p.text("#number"); got != "256" {
		p.Errorf("the number is %q", got)
	}
	if !strings.Contains(js[string](p, `document.body.innerText`), "The first 90") {
		p.Error("the explanation is not to be seen")
	}
	if n := js[int](p, `[...document.querySelectorAll('.filled')].filter(e => e.getClientRects().length).length`); n != 1 {
		p.Errorf("%d filled buttons, want 1", n)
	}
	if n := js[int](p, `document.querySelectorAll('.lessonstep:not([hidden]) .axis :is(.yours, .real)').length`); n != 2 {
		p.Errorf("%d marks on the axis, want 2", n)
	}
}

// inClass checks that a part of the question is to be seen in front of a class, too.
func (p *tab) inClass(when, part string) {
	p.Helper()
	p.click("#present")
	p.settle()
	if !js[bool](p, `!!document.querySelector('.lessonstep:not([hidden]) %s').getClientRects().length`, part) {
		p.Errorf("%s in front of a class: %s is not to be seen", when, part)
	}
	p.large()
	for _, violation := range p.axe() {
		p.Errorf("%s in front of a class: %s", when, violation)
	}
	p.snap(when + "-present")
	p.click("#leave")
}

// lawful lets axe-core look at the page, large and small.
func (p *tab) lawful(when string) {
	p.Helper()
	for _, v := range []view{{w: 390, h: 844, dark: true}, desktop} {
		p.look(v)
		p.settle()
		for _, violation := range p.axe() {
			p.Errorf("%s at %v: %s", when, v, violation)
		}
	}
}

// snap saves a picture in the folder SHOTS, if there is one.
func (p *tab) snap(name string) {
	p.Helper()
	if dir := os.Getenv("SHOTS"); dir != "" {
		must(p.T, os.WriteFile(dir+"/"+name+".png", p.photograph(), 0o644))
	}
}
