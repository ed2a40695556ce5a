package e2e

import (
	"io"
	"maps"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"
)

// A dam holds one file of the site back in its midst: a part of it comes at once, the
// rest when the dam is opened.
type dam struct {
	begin, end string // of the file's path
	part       int    // of the file's bytes, in percent
	open       chan struct{}
	once       sync.Once
}

func newDam(begin, end string, part int) *dam {
	return &dam{begin: begin, end: end, part: part, open: make(chan struct{})}
}

func (d *dam) meddle(w http.ResponseWriter, file string) (answered bool) {
	if !strings.HasPrefix(file, d.begin) || !strings.HasSuffix(file, d.end) {
		return false
	}
	whole, err := http.Get(site + file)
	if err != nil {
		return false
	}
	defer whole.Body.Close()
	data, _ := io.ReadAll(whole.Body)
	first := len(data) * d.part / 100
	maps.Copy(w.Header(), whole.Header)
	if d.part > 0 {
		w.Write(data[:first])
		w.(http.Flusher).Flush()
	}
	<-d.open
	w.Write(data[first:])
	return true
}

func (d *dam) release() { d.once.Do(func() { close(d.open) }) }

// behind opens a lab behind a dam.
func behind(t *testing.T, d *dam) *tab {
	t.Helper()
	p := proxied(t, "/404.html", small, d.meddle)
	t.Cleanup(d.release)
	p.expect("404")
	p.run(`location.href = '/diffusion/#n=16&p=50'`) // which does not wait for what it loads
	return p
}

// A page whose script does not come, or cannot be read, says so.
func TestScriptMissing(t *testing.T) {
	t.Parallel()
	p := proxied(t, "/diffusion/", small, missing("/boot-", ".js"))
	for _, part := range []string{"404", "Refused to execute"} {
		p.expect(part)
	}
	p.await(slow, `getComputedStyle(document.querySelector('#late')).visibility == 'visible' && document.querySelector('#late').getBoundingClientRect().height > 10`)
}

// A program that stops on its way is told, with what can be done; when it comes on after
// all, so is the page.
func TestProgramStalls(t *testing.T) {
	t.Parallel()
	for name, d := range map[string]*dam{
		"in its midst":   newDam("/lab-", ".wasm", 40),
		"before it came": newDam("/lab-", ".wasm", 0),
		"its companion":  newDam("/wasm_exec-", ".js", 0),
	} {
		t.Run(name, func(t *testing.T) {
			p := behind(t, d)
			p.await(slow, `document.querySelector("#alert")?.hidden === false && /has stood still at \d+ %% for 15 seconds/.test(document.querySelector("#alerttext").textContent)`)
			if got := p.text("#restart"); got != "Reload" {
				t.Errorf("the button says %q", got)
			}
			d.release()
			p.await(slow, `document.querySelector('#alert').hidden`)
			p.ready()
			p.finish()
			p.agree("diffusion?n=16&p=50")
		})
	}
}

// Without the kernel that does not come the lab computes in its own way.
func TestKernelStalls(t *testing.T) {
	t.Parallel()
	d := newDam("/kernel-", ".wasm", 50)
	p := behind(t, d)
	p.ready()
	p.finish()
	p.agree("diffusion?n=16&p=50")
}

// A picture that stops on its way is told, and the lab is whole without: it goes on so at
// once where that is wanted, and else takes the picture when it comes.
func TestPictureStalls(t *testing.T) {
	t.Parallel()
	for name, d := range map[string]*dam{
		"program": newDam("/stage-", ".wasm", 40),
		"page":    newDam("/stage-", ".html", 0),
	} {
		t.Run(name, func(t *testing.T) {
			p := behind(t, d)
			told := `document.querySelector("#alert")?.hidden === false && document.querySelector('#restart').textContent == 'Go on without it'`
			p.await(slow, "%s", told)
			p.click("#restart")
			p.await(slow, `document.body.dataset.stage == 'svg' && document.querySelector('#still svg') && document.querySelector('#alerttext').textContent.includes('drawn in another way')`)
			p.click("#restart")
			p.await(slow, `document.querySelector('#alert').hidden`)
			p.finish()
			p.agree("diffusion?n=16&p=50")
			p.run(`location.reload()`)
			p.await(slow, "%s", told)
			d.release()
			p.await(slow, `document.querySelector('#alert').hidden`)
			p.ready()
		})
	}
}

// A slow line is none that has stopped: nothing is said while bytes come.
func TestSlowLine(t *testing.T) {
	t.Parallel()
	p := proxied(t, "/diffusion/#n=16&p=50", small, func(w http.ResponseWriter, file string) bool {
		d := newDam("/lab-", ".wasm", 3)
		d.release()
		return d.meddle(slowWriter{w}, file)
	})
	p.run(`new MutationObserver(() => { if (!document.querySelector('#alert').hidden) window.said = true }).observe(document.querySelector('#alert'), {attributes: true})`)
	p.await(slow, `document.body.dataset.state == 'ready'`)
	if js[bool](p, `window.said`) {
		t.Errorf("the page says %q", p.text("#alerttext"))
	}
}

// A slowWriter lets what is written take 20 seconds.
type slowWriter struct{ http.ResponseWriter }

func (s slowWriter) Flush() { s.ResponseWriter.(http.Flusher).Flush() }

func (s slowWriter) Write(data []byte) (n int, err error) {
	for part := len(data)/20 + 1; n < len(data) && err == nil; {
		var m int
		m, err = s.ResponseWriter.Write(data[n:min(n+part, len(data))])
		n += m
		s.Flush()
		time.Sleep(time.Second)
	}
	return n, err
}
