package e2e

import (
	"testing"
	"time"

	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// resizer is what learning platforms do with a frame: that of H5P, which answers hello,
// asks again after a change of width, and sets the height in two steps; and Canvas.
const resizer = `
	const resized = (frame, context, data, respond) => ({
		hello: () => { frame.style.width = '100%'; respond('hello'); },
		prepareResize: () => {
			if (frame.clientHeight == data.scrollHeight && data.scrollHeight == data.clientHeight) return;
			frame.style.height = data.clientHeight + 'px';
			respond('resizePrepared');
		},
		resize: () => { frame.style.height = data.scrollHeight + 'px'; },
	})[data.action]?.();
	window.lti = 0; window.made = -1;
	addEventListener('message', event => {
		const frame = [...document.querySelectorAll('iframe')].find(f => f.contentWindow == event.source), data = event.data;
		if (data.subject == 'lti.frameResize') lti = data.height;
		if (data.kind == 'answers') made = data.made;
		if (data.context == 'h5p') resized(frame, data.context, data, action => event.source.postMessage({action, context: 'h5p'}, '*'));
	});
	document.querySelector('iframe').contentWindow.postMessage({context: 'h5p', action: 'ready'}, '*');`

// On a page of a learning platform, whose script may come late, a frame gets the height
// of what is in it, also when that changes, and tells that a question has been answered.
func TestLearningPlatform(t *testing.T) {
	t.Parallel()
	p := open(t, "/404.html", desktop)
	p.run(`localStorage.removeItem('rote.lesson.capacity'); document.body.style.display = 'block'
		document.body.innerHTML = '<iframe style="border:0" width="640" height="400" src="/capacity/#mode=embed&show=lesson,readings"></iframe>';
		window.inside = () => document.querySelector('iframe').contentDocument`)
	p.await(slow, `inside()?.body?.dataset.question == 'open'`)
	p.run("%s", resizer)
	const fits = `(f => f.clientHeight == inside().documentElement.scrollHeight && f.clientHeight == inside().querySelector('#main').scrollHeight && lti == f.clientHeight)(document.querySelector('iframe'))`
	p.await(slow, fits+` && document.querySelector('iframe').clientWidth > 900`)
	lesson := js[float64](p, `lti`)
	p.run(`inside().querySelector('#speed').value = '0'; inside().querySelector('#speed').dispatchEvent(new Event('change', {bubbles: true}));
		inside().querySelector('.lessonstep:not([hidden]) .choices input')?.click(); inside().querySelector('.lessonstep:not([hidden]) .lock').click()`)
	p.await(slow, `made == 1`)
	p.run(`localStorage.removeItem('rote.lesson.capacity'); inside().querySelector('#tab-numbers').click()`)
	p.await(slow, fits+` && lti != %v`, lesson)
}

// A frame with sandbox="", as some editors make of it, shows what can be read, and how to
// come to the lab; one that has lost only its origin says what is lacking.
func TestShutFrames(t *testing.T) {
	t.Parallel()
	p := open(t, "/404.html", desktop)
	p.expect("sandbox")
	p.expect("origin 'null'")
	p.expect("Failed to load")
	p.run(`document.body.innerHTML = '<iframe sandbox="" width="640" height="400" src="/ntk/#mode=embed"></iframe><iframe sandbox="allow-scripts" width="640" height="400" src="/ntk/#m=64&mode=embed"></iframe>'`)
	for _, c := range []struct{ fragment, ready string }{
		{"#mode=embed", `(a => a && a.getClientRects().length > 0 && a.href.endsWith('/ntk/'))(document.querySelector('noscript a')) && document.querySelector('#intro').getClientRects().length > 0 && document.querySelector('#playback').getClientRects().length == 0`},
		{"#m=64&mode=embed", `document.querySelector('#alerttext').textContent.includes('allow-same-origin') && document.querySelector('#openrote').getClientRects().length > 0 && document.querySelector('#openrote').href.endsWith('/ntk/#m=64')`},
	} {
		f := p.frameTab("/ntk/" + c.fragment)
		f.await(slow, "%s", c.ready)
	}
}

// frameTab waits for the document of a frame that the browser keeps in a process of its
// own, and returns it.
func (p *tab) frameTab(url string) *tab {
	p.Helper()
	for end := time.Now().Add(slow); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		infos, err := chromedp.Call(p.ctx, target.GetTargets, target.GetTargetsParams{})
		must(p.T, err)
		for _, info := range infos.TargetInfos {
			if info.Type == "iframe" && info.URL == site+url {
				ctx, cancel := chromedp.NewContext(p.ctx, chromedp.WithTargetID(info.TargetID))
				p.Cleanup(cancel)
				return &tab{T: p.T, ctx: ctx, engine: chromiumPage{ctx}}
			}
		}
	}
	p.Fatalf("there is no frame of %s", url)
	return nil
}
