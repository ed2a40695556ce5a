package e2e

import (
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// small is a window in which the software's picture is quick.
var small = view{w: 620, h: 500}

// Links that other people's software has changed open what was meant, with a
// notice; the page's own link is then a good one.
func TestLinksOfOthers(t *testing.T) {
	t.Parallel()
	p := open(t, "/", view{w: 620, h: 500, still: true})
	for _, path := range []string{
		"/diffusion?n=16&c=0.1",
		"/diffusion/?n=16&c=0.1",
		"/diffusion/?utm_source=mail&c=0.1#n=16",
		"/diffusion/#n=16&amp;c=0.1",
		"/diffusion/%23n=16&c=0.1",
		"/diffusion/#n%3D16%26c%3D0.1",
		"/diffusion/#n=16&c=0.1).",
		"/diffusion/#n=16&c=“0.1”",
		"/diffusion/#N=１６&c=0,1",
		"/diffusion/#n=\u200b16&c=1e–1",
		"/diffusion/?c=0.1#n=16",
		"/diffusion/#n=16?c=0.1#",
		"/diffusion/#n=16,c=10 %25",
		"/diffusion/＃n＝16＆c=0.1",
		"/diffusion&n=16&c=1·10⁻¹|diffusion>",
		"/diffusion/#n=16&c=.1](https://host/diffusion/#n=16&c=.1)",
	} {
		must(t, chromedp.Do(p.ctx, chromedp.Navigate("about:blank"), chromedp.Navigate(site+path)))
		p.await(slow, `document.body?.dataset.state == 'ready'`)
		p.await(slow, `location.hash == '#n=16&c=0.1' && !location.search`)
		if silent := js[bool](p, `document.querySelector('#notice').hidden`); silent != strings.HasPrefix(path, "/diffusion/%23") {
			t.Errorf("%s: silent = %v", path, silent)
		}
	}
	for _, c := range [][2]string{{"seeds=3", "seeds = 3"}, {"data=Ring", "data = Ring is read as ring"}, {"n=2,048&fact=copied", "2048"}, {"n=4,8&fact=nosuch", "nosuch"}, {"n=4,8&fact=2nd", "2nd is no reading"}} {
		p.run(`location.hash = %q`, "#"+c[0])
		p.await(slow, `!document.querySelector('#notice').hidden && document.querySelector('#notice').textContent.includes(%q)`, c[1])
	}
}

// The first change behind a link is a new entry in the history, and later ones
// replace it: Back returns to the link, wherever it leads.
func TestBackToLink(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ link, box, first, second, want string }{
		{"#n=16", "#k-n", "12", "13", "#n=13"},
		{"#n=16&mode=embed&show=controls", "#k-n", "12", "13", "#n=13&mode=embed&show=controls"},
		{"#p=50&b.c=0.01", `[id="k-b.c"]`, "0.02", "0.03", "#p=50&b.c=0.03"},
		{"#steps=12&n=4,8&fact=copied", "#sweep-seeds", "2", "3", "#steps=12&n=4,8&fact=copied&seeds=3"},
	} {
		p := open(t, "/", view{w: 620, h: 500, still: true})
		must(t, p.visit("/diffusion/"+c.link))
		p.await(slow, `document.body?.dataset.state == 'ready' && location.hash == %q`, c.link)
		was, before := js[string](p, `document.querySelector(%q).value`, c.box), js[int](p, `history.length`)
		p.enter(c.box, c.first)
		p.await(slow, `location.hash == %q`, strings.Replace(c.want, c.second, c.first, 1))
		p.enter(c.box, c.second)
		p.await(slow, `location.hash == %q`, c.want)
		if got := js[int](p, `history.length`); got != before+1 {
			t.Errorf("%s: two changes make %d entries in the history, want 1", c.link, got-before)
		}
		p.run(`history.back()`)
		p.await(slow, `location.hash == %q && document.querySelector(%q).value == %q`, c.link, c.box, was)
	}
}

// Back leads to the link as it was, at its start, also where the run has ended since
// and has another live knob.
func TestBackToStart(t *testing.T) {
	t.Parallel()
	p := open(t, "/", view{w: 620, h: 500, still: true})
	const link = "#p=50&steps=12"
	must(t, p.visit("/diffusion/"+link))
	p.ready()
	p.finish()
	p.enter("#k-tol", "0.3")
	p.await(slow, `location.hash == '%s&tol=0.3&at=12'`, link)
	for range 2 {
		p.run(`history.back()`)
		p.await(slow, `location.hash == %q && document.body.dataset.state == 'ready' && document.querySelector('#k-tol').value == '0.01'`, link)
		time.Sleep(time.Second) // in which the page might write its own
		if got := js[string](p, `location.hash`); got != link {
			t.Errorf("Back leads to %s, and the page makes it %s", link, got)
		}
		p.run(`history.forward()`)
		p.await(slow, `location.hash == '%s&tol=0.3&at=12' && document.body.dataset.state == 'finished'`, link)
	}
}

// Numbers are read as people write them, and what cannot be read leaves what is
// there, also a sweep that runs.
func TestNumbersAsWritten(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#c=0.3&n=8", view{w: 620, h: 500, still: true})
	p.ready()
	for _, c := range [][3]string{{"c", "0,5", "0.5"}, {"c", "abc", "0.5"}, {"n", "1,024", "1024"}, {"n", "x", "1024"}, {"n", "1 000", "1000"}, {"n", "", "1000"},
		{"n", "1.024", "1024"}, {"n", "50 %", "1024"}, {"c", "50 %", "0.5"}, {"c", "2·10⁻³", "0.002"}, {"c", "٠٫٥", "0.5"}, {"c", "5 px", "0.5"}, {"c", "NaN", "0.5"}} {
		p.enter("#k-"+c[0], c[1])
		p.await(slow, `new URLSearchParams(location.hash.slice(1)).get(%q) == %q`, c[0], c[2])
	}
	p.run(`location.hash = '#%s'`, brisk)
	p.sweepReady()
	p.click("#sweepplay")
	p.sweepIs("running")
	for _, field := range []string{"#sweep-x-from", "#sweep-x-count", "#sweep-seeds"} {
		p.enter(field, "x")
		p.await(slow, `document.querySelector('#sweep-note').textContent.includes('not a number')`)
		if state := js[string](p, `document.querySelector('#sweep').dataset.state`); state != "running" && state != "ended" {
			t.Errorf("x in %s: the sweep is %s", field, state)
		}
	}
}

// Links that are followed one after the other leave no runs behind in the memory of
// the page's program.
func TestLinksLeaveNothing(t *testing.T) {
	t.Parallel()
	p := open(t, "/density/", view{w: 620, h: 500, still: true})
	p.ready()
	var after [2]float64
	for round := range after {
		for seed := range 20 {
			p.run(`location.hash = '#seed=%d'`, 100*(round+1)+seed)
			p.await(slow, `document.querySelector('#k-seed').value == '%d'`, 100*(round+1)+seed)
		}
		after[round] = js[float64](p, `labMemory.buffer.byteLength`) / 1e6
	}
	if after[1] > after[0]+4 {
		t.Errorf("20 links take the program from %.0f to %.0f MB", after[0], after[1])
	}
}
