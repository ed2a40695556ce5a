package e2e

import (
	"math"
	"os/exec"
	"strings"
	"testing"

	"example.org/rote/sim/catalog"
)

// An answer is what the command line prints for an address, and for flags before
// it.
type answer struct {
	Address  string
	Step, Of int
	Done     bool
	Says     string
	Repairs  []string
	Facts    map[string]struct{ Value float64 }
}

func ask(t *testing.T, args ...string) answer {
	t.Helper()
	out, err := exec.Command(rote, append([]string{"run", "-json"}, args...)...).Output()
	if err != nil {
		t.Fatalf("rote run -json %s: %v", args, err)
	}
	return decode[answer](t, out)
}

// agree compares every reading of the page with the command line, which gets args:
// an address, and flags before it.
func (p *tab) agree(args ...string) {
	p.Helper()
	address, want := strings.Join(args, " "), ask(p.T, args...)
	if n := js[int](p, `document.querySelectorAll('#facts [data-fact]').length`); n != len(want.Facts) {
		p.Errorf("%s: the page shows %d readings, the command line %d", address, n, len(want.Facts))
	}
	for key, fact := range want.Facts {
		if got := p.fact(key); math.Abs(got-fact.Value) > 1e-9*math.Max(1, math.Abs(fact.Value)) {
			p.Errorf("%s: %s = %v in the page, %v on the command line", address, key, got, fact.Value)
		}
	}
	if got := p.text("#says"); got != want.Says {
		p.Errorf("%s: the page says %q, the command line %q", address, got, want.Says)
	}
}

// The default run, played to its end, shows 200 copies.
func TestPlay(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#at=0", desktop)
	p.ready()
	p.finish()
	p.agree("diffusion")
	if got := p.fact("copied"); got != 1 {
		t.Errorf("copied = %v, want 1: the exact score only copies", got)
	}
}

// The default run of every lab ends, with the readings of the command line; so do a
// link into the middle of a small run, and that run with another seed.
func TestPlayAll(t *testing.T) {
	t.Parallel()
	p := open(t, "/404.html", view{w: 390, h: 844})
	for _, info := range catalog.Labs() {
		must(t, p.visit("/"+info.Name+"/#at=0"))
		p.ready()
		p.finish()
		p.agree(info.Name)

		_, query, _ := strings.Cut(info.Small, "?")
		p.run(`location.hash = %q`, query+"&at=2")
		p.await(slow, `document.querySelector('#scrub').value == '2' && document.body.dataset.state == 'paused'`)
		p.agree("-steps", "2", info.Small)
		p.enter("#k-seed", "5")
		p.await(slow, `location.hash.includes('seed=5') && document.body.dataset.state == 'ready'`)
		p.finish()
		p.agree(info.Small + "&seed=5")
	}
}

// Equal addresses give equal readings in the page and on the command line.
func TestSameEverywhere(t *testing.T) {
	t.Parallel()
	p := open(t, "/404.html", view{w: 390, h: 844, still: true})
	for _, query := range []string{
		"c=1e-4&smin=1e-6&p=1000&seed=7",
		"process=VP&p=300&sampler=2m&steps=40",
		"data=two&start=square&steps=40",
		"sampler=ancestral&p=200&start=exact&steps=60&seed=3",
		"view=conditional&n=32&hy=0.001",
		"view=network&n=16&train=100",
	} {
		must(t, p.visit("/404.html"))
		must(t, p.visit("/diffusion/#"+query))
		p.ready()
		p.finish()
		p.agree("diffusion?" + query)
	}
}

// A changed knob restarts the run, and the result is that of the new address.
func TestKnobs(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#at=0", desktop)
	p.ready()
	p.enter("#k-c", "1/100")
	p.enter("#k-steps", "24")
	p.enter("#k-seed", "5")
	p.await(slow, `location.hash == '#c=0.01&steps=24&seed=5'`)
	p.finish()
	p.agree("diffusion?steps=24&c=0.01&seed=5")

	p.enter("#k-tol", "0.2") // live: the finished run is measured again, not restarted
	p.await(slow, `document.body.dataset.state == 'finished' && document.querySelector('#says').textContent.startsWith('Within 0.2')`)
	p.agree("diffusion?steps=24&c=0.01&tol=0.2&seed=5")
}

// What is out of range is brought into range, with a message.
func TestKnobMessage(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#at=0", desktop)
	p.ready()
	p.enter("#k-c", "-1")
	p.await(slow, `!document.querySelector('#k-c-note').hidden`)
	if got, want := p.text("#k-c-note"), "c = -1 is below 0; using 0."; got != want {
		t.Errorf("note = %q, want %q", got, want)
	}
	if got := js[string](p, `document.querySelector('#k-c').value`); got != "0, off" {
		t.Errorf("the box shows %q, want \"0, off\"", got)
	}
}

// Scrubbing back shows an earlier step without losing the run.
func TestScrub(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#at=0", desktop)
	p.ready()
	p.finish()
	end := p.text("#says")
	p.enter("#scrub", "0")
	p.await(slow, `document.querySelector('#says').textContent != %q`, end)
	if js[bool](p, `document.querySelector('#count').textContent.includes('160 of 160')`) {
		t.Errorf("after scrubbing the count is still %q", p.text("#count"))
	}
	p.run(`const s = document.querySelector('#scrub'); s.value = s.max; s.dispatchEvent(new Event('input', {bubbles: true}))`)
	p.await(slow, `document.querySelector('#says').textContent.trim() == %q`, end)
}
