package e2e

import (
	"fmt"
	"html"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// deckLines returns the JavaScript that the page for teachers gives for a deck. The
// README says the same.
func deckLines(t *testing.T) string {
	t.Helper()
	page, err := http.Get(site + "/teach/")
	must(t, err)
	defer page.Body.Close()
	var text strings.Builder
	_, err = io.Copy(&text, page.Body)
	must(t, err)
	lines := regexp.MustCompile(`(?s)<pre id="deck"[^>]*>\n(.*?)\n?</pre>`).FindStringSubmatch(text.String())
	if lines == nil {
		t.Fatal("the page for teachers has no lines for a deck")
	}
	js := html.UnescapeString(lines[1])
	readme, err := os.ReadFile(filepath.Join(root, "README.md"))
	must(t, err)
	if !strings.Contains(string(readme), "```js\n"+js+"\n```") {
		t.Errorf("the README has other lines than\n%s", js)
	}
	return js
}

// snippet returns the frame that the share dialog gives for an experiment.
func (p *tab) snippet(path, word string) string {
	p.Helper()
	must(p.T, p.visit(path))
	p.await(slow, `document.body.dataset.state == 'ready'`)
	p.click("#share")
	if word != "" {
		p.click("#share-" + word)
	}
	return js[string](p, `document.querySelector('#sharehtml').value`)
}

// serveDeck serves a deck of slides with a frame on each of them, between two without,
// as another site than the labs'.
func serveDeck(t *testing.T, frames []string, lines string) (url string) {
	t.Helper()
	const dist = "node_modules/reveal.js/dist"
	if _, err := os.Stat(dist + "/reveal.js"); err != nil {
		t.Fatalf("%v; run npm install in wasm/e2e", err)
	}
	var slides strings.Builder
	for _, frame := range frames {
		fmt.Fprintf(&slides, "<section>%s</section>\n", strings.Replace(frame, ` src="`, ` data-src="`, 1))
	}
	deck := `<!doctype html><title>deck</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/reveal/reveal.css">
		<div class="reveal"><div class="slides"><section><h1>Labs</h1></section>` + slides.String() + `<section>The end</section></div></div>
		<script src="/reveal/reveal.js"></script><script>` + lines + `
		Reveal.initialize({transition: 'none', hash: false});
		window.heard = [];
		addEventListener('message', event => heard.push({slide: Reveal.getIndices().h, ...event.data}));
		window.last = (slide, kind) => heard.findLast(m => m.slide == slide && m.kind == kind) ?? {};
		window.frame = () => Reveal.getCurrentSlide().querySelector('iframe');
		</script>`
	mux := http.NewServeMux()
	mux.Handle("/reveal/", http.StripPrefix("/reveal/", http.FileServer(http.Dir(dist))))
	mux.HandleFunc("/{$}", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write([]byte(deck))
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return strings.Replace(server.URL, "127.0.0.1", "localhost", 1)
}

// clickFrame clicks into the picture of the lab on this slide, above its marks, which
// would act on a click, until the lab has the focus: where a frame has just moved, the
// browser may still give a click to what was there.
func (p *tab) clickFrame() {
	p.Helper()
	for end := time.Now().Add(slow); time.Now().Before(end); time.Sleep(500 * time.Millisecond) {
		p.settle()
		r := js[[2]float64](p, `(r => [r.left + r.width * .75, r.top + 70])(frame().getBoundingClientRect())`)
		_, err := chromedp.Run(p.ctx, chromedp.MouseClickXY(r[0], r[1]))
		must(p.T, err)
		p.settle()
		if js[bool](p, `document.activeElement == frame()`) {
			return
		}
	}
	p.Fatal("a click into the lab does not give it the focus")
}

func (p *tab) slide(h int) {
	p.Helper()
	p.await(slow, `Reveal.getIndices().h == %d`, h)
}

// A lecturer goes through a deck with three labs by a clicker, and clicks into each:
// the deck hears the clicker all the same, a lab that is left stops, and it goes on
// where it was.
func TestDeck(t *testing.T) {
	t.Parallel()
	p := open(t, "/404.html", desktop)
	frames := []string{p.snippet("/diffusion/#p=50", ""), p.snippet("/ntk/#m=64", "controls"), p.snippet("/capacity/", "lesson")}
	url := serveDeck(t, frames, deckLines(t))
	p.expect("request to another host: " + url)
	must(t, chromedp.Do(p.ctx, chromedp.Navigate(url)))
	p.await(slow, `Reveal.isReady()`)
	p.press(kb.PageDown)
	p.slide(1)
	p.await(slow, `last(1, 'state').state == 'ready' && last(1, 'state').address == 'diffusion?p=50'`)
	p.run(`frame().contentWindow.postMessage({context: 'rote', kind: 'step'}, '*')`)
	p.await(slow, `last(1, 'state').step == 1`)
	p.clickFrame()
	p.press(kb.PageDown)
	p.slide(2)
	if js[bool](p, `document.querySelector('iframe').hasAttribute('src')`) {
		t.Error("the lab goes on behind the slides")
	}
	p.await(slow, `last(2, 'state').address == 'ntk?m=64'`)
	p.clickFrame()
	p.run(`heard.length = 0`)
	p.press(kb.PageUp)
	p.slide(1)
	p.await(slow, `last(1, 'state').address == 'diffusion?p=50' && last(1, 'state').step == 1`)
	p.press(kb.PageDown) // the slides have the focus again
	p.slide(2)
	p.press(kb.PageDown)
	p.slide(3)
	p.await(slow, `last(3, 'answers').of > 3`)
	p.clickFrame()
	p.press(kb.Escape)
	p.await(slow, `Reveal.isOverview()`)
	p.press(kb.Escape)
	p.await(slow, `!Reveal.isOverview()`)
	p.clickFrame()
	p.press(kb.PageDown)
	p.slide(4)
}

// A key that slides use goes to the page around the lab, with its name and its place,
// unless what has the focus uses it.
func TestSlideKeys(t *testing.T) {
	t.Parallel()
	p := open(t, "/404.html", desktop)
	p.run(`window.heard = []; addEventListener('message', event => { if (event.data.kind == 'key') heard.push(event.data.key + ' ' + event.data.code) });
		const frame = document.createElement('iframe'); frame.width = 640; frame.height = 800; frame.src = '/ntk/#mode=embed&show=controls';
		document.body.replaceChildren(frame); window.inside = () => document.querySelector('iframe').contentDocument`)
	p.await(slow, `inside()?.body?.dataset.stage == 'painted'`)
	for _, c := range []struct{ on, keys, want string }{
		{`inside().body`, kb.PageDown + kb.PageUp + kb.Home + kb.End + kb.Escape + kb.ArrowDown + kb.ArrowLeft + "fosb. ",
			"PageDown PageDown,PageUp PageUp,Home Home,End End,Escape Escape,ArrowDown ArrowDown,ArrowLeft ArrowLeft,f KeyF,o KeyO,s KeyS,b KeyB,. Period,  Space"},
		{`inside().querySelector('#k-m-slider')`, kb.PageDown + kb.ArrowRight + kb.End + "b", "b KeyB"},
		{`inside().querySelector('#k-m')`, kb.PageDown + "b" + kb.Escape, ""},
		{`inside().querySelector('#tab-explore')`, kb.Home + kb.PageUp, "PageUp PageUp"},
		{`inside().querySelector('#play')`, " " + kb.ArrowRight, "ArrowRight ArrowRight"},
		{`inside().querySelector('#iframehost iframe').contentDocument.querySelector('canvas')`, kb.ArrowRight + " " + kb.Home + kb.PageDown + "b", "PageDown PageDown,b KeyB"},
	} {
		p.run(`heard.length = 0; inside().body.tabIndex = -1; %s.focus()`, c.on)
		p.press(c.keys)
		p.await(slow, `heard.length >= %d`, len(strings.FieldsFunc(c.want, func(r rune) bool { return r == ',' })))
		p.run(`inside().body.focus()`)
		p.press("o")
		p.await(slow, `heard.at(-1) == 'o KeyO'`)
		if got := js[string](p, `heard.slice(0, -1).join()`); got != c.want {
			t.Errorf("on %s the host hears %q, want %q", c.on, got, c.want)
		}
	}
}
