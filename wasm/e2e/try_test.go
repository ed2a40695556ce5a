package e2e

import (
	"fmt"
	"math"
	"strconv"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// The headline counts what the reading says, and the end offers what to try.
func TestHeadline(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#at=0", desktop)
	p.ready()
	if got := p.text("#number"); got != "0" {
		t.Errorf("at the start the number is %q", got)
	}
	p.finish()
	if got, want := p.text("#number")+" "+p.text("#counts"), fmt.Sprintf("%v of 200 samples are copies", math.Round(200*p.fact("copied"))); got != want {
		t.Errorf("the headline is %q, want %q", got, want)
	}
	if got := p.text("#play"); got != "Play again" {
		t.Errorf("at the end Play is called %q", got)
	}
	if n := js[int](p, `[...document.querySelectorAll('.filled')].filter(e => e.getClientRects().length).length`); n != 1 {
		t.Errorf("%d filled buttons, want 1", n)
	}
	p.click("#try")
	p.await(slow, `location.hash.includes('smin=0.01') && document.body.dataset.state == 'ready'`)
}

// A thumb changes places with the hero, at once, and keeps the focus.
func TestSwap(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#at=0", desktop)
	p.ready()
	label := func(id string) string {
		return js[string](p, `document.querySelector('#' + %q + ' .unseen')?.textContent`, id)
	}
	before := label("thumb-2")
	p.run(`document.querySelector('#thumb-2').focus(); document.querySelector('#thumb-2').click()`)
	if got := label("thumb-1"); got != "Where do the samples go?" && got != "Where to?: Where do the samples go?" {
		t.Errorf("after the click the first thumb is %q", got)
	}
	if js[bool](p, `[...document.querySelectorAll('.thumb')].some(e => e.querySelector('.unseen').textContent == %q)`, before) {
		t.Errorf("the hero %q still stands in the strip", before)
	}
	if got := p.focused(); got != "#thumb-2" {
		t.Errorf("the focus is on %q", got)
	}
	p.await(slow, `document.querySelectorAll('.thumb > svg').length == 4`)
}

// Play while looking back plays what is kept from there on, and then goes on.
func TestPlayFromShown(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#at=0", desktop)
	p.ready()
	p.click("#play")
	p.await(slow, `+document.querySelector('#scrub').value > 30`)
	p.click("#play")
	p.await(slow, `document.body.dataset.state == 'paused'`)
	live := js[int](p, `+document.querySelector('#scrub').value`)
	p.enter("#scrub", "12")
	p.await(slow, `document.querySelector('#scrub').value < 20`)
	p.run(`const s = document.querySelector('#scrub'); window.from = +s.value; window.seen = [];
		new MutationObserver(() => seen.push(+s.value)).observe(document.querySelector('#count'), {subtree: true, childList: true, characterData: true})`)
	p.click("#play")
	p.await(slow, `seen.length > 3`)
	if !js[bool](p, `seen[0] > from && seen[0] < %d`, live) {
		t.Errorf("Play goes on at %s, and the run had reached %d", js[string](p, `seen[0] + ' after ' + from`), live)
	}
	p.click("#play")
	p.await(slow, `document.body.dataset.state == 'paused'`)
	p.finish()
	p.agree("diffusion")
}

// Who looks back while a live knob changes goes on looking at the same step, of the
// run as it is then; and the scrubber still reaches every step.
func TestHistoryAfterLiveKnob(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#p=50&at=90", desktop) // so that step 90 is kept
	p.await(slow, `document.body.dataset.state == 'paused'`)
	p.finish()
	p.run(`for (const [id, value] of [['k-tol', '0.3'], ['scrub', '90']]) { // the second before the worker has answered the first
		const e = document.getElementById(id);
		e.value = value;
		for (const kind of ['input', 'change']) e.dispatchEvent(new Event(kind, {bubbles: true}));
	}`)
	p.shows(90)
	p.enter("#scrub", "101")
	p.shows(101)
}

// shows waits until the page shows a step of the run with the other tolerance.
func (p *tab) shows(step int) {
	p.Helper()
	p.await(slow, `document.querySelector('#count').textContent.includes('%d of 160') && location.hash.includes('at=%d')`, step, step)
	want := ask(p.T, "diffusion?p=50&tol=0.3&at="+strconv.Itoa(step)).Facts["copied"].Value
	p.await(slow, `+document.querySelector('#facts [data-fact=copied]').dataset.value == %v`, want)
}

// A wrong number leaves the knob as it was, and a change can be undone.
func TestKnobUndo(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#at=0", desktop)
	p.ready()
	p.enter("#k-n", "abc")
	p.await(slow, `!document.querySelector('#k-n-note').hidden`)
	if got := js[string](p, `document.querySelector('#k-n').value`); got != "20" {
		t.Errorf("after abc the box shows %q, want 20", got)
	}
	p.enter("#k-c", "1/1024")
	p.await(slow, `location.hash.includes('c=')`)
	if got := js[string](p, `document.querySelector('#k-c').value`); got != "1/1024" {
		t.Errorf("the box shows %q, want what was typed", got)
	}
	p.click("#undo")
	p.await(slow, `!location.hash.includes('c=') && document.querySelector('#undo').hidden`)
}

// Another view opens with its first experiment; one that differs in live knobs only
// keeps the run.
func TestOpens(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#n=30", desktop)
	p.ready()
	p.enter("#k-view", "ucurve")
	p.await(slow, `location.hash.includes('view=ucurve') && !location.hash.includes('n=30')`)
	p.run(`location.hash = '#p=50'`)
	p.await(slow, `document.body.dataset.state == 'ready' && document.querySelector('#k-p').value == '50'`)
	p.finish()
	p.run(`location.hash = '#p=50&tol=0.2'`)
	p.await(slow, `document.querySelector('#k-tol').value == '0.2' && document.body.dataset.state == 'finished'`)
	if got := p.text("#count"); got != "Noise level 160 of 160" {
		t.Errorf("the run did not go on: %q", got)
	}
}

// In front of a class a clicker works wherever the focus is, and Escape leaves.
func TestClicker(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#p=50&mode=present", desktop)
	p.ready()
	p.run(`document.querySelector('#k-n-slider').focus()`)
	p.press(kb.PageDown)
	p.await(slow, `document.body.dataset.state == 'running'`)
	p.press(kb.PageDown)
	p.await(slow, `document.body.dataset.state == 'paused'`)
	if got := js[string](p, `document.querySelector('#k-n').value`); got != "20" {
		t.Errorf("Page Down moved the slider to %s", got)
	}
	step := js[string](p, `document.querySelector('#scrub').value`)
	p.press(kb.PageUp)
	p.await(slow, `document.querySelector('#scrub').value < +%s`, step)
	p.press(kb.Escape)
	p.await(slow, `!document.body.classList.contains('present') && !location.hash.includes('present')`)
}

// On a phone the knobs stand in a sheet, which gives the focus back.
func TestSheet(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#at=0", view{w: 390, h: 844})
	p.ready()
	p.click("#knobs")
	if got := p.focused(); got != "#closesheet" {
		t.Errorf("in the sheet the focus is on %q", got)
	}
	p.enter("#k-n", "30")
	p.await(slow, `location.hash.includes('n=30')`)
	p.click("#closesheet")
	if got := p.focused(); got != "#knobs" {
		t.Errorf("after the sheet the focus is on %q", got)
	}
	p.look(desktop)
	p.await(slow, `document.querySelector('#side').contains(document.querySelector('#k-n')) && document.querySelector('#play').nextElementSibling.id == 'back'`)
}
