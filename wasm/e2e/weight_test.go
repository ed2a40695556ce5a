package e2e

import (
	"slices"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/heapprofiler"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// A weight is how much memory a page holds, in MB.
type weight struct {
	script  float64 // objects and buffers of the browser, without garbage; known in Chromium only
	program float64 // of the page's program, whose memory never shrinks
}

// weigh looks at the page's memory.
func (p *tab) weigh() weight {
	p.Helper()
	program := js[float64](p, `labMemory.buffer.byteLength`)
	if p.ctx == nil {
		return weight{program: program / 1e6}
	}
	p.forgetRequests()
	_, err := chromedp.Call(p.ctx, heapprofiler.CollectGarbage, cdp.Empty{})
	must(p.T, err)
	use, err := chromedp.Call(p.ctx, runtime.GetHeapUsage, cdp.Empty{})
	must(p.T, err)
	return weight{(use.UsedSize + use.EmbedderHeapUsedSize + use.BackingStorageSize) / 1e6, program / 1e6}
}

// forgetRequests lets Chromium drop its record of all requests, pictures of the page
// among them. It keeps that for the test, in the page's heap: 288 bytes for each.
func (p *tab) forgetRequests() {
	p.Helper()
	_, err := chromedp.Call(p.ctx, network.Disable, cdp.Empty{})
	must(p.T, err)
	_, err = chromedp.Call(p.ctx, network.Enable, network.EnableParams{})
	must(p.T, err)
	_, err = chromedp.Call(p.ctx, network.SetBypassServiceWorker, network.SetBypassServiceWorkerParams{Bypass: true})
	must(p.T, err)
}

// level is how much memory some rounds have left: the median of the browser's, and the
// most of the program's.
func level(after []weight) (w weight) {
	var scripts []float64
	for _, a := range after {
		scripts = append(scripts, a.script)
		w.program = max(w.program, a.program)
	}
	slices.Sort(scripts)
	w.script = scripts[len(scripts)/2]
	return w
}

// flat compares the memory after the rounds of the last cycle with that of the first.
// Of the browser's it is the median, as a picture that is being made takes 15 MB or
// more until it is saved; a quarter and 4 MB are for what depends on time: which frames
// came before a kill. The program's memory is the most that it has ever had, and its
// collector lets it have twice what lives: one cycle may end before such a moment and
// the next behind it. What a link leaves is weighed by itself, in TestLinksLeaveNothing.
func (m *monkey) flat(cycle int) {
	m.Helper()
	m.Logf("cycles of %d rounds; MB after each: %.1f", cycle, m.after)
	first, last := level(m.after[:cycle]), level(m.after[len(m.after)-cycle:])
	if last.script > 1.25*first.script+4 || last.program > 2*first.program+16 {
		m.Errorf("the page holds %.1f MB, %.1f in the first cycle", last, first)
	}
}
