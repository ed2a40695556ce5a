package e2e

import (
	"flag"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"time"

	"example.org/rote/sim"
	"example.org/rote/sim/catalog"
	gpu "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
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
// to end with the command line's readings. A worker that was killed may be missed only on
// the way: then it presses again, as a user would.
func (m *monkey) reset() {
	m.Helper()
	m.did = append(m.did, "reset")
	m.await(slow, `!['', 'loading'].includes(document.body.dataset.state)`)
	if js[bool](m.tab, `document.body.dataset.place == 'sweep'`) {
		m.click("#place-try")
		m.await(slow, `document.body.dataset.place != 'sweep'`)
	}
	for deaths := 0; !m.ends(); deaths++ {
		if deaths == 2 {
			m.Fatalf("three Resets do not lead out: %s", m.state())
		}
	}
	m.agree(m.lab.Small)
}

// ends presses Reset and plays a small run. It reports whether that came to its end: no
// worker was missed on the way.
func (m *monkey) ends() bool {
	m.Helper()
	reach := func(where string) bool {
		m.await(slow, `document.body.dataset.state == 'failed' || %s`, where)
		return js[string](m.tab, `document.body.dataset.state`) != "failed"
	}
	m.click("#reset")
	if !reach(`document.body.dataset.state == 'ready'`) {
		return false
	}
	if !js[bool](m.tab, `document.querySelector('#alert').hidden`) { // the stage may have ended for good
		m.click("#restart")
	}
	if !reach(`document.body.dataset.state == 'ready' && document.querySelector('#alert').hidden`) {
		return false
	}
	_, query, _ := strings.Cut(m.lab.Small, "?")
	m.run(`location.hash = %q`, query+"&at=0")
	if !reach(`document.body.dataset.state == 'ready' && !location.hash.includes('at=')`) {
		return false
	}
	m.enter("#speed", "0")
	m.click("#play")
	return reach(`document.body.dataset.state == 'finished'`)
}
