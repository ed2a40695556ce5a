//go:build monkey

package e2e

import (
	"flag"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"example.org/rote/sim"
	"example.org/rote/sim/catalog"
	gpu "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/heapprofiler"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// The monkey's time for a lab, and where its chances begin.
var (
	monkeyTime = flag.Duration("monkey", 20*time.Second, "how long the monkey has each lab")
	monkeySeed = flag.Uint64("seed", 1, "what the monkey does")
)

// A monkey presses, types, travels and kills in one lab at random.
type monkey struct {
	*tab
	lab    sim.Info
	script string
	rng    *rand.Rand
	did    []string  // for messages
	heap   []float64 // MB after each round
}

// deeds are what a monkey does, as often as they stand here.
var deeds = strings.Fields(`press press press press press press press press press press
	enter enter enter enter enter enter enter enter key key key key key key
	link link link link point point point point point point point point
	travel travel reload killWorker killStage killStage killGPU wait wait wait`)

// Whatever is pressed, typed, followed and killed: nothing is thrown, Reset leads out
// of it, and the heap does not grow with each round.
func TestMonkey(t *testing.T) {
	for _, lab := range catalog.Labs() {
		t.Run(lab.Name, func(t *testing.T) {
			each(t, func(p *tab, name string) { p.unleash(lab) })
		})
	}
}

// The same where the browser refuses storage.
func TestMonkeyWithoutStorage(t *testing.T) {
	ctx, cancel, err := start(refusing(t))
	must(t, err)
	defer cancel()
	openIn(t, ctx, "/", desktop).unleash(catalog.Labs()[0])
}

// unleash lets a monkey into a lab for its time, and expects rounds of deeds to end
// in a lab that works.
func (p *tab) unleash(lab sim.Info) {
	p.Helper()
	for _, part := range []string{"context", "WebGL", "GPU"} {
		p.expect(part) // the browser logs what is lost
	}
	script, err := os.ReadFile("testdata/monkey.js")
	must(p.T, err)
	m := &monkey{tab: p, lab: lab, script: string(script)}
	defer func() {
		if p.Failed() {
			p.Logf("the last deeds:\n%s", strings.Join(m.did[max(0, len(m.did)-60):], "\n"))
		}
	}()
	m.visitLab()
	for end := time.Now().Add(*monkeyTime); time.Now().Before(end); {
		m.rng = rand.New(rand.NewPCG(*monkeySeed, uint64(len(m.heap)%cycle)))
		for range 40 {
			m.act()
		}
		m.reset()
	}
	m.flat()
}

// cycle is how many rounds differ. Then the first comes again, so that memory which
// has sufficed must suffice.
const cycle = 6

// act does one thing, after which the page's program runs on.
func (m *monkey) act() {
	m.Helper()
	deed, a, b, c := deeds[m.rng.IntN(len(deeds))], m.rng.Float64(), m.rng.Float64(), m.rng.Float64()
	words := ""
	switch deed {
	case "reload":
		m.visitLab()
	case "killGPU":
		if m.ctx != nil {
			_, err := chromedp.CallBrowser(m.ctx, gpu.CrashGPUProcess, cdp.Empty{})
			must(m.T, err)
		}
	case "wait":
		time.Sleep(time.Duration(a * float64(time.Second)))
	default:
		words = js[string](m.tab, "(window.monkey ??= %s)[%q](%g, %g, %g)", m.script, deed, a, b, c)
	}
	m.did = append(m.did, deed+" "+words)
	if js[bool](m.tab, `document.querySelector('#restart')?.textContent == 'Reload'`) {
		m.Fatalf("the page's program has ended: %s\n%s", m.text("#alerttext"), js[string](m.tab, `lines.join('\n')`))
	}
}

func (m *monkey) visitLab() {
	m.Helper()
	must(m.T, m.visit("/404.html"))
	must(m.T, m.visit("/"+m.lab.Name+"/"))
}

// reset leaves whatever state the lab is in by Reset, and then expects a small run
// to end with the command line's readings.
func (m *monkey) reset() {
	m.Helper()
	m.did = append(m.did, "reset")
	m.await(slow, `!['', 'loading'].includes(document.body.dataset.state)`)
	if js[bool](m.tab, `document.body.dataset.place == 'sweep'`) {
		m.click("#place-try")
		m.await(slow, `document.body.dataset.place != 'sweep'`)
	}
	m.click("#reset")
	m.await(slow, `['ready', 'failed'].includes(document.body.dataset.state)`)
	if js[bool](m.tab, `document.body.dataset.state == 'failed'`) { // a death that was seen only now
		m.click("#reset")
	}
	m.await(slow, `document.body.dataset.state == 'ready' && document.querySelector('#alert').hidden`)

	_, query, _ := strings.Cut(m.lab.Small, "?")
	m.run(`location.hash = %q`, query+"&at=0")
	m.await(slow, `document.body.dataset.state == 'ready' && !location.hash.includes('at=')`)
	m.finish()
	m.agree(m.lab.Small)
	m.heap = append(m.heap, m.megabytes())
}

// megabytes returns how much memory the page holds, without garbage: in Chromium all
// of it, elsewhere that of its program.
func (m *monkey) megabytes() float64 {
	m.Helper()
	program := js[float64](m.tab, `labMemory.buffer.byteLength`)
	if m.ctx == nil {
		return program / 1e6
	}
	_, err := chromedp.Call(m.ctx, heapprofiler.CollectGarbage, cdp.Empty{})
	must(m.T, err)
	use, err := chromedp.Call(m.ctx, runtime.GetHeapUsage, cdp.Empty{})
	must(m.T, err)
	return (use.UsedSize + use.EmbedderHeapUsedSize + use.BackingStorageSize + program) / 1e6
}

// flat compares the memory of later cycles with that of the first. A quarter and
// 4 MB are for what depends on time: which frames came before a kill.
func (m *monkey) flat() {
	m.Helper()
	m.Logf("%d rounds; MB after each: %.1f", len(m.heap), m.heap)
	if len(m.heap) <= cycle {
		return
	}
	if first, later := slices.Max(m.heap[:cycle]), slices.Max(m.heap[cycle:]); later > 1.25*first+4 {
		m.Errorf("the page holds %.1f MB, %.1f in the first cycle", later, first)
	}
}
