package e2e

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// A page without a wish opens the first question. Nothing tells its answer until the
// run is over; then prediction and result meet, and stay over a reload.
func TestQuestion(t *testing.T) {
	t.Parallel()
	p := openForAxe(t, "/ntk/")
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
	p.enter("#speed", ".25")
	p.click(`.lessonstep:not([hidden]) input[value="128"]`)
	p.click(".lessonstep:not([hidden]) .lock")
	p.await(slow, `document.body.dataset.state == 'running'`)
	p.untold("running")
	p.enter("#speed", "0")
	p.await(slow, `document.body.dataset.state == 'finished' && document.body.dataset.question == 'answered'`)
	p.answered()
	p.run(`Object.defineProperty(navigator, 'clipboard', {value: {writeText: text => { window.told = text; return Promise.resolve() }}})`)
	p.click("#copyanswers")
	p.await(slow, `window.told?.includes("\n1. 20 neurons, 256 coin flips: how many are remembered in the end?\n   You said “About half, as by guessing”. It is 256.\n   <" + location.origin + "/ntk/#show=lesson>\n\n2. ")`)
	p.run(`URL.createObjectURL = blob => { blob.text().then(text => window.saved = text); return 'blob:none' };
		HTMLAnchorElement.prototype.click = function() { window.savedAs = this.download }`)
	p.click("#saveanswers")
	p.await(slow, `window.saved == window.told && window.savedAs == 'ntk-answers.md'`)
	p.lawful("answered")
	p.snap("answered")
	p.inClass("answered", ".axis")
	must(t, chromedp.Do(p.ctx, chromedp.Navigate(site+"/404.html")))
	must(t, chromedp.Do(p.ctx, chromedp.Navigate(site+"/ntk/")))
	p.ready()
	p.await(slow, `document.body.dataset.question == 'open' && document.querySelector('#questions p').textContent == 'Question 2 of 7'`)
	p.run(`localStorage.removeItem('rote.lesson.ntk')`)
}

// A prediction without choices is a place on the axis of the result, where the law
// is drawn, too. The face of the lesson asks also when a link has set the run up.
func TestPlaceOnAxis(t *testing.T) {
	t.Parallel()
	p := openForAxe(t, "/diffusion/#smin=0.01&p=1000")
	p.ready()
	if js[bool](p, `'question' in document.body.dataset`) {
		t.Error("a link to a run opens a question")
	}
	p.click("#tab-lesson")
	p.await(slow, `document.body.dataset.question == 'open'`)
	p.enter(".lessonstep:not([hidden]) .spot input", "0.75")
	if got, want := p.text(".lessonstep:not([hidden]) .spotwords"), "750 samples that are copies"; got != want {
		t.Errorf("the place means %q, want %q", got, want)
	}
	p.enter("#speed", "0")
	p.click("#asking .filled")
	p.await(slow, `document.body.dataset.question == 'answered'`)
	run := ask(t, "diffusion?smin=0.01&p=1000").Facts
	want := fmt.Sprintf("You said “750”. It is %.0f.", 1000*run["copied"].Value)
	if got := p.text(".lessonstep:not([hidden]) .verdict"); got != want {
		t.Errorf("the verdict is %q, want %q", got, want)
	}
	if got := js[string](p, `[...document.querySelectorAll('.lessonstep:not([hidden]) .axis svg .unit')].map(line => line.textContent).join(' ')`); !strings.Contains(got, "dotted: the law, 393") {
		t.Errorf("the axis says %q", got)
	}
	p.lawful("place")
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
		for _, violation := range append(p.axe(), p.misplaced()...) {
			p.Errorf("%s at %v: %s", when, v, violation)
		}
		if !js[bool](p, `[...document.querySelectorAll('#transport .filled, #play')].some(e => { const r = e.getBoundingClientRect();
			return r.width && r.top >= 0 && r.bottom <= innerHeight && r.right <= innerWidth })`) {
			p.Errorf("%s at %v: the button that runs is not to be seen", when, v)
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
