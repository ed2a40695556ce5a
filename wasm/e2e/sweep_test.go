package e2e

import (
	"bytes"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
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
			box.dataset.known == document.querySelector('#sweepbar').value })()`)
}

// sweepCSV runs a sweep on the command line, and returns its file.
func sweepCSV(t *testing.T, address string) string {
	t.Helper()
	out, err := exec.Command(rote, "sweep", address).Output()
	must(t, err)
	return string(out)
}

// sameFile compares a file of the page with that of the command line: they are equal in
// every byte, but for the revision, which the two may know from elsewhere.
func sameFile(t *testing.T, page, want string) {
	t.Helper()
	if page, want = revision.ReplaceAllString(page, ""), revision.ReplaceAllString(want, ""); page != want {
		t.Errorf("the page has\n%s\nthe command line\n%s", page, want)
	}
}

var revision = regexp.MustCompile(`, revision [^\n]*`)

// A sweep fills in, and gives the results of the command line, bit for bit, in
// the file, in the table and in the readings of the run that a cell opens.
func TestSweepFills(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#"+brisk+"&seeds=2", desktop)
	p.sweepReady()
	if got := p.text("#sweepcount"); got != "0 of 48 runs" {
		t.Errorf("before it starts it says %q", got)
	}
	p.click("#sweepplay")
	p.await(slow, `document.querySelector('#sweepbar').value > 0`)
	p.sweepIs("ended")
	p.drawn()
	if got := p.text("#sweepcount"); got != "48 of 48 runs" {
		t.Errorf("at the end it says %q", got)
	}
	found, err := exec.Command(rote, "sweep", "-o", filepath.Join(t.TempDir(), "x.csv"), "diffusion?"+brisk+"&seeds=2").Output()
	must(t, err)
	if got := strings.ReplaceAll(p.text("#sweepsays"), "\u00a0", " "); got == "" || got != strings.TrimSpace(string(found)) {
		t.Errorf("the page says %q, the command line %q", got, found)
	}
	dir := p.downloads()
	sameFile(t, string(p.saved(dir, "#sweepcsv", "csv")), sweepCSV(t, "diffusion?"+brisk+"&seeds=2"))
	svg := string(p.saved(dir, "#sweepsvg", "svg"))
	for _, part := range []string{"half are copies, for isolated points", "Copied, mean of 2 seeds", "/diffusion/#p=50&amp;steps=10"} {
		if !strings.Contains(svg, part) {
			t.Errorf("the SVG lacks %q", part)
		}
	}
	if data := p.saved(dir, "#sweeppng", "png"); !bytes.Contains(data, []byte("Source\x00"+site+"/diffusion/#"+brisk+"&seeds=2")) {
		t.Error("the PNG does not carry its address")
	}
	if n := js[int](p, `document.querySelectorAll('#sweeptable td a').length`); n != 24 {
		t.Errorf("the table has %d values, want 24", n)
	}
}

// A sweep knows all facts of its runs: another is shown, with its finding and in its
// file, without another run, also while runs are on their way and after a reload.
func TestSweepShowsOtherFacts(t *testing.T) {
	t.Parallel()
	const runs = "p=50&steps=10&c=1e-6..0.01*6&n=5..80*4"
	p := open(t, "/diffusion/#"+runs+"&fact=copied&every=5", desktop)
	p.sweepReady()
	p.click("#sweepplay")
	p.await(slow, `document.querySelector('#sweepbar').value > 2`)
	p.enter("#sweep-fact", "radius")
	p.await(slow, `location.hash == %q`, "#"+runs+"&fact=radius&every=5")
	p.sweepIs("ended")
	for _, reload := range []bool{false, true} {
		if reload {
			must(t, chromedp.Do(p.ctx, chromedp.Reload()))
			p.sweepReady()
		}
		if got := p.text("#sweepcount"); got != "24 of 24 runs" {
			t.Errorf("the other fact has %q", got)
		}
		dir := p.downloads()
		sameFile(t, string(p.saved(dir, "#sweepcsv", "csv")), sweepCSV(t, "diffusion?"+runs+"&fact=radius&every=5"))
	}
	p.enter("#sweep-fact", "copied")
	p.await(slow, `document.querySelector('#sweepsays').textContent.startsWith('Half are copied at')`)
	p.run(`location.hash = %q`, "#"+runs+"&fact=gap,*&every=5")
	p.await(slow, `document.querySelector('#sweep-fact').value == 'gap' && document.querySelector('#sweepcount').textContent == '24 of 24 runs'`)
	sameFile(t, string(p.saved(p.downloads(), "#sweepcsv", "csv")), sweepCSV(t, "diffusion?"+runs+"&fact=gap,*&every=5"))
	p.enter("#sweep-fact", "copied")
	p.await(slow, `location.hash == %q`, "#"+runs+"&fact=copied,gap,*&every=5")
}

// Every proposal of every lab opens as it is, by its button.
func TestSweepProposals(t *testing.T) {
	t.Parallel()
	p := open(t, "/", view{w: 1280, h: 800, still: true})
	labs := js[[]string](p, `[...document.querySelectorAll('.card a')].map(a => a.getAttribute('href'))`)
	if len(labs) == 0 {
		t.Fatal("the home page has no labs")
	}
	for _, lab := range labs {
		must(t, p.visit("/"+lab))
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
			p.await(slow, `document.querySelector('#sweep-proposals [aria-current]').textContent == %q && document.querySelector('#sweepcount').textContent.startsWith('0 of')`, name)
			if js[bool](p, `!document.querySelector('#notice').hidden`) {
				t.Errorf("%s %q gives the notice %q", lab, name, p.text("#notice"))
			}
		}
	}
}

// The labs that train networks give the bits of the command line, too.
func TestSweepOfNetworks(t *testing.T) {
	t.Parallel()
	for _, address := range []string{
		"capacity?view=train&n=64,128&d=8&width=2..8*3&fact=at1000&at=100", "ntk?m=64..256*3&ratio=0.5..2*2&fact=best",
		"diffusion?view=network&train=50..200*3&n=8,16&fact=excess",
	} {
		lab, query, _ := strings.Cut(address, "?")
		p := open(t, "/"+lab+"/#"+query, desktop)
		p.sweepReady()
		p.click("#sweepplay")
		p.sweepIs("ended")
		sameFile(t, string(p.saved(p.downloads(), "#sweepcsv", "csv")), sweepCSV(t, address))
	}
}

// A cell leads to its run in Try, whose reading is the value of the cell; Back
// leads to the sweep, with all that was known.
func TestSweepCellOpensRun(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#"+brisk, desktop)
	p.sweepReady()
	p.click("#sweepplay")
	p.sweepIs("ended")
	p.click("#sweepshow")
	p.await(slow, `Math.abs(document.querySelector('#sweeppicture svg').height.baseVal.value - document.querySelector('#sweeppicture').clientHeight) <= 1`)
	value := p.text("#sweeptable tbody tr:nth-child(2) td:nth-child(4) a")
	p.click("#sweeptable tbody tr:nth-child(2) td:nth-child(4) a") // n = 32, c = 0.000251
	p.await(slow, `document.body.dataset.place == 'try' && location.hash == '#n=32&p=50&c=3.98e-5&steps=10'`)
	p.ready()
	p.finish()
	p.agree("diffusion?n=32&p=50&steps=10&c=3.98e-5")
	if got := p.text(`#facts [data-fact="copied"] td`); got != value {
		t.Errorf("the cell has %q, its run %q", value, got)
	}
	p.await(slow, `location.hash.endsWith('&at=10')`) // the run's end has an entry of its own
	p.run(`history.go(-2)`)
	p.await(slow, `document.body.dataset.place == 'sweep' && location.hash == %q`, "#"+brisk)
	if got := p.text("#sweepcount"); got != "24 of 24 runs" {
		t.Errorf("back in the sweep it says %q", got)
	}

	// The pointer does the same: the top right cell.
	r := js[[4]float64](p, `(() => { const r = document.querySelector('#sweeppicture').getBoundingClientRect(); return [r.left, r.top, r.width, r.height] })()`)
	x, y := r[0]+0.75*r[2], r[1]+0.3*r[3]
	must(t, chromedp.Do(p.ctx, chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, x, y)))
	p.await(slow, `document.querySelector('#sweeptip').textContent.includes('Click to open this run.') && !document.querySelector('#sweeptip').hidden`)
	_, err := chromedp.Run(p.ctx, chromedp.MouseClickXY(x, y))
	must(t, err)
	p.await(slow, `document.body.dataset.place == 'try' && /^#n=(32|80)&p=50&c=0.0.*&steps=10$/.test(location.hash)`)
}
