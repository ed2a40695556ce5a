package e2e

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// brisk is a sweep of 24 cells, each of which takes a moment.
const brisk = "p=50&steps=10&c=1e-6..0.01*6&n=5..80*4&fact=copied"

// sweepReady waits until the sweep of the link is open.
func (p *tab) sweepReady() {
	p.Helper()
	p.await(slow, `document.body.dataset.place == 'sweep' && document.querySelector('#sweeppicture svg') && document.querySelector('#sweepcount').textContent.includes('runs')`)
}

// sweepIs waits for a state of the sweep.
func (p *tab) sweepIs(state string) {
	p.Helper()
	p.await(slow, `document.querySelector('#sweep').dataset.state == %q`, state)
}

// drawn waits until the picture has the size and the theme of the page, and all
// that is known.
func (p *tab) drawn() {
	p.Helper()
	p.await(slow, `(() => { const box = document.querySelector('#sweeppicture'), svg = box.querySelector('svg');
		const dark = getComputedStyle(document.documentElement).backgroundColor == 'rgb(18, 22, 28)';
		return Math.abs(svg.width.baseVal.value - box.getBoundingClientRect().width) <= 0.5 &&
			svg.querySelector('rect').getAttribute('fill') == (dark ? '#12161c' : '#ffffff') &&
			document.querySelector('#sweepsays').textContent.includes(document.querySelector('#sweepbar').value + ' of') })()`)
}

// sweepCSV runs a sweep on the command line, and returns its file with the rows
// in order.
func sweepCSV(t *testing.T, address string) []string {
	t.Helper()
	out, err := exec.Command(rote, "sweep", address).Output()
	must(t, err)
	return sorted(string(out))
}

func sorted(text string) []string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	slices.Sort(lines)
	return lines
}

// A sweep fills in, and gives the results of the command line, bit for bit, in
// the file, in the table and in the readings of the run that a cell opens.
func TestSweepFills(t *testing.T) {
	p := open(t, "/diffusion/#"+brisk+"&seeds=2", desktop)
	p.sweepReady()
	if got := p.text("#sweepcount"); got != "Ready: 48 runs." {
		t.Errorf("before it starts it says %q", got)
	}
	p.click("#sweepplay")
	p.await(slow, `document.querySelector('#sweepbar').value > 0`)
	p.sweepIs("ended")
	p.drawn()
	if got := p.text("#sweepcount"); got != "Finished: 48 runs." {
		t.Errorf("at the end it says %q", got)
	}
	dir := p.downloads()
	want := sweepCSV(t, "diffusion?"+brisk+"&seeds=2")
	if got := sorted(string(p.saved(dir, "#sweepcsv", "csv"))); !slices.Equal(got, want) {
		t.Errorf("the page has\n%s\nthe command line\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	svg := string(p.saved(dir, "#sweepsvg", "svg"))
	for _, part := range []string{"half are copies, for isolated points", "Copied, mean of 2 seeds", "/diffusion/#p=50&amp;steps=10"} {
		if !strings.Contains(svg, part) {
			t.Errorf("the SVG lacks %q", part)
		}
	}
	if data := p.saved(dir, "#sweeppng", "png"); !bytes.Contains(data, []byte("Source\x00/diffusion/#"+brisk+"&seeds=2")) {
		t.Error("the PNG does not carry its address")
	}
	if n := js[int](p, `document.querySelectorAll('#sweeptable td a').length`); n != 24 {
		t.Errorf("the table has %d values, want 24", n)
	}
}

// Every proposal of every lab opens as it is, by its button.
func TestSweepProposals(t *testing.T) {
	p := open(t, "/", desktop)
	labs := js[[]string](p, `[...document.querySelectorAll('.card a')].map(a => a.getAttribute('href'))`)
	if len(labs) == 0 {
		t.Fatal("the home page has no labs")
	}
	for _, lab := range labs {
		p := open(t, "/"+lab, desktop)
		p.await(slow, `!['', 'loading'].includes(document.body.dataset.state)`)
		p.click("#place-sweep")
		p.sweepReady()
		names := js[[]string](p, `[...document.querySelectorAll('#sweep-proposals a')].map(a => a.textContent)`)
		if len(names) == 0 {
			t.Errorf("%s proposes no sweep", lab)
		}
		for i, name := range names {
			p.run(`document.querySelectorAll('#sweep-proposals a')[%d].click()`, i)
			p.await(slow, `document.querySelector('#sweeppicture').getAttribute('aria-label') == %q`, name)
			p.await(slow, `document.querySelector('#sweep-proposals [aria-current]').textContent == %q && document.querySelector('#sweepcount').textContent.startsWith('Ready')`, name)
			if js[bool](p, `!document.querySelector('#notice').hidden`) {
				t.Errorf("%s %q gives the notice %q", lab, name, p.text("#notice"))
			}
		}
	}
}

// The labs that train networks give the bits of the command line, too.
func TestSweepOfNetworks(t *testing.T) {
	for _, address := range []string{
		"capacity?view=train&n=64,128&d=8&width=2..8*3&fact=at1000&at=100", "ntk?m=64..256*3&ratio=0.5..2*2&fact=best",
		"diffusion?view=network&train=50..200*3&n=8,16&fact=excess",
	} {
		lab, query, _ := strings.Cut(address, "?")
		p := open(t, "/"+lab+"/#"+query, desktop)
		p.sweepReady()
		p.click("#sweepplay")
		p.sweepIs("ended")
		want := sweepCSV(t, address)
		if got := sorted(string(p.saved(p.downloads(), "#sweepcsv", "csv"))); !slices.Equal(got, want) {
			t.Errorf("the page has\n%s\nthe command line\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

// A cell leads to its run in Try, whose reading is the value of the cell; Back
// leads to the sweep, with all that was known.
func TestSweepCellOpensRun(t *testing.T) {
	p := open(t, "/diffusion/#"+brisk, desktop)
	p.sweepReady()
	p.click("#sweepplay")
	p.sweepIs("ended")
	value := p.text("#sweeptable tbody tr:nth-child(2) td:nth-child(4) a")
	p.click("#sweeptable tbody tr:nth-child(2) td:nth-child(4) a") // n = 32, c = 0.000251
	p.await(slow, `document.body.dataset.place == 'try' && location.hash == '#n=32&p=50&steps=10&c=3.98e-5'`)
	p.ready()
	p.finish()
	p.agree("diffusion?n=32&p=50&steps=10&c=3.98e-5")
	if got := p.text(`#facts [data-fact="copied"] td`); got != value {
		t.Errorf("the cell has %q, its run %q", value, got)
	}
	p.run(`history.back()`)
	p.await(slow, `document.body.dataset.place == 'sweep' && location.hash == %q`, "#"+brisk)
	if got := p.text("#sweepcount"); got != "Finished: 24 runs." {
		t.Errorf("back in the sweep it says %q", got)
	}

	// The pointer does the same: the top right cell.
	r := js[[4]float64](p, `(() => { const r = document.querySelector('#sweeppicture').getBoundingClientRect(); return [r.left, r.top, r.width, r.height] })()`)
	x, y := r[0]+0.75*r[2], r[1]+0.3*r[3]
	must(t, chromedp.Do(p.ctx, chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, x, y)))
	p.await(slow, `document.querySelector('#sweeptip').textContent.includes('Click to open this run.') && !document.querySelector('#sweeptip').hidden`)
	_, err := chromedp.Run(p.ctx, chromedp.MouseClickXY(x, y))
	must(t, err)
	p.await(slow, `document.body.dataset.place == 'try' && /^#n=(32|80)&p=50&steps=10&c=0.0/.test(location.hash)`)
}

// Cancel takes 300 ms at most, Pause keeps the runs on their way, and what is
// known is kept by both.
func TestSweepCancelAndPause(t *testing.T) {
	p := open(t, "/diffusion/#p=400&steps=160&n=100..400*4&c=1e-6..0.01*5&fact=copied", desktop)
	p.sweepReady()
	p.enter("#sweep-workers", "2")
	p.click("#sweepplay")
	p.await(slow, `document.querySelector('#sweepbar').value >= 2`)
	took := js[float64](p, `new Promise(done => {
		const start = performance.now(), sweep = document.querySelector('#sweep');
		new MutationObserver(() => { if (sweep.dataset.state == 'cancelled' && sweep.dataset.resting == 'true') done(performance.now() - start) })
			.observe(sweep, {attributes: true});
		document.querySelector('#sweepcancel').click() })`)
	if took > 300 {
		t.Errorf("Cancel takes %.0f ms, want at most 300", took)
	}
	t.Logf("Cancel took %.0f ms", took)
	known := js[int](p, `document.querySelector('#sweepbar').value`)
	time.Sleep(time.Second)
	if n := js[int](p, `document.querySelector('#sweepbar').value`); n != known || known < 2 {
		t.Errorf("a second after Cancel %d runs are known, then %d", n, known)
	}
	if got := p.text("#sweepplay"); got != "Go on" {
		t.Errorf("the button says %q", got)
	}

	p.click("#sweepplay")
	p.sweepIs("running")
	time.Sleep(300 * time.Millisecond)
	p.click("#sweepplay")
	p.sweepIs("paused")
	time.Sleep(200 * time.Millisecond) // a result on its way
	known = js[int](p, `document.querySelector('#sweepbar').value`)
	time.Sleep(time.Second)
	if n := js[int](p, `document.querySelector('#sweepbar').value`); n != known {
		t.Errorf("a paused sweep goes from %d to %d runs", known, n)
	}
	p.click("#sweepplay")
	p.await(slow, `document.querySelector('#sweepbar').value > %d`, known)
}

// After a reload the sweep goes on from what it had.
func TestSweepSurvivesReload(t *testing.T) {
	p := open(t, "/diffusion/#"+brisk+"&seeds=4", desktop)
	p.sweepReady()
	p.click("#sweepplay")
	p.await(slow, `document.querySelector('#sweepbar').value >= 5`)
	p.click("#sweepplay")
	p.sweepIs("paused")
	known := js[int](p, `document.querySelector('#sweepbar').value`)
	must(t, chromedp.Do(p.ctx, chromedp.Reload()))
	p.sweepReady()
	if n := js[int](p, `document.querySelector('#sweepbar').value`); n < known {
		t.Errorf("after the reload %d runs are known, before %d", n, known)
	}
	if state := js[string](p, `document.querySelector('#sweep').dataset.state`); state != "" {
		t.Errorf("a paused sweep is %q after the reload", state)
	}
	p.click("#sweepplay")
	p.sweepIs("running")
	must(t, chromedp.Do(p.ctx, chromedp.Reload()))
	p.sweepReady()
	p.sweepIs("ended") // by itself
	if got := sorted(string(p.saved(p.downloads(), "#sweepcsv", "csv"))); !slices.Equal(got, sweepCSV(t, "diffusion?"+brisk+"&seeds=4")) {
		t.Errorf("after two reloads the results are\n%s", strings.Join(got, "\n"))
	}
}

// A worker that dies costs one cell's retry; if the run dies again, a message,
// and the sweep goes on without it.
func TestSweepWorkerKilled(t *testing.T) {
	p := open(t, "/diffusion/#p=200&steps=200&n=150..200*2&c=1e-6..0.01*2&fact=copied", desktop)
	p.sweepReady()
	p.click("#sweepplay")
	p.await(slow, `document.querySelector('#sweepbar').value >= 1`)
	p.run(`roteSweepers[roteSweepers.length - 1].terminate()`)
	p.sweepIs("ended")
	if got := p.text("#sweepcount"); got != "Finished: 4 runs." || !js[bool](p, `document.querySelector('#alert').hidden`) {
		t.Errorf("after the death of a worker it says %q, %q", got, p.text("#alerttext"))
	}
	p.run(`const Plain = Worker; window.deadly = true; Worker = class extends Plain {
		constructor(...args) { super(...args); this.addEventListener('message', e => { if (deadly && e.data.kind == 'ready') setTimeout(() => this.terminate(), 50) }) } }`)
	p.run(`roteSweepers.forEach(w => w.terminate())`)
	p.click("#sweepplay") // again
	p.await(slow, `document.querySelector('#alerttext').textContent.includes('could not be measured')`)
	p.run(`window.deadly = false`)
	p.sweepIs("ended")
	if got := p.text("#sweepcount"); got != "Ended with 3 of 4 runs; the others could not be measured." {
		t.Errorf("after two deaths it says %q", got)
	}
}

// What is wrong with a sweep's link is told, and the sweep opens; its own link
// is canonical.
func TestSweepLinks(t *testing.T) {
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
	p := open(t, "/diffusion/", desktop)
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
	p := open(t, "/diffusion/", desktop)
	p.ready()
	p.run(`document.querySelector('#place-sweep').focus()`)
	p.press(kb.Enter)
	p.sweepReady()
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
	p.await(slow, `document.body.dataset.place == 'try' && location.hash.startsWith('#n=80&steps=40&c=1e-6')`)
	p.await(slow, `document.activeElement != document.body`)
}

// The tab order of the sweep is its reading order, forward and backward.
func TestSweepTabOrder(t *testing.T) {
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

// axe-core finds nothing in the sweep, and nothing scrolls sideways, in both
// themes and at all sizes.
func TestSweepLayout(t *testing.T) {
	source, err := os.ReadFile("node_modules/axe-core/axe.min.js")
	must(t, err)
	p := open(t, "/", desktop)
	_, err = chromedp.Call(p.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: string(source)})
	must(t, err)
	must(t, chromedp.Do(p.ctx, chromedp.Navigate(site+"/diffusion/#"+brisk)))
	p.sweepReady()
	p.click("#sweepplay")
	p.sweepIs("ended")
	for _, dark := range []bool{false, true} {
		for _, v := range sizes {
			v.dark = dark
			p.look(v)
			p.settle()
			for _, violation := range p.axe() {
				t.Errorf("%v: %s", v, violation)
			}
			if dark {
				continue
			}
			for _, text := range []string{"100%", "200%"} {
				p.run(`document.documentElement.style.fontSize = %q`, text)
				if wide := p.overflow(); wide != "" {
					t.Errorf("%v, text %s scrolls sideways: %s", v, text, wide)
				}
			}
			p.run(`document.documentElement.style.fontSize = ''`)
		}
	}
	for _, v := range []view{{w: 1280, h: 800}, {w: 1024, h: 768}, {w: 390, h: 844}} {
		p.look(v)
		p.run(`scrollTo(0, 0)`)
		if js[bool](p, `(() => { const r = document.querySelector('#sweepplay').getBoundingClientRect();
			return r.top < 0 || r.bottom > innerHeight || r.left < 0 || r.right > innerWidth })()`) {
			t.Errorf("%v: the button is out of view", v)
		}
	}
}

// A hidden tab does no runs, and the live region speaks seldom.
func TestSweepHiddenAndHeard(t *testing.T) {
	p := open(t, "/diffusion/#p=100&steps=80&n=20..200*9&c=1e-6..0.01*5&fact=copied", desktop)
	p.sweepReady()
	p.run(`window.said = []; new MutationObserver(() => said.push([performance.now(), document.querySelector('#live').textContent]))
		.observe(document.querySelector('#live'), {childList: true, characterData: true, subtree: true})`)
	p.click("#sweepplay")
	p.await(slow, `document.querySelector('#sweepbar').value >= 3`)
	p.run(`Object.defineProperty(document, 'hidden', {get: () => true, configurable: true}); document.dispatchEvent(new Event('visibilitychange'))`)
	time.Sleep(300 * time.Millisecond)
	known := js[int](p, `document.querySelector('#sweepbar').value`)
	time.Sleep(1500 * time.Millisecond)
	if n := js[int](p, `document.querySelector('#sweepbar').value`); n != known || n == 45 {
		t.Errorf("hidden, the sweep goes from %d to %d runs", known, n)
	}
	p.run(`delete document.hidden; document.dispatchEvent(new Event('visibilitychange'))`)
	p.sweepIs("ended")
	p.await(slow, `said.some(s => s[1].startsWith('Finished: 45 runs.'))`)
	said := js[[][2]any](p, `said`)
	for i := 1; i < len(said); i++ {
		if gap := said[i][0].(float64) - said[i-1][0].(float64); gap < 3990 {
			t.Errorf("%q comes %.0f ms after %q", said[i][1], gap, said[i-1][1])
		}
	}
}

// Screenshots of the sweep, as those of the other views.
func TestSweepScreenshots(t *testing.T) {
	dir := os.Getenv("SHOTS")
	if dir == "" {
		dir = t.TempDir()
	}
	must(t, os.MkdirAll(dir, 0o755))
	for name, query := range map[string]string{
		"diagram": "steps=40&c=1e-6..0.01*9&n=5..80*5&fact=copied",
		"curve":   "p=100&steps=40&c=1e-6..0.01*9&fact=copied&seeds=3",
	} {
		p := open(t, "/diffusion/#"+query, desktop)
		p.sweepReady()
		p.click("#sweepplay")
		p.sweepIs("ended")
		for _, v := range []view{{w: 1280, h: 800}, {w: 390, h: 844}, {w: 1280, h: 800, dark: true}, {w: 390, h: 844, dark: true}, {w: 1024, h: 768}} {
			p.look(v)
			p.run(`scrollTo(0, 0)`)
			p.drawn()
			png := p.photograph()
			if len(png) < 20_000 {
				t.Errorf("%s at %v: a picture of %d bytes is nearly blank", name, v, len(png))
			}
			must(t, os.WriteFile(filepath.Join(dir, "sweep-"+name+"-"+v.String()+".png"), png, 0o644))
		}
	}
}
