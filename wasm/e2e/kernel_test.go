package e2e

import (
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// The page says on which path its numbers come.
func TestKernelLine(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#at=0", desktop)
	p.ready()
	if got, want := p.text("#kernel"), "Kernel: WebAssembly SIMD."; got != want {
		t.Errorf("About says %q, want %q", got, want)
	}
}

// Where the kernel does not arrive, the portable path gives the same readings.
func TestWithoutKernel(t *testing.T) {
	t.Parallel()
	p := open(t, "/404.html", desktop)
	_, err := chromedp.Call(p.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{
		Source: `const get = fetch; window.fetch = url => String(url).includes('kernel-') ? Promise.reject(new TypeError('no')) : get(url)`})
	must(t, err)
	must(t, chromedp.Do(p.ctx, chromedp.Navigate(site+"/diffusion/#at=0")))
	p.ready()
	if got, want := p.text("#kernel"), "Kernel: portable."; !strings.HasPrefix(got, want) {
		t.Errorf("About says %q, want %q", got, want)
	}
	p.finish()
	p.agree("diffusion")
}

// The tests of the kernel pass in the browser, too, in a worker that boot.js
// starts: the golden bits are those of all other platforms.
func TestKernelBits(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	cmd := exec.Command("go", "test", "-c", "-o", filepath.Join(dir, "test.wasm"), "./sim/kernel")
	cmd.Dir, cmd.Stderr = root, os.Stderr
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	must(t, cmd.Run())
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	must(t, err)
	for name, file := range map[string]string{
		"wasm_exec.js": filepath.Join(strings.TrimSpace(string(goroot)), "lib/wasm/wasm_exec.js"),
		"boot.js":      root + "/assets/web/boot.js",
		"kernel.wasm":  root + "/sim/kernel/kernel.wasm",
		"thunk.wasm":   root + "/sim/kernel/thunk.wasm",
	} {
		data, err := os.ReadFile(file)
		must(t, err)
		must(t, os.WriteFile(filepath.Join(dir, name), data, 0o644))
	}
	must(t, os.WriteFile(filepath.Join(dir, "index.html"), []byte("<!doctype html><link rel=icon href=data:,>"), 0o644))
	server := httptest.NewServer(http.FileServer(http.Dir(dir)))
	defer server.Close()
	ctx, cancel := chromedp.NewContext(spare.lend(t))
	defer cancel()
	p := &tab{T: t, ctx: ctx, engine: chromiumPage{ctx}}
	must(t, chromedp.Do(ctx, chromedp.Navigate(server.URL)))
	end := js[struct {
		Exit    int
		Message string
		Lines   []string
	}](p, `(async () => {
		const module = name => WebAssembly.compileStreaming(fetch(name));
		const worker = new Worker('boot.js');
		worker.postMessage({exec: 'wasm_exec.js', module: await module('test.wasm'),
			kernel: {kernel: await module('kernel.wasm'), thunk: await module('thunk.wasm')}});
		return new Promise(resolve => worker.onmessage = e => resolve(e.data));
	})()`)
	output := strings.Join(end.Lines, "\n")
	if end.Exit != 0 || !strings.Contains(output, "caps 1\n") || !strings.Contains(output, "PASS") {
		t.Errorf("exit code %d %s\n%s", end.Exit, end.Message, output)
	}
}
