package e2e

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/storage"
	"github.com/chromedp/chromedp"
)

// A view is how the page is looked at.
type view struct {
	w, h    int64
	dark    bool
	still   bool // without the program that paints: the SVG picture stands for it
	reduced bool // prefers-reduced-motion
	scale   float64
}

var desktop = view{w: 1280, h: 800}

// A tab is one page under test. At the end of the test it must have printed no
// error and asked no other host for anything.
type tab struct {
	*testing.T
	engine
	ctx      context.Context // of chromedp, in Chromium
	still    bool            // the SVG picture stands for the stage
	mu       sync.Mutex
	problems []string
	expected []string // parts of problems that the test provokes
}

// open opens path in a fresh tab of a shared browser.
func open(t *testing.T, path string, v view) *tab {
	t.Helper()
	return openIn(t, spare.lend(t), path, v)
}

func openIn(t *testing.T, browser context.Context, path string, v view) *tab {
	t.Helper()
	ctx, cancel := chromedp.NewContext(browser)
	p := &tab{T: t, ctx: ctx, engine: chromiumPage{ctx}}
	t.Cleanup(func() {
		cancel()
		p.check()
	})
	must(t, chromedp.Listen(ctx, p.hear))
	// What another test answered or chose in this browser is forgotten.
	_, err := chromedp.Call(ctx, storage.ClearDataForOrigin, storage.ClearDataForOriginParams{Origin: site, StorageTypes: "local_storage,indexeddb"})
	must(t, err)
	p.look(v)
	if v.still {
		p.withoutStage()
	}
	// What the network refuses must not come from the service worker.
	_, err = chromedp.Call(ctx, network.SetBypassServiceWorker, network.SetBypassServiceWorkerParams{Bypass: true})
	must(t, err)
	must(t, p.visit(path))
	return p
}

// look changes the size and the media features.
func (p *tab) look(v view) {
	p.Helper()
	scheme, motion := "light", "no-preference"
	if v.dark {
		scheme = "dark"
	}
	if v.reduced {
		motion = "reduce"
	}
	if v.scale == 0 {
		v.scale = 1
	}
	must(p.T, chromedp.Do(p.ctx, chromedp.EmulateViewport(v.w, v.h, chromedp.EmulateScale(v.scale))))
	_, err := chromedp.Call(p.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: motion}}})
	must(p.T, err)
}

// hear collects what must not happen.
func (p *tab) hear(ev any) {
	switch ev := ev.(type) {
	case *runtime.EventExceptionThrown:
		p.problem("exception: " + ev.ExceptionDetails.Text + " " + describe(ev.ExceptionDetails.Exception))
	case *runtime.EventConsoleAPICalled:
		if ev.Type == "error" || ev.Type == "assert" {
			p.problem("console: " + arguments(ev.Args))
		}
	case *log.EventEntryAdded:
		if ev.Entry.Level == "error" {
			p.problem("log: " + ev.Entry.Text + " " + ev.Entry.URL)
		}
	case *network.EventRequestWillBeSent:
		url := ev.Request.URL
		if !strings.HasPrefix(url, site) && !strings.HasPrefix(url, "data:") && !strings.HasPrefix(url, "blob:") {
			p.problem("request to another host: " + url)
		}
	}
}

func describe(o *runtime.RemoteObject) string {
	if o == nil {
		return ""
	}
	return o.Description
}

func arguments(args []*runtime.RemoteObject) string {
	var words []string
	for _, a := range args {
		words = append(words, string(a.Value)+a.Description)
	}
	return strings.Join(words, " ")
}

func (p *tab) problem(text string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, e := range p.expected {
		if strings.Contains(text, e) {
			return
		}
	}
	p.problems = append(p.problems, text)
}

func (p *tab) check() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, text := range p.problems {
		p.Errorf("the page reports %s", text)
	}
}

// expect lets the test provoke a problem whose text contains part, also one that has
// come already.
func (p *tab) expect(part string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.expected = append(p.expected, part)
	p.problems = slices.DeleteFunc(p.problems, func(text string) bool { return strings.Contains(text, part) })
}

// forgive waits for a problem whose text contains part, and forgets it.
func (p *tab) forgive(part string) {
	p.Helper()
	for end := time.Now().Add(slow); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		p.mu.Lock()
		at := slices.IndexFunc(p.problems, func(text string) bool { return strings.Contains(text, part) })
		if at >= 0 {
			p.problems = slices.Delete(p.problems, at, at+1)
		}
		p.mu.Unlock()
		if at >= 0 {
			return
		}
	}
	p.Errorf("the engine does not report %q", part)
}

// js evaluates an expression and decodes its JSON value into a T.
func js[T any](p *tab, format string, args ...any) T {
	p.Helper()
	text, err := p.evaluate(fmt.Sprintf(format, args...))
	if err != nil {
		p.Fatalf("%.500s: %v", fmt.Sprintf(format, args...), err)
	}
	return decode[T](p.T, []byte(text))
}

// run evaluates statements for their effect.
func (p *tab) run(format string, args ...any) {
	p.Helper()
	js[bool](p, "(() => { %s; return true })()", fmt.Sprintf(format, args...))
}

// await waits until an expression is true. A page that is left while it is asked does
// not answer; the next one is asked.
func (p *tab) await(patience time.Duration, format string, args ...any) {
	p.Helper()
	for end := time.Now().Add(patience); ; time.Sleep(50 * time.Millisecond) {
		text, err := p.evaluate(fmt.Sprintf("(async () => !!(%s))()", fmt.Sprintf(format, args...)))
		switch {
		case err != nil && !strings.Contains(err.Error(), "navigated or closed"):
			p.Fatalf("%.500s: %v", fmt.Sprintf(format, args...), err)
		case text == "true":
			return
		case time.Now().After(end):
			p.Fatalf("still false after %v: %s\nstate: %s", patience, fmt.Sprintf(format, args...), p.state())
		}
	}
}

// settle waits until colours have stopped changing: a new theme changes them
// gradually, from its first frame on.
func (p *tab) settle() {
	p.Helper()
	p.run(`requestAnimationFrame(() => requestAnimationFrame(() => document.body.dataset.frames = 2))`)
	p.await(slow, `document.body.dataset.frames && document.getAnimations().length == 0`)
	p.run(`delete document.body.dataset.frames`)
}

// photograph takes pictures until two are alike: the stage has then painted what
// it was last told.
func (p *tab) photograph() []byte {
	p.Helper()
	p.settle()
	var last []byte
	for end := time.Now().Add(slow); time.Now().Before(end); time.Sleep(500 * time.Millisecond) {
		png, err := p.screenshot()
		must(p.T, err)
		if bytes.Equal(png, last) {
			return png
		}
		last = png
	}
	p.Fatal("the picture does not come to rest")
	return nil
}

// state sums up the page for messages.
func (p *tab) state() string {
	return js[string](p, `[document.body.dataset.state, document.body.dataset.stage, location.hash,
		document.querySelector('#says')?.textContent, document.querySelector('#alerttext')?.textContent].join(' | ')`)
}

// slow is the patience for anything that needs the picture on a slow machine.
const slow = 90 * time.Second

// ready waits until the worker has opened the run, and the stage, or the SVG picture
// in its place, shows it.
func (p *tab) ready() {
	p.Helper()
	picture := `document.body?.dataset.stage == 'painted'`
	if p.still {
		picture = `document.querySelector('#still svg')`
	}
	p.await(slow, `%s && !['', 'loading'].includes(document.body.dataset.state)`, picture)
}

func (p *tab) click(selector string) {
	p.Helper()
	p.run(`document.querySelector(%q).click()`, selector)
}

func (p *tab) text(selector string) string {
	p.Helper()
	return js[string](p, `document.querySelector(%q).textContent.trim()`, selector)
}

// enter types a value into a control and commits it.
func (p *tab) enter(selector, value string) {
	p.Helper()
	p.run(`const e = document.querySelector(%q); e.focus(); e.value = %q;
		e.dispatchEvent(new Event('input', {bubbles: true})); e.dispatchEvent(new Event('change', {bubbles: true}))`, selector, value)
}

// finish plays to the end at full speed.
func (p *tab) finish() {
	p.Helper()
	p.enter("#speed", "0")
	p.click("#play")
	p.await(slow, `document.body.dataset.state == 'finished'`)
}

// fact reads a reading from the page, with full precision.
func (p *tab) fact(key string) float64 {
	p.Helper()
	return js[float64](p, `+document.querySelector('#facts [data-fact=%q]').dataset.value`, key)
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// decode reads JSON that another program printed.
func decode[T any](t *testing.T, data []byte) (v T) {
	t.Helper()
	must(t, json.Unmarshal(data, &v))
	return v
}

// openExpecting opens a page that will report a problem containing part.
func openExpecting(t *testing.T, path string, v view, part string) *tab {
	t.Helper()
	p := open(t, "/", v)
	if part != "" {
		p.expect(part)
	}
	must(t, p.visit(path))
	return p
}
