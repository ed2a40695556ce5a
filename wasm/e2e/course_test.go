package e2e

import (
	"archive/zip"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

// course is the page of a learning platform that keeps what a package tells it.
const course = `<!doctype html><title>course</title><link rel="icon" href="data:,"><script>
window.kept = {'cmi.core.lesson_status': 'not attempted'}; window.calls = [];
const called = (name, answer) => (...args) => { calls.push(name); return answer(...args); };
window.API = {
  LMSInitialize: called('initialize', () => 'true'), LMSFinish: called('finish', () => 'true'), LMSCommit: called('commit', () => 'true'),
  LMSGetValue: name => kept[name] ?? '', LMSSetValue: (name, value) => { kept[name] = value; return 'true'; },
};
</script><iframe id="package" src="package/index.html" width="1000" height="700"></iframe>`

// A lab in a learning platform tells it the share of predictions made, and that a run
// has ended; it finishes when it is left. Without a platform it says so, and works.
func TestCourse(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	cmd := exec.Command("go", "run", "./assets/build", "-o", filepath.Join(dir, "site"), "-scorm", dir)
	cmd.Dir, cmd.Stderr = root, os.Stderr
	must(t, cmd.Run())
	z, err := zip.OpenReader(filepath.Join(dir, "rote-ntk-scorm.zip"))
	must(t, err)
	defer z.Close()
	mux := http.NewServeMux()
	mux.Handle("/package/", http.StripPrefix("/package", http.FileServerFS(z)))
	mux.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		_, _ = w.Write([]byte(course))
	})
	platform := httptest.NewServer(mux)
	defer platform.Close()
	p := open(t, "/404.html", desktop)
	p.expect("request to another host: " + platform.URL)
	must(t, chromedp.Do(p.ctx, chromedp.Navigate(platform.URL)))
	const kept = `kept['cmi.core.%s'] == %q`
	p.run(`window.lab = () => document.getElementById('package').contentWindow.document.getElementById('lab').contentDocument`)
	p.await(slow, kept+` && `+kept+` && lab().body.dataset.question == 'open'`, "lesson_status", "incomplete", "score.raw", "0")
	of := js[int](p, `lab().querySelectorAll('.lessonstep').length`)
	p.run(`lab().querySelector('.lessonstep:not([hidden]) input[value="128"]').click(); lab().querySelector('#speed [value="0"]').selected = true;
		lab().getElementById('speed').dispatchEvent(new Event('change', {bubbles: true})); lab().querySelector('.lessonstep:not([hidden]) .lock').click()`)
	p.await(slow, `kept['cmi.core.score.raw'] == Math.round(100 / %d)`, of)
	p.await(slow, kept+` && calls.includes('commit')`, "lesson_status", "completed")
	p.run(`document.getElementById('package').src = 'about:blank'`)
	p.await(slow, `calls.at(-1) == 'finish' && /^\d{4}:\d\d:\d\d$/.test(kept['cmi.core.session_time'])`)
	must(t, chromedp.Do(p.ctx, chromedp.Navigate(platform.URL+"/package/index.html")))
	p.await(slow, `document.getElementById('lab').contentDocument.body.dataset.state == 'ready' && document.getElementById('told').textContent.startsWith('Your course cannot')`)
}
