package e2e

import (
	"bytes"
	"encoding/csv"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	downloading "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"
)

// downloads makes the browser save files into a folder of the test.
func (p *tab) downloads() (dir string) {
	p.Helper()
	dir = p.TempDir()
	_, err := chromedp.Call(p.ctx, downloading.SetDownloadBehavior,
		downloading.SetDownloadBehaviorParams{Behavior: downloading.SetDownloadBehaviorBehaviorAllow, DownloadPath: dir})
	must(p.T, err)
	return dir
}

// saved clicks, waits for a file with the given ending and returns what is in it.
func (p *tab) saved(dir, selector, ending string) []byte {
	p.Helper()
	p.click(selector)
	for end := time.Now().Add(slow); time.Now().Before(end); time.Sleep(100 * time.Millisecond) {
		if files, _ := filepath.Glob(filepath.Join(dir, "*."+ending)); len(files) == 1 {
			data, err := os.ReadFile(files[0])
			must(p.T, err)
			return data
		}
	}
	p.Fatalf("%s saved no .%s file", selector, ending)
	return nil
}

// Files carry the address of the run. The PNG decodes, the SVG has the titles,
// and the CSV has the rows of the table on the page.
func TestExports(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#n=7&steps=10", desktop)
	p.ready()
	for !js[bool](p, `document.body.dataset.state == 'finished'`) { // step by step, as each leaves a frame
		before := p.text("#count")
		p.click("#step")
		p.await(slow, `document.querySelector('#count').textContent != %q`, before)
	}
	dir := p.downloads()
	picture, err := png.Decode(bytes.NewReader(p.saved(dir, "#downloadpng", "png")))
	must(t, err)
	if size := picture.Bounds().Size(); size.X != 2400 || size.Y != 1600 {
		t.Errorf("the PNG has %v pixels", size)
	}
	files, _ := filepath.Glob(filepath.Join(dir, "*.png"))
	raw, err := os.ReadFile(files[0])
	must(t, err)
	source := site + "/diffusion/#n=7&steps=10&at=10"
	if !bytes.Contains(raw, []byte("Source\x00"+source)) {
		t.Error("the PNG does not carry its address")
	}
	made := js[string](p, `document.querySelector('meta[name=generator]').content`)
	if !bytes.Contains(raw, []byte("Software\x00"+made)) || !strings.HasPrefix(made, "Rote ") {
		t.Errorf("the PNG does not carry that %q made it", made)
	}
	svg := string(p.saved(dir, "#downloadsvg", "svg"))
	for _, part := range []string{"Where do the samples go?", "Other strengths?", "of 200 samples", strings.ReplaceAll(source, "&", "&amp;"), "Software: " + made, ">R. Baptista", ">" + strings.Split(made, ",")[0] + ", http"} {
		if !strings.Contains(svg, part) {
			t.Errorf("the SVG lacks %q", part)
		}
	}
	p.checkCSV(p.saved(dir, "#tables button[aria-label^=Download]", "csv"), made)
	p.checkFilms(dir, site+"/diffusion/#n=7&steps=10", made)
	p.checkClipboard()
	p.click("#cite")
	p.click("#copysvg")
	p.await(slow, `document.querySelector('#copysvg').textContent == 'Copied'`)
	if plain := p.clipboard("image/svg+xml"); strings.Contains(plain, ">R. Baptista") || !strings.Contains(plain, "Source: "+site) {
		t.Error("without a citation the picture still shows one, or does not carry its address")
	}
	p.click("#cite")
}

// checkCSV compares the file of the first panel with its table.
func (p *tab) checkCSV(data []byte, made string) {
	p.Helper()
	if !bytes.Contains(data, []byte("diffusion?n=7&steps=10")) {
		p.Error("the CSV does not carry its address")
	}
	if !bytes.Contains(data, []byte(made)) {
		p.Error("the CSV does not say what made it")
	}
	lines := csv.NewReader(bytes.NewReader(data))
	lines.Comment = '#'
	rows, err := lines.ReadAll()
	must(p.T, err)
	p.click("#tables summary")
	p.await(slow, `document.querySelector('#tables table tbody tr')`)
	if n := js[int](p, `document.querySelectorAll('#tables > div:first-child tbody tr').length`); len(rows) < n || n < 20 {
		p.Errorf("the table shows %d rows, the file has %d lines", n, len(rows))
	}
}

// A click on a sample of the map makes it the watched one; the hand's value then
// stands in the control and in the link.
func TestTouch(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#at=100", desktop)
	p.ready()
	p.await(slow, `document.querySelector('#count').textContent.includes('100 of')`)
	p.watch()
	if got := p.text("#count"); got != "Noise level 100 of 160" {
		t.Errorf("after the click the count is %q", got)
	}
}

// A view that answers to the pointer does so, too, where another one was open
// before.
func TestTouchAfterAnotherView(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#view=times", desktop)
	p.ready()
	p.enter("#k-view", "flow")
	p.await(slow, `!location.hash.includes('view=') && document.body.dataset.state == 'ready'`)
	p.finish()
	p.watch()
}

// watch clicks on the map, where the training points are, until a sample is
// watched.
func (p *tab) watch() {
	p.Helper()
	r := js[[4]float64](p, `(() => { const r = document.querySelector('#stage').getBoundingClientRect(); return [r.left, r.top, r.width, r.height] })()`)
	for x := 0.32; x < 0.6; x += 0.025 {
		for y := 0.2; y < 0.6; y += 0.025 {
			_, err := chromedp.Run(p.ctx, chromedp.MouseClickXY(r[0]+x*r[2], r[1]+y*r[3]))
			must(p.T, err)
			time.Sleep(50 * time.Millisecond)
			if js[bool](p, `location.hash.includes('track=')`) {
				return
			}
		}
	}
	p.Error("no click on the map watches a sample: " + p.state())
}
