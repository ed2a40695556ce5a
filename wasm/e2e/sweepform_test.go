package e2e

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// What is wrong with a sweep's link is told, and the sweep opens; its own link
// is canonical.
func TestSweepLinks(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#n=80..5*4&seed=abc&fact=copied&c=1..100*3", view{w: 390, h: 844})
	p.sweepReady()
	p.await(slow, `!document.querySelector('#notice').hidden`)
	for _, part := range []string{"n = 80..5*4: it runs backwards", "seed = abc is not a number", "100 is out of range; allowed is from..to*count or a list, within 0 to 10; using 1..10*3."} {
		if notice := p.text("#notice"); !strings.Contains(notice, part) {
			t.Errorf("the notice %q lacks %q", notice, part)
		}
	}
	p.await(slow, `location.hash == '#n=5..80*4&c=1..10*3&fact=copied'`)
	p.click("#noticeclose")
	p.run(`location.hash = '#n=5&fact=copied'`)
	p.await(slow, `document.querySelector('#notice').textContent.includes('No knob of diffusion has a range')`)
	p.await(slow, `location.hash == '#steps=40&c=1e-6..0.01*9&n=5..80*5&fact=copied'`)
	p.run(`location.hash = '#n=5..80*4&fact=copied&mode=present'`)
	p.await(slow, `document.body.classList.contains('present') && document.body.dataset.place == 'sweep'`)
	p.run(`location.hash = '#n=7'`)
	p.await(slow, `document.body.dataset.place == 'try' && location.hash == '#n=7'`)
	p.ready()
}

// The form makes the sweep: knobs, ranges, fact, seeds; wrong entries are told
// below it.
func TestSweepForm(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#at=0", desktop)
	p.ready()
	p.enter("#k-p", "33")
	p.await(slow, `location.hash == '#p=33'`)
	p.click("#place-sweep")
	p.sweepReady()
	p.await(slow, `location.hash == '#steps=40&c=1e-6..0.01*9&n=5..80*5&fact=copied'`)
	for _, c := range []struct{ field, value, link string }{
		{"#sweep-y", "", "steps=40&c=1e-6..0.01*9&fact=copied"},
		{"#sweep-x", "smin", "steps=40&smin=0.0001..0.01*6&fact=copied"},
		{"#sweep-x-count", "3", "steps=40&smin=0.0001..0.01*3&fact=copied"},
		{"#sweep-x-from", "1/1000", "steps=40&smin=0.001..0.01*3&fact=copied"},
		{"#sweep-seeds", "2", "steps=40&smin=0.001..0.01*3&fact=copied&seeds=2"},
		{"#sweep-y", "n", "steps=40&smin=0.001..0.01*3&n=5..80*5&fact=copied&seeds=2"},
		{"#sweep-fact", "copied_law", "steps=40&smin=0.001..0.01*3&n=5..80*5&fact=copied_law&seeds=2"},
		{"#sweep-y-to", "9999", "steps=40&smin=0.001..0.01*3&n=5..2048*5&fact=copied_law&seeds=2"},
	} {
		p.enter(c.field, c.value)
		p.await(slow, `location.hash == %q`, "#"+c.link)
	}
	if got := p.text("#sweep-note"); got != "n = 5..9999*5: 9999 is out of range; allowed is from..to*count or a list, within 1 to 2048; using 5..2048*5." {
		t.Errorf("the note is %q", got)
	}
	p.click("#sweep-take")
	p.await(slow, `location.hash == '#p=33&smin=0.001..0.01*3&n=5..2048*5&fact=copied_law&seeds=2'`)
	p.click("#place-try")
	p.await(slow, `document.body.dataset.place == 'try' && location.hash == '#p=33'`)
	p.ready()
	p.finish()
	p.agree("diffusion?p=33")
}

// A sweep by keyboard alone: from Try to the sweep, run, pause, go on, to a
// value, to its run. The focus is never lost and never trapped.
func TestSweepByKeyboard(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#at=0", desktop)
	p.ready()
	p.run(`document.querySelector('#place-sweep').focus()`)
	p.press(kb.Enter)
	p.sweepReady()
	p.press("c", chromedp.KeyModifiers(chromedp.ModifierAlt))
	p.enter("#sweep-x-count", "2")
	p.enter("#sweep-y-count", "2")
	p.run(`document.querySelector('#sweep-y-count').blur()`)
	alt := chromedp.KeyModifiers(chromedp.ModifierAlt)
	p.press("k", alt)
	p.await(slow, `['running', 'ended'].includes(document.querySelector('#sweep').dataset.state)`)
	p.sweepIs("ended")
	p.press("c", alt)
	p.await(slow, `document.activeElement.id == 'sweep-x'`)
	p.press("g", alt)
	p.await(slow, `document.activeElement.closest('#sweeptable td')`)
	p.press("g", alt)
	p.press(kb.Enter)
	p.await(slow, `document.body.dataset.place == 'try' && location.hash.startsWith('#n=80&c=1e-6&steps=40')`)
	p.await(slow, `document.activeElement != document.body`)
}

// The tab order of the sweep is its reading order, forward and backward.
func TestSweepTabOrder(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#p=9&steps=10&c=1e-6..0.01*2&n=5..80*2&fact=copied", desktop)
	p.sweepReady()
	p.click("#sweepplay")
	p.sweepIs("ended")
	order := p.walk(chromedp.KeyModifiers(0))
	const file = "testdata/taborder-sweep.txt"
	if *update {
		must(t, os.WriteFile(file, []byte(strings.Join(order, "\n")+"\n"), 0o644))
	}
	data, err := os.ReadFile(file)
	must(t, err)
	if want := strings.TrimSpace(string(data)); strings.Join(order, "\n") != want {
		t.Errorf("tab order:\n%s\nwant:\n%s", strings.Join(order, "\n"), want)
	}
	back := p.walk(chromedp.KeyModifiers(chromedp.ModifierShift))
	slices.Reverse(back)
	if !slices.Equal(order, back) {
		t.Errorf("backward the order is\n%s\nforward\n%s", strings.Join(back, "\n"), strings.Join(order, "\n"))
	}
}

// A tab leads out of the sweep also in the moment in which the URL is its link already.
func TestTryFromItsOwnLink(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#seed=5", view{w: 1280, h: 800, still: true})
	p.ready()
	p.run(`location.hash = '#c=1e-6..0.01*9&fact=copied'`)
	p.await(slow, `document.body.dataset.place == 'sweep' && location.hash.includes('fact')`)
	p.run(`const tab = document.querySelector('#place-try'); history.replaceState(null, '', tab.href); tab.click()`)
	p.await(slow, `document.body.dataset.place == 'try' && location.hash == '#seed=5'`)
	p.await(slow, `document.body.dataset.state == 'ready'`)
}
