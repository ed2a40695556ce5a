package e2e

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// In a frame of 640×400 and of 800×500 the picture, the sentence and Play are seen
// without scrolling, and nothing else is.
func TestEmbed(t *testing.T) {
	t.Parallel()
	for _, v := range []view{{w: 640, h: 400}, {w: 800, h: 500, dark: true}, {w: 390, h: 500}} {
		p := open(t, "/diffusion/#mode=embed", v)
		p.ready()
		for _, id := range []string{"stage", "says", "play", "openrote"} {
			if !js[bool](p, `(r => r.width > 40 && r.height > 15 && r.top >= 0 && r.bottom <= innerHeight && r.left >= 0 && r.right <= innerWidth)(document.getElementById(%q).getBoundingClientRect())`, id) {
				t.Errorf("%d×%d: #%s is not to be seen", v.w, v.h, id)
			}
		}
		if js[bool](p, `document.documentElement.scrollHeight > innerHeight || document.querySelector('#side').getClientRects().length > 0`) {
			t.Errorf("%d×%d: there is more than has room", v.w, v.h)
		}
		if h := js[float64](p, `document.querySelector('#stage').getBoundingClientRect().height / innerHeight`); h < .6 {
			t.Errorf("%d×%d: the picture has %.2f of the height", v.w, v.h, h)
		}
	}
}

// A page of another origin embeds three labs, hears of their height and state, and
// drives them; other windows do not.
func TestEmbedTalks(t *testing.T) {
	t.Parallel()
	host := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		_, _ = w.Write([]byte(`<!doctype html><title>host</title><link rel="icon" href="data:,"><script>
			window.heard = {};
			addEventListener('message', e => { const i = [...frames].indexOf(e.source); (heard[i] ??= []).push(e.data); });
			window.last = i => (heard[i] ?? []).filter(m => m.kind == 'state').at(-1) ?? {};
			window.tell = (i, m) => frames[i].postMessage({context: 'rote', ...m}, '*');
		</script>
		<iframe width="640" height="400" src="` + site + `/diffusion/#mode=embed&p=50"></iframe>
		<iframe width="640" height="400" src="` + site + `/ntk/#mode=embed&m=64&show=controls"></iframe>
		<iframe width="640" height="400" src="` + site + `/capacity/#mode=embed"></iframe>
		<script>window.frames = [...document.querySelectorAll('iframe')].map(f => f.contentWindow)</script>`))
	}))
	defer host.Close()
	p := open(t, "/404.html", desktop)
	p.expect("request to another host: " + host.URL)
	must(t, chromedp.Do(p.ctx, chromedp.Navigate(host.URL)))
	p.await(slow, `[0, 1, 2].every(i => last(i).state == 'ready')`)
	if got, want := js[string](p, `last(0).address`), "diffusion?p=50"; got != want {
		t.Errorf("the first frame tells %q, want %q", got, want)
	}
	p.await(slow, `heard[1].some(m => m.subject == 'lti.frameResize' && m.height > 500)`)
	if !js[bool](p, `heard[0].some(m => m.context == 'h5p' && m.action == 'hello')`) {
		t.Error("the first frame does not say hello")
	}
	p.await(slow, `[0, 1].every(i => heard[i].some(m => m.kind == 'answers' && m.made === 0 && m.of > 3))`)
	p.run(`tell(0, {kind: 'step'}); tell(1, {kind: 'set', key: 'm', value: 32}); tell(2, {kind: 'play'}); tell(2, {kind: 'set', key: 'at', value: 1}); tell(0, 5); tell(0, {kind: {}})`)
	p.await(slow, `last(0).step == 1 && last(1).address == 'ntk?m=32' && heard[2].some(m => m.state == 'running')`)
	p.run(`for (const [key, value] of [['act', 'softplus'], ['m', 'abc'], ['m', NaN], ['m'], ['m', {}], ['act', 'nope'], ['act', null], ['lr', '0,5']]) tell(1, {kind: 'set', key, value})`)
	p.await(slow, `last(1).address.includes('lr=')`)
	if got, want := js[string](p, `last(1).address`), "ntk?m=32&lr=0.5&act=softplus"; got != want {
		t.Errorf("settings that cannot be read leave %q, want %q", got, want)
	}
	p.run(`tell(2, {kind: 'pause'})`)
	p.await(slow, `last(2).state != 'running'`)
}

// The dialog gives the link with or without the step, a code of it, and the frame.
func TestShare(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#p=50&at=3", desktop)
	p.await(slow, `document.body.dataset.state == 'paused'`)
	p.click("#share")
	link, step := js[string](p, `document.querySelector('#sharelink').value`), ""
	p.click("#sharestep")
	p.click("#share-lesson")
	step = js[string](p, `document.querySelector('#sharelink').value`)
	if link != site+"/diffusion/#p=50" || step != link+"&at=3" {
		t.Errorf("the links are %s and %s", link, step)
	}
	p.click("#sharerev")
	if got := js[string](p, `document.querySelector('#sharelink').value`); !strings.HasPrefix(got, step+"&rev=") {
		t.Errorf("the pinned link is %s", got)
	}
	p.click("#sharerev")
	if !js[bool](p, `document.querySelectorAll('#shareqr path').length == 2`) {
		t.Error("there is no code")
	}
	if !js[bool](p, `(f => f.getAttribute('src') == location.origin + '/diffusion/#p=50&at=3&mode=embed&show=lesson' && f.title.endsWith('?') && f.sandbox.contains('allow-scripts') && f.loading == 'lazy')
		(new DOMParser().parseFromString(document.querySelector('#sharehtml').value, 'text/html').querySelector('iframe'))`) {
		t.Errorf("the frame is %s", js[string](p, `document.querySelector('#sharehtml').value`))
	}
	p.click("#shareclose")
	p.await(slow, `document.activeElement.id == 'share'`)
}
