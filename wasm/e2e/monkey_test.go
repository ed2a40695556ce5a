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

// A monkey presses, types, travels and kills in one lab at random, in rounds of 40
// deeds. The page lives through all of them.
type monkey struct {
	*tab
	lab    sim.Info
	script string
	rng    *rand.Rand
	did    []string // for messages
	after  []weight // of each round
}

// deeds are what a monkey does, as often as they stand here.
var deeds = strings.Fields(`press press press press press press press press press press
	enter enter enter enter enter enter enter enter key key key key key key
	link link link link point point point point point point point point
	travel travel killWorker killStage killStage killGPU wait wait wait`)

// Whatever is pressed, typed, followed and killed: nothing is thrown, Reset leads out
// of it, and the memory does not grow when all of it is done again.
func TestMonkey(t *testing.T) {
	t.Parallel()
	for _, lab := range catalog.Labs() {
		t.Run(lab.Name, func(t *testing.T) {
			t.Parallel()
			each(t, func(p *tab, name string) { p.unleash(lab) })
		})
	}
}

// The same where the browser refuses storage.
func TestMonkeyWithoutStorage(t *testing.T) {
	t.Parallel()
	ctx, cancel, err := start(refusing(t))
	must(t, err)
	t.Cleanup(cancel)
	openIn(t, ctx, "/", desktop).unleash(catalog.Labs()[0])
}

// unleash lets a monkey into a lab for its time. The rounds of the first third, one
// at least, are a cycle. Then they come again, all of them at least once, so that
// memory which has sufficed must suffice. In the end the page is loaded anew in the
// midst of deeds.
func (p *tab) unleash(lab sim.Info) {
	p.Helper()
	script, err := os.ReadFile("testdata/monkey.js")
	must(p.T, err)
	m := &monkey{tab: p, lab: lab, script: string(script)}
	defer func() {
		if p.Failed() {
			p.Logf("the last deeds:\n%s", strings.Join(m.did[max(0, len(m.did)-60):], "\n"))
		}
	}()
	m.expect("could not turn the picture into a PNG") // said in words, where a killed GPU process or a busy machine keeps it for too long
	m.visitLab()
	begun, cycle := time.Now(), 0
	for cycle == 0 || time.Since(begun) < *monkeyTime/3 {
		m.round(cycle)
		cycle++
	}
	for len(m.after) < 2*cycle || time.Since(begun) < *monkeyTime {
		m.round(len(m.after) % cycle)
	}
	m.flat(cycle)
	m.deeds(20)
	m.visitLab()
	m.reset()
}

// round does 40 deeds, which are those of the same round before, and expects them to
// end in a lab that works.
func (m *monkey) round(n int) {
	m.Helper()
	m.rng = rand.New(rand.NewPCG(*monkeySeed, uint64(n)))
	m.deeds(40)
	m.reset()
	m.after = append(m.after, m.weigh())
}

func (m *monkey) deeds(n int) {
	m.Helper()
	for range n {
		m.act()
	}
}

// act does one thing, after which the page's program runs on.
func (m *monkey) act() {
	m.Helper()
	deed, a, b, c := deeds[m.rng.IntN(len(deeds))], m.rng.Float64(), m.rng.Float64(), m.rng.Float64()
	words := ""
	switch deed {
	case "killGPU":
		if m.ctx != nil {
			_, err := chromedp.CallBrowser(m.ctx, gpu.CrashGPUProcess, cdp.Empty{})
			must(m.T, err)
		}
	case "wait":
		time.Sleep(time.Duration(a * float64(time.Second)))
	default:
		words = js[string](m.tab, "monkey[%q](%g, %g, %g)", deed, a, b, c)
	}
	m.did = append(m.did, deed+" "+words)
	// A busy machine may keep the program for so long that Reload is offered meanwhile.
	if js[bool](m.tab, `document.querySelector('#restart')?.textContent == 'Reload' && !document.querySelector('#alerttext').textContent.includes('has stood still')`) {
		m.Fatalf("the page's program has ended: %s\n%s", m.text("#alerttext"), js[string](m.tab, `lines.join('\n')`))
	}
}

// visitLab loads the lab anew, with the monkey in it.
func (m *monkey) visitLab() {
	m.Helper()
	must(m.T, m.visit("/"))
	must(m.T, m.visit("/"+m.lab.Name+"/"))
	m.run("window.monkey = %s; monkey.listen()", m.script)
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
	m.await(slow, `document.body.dataset.state == 'ready'`)
	if !js[bool](m.tab, `document.querySelector('#alert').hidden`) { // the stage may have ended for good
		m.click("#restart")
	}
	m.await(slow, `document.body.dataset.state == 'ready' && document.querySelector('#alert').hidden`)

	_, query, _ := strings.Cut(m.lab.Small, "?")
	m.run(`location.hash = %q`, query+"&at=0")
	m.await(slow, `document.body.dataset.state == 'ready' && !location.hash.includes('at=')`)
	m.finish()
	m.agree(m.lab.Small)
}

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
	_, err := chromedp.Call(p.ctx, heapprofiler.CollectGarbage, cdp.Empty{})
	must(p.T, err)
	use, err := chromedp.Call(p.ctx, runtime.GetHeapUsage, cdp.Empty{})
	must(p.T, err)
	return weight{(use.UsedSize + use.EmbedderHeapUsedSize + use.BackingStorageSize) / 1e6, program / 1e6}
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
