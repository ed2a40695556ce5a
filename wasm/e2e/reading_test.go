package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// feature has the browser answer a media query in its way.
func (p *tab) feature(name, value string) {
	p.Helper()
	_, err := chromedp.Call(p.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: name, Value: value}}})
	must(p.T, err)
}

// translator does to a page what a browser does that translates it: texts get other
// words within elements of their own, again and again.
const translator = `(() => {
	const others = 'script, style, svg, textarea, font, [translate=no]';
	const translate = () => {
		const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), texts = [];
		while (walk.nextNode()) if (walk.currentNode.data.trim() && !walk.currentNode.parentElement.closest(others)) texts.push(walk.currentNode);
		for (const text of texts) {
			if (text.parentElement.localName == 'option') { if (!text.data.startsWith('«')) text.data = '«' + text.data + '»'; continue; }
			const outer = document.createElement('font'), inner = document.createElement('font');
			inner.textContent = '«' + text.data.trim() + '»';
			outer.append(inner);
			text.replaceWith(outer);
		}
	};
	new MutationObserver(translate).observe(document.body, {childList: true, subtree: true, characterData: true});
	translate();
})()`

// A page that the browser translates works as before: every choice has a value of its
// own, and formulas and addresses are left alone.
func TestTranslated(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/", desktop)
	p.ready()
	if n := js[int](p, `[...document.querySelectorAll('option')].filter(o => !o.hasAttribute('value')).length`); n > 0 {
		t.Errorf("%d options without a value", n)
	}
	if n := js[string](p, `[...document.querySelectorAll('math, code, .brand, #offered, #sharelink, #sharehtml')].filter(e => !e.closest('[translate=no]')).map(e => e.outerHTML.slice(0, 80)).join()`); n != "" {
		t.Errorf("a translator may change %s", n)
	}
	p.run("%s", translator)
	p.await(slow, `document.querySelector('#play font, #tab-lesson font')`)
	p.run(`document.querySelector('.lessonstep:not([hidden]) .choices input').click()`)
	p.run(`[...document.querySelectorAll('.lock, #asking button')].find(b => b.getClientRects().length && b.textContent.includes('Lock')).click()`)
	p.await(slow, `document.body.dataset.question == 'answered' && document.querySelector('.lessonstep:not([hidden]) .verdict').textContent.startsWith('«')`)
	p.enter("#k-data", "ring")
	p.await(slow, `location.hash.includes('data=ring') && document.querySelector('#k-data').value == 'ring'`)
	p.enter("#theme", "dark")
	p.await(slow, `document.documentElement.dataset.theme == 'dark'`)
	p.enter("#theme", "system")
	p.enter("#k-p", "50")
	p.await(slow, `location.hash.includes('p=50')`)
	p.finish()
	if says, want := p.text("#says"), ask(t, strings.Replace(js[string](p, `location.hash`), "#", "diffusion?", 1)).Says; says != "«"+want+"»" {
		t.Errorf("translated, the page says %q, the command line %q", says, want)
	}
}

// hold keeps a key down: the browser repeats it.
func (p *tab) hold(key, code string, virtual, modifiers int64, text string) {
	p.Helper()
	repeated := true
	for i := range 5 {
		event := input.DispatchKeyEventParams{Type: "keyDown", Key: key, Code: code, WindowsVirtualKeyCode: virtual, Modifiers: modifiers, Text: text}
		if i > 0 {
			event.AutoRepeat = &repeated
		}
		_, err := chromedp.Call(p.ctx, input.DispatchKeyEvent, event)
		must(p.T, err)
	}
	_, err := chromedp.Call(p.ctx, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: "keyUp", Key: key, Code: code, WindowsVirtualKeyCode: virtual, Modifiers: modifiers})
	must(p.T, err)
}

// A key that is held toggles once, wherever it is pressed; one that steps, steps on.
func TestHeldKeys(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#steps=400&p=200", desktop)
	p.ready()
	p.run(`window.sent = []; const post = roteWorker.postMessage;
		roteWorker.postMessage = function(m, ...more) { if (m.kind == 'play' || m.kind == 'pause') sent.push(m.kind); post.call(this, m, ...more) }`)
	once := func(where string) {
		t.Helper()
		p.await(slow, `document.body.dataset.state == 'running' && sent.length > 0`)
		p.run(`document.querySelector('#reset').click()`)
		p.await(slow, `document.body.dataset.state == 'ready'`)
		if n := js[int](p, `sent.filter(k => k == 'play').length`); n != 1 {
			t.Errorf("held %s plays %d times", where, n)
		}
		p.run(`sent.length = 0`)
	}
	p.hold("k", "KeyK", 75, 1, "")
	once("Alt+K")
	p.run(`document.querySelector('#play').focus()`)
	p.hold("Enter", "Enter", 13, 0, "\r")
	once("Enter on Play")
	p.press("i", chromedp.KeyModifiers(chromedp.ModifierAlt))
	p.await(slow, `document.activeElement.tagName == 'IFRAME'`)
	p.hold("k", "KeyK", 75, 1, "")
	once("Alt+K in the picture")
	p.run(`document.querySelector('#present').click(); document.activeElement.blur()`)
	p.await(slow, `document.body.classList.contains('present')`)
	for _, c := range []struct {
		key, code, text string
		virtual         int64
	}{{" ", "Space", " ", 32}, {"PageDown", "PageDown", "", 34}} {
		p.run(`document.activeElement.blur()`)
		p.hold(c.key, c.code, c.virtual, 0, c.text)
		once(c.code + " in front of a class")
	}
	p.run(`document.activeElement.blur()`)
	p.hold("l", "KeyL", 76, 1, "")
	p.await(slow, `+document.querySelector('#scrub').value >= 3`)
}

// The live region speaks the same message twice; Escape hides what is shown beside a
// mark; what the clipboard refuses is copied in another way; and the colours follow
// what the system asks for.
func TestHeardAndSeen(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#n=16&p=50&at=1", desktop)
	p.ready()
	p.run(`window.heard = []; const live = document.querySelector('#live');
		new MutationObserver(() => heard.push(live.textContent)).observe(live, {childList: true, subtree: true, characterData: true});
		navigator.clipboard.writeText = () => Promise.reject(new Error('not in this frame'));
		document.execCommand = () => { window.copied = document.activeElement.value; return true }`)
	for n := 1; n <= 2; n++ {
		p.click("#copylink")
		p.await(slow, `heard.filter(text => text.startsWith('Link copied')).length == %d`, n)
	}
	if got := js[string](p, `copied`); !strings.HasSuffix(got, "/diffusion/#n=16&p=50&at=1") {
		t.Errorf("copied in another way: %q", got)
	}
	p.press("i", chromedp.KeyModifiers(chromedp.ModifierAlt))
	p.await(slow, `document.activeElement.tagName == 'IFRAME'`)
	p.press(kb.ArrowRight)
	p.await(slow, `!document.querySelector('#tip').hidden`)
	p.press(kb.Escape)
	p.await(slow, `document.querySelector('#tip').hidden`)
	p.run(`document.activeElement.blur()`)

	colours := `(() => { const look = (e, at) => getComputedStyle(document.querySelector(e), at); return [look('#facts td + td').color == look('body').color,
		look('#play').borderTopColor != look('#tab-explore').borderTopColor || look('#back').color == look('body').color].every(Boolean) })()`
	if js[bool](p, "%s", colours) {
		t.Error("without a wish for contrast secondary text looks like the rest")
	}
	p.feature("prefers-contrast", "more")
	p.await(slow, "%s", colours)
	p.await(slow, `(() => { const light = name => { const hex = getComputedStyle(document.documentElement).getPropertyValue(name);
		return [.2126, .7152, .0722].reduce((sum, part, i) => { const c = parseInt(hex.slice(1 + 2 * i, 3 + 2 * i), 16) / 255; return sum + part * (c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4) }, .05) };
		return light('--panel') / light('--accent') >= 7 })()`) // links, also on a panel
	p.run(`document.querySelector('#back').setAttribute('aria-disabled', 'true')`)
	p.await(slow, `(() => { const s = getComputedStyle(document.querySelector('#back')); return s.borderTopStyle == 'dashed' && s.borderTopColor == s.color })()`)
	p.feature("forced-colors", "active")
	for _, pair := range [][2]string{
		{"#faces [aria-selected=true]", "#faces [aria-selected=false]"}, {"#places [aria-current]", "#places a:not([aria-current])"},
		{"#presets [aria-current]", "#presets a:not([aria-current])"}, {"#pairs [aria-current]", "#pairs a:not([aria-current])"}, {".choices label:has(:checked)", ".choices label:not(:has(:checked))"},
		{"#questions [aria-current]", "#questions a:not([aria-current])"},
	} {
		p.run(`document.querySelector('.choices input').checked = true; for (const list of ['#presets', '#pairs', '#questions'])
			document.querySelector(list + ' [aria-current]') || document.querySelector(list + ' a').setAttribute('aria-current', 'true')`)
		same := js[bool](p, `(() => { const look = e => ['', '::after'].map(at => { const s = getComputedStyle(document.querySelector(e), at);
			return [s.outlineStyle, s.outlineWidth, s.borderBottomWidth, s.borderBottomColor, s.backgroundColor].join() }).join('|'); return look(%q) == look(%q) })()`, pair[0], pair[1])
		if same {
			t.Errorf("in forced colours %s looks like %s", pair[0], pair[1])
		}
	}
}

// What a frame does not let a page copy is shown selected: at the foot of the window,
// until Escape leads back to the button, and in the dialog, where it stands. On http
// without TLS the dialog copies by selection.
func TestCopyRefused(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#n=16&p=50&at=1", view{w: 1280, h: 800, still: true})
	p.ready()
	p.run(`navigator.clipboard.writeText = () => Promise.reject(new Error('not in this frame')); document.execCommand = () => false`)
	selected := func(id string) {
		t.Helper()
		p.await(slow, `document.activeElement.id == %q && document.activeElement.value.length > 20 && document.activeElement.selectionEnd - document.activeElement.selectionStart == document.activeElement.value.length`, id)
	}
	p.run(`document.querySelector('#copylink').focus()`)
	p.press(kb.Enter)
	selected("offered")
	p.press(kb.Escape)
	p.await(slow, `document.querySelector('#offered').hidden && document.activeElement.id == 'copylink'`)
	p.click("#share")
	for _, id := range []string{"sharelink", "sharehtml"} {
		p.run(`document.querySelector('#%scopy').focus()`, id)
		p.press(kb.Enter)
		selected(id)
	}
	p.run(`document.execCommand = () => { window.copied = document.activeElement.value; return true }`)
	p.click("#sharelinkcopy")
	p.await(slow, `window.copied == document.querySelector('#sharelink').value && document.querySelector('#sharelinkcopy').textContent == 'Copied'`)
}

// A tab that the browser discards comes back at its step; after a stage that crashes
// again and again, words come first, and what it printed is folded away.
func TestDiscardedTab(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#n=16&p=50", small)
	p.ready()
	for range 3 {
		p.click("#step")
	}
	p.await(slow, `document.querySelector('#count').textContent.includes('3 of')`)
	p.run(`Object.defineProperty(document, 'hidden', {get: () => true, configurable: true}); document.dispatchEvent(new Event('visibilitychange'))`)
	p.await(slow, `location.hash.includes('at=3')`)
	p.run(`window.before = true; location.reload()`)
	p.await(slow, `!window.before && document.querySelector('#count')?.textContent.includes('3 of')`)
	p.ready()
	p.run(`const w = document.querySelector('#iframehost iframe').contentWindow;
		for (let i = 0; i < 6; i++) w.stage.post({kind: 'fail', message: 'The stage stopped (exit code 2). panic: lost\n\ngoroutine 1 [running]:\nmain.main()'})`)
	p.await(slow, `document.body.dataset.stage == 'svg' && !document.querySelector('#alert').hidden`)
	if words := p.text("#alerttext"); !strings.HasPrefix(words, "The stage stopped") || strings.Contains(words, "goroutine") {
		t.Errorf("the alert says %q", words)
	}
	if !js[bool](p, `!document.querySelector('#alertmore').hidden && !document.querySelector('#alertmore').open && document.querySelector('#alertmore pre').textContent.includes('goroutine')`) {
		t.Error("what the stage printed is not folded away below the words")
	}
}

// In a browser of 2023, which knows no popover, the menu of a narrow page opens and
// closes as well.
func TestMenuWithoutPopover(t *testing.T) {
	t.Parallel()
	p := open(t, "/404.html", view{w: 390, h: 844})
	_, err := chromedp.Call(p.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{
		Source: `delete HTMLElement.prototype.showPopover; addEventListener('DOMContentLoaded', () => document.querySelector('[popovertarget]')?.removeAttribute('popovertarget'))`})
	must(t, err)
	must(t, p.visit("/diffusion/"))
	seen := func() bool { return js[bool](p, `document.querySelector('#place-sweep').getClientRects().length > 0`) }
	if seen() {
		t.Error("the menu is open from the start")
	}
	p.click("#menubutton")
	if !seen() {
		t.Error("the menu does not open")
	}
	p.click("#place-sweep")
	p.await(slow, `document.body.dataset.place == 'sweep'`)
	if seen() {
		t.Error("the menu stays open behind its link")
	}
}
