package e2e

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

var update = flag.Bool("update", false, "rewrite testdata/taborder.txt")

// press sends one key to whatever has the focus.
func (p *tab) press(key string, modifiers ...chromedp.KeyOption) {
	p.Helper()
	must(p.T, chromedp.Do(p.ctx, chromedp.KeyEvent(key, modifiers...)))
}

// focused names the element that has the focus, through the stage's frame.
func (p *tab) focused() string {
	p.Helper()
	return js[string](p, `(() => {
		let e = document.activeElement;
		if (e.tagName == 'IFRAME') e = e.contentDocument.activeElement;
		if (e == document.body || e.tagName == 'BODY') return '';
		return e.id ? '#' + e.id : e.tagName.toLowerCase() + ' ' + (e.getAttribute('href') || e.textContent.trim().slice(0, 40));
	})()`)
}

// The tab order is the reading order, as listed, forward and backward, and the
// stage is entered and left.
func TestTabOrder(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#at=0", desktop)
	p.ready()
	p.click("#tab-explore")
	forward := p.walk(chromedp.KeyModifiers(0))
	const file = "testdata/taborder.txt"
	if *update {
		must(t, os.WriteFile(file, []byte(strings.Join(forward, "\n")+"\n"), 0o644))
	}
	data, err := os.ReadFile(file)
	must(t, err)
	if want := strings.Fields(strings.ReplaceAll(string(data), " ", "\x00")); !slices.Equal(quoted(forward), want) {
		t.Errorf("tab order:\n%s\nwant:\n%s", strings.Join(forward, "\n"), data)
	}
	backward := p.walk(chromedp.KeyModifiers(chromedp.ModifierShift))
	slices.Reverse(backward)
	if !slices.Equal(forward, backward) {
		t.Errorf("backward the order is\n%s\nforward\n%s", strings.Join(backward, "\n"), strings.Join(forward, "\n"))
	}
}

func quoted(lines []string) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = strings.ReplaceAll(l, " ", "\x00")
	}
	return out
}

// walk presses Tab until the focus leaves the page or comes round again.
func (p *tab) walk(modifier chromedp.KeyOption) (order []string) {
	p.Helper()
	p.run(`document.activeElement?.blur(); getSelection().removeAllRanges(); window.scrollTo(0, 0)`)
	for range 200 {
		p.press(kb.Tab, modifier)
		name := p.focused()
		if name == "" || len(order) > 0 && name == order[0] {
			if len(order) > 0 {
				return order
			}
			continue
		}
		order = append(order, name)
	}
	p.Fatalf("no end after 200 tab stops: %v", order[len(order)-5:])
	return nil
}

// A whole run by keyboard alone: start, pause, step, back, to the end.
func TestKeyboardOnly(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#at=0", desktop)
	p.ready()
	alt := chromedp.KeyModifiers(chromedp.ModifierAlt)
	p.press("l", alt)
	p.await(slow, `document.querySelector('#count').textContent.includes('level 1 of')`)
	p.press("l", alt)
	p.await(slow, `document.querySelector('#count').textContent.includes('level 2 of')`)
	p.press("j", alt)
	p.await(slow, `document.querySelector('#count').textContent.includes('level 1 of')`)
	p.press("k", alt)
	p.await(slow, `document.body.dataset.state == 'running'`)
	p.press("k", alt)
	p.await(slow, `document.body.dataset.state == 'paused'`)
	p.press("r", alt)
	p.await(slow, `document.querySelector('#count').textContent.includes('level 0 of')`)
	p.press("i", alt)
	p.await(slow, `document.activeElement.tagName == 'IFRAME'`)
	p.press("c", alt)
	p.await(slow, `document.querySelector('#controls').contains(document.activeElement)`)
	p.press("g", alt)
	p.await(slow, `document.querySelector('#numbers').contains(document.activeElement)`)
	p.press("k", alt)
	p.await(slow, `document.body.dataset.state == 'finished'`)
	p.agree("diffusion")
}

// Every key of the page means something or nothing in every place and mode, and
// none ends the program.
func TestKeysEverywhere(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ fragment, alive, then string }{
		{"p=50", "#k-n", "n=9"}, {"p=50&mode=present", "#k-n", "n=9"},
		{brisk, "#sweep-seeds", "seeds=9"}, {brisk + "&mode=present", "#sweep-seeds", "seeds=9"},
	} {
		p := open(t, "/diffusion/#"+c.fragment, desktop)
		p.await(slow, `!document.querySelector('#sweepcount').textContent.includes('Loading') || document.body.dataset.state == 'ready'`)
		for _, letter := range "kljricgp" {
			p.pressIn(c.fragment, string(letter), chromedp.KeyModifiers(chromedp.ModifierAlt))
		}
		for _, key := range []string{kb.PageUp, kb.PageDown, " "} {
			p.pressIn(c.fragment, key)
		}
		p.enter(c.alive, "9")
		p.await(slow, `location.hash.includes(%q)`, c.then)
	}
}

// pressIn presses a key where nothing has the focus, and asks whether the program
// lives.
func (p *tab) pressIn(where, key string, modifiers ...chromedp.KeyOption) {
	p.Helper()
	p.run(`document.activeElement?.blur()`)
	p.press(key, modifiers...)
	if text := p.text("#alerttext"); text != "" {
		p.Fatalf("in %s the key %q ends the program: %s", where, key, text)
	}
}

// A letter typed into a box is a letter, also where an input method composes it, behind a
// dialog nothing answers, and Alt keys can be switched off: Escape still hides a tip. Keys
// are handled in order: when one has acted, those before it have done all they do.
func TestKeysStayOut(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#at=0", desktop)
	p.ready()
	alt := chromedp.KeyModifiers(chromedp.ModifierAlt)
	p.run(`window.played = 0; const post = roteWorker.postMessage;
		roteWorker.postMessage = function(m, ...more) { if (m.kind == 'play') played++; post.call(this, m, ...more) }`)
	p.press("c", alt) // opens the face with the knobs
	p.await(slow, `document.querySelector('#controls').contains(document.activeElement)`)
	p.run(`[...document.querySelectorAll('#controls input[type=text]')].find(box => box.offsetParent).focus()`)
	p.await(slow, `document.activeElement.matches('#controls input[type=text]')`)
	p.press("k", alt)
	p.run(`document.activeElement.blur()`)
	p.press("l", alt)
	p.await(slow, `document.querySelector('#scrub').value == 1`)
	if n := js[int](p, `played`); n != 0 {
		t.Error("Alt+K in a text box plays the run")
	}
	p.click("#keys")
	p.press("k", alt)
	p.run(`document.querySelector('#iframehost iframe').contentDocument.querySelector('canvas').focus()`)
	p.press(kb.ArrowRight)
	p.await(slow, `!document.querySelector('#tip').hidden`)
	p.press(kb.Escape)
	p.await(slow, `document.querySelector('#tip').hidden`)
	p.click("#keys")
	p.press("l", alt)
	p.await(slow, `document.querySelector('#scrub').value == 2`)
	if n := js[int](p, `played`); n != 0 {
		t.Error("Alt+K plays the run although the keys are off")
	}
	p.click("#share")
	p.run(`document.querySelector('#sharing button').focus()`)
	p.press("k", alt)
	p.press(kb.Escape)
	p.await(slow, `!document.querySelector('#sharing').open`)
	p.press("l", alt)
	p.await(slow, `document.querySelector('#scrub').value == 3`)
	p.click("#present")
	p.run(`document.querySelector('#play').focus()
		document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {code: 'PageDown', key: 'PageDown', isComposing: true, bubbles: true}))`)
	p.press(kb.PageUp)
	p.await(slow, `document.querySelector('#scrub').value == 2`)
	if n := js[int](p, `played`); n != 0 {
		t.Error("a key plays the run behind a dialog, or while an input method composes")
	}
	p.press("k", alt)
	p.await(slow, `played == 1`)
}

// What a key does may take the button away that has the focus, or put it elsewhere: the
// focus then goes to what is near, and not to the top of the page. A page that the browser
// translates has elements of its own within its buttons, which work as before.
func TestFocusStays(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#data=yours&pts=0,0,1,1&p=20", view{w: 1280, h: 800, still: true})
	p.ready()
	p.run("%s", translator)
	at := func(what, focus string) {
		t.Helper()
		time.Sleep(100 * time.Millisecond) // what is not seen any more loses it
		if !js[bool](p, `document.activeElement.matches(%q)`, focus) {
			t.Errorf("%s the focus is at %q", what, p.focused())
		}
	}
	enter := func(button string) {
		t.Helper()
		p.await(slow, `document.querySelector(%q)?.getClientRects().length`, button)
		p.run(`document.querySelector(%q).focus()`, button)
		p.press(kb.Enter)
	}
	p.run(`document.querySelector('#more').open = true`)
	enter(`#k-pts-rows [data-i="-1"]`)
	p.await(slow, `document.querySelectorAll('#k-pts-rows tr').length == 4`)
	at("behind a point that was added", `#k-pts-rows [data-i="-1"]`)
	p.run(`document.querySelector('#k-pts-rows td button font').click()`)
	p.await(slow, `document.querySelectorAll('#k-pts-rows tr').length == 3`)
	at("behind a point that was removed", `#k-pts-rows button`)
	p.run(`while (!document.querySelector('#undo').hidden) document.querySelector('#undo').click()`)
	p.enter("#k-seed", "77")
	enter("#undo")
	p.await(slow, `document.querySelector('#undo').hidden`)
	at("behind the last Undo", "#k-seed")
	p.look(view{w: 800, h: 600})
	enter("#menubutton")
	enter("#menu #share")
	p.await(slow, `document.querySelector('#sharing').open`)
	p.press(kb.Escape)
	p.await(slow, `!document.querySelector('#sharing').open`)
	at("behind a dialog of the menu", "#menubutton")
	p.run(`document.querySelector('#sharing').showModal(); document.querySelector('#sharing').close(); document.querySelector('#play').focus()`)
	at("of a reader who is quicker than a dialog", "#play")
	p.look(view{w: 390, h: 844})
	enter("#knobs")
	enter("#sheetkeys #reset")
	p.look(desktop)
	p.await(slow, `document.querySelector('#sheet').hidden`)
	at("when the sheet has gone", "#playback button")
	must(t, p.visit("/404.html"))
	must(t, p.visit("/diffusion/"))
	p.ready()
	p.enter("#speed", "0")
	enter("#asking .without")
	enter(".lessonstep:not([hidden]) .next.filled")
	p.await(slow, `document.querySelector('#questions p').textContent.startsWith('Question 2')`)
	at("at the next question", "#questions [aria-current]")
}
