package e2e

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// quickPair are two short runs side by side.
const quickPair = "p=50&steps=40&b.p=50&b.c=0.01&b.steps=40"

// Two runs go on together to the end of both, with the numbers of the command line;
// a knob of one side is changed, and the link opens what is to be seen.
func TestCompare(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#"+quickPair, desktop)
	p.ready()
	if got := p.text("#differs"); got != "A: Tikhonov strength c is off. B: Tikhonov strength c\u00a0=\u00a00.01." {
		t.Errorf("the heading is %q", got)
	}
	p.finish()
	for key, want := range ask(t, "diffusion?"+quickPair).Facts {
		if got := p.fact(key); got != want.Value {
			t.Errorf("%s is %v, on the command line %v", key, got, want.Value)
		}
	}
	a, b := p.text("#number"), p.text("#number-b")
	if a == b || a == "" || b == "" {
		t.Errorf("the numbers are %q and %q", a, b)
	}
	p.enter("#k-b\\.c", "0.1")
	p.await(slow, `document.body.dataset.state == 'ready' && document.querySelector('#number').textContent == '0'`)
	p.await(slow, `location.hash == '#%s'`, strings.Replace(quickPair, "0.01", "0.1", 1))
	p.finish()
	if got := p.text("#number"); got != a {
		t.Errorf("A has changed from %s to %s", a, got)
	}
	p.await(slow, `location.hash.endsWith('&at=40')`)
	says := p.text("#says-b")
	p.run(`window.before = true; location.reload()`)
	p.await(slow, `!window.before && document.body?.dataset.state == 'finished'`)
	if got := p.text("#says-b"); got != says {
		t.Errorf("after a reload B says %q, not %q", got, says)
	}
}

// Compare is reached from a run, and leads back to it; a bad half of a link is
// repaired; a worker that dies is replaced.
func TestCompareAndBack(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#p=50&steps=40&b.c=nope&b.z=1", desktop)
	p.ready()
	if got := p.text("#notice"); !strings.Contains(got, "b.c") || !strings.Contains(got, "b.z") {
		t.Errorf("the notice says %q", got)
	}
	p.click("#place-try")
	p.await(slow, `document.body.dataset.place == 'try' && location.hash == '#p=50&steps=40'`)
	p.click("#place-compare")
	p.await(slow, `document.body.dataset.place == 'compare' && location.hash == '#p=50&steps=40&b.seed=1'`)
	p.ready()
	p.click("#place-sweep")
	p.await(slow, `document.body.dataset.place == 'sweep'`)
	p.click("#place-compare")
	p.await(slow, `document.body.dataset.place == 'compare' && document.body.dataset.state == 'ready'`)
	p.run(`roteWorker.terminate()`)
	p.await(slow, `!document.querySelector('#alert').hidden`)
	p.click("#restart")
	p.await(slow, `document.querySelector('#alert').hidden && document.body.dataset.state == 'ready'`)
	for _, v := range []view{{w: 320, h: 256}, {w: 390, h: 844}, {w: 844, h: 390}, {w: 1024, h: 768}, {w: 1280, h: 800}} {
		p.look(v)
		p.settle()
		if wide := p.overflow(); wide != "" {
			t.Errorf("at %v %s", v, wide)
		}
	}
}

// axe-core finds nothing to object to in a comparison.
func TestCompareAccessible(t *testing.T) {
	t.Parallel()
	p := openForAxe(t, "/diffusion/#"+quickPair)
	p.ready()
	for _, dark := range []bool{false, true} {
		for _, v := range []view{{w: 1280, h: 800}, {w: 390, h: 844}} {
			v.dark = dark
			p.look(v)
			p.settle()
			for _, violation := range p.axe() {
				t.Errorf("at %v: %s", v, violation)
			}
			for _, wrong := range p.misplaced() {
				t.Errorf("at %v: %s", v, wrong)
			}
		}
	}
}

// The tab order of a comparison is as listed: each knob of A before that of B.
func TestCompareTabOrder(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#"+quickPair, desktop)
	p.ready()
	order := p.walk(chromedp.KeyModifiers(0))
	const file = "testdata/taborder-compare.txt"
	if *update {
		must(t, os.WriteFile(file, []byte(strings.Join(order, "\n")+"\n"), 0o644))
	}
	data, err := os.ReadFile(file)
	must(t, err)
	if want := strings.Fields(strings.ReplaceAll(string(data), " ", "\x00")); !slices.Equal(quoted(order), want) {
		t.Errorf("tab order:\n%s\nwant:\n%s", strings.Join(order, "\n"), data)
	}
}

// Pictures of the proposed pairs, for people to look at, go to the folder SHOTS.
func TestCompareScreenshots(t *testing.T) {
	t.Parallel()
	dir := os.Getenv("SHOTS")
	if dir == "" {
		t.Skip("no folder SHOTS")
	}
	must(t, os.MkdirAll(dir, 0o755))
	looks := []view{desktop, {w: 390, h: 844, dark: true}}
	for _, lab := range labs {
		p := open(t, "/"+lab+"/#b.seed=2", desktop)
		p.ready()
		links := js[[]string](p, `[...document.querySelectorAll('#pairs a')].map(a => a.hash)`)
		p.shoot(filepath.Join(dir, lab+"-start"), looks)
		for i, link := range links[:1] {
			p.run(`location.hash = %q`, link)
			p.ready()
			p.finish()
			p.shoot(filepath.Join(dir, lab+"-"+string(rune('1'+i))), looks)
		}
	}
}
