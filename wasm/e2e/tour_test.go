package e2e

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.org/rote/sim/catalog"
)

// The tour of the site in each engine: the home page, and of every lab a run, a
// knob and a link; then a sweep and its file. Pictures go to the folder SHOTS.
func TestTour(t *testing.T) {
	t.Parallel()
	each(t, func(p *tab, name string) {
		p.hears()
		must(p.T, p.visit("/"))
		for _, lab := range labs {
			if !js[bool](p, `[...document.querySelectorAll('.card a')].some(a => new URL(a.href).pathname == %q)`, "/"+lab+"/") {
				p.Errorf("the home page has no card of %s", lab)
			}
		}
		p.keep(name + "-home")
		p.sound(name + "-home")
		for _, info := range catalog.Labs() {
			p.tourLab(name, info.Name, info.Small)
		}
		p.comesBack()
		p.tourSweep(name)
	})
}

// hears fails unless this engine tells the test what a page complains about.
func (p *tab) hears() {
	p.Helper()
	must(p.T, p.visit("/"))
	p.run(`console.error('provoked call'); setTimeout(() => { throw new Error('provoked throw') })`)
	for _, text := range []string{"provoked call", "provoked throw"} {
		p.forgive(text)
	}
}

// tourLab plays a small run to its end, changes the seed, and opens a link into the
// middle of a run.
func (p *tab) tourLab(name, lab, small string) {
	p.Helper()
	_, query, _ := strings.Cut(small, "?")
	must(p.T, p.visit("/"+lab+"/#"+query+"&at=0"))
	p.ready()
	p.finish()
	p.agree(small)
	p.keep(name + "-" + lab)
	p.sound(name + "-" + lab)
	p.enter("#k-seed", "5")
	p.await(slow, `location.hash.includes('seed=5') && document.body.dataset.state != 'finished'`)
	p.finish()
	p.agree(small + "&seed=5")

	must(p.T, p.visit("/"))
	must(p.T, p.visit("/"+lab+"/#"+query+"&at=2"))
	p.ready()
	p.await(slow, `document.querySelector('#scrub').value == '2' && document.body.dataset.state == 'paused'`)
	p.agree("-steps", "2", small)
}

// comesBack leaves a lab by Back, returns by Forward, and finds the fields as they were.
func (p *tab) comesBack() {
	p.Helper()
	must(p.T, p.visit("/"))
	must(p.T, p.visit("/diffusion/#n=16&c=0.1&seed=3"))
	p.ready()
	const fields = `[...document.querySelectorAll('#controls input')].map(e => e.id + '=' + e.value + e.checked).join(' ')`
	was := js[string](p, fields)
	p.run(`history.back()`)
	p.await(slow, `location.pathname == '/' && document.readyState == 'complete'`)
	p.run(`history.forward()`)
	p.await(slow, `location.pathname == '/diffusion/' && document.readyState == 'complete'`)
	p.ready()
	p.settle()
	if is := js[string](p, fields); is != was {
		p.Errorf("a lab that was left comes back with %s, not with %s", is, was)
	}
}

// tourSweep compares the file of a sweep with the command line's, and the picture
// with its size.
func (p *tab) tourSweep(name string) {
	p.Helper()
	must(p.T, p.visit("/diffusion/#"+brisk))
	p.sweepReady()
	p.click("#sweepplay")
	p.sweepIs("ended")
	p.drawn()
	p.keep(name + "-sweep")
	sameFile(p.T, string(p.offered("#sweepcsv", "text/csv")), sweepCSV(p.T, "diffusion?"+brisk))
	picture, err := png.Decode(bytes.NewReader(p.offered("#sweeppng", "image/png")))
	must(p.T, err)
	if size := picture.Bounds().Size(); size != image.Pt(2400, 1600) {
		p.Errorf("the picture of the sweep has %v pixels", size)
	}
}

// offered clicks and returns the file of a type that the page then offers to save.
func (p *tab) offered(selector, mime string) []byte {
	p.Helper()
	p.run(`const make = URL.createObjectURL; window.file = null;
		URL.createObjectURL = blob => { if (blob.type.startsWith(%q)) window.file = blob; return make.call(URL, blob) }`, mime)
	p.click(selector)
	p.await(slow, `window.file`)
	return js[[]byte](p, `file.arrayBuffer().then(data => btoa([...new Uint8Array(data)].map(b => String.fromCharCode(b)).join('')))`)
}

// keep saves what is to be seen in the folder SHOTS, if there is one.
func (p *tab) keep(name string) {
	p.Helper()
	p.run(`scrollTo(0, 0)`)
	picture := p.photograph()
	if len(picture) < 20_000 {
		p.Errorf("%s: a picture of %d bytes is nearly blank", name, len(picture))
	}
	if dir := os.Getenv("SHOTS"); dir != "" {
		must(p.T, os.MkdirAll(dir, 0o755))
		must(p.T, os.WriteFile(filepath.Join(dir, name+".png"), picture, 0o644))
	}
}
