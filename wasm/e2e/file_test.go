package e2e

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A file of pictures is read in the browser: the run has the numbers that the same
// file has in a terminal, and a wrong one changes nothing.
func TestFile(t *testing.T) {
	t.Parallel()
	const small = "n=50&planted=2&latent=2&width=16&epochs=20&batch=64&folds=3&samples=8"
	var rows strings.Builder
	for i := range 100 * 64 {
		fmt.Fprint(&rows, (i/64*(i%64)+i/448)%3%2, map[bool]string{true: "\n", false: ","}[i%64 == 63])
	}
	name := filepath.Join(t.TempDir(), "pictures.csv")
	if err := os.WriteFile(name, []byte(rows.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(rote, "run", "-json", "-data", name, "density?"+small).Output()
	if err != nil {
		t.Fatal(err)
	}
	answer := decode[answer](t, out)
	want := answer.Facts["growth"].Value

	p := open(t, "/density/#data=file&"+small, desktop)
	p.ready()
	if says := p.text("#says"); !strings.Contains(says, "choose it") {
		t.Errorf("without a file it says %q", says)
	}
	if !js[bool](p, `(() => { const [a, b] = ['k-data', 'file'].map(id => document.querySelector('label[for="' + id + '"]').getBoundingClientRect()); return a.bottom <= b.top + 1 })()`) {
		t.Error("the labels of the choice and of the file lie over each other")
	}
	choose := func(name, text string) {
		p.run(`const d = new DataTransfer(), e = document.querySelector('#file');
			d.items.add(new File([%q], %q)); e.files = d.files; e.dispatchEvent(new Event('change', {bubbles: true}))`, text, name)
		p.await(slow, `document.querySelector('#file-note').textContent.includes(%q)`, name)
	}
	choose("bad.csv", "1,2,3\n")
	if note := p.text("#file-note"); !strings.Contains(note, "3 numbers") || !strings.Contains(note, "allowed is") {
		t.Errorf("about a bad file it says %q", note)
	}
	choose("good.csv", rows.String())
	p.await(slow, `location.hash.includes(%q)`, answer.Address[strings.LastIndex(answer.Address, "file="):])
	p.finish()
	if got := p.fact("growth"); got != want {
		t.Errorf("growth is %v in the browser and %v here", got, want)
	}
	p.run(`roteWorker.terminate()`)
	p.await(slow, `!document.querySelector('#alert').hidden`)
	p.click("#restart")
	p.await(slow, `document.body.dataset.state == 'finished'`)
	if got := p.fact("growth"); got != want {
		t.Errorf("after a restart growth is %v", got)
	}
}
