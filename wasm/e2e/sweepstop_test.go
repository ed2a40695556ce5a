package e2e

import (
	"testing"

	"github.com/chromedp/chromedp"
)

// busy waits until the number of the sweep's workers that are at work, as they
// say themselves, is as wanted. A worker that has just begun may not hear the
// question, and is asked again.
func (p *tab) busy(wanted string) {
	p.Helper()
	p.await(slow, `await Promise.race([new Promise(late => setTimeout(() => late(NaN), 2000)), Promise.all(roteSweepers.map(worker =>
		new Promise(done => {
			worker.addEventListener('message', e => { if (e.data.kind == 'pong') done(e.data.busy) });
			worker.postMessage({kind: 'ping'});
		}))).then(all => all.filter(busy => busy).length)]) %s`, wanted)
}

// rests waits until no worker is at work, and returns how many runs are known: all
// results that were on their way have come before the workers' answers.
func (p *tab) rests() (known int) {
	p.Helper()
	p.busy("== 0")
	return js[int](p, `document.querySelector('#sweepbar').value`)
}

// Cancel takes 300 ms at most, Pause keeps the runs on their way, and what is
// known is kept by both.
func TestSweepCancelAndPause(t *testing.T) {
	t.Parallel()
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
	if n := p.rests(); n != known || known < 2 {
		t.Errorf("after Cancel %d runs are known, when all workers rest %d", known, n)
	}
	if got := p.text("#sweepplay"); got != "Go on" {
		t.Errorf("the button says %q", got)
	}

	p.click("#sweepplay")
	p.sweepIs("running")
	p.busy("> 0")
	p.click("#sweepplay")
	p.sweepIs("paused")
	known = p.rests()
	if n := p.rests(); n != known {
		t.Errorf("a paused sweep goes from %d to %d runs", known, n)
	}
	p.click("#sweepplay")
	p.await(slow, `document.querySelector('#sweepbar').value > %d`, known)
}

// After a reload the sweep goes on from what it had.
func TestSweepSurvivesReload(t *testing.T) {
	t.Parallel()
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
	sameFile(t, string(p.saved(p.downloads(), "#sweepcsv", "csv")), sweepCSV(t, "diffusion?"+brisk+"&seeds=4"))
}

// A worker that dies costs one cell's retry; if the run dies again, a message,
// and the sweep goes on without it.
func TestSweepWorkerKilled(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#p=200&steps=200&n=150..200*2&c=1e-6..0.01*2&fact=copied", desktop)
	p.sweepReady()
	p.click("#sweepplay")
	p.await(slow, `document.querySelector('#sweepbar').value >= 1`)
	p.run(`roteSweepers[roteSweepers.length - 1].terminate()`)
	p.sweepIs("ended")
	if got := p.text("#sweepcount"); got != "4 of 4 runs" || !js[bool](p, `document.querySelector('#alert').hidden`) {
		t.Errorf("after the death of a worker it says %q, %q", got, p.text("#alerttext"))
	}
	p.run(`const Plain = Worker; window.deadly = true; Worker = class extends Plain {
		constructor(...args) { super(...args); this.addEventListener('message', e => { if (deadly && e.data.kind == 'ready') setTimeout(() => this.terminate(), 50) }) } }`)
	p.run(`roteSweepers.forEach(w => w.terminate())`)
	p.click("#sweepplay") // again
	p.await(slow, `document.querySelector('#alerttext').textContent.includes('could not be measured')`)
	p.run(`window.deadly = false`)
	p.sweepIs("ended")
	if got := p.text("#sweepcount"); got != "3 of 4 runs; the others could not be measured" {
		t.Errorf("after two deaths it says %q", got)
	}
}

// A hidden tab does no runs, and the live region speaks seldom.
func TestSweepHiddenAndHeard(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#p=100&steps=80&n=20..200*9&c=1e-6..0.01*5&fact=copied", desktop)
	p.sweepReady()
	p.run(`window.said = []; new MutationObserver(() => said.push([performance.now(), document.querySelector('#live').textContent]))
		.observe(document.querySelector('#live'), {childList: true, characterData: true, subtree: true})`)
	p.click("#sweepplay")
	p.await(slow, `document.querySelector('#sweepbar').value >= 3`)
	p.run(`Object.defineProperty(document, 'hidden', {get: () => true, configurable: true}); document.dispatchEvent(new Event('visibilitychange'))`)
	known := p.rests()
	if n := p.rests(); n != known || n == 45 {
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
