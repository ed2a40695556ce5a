package e2e

import (
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// proxied opens a page through a proxy of the test's own: meddle may change the answer
// to a request, or give one and return true.
func proxied(t *testing.T, path string, v view, meddle func(w http.ResponseWriter, file string) (answered bool)) *tab {
	t.Helper()
	target, err := url.Parse(site)
	must(t, err)
	pass := httputil.NewSingleHostReverseProxy(target)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !meddle(w, r.URL.Path) {
			pass.ServeHTTP(w, r)
		}
	}))
	t.Cleanup(server.Close)
	p := open(t, "/404.html", v)
	p.expect("request to another host: " + server.URL)
	must(t, chromedp.Do(p.ctx, chromedp.Navigate(server.URL+path)))
	return p
}

// A stage that something on the line forbids, or of which a file is missing, ends in
// the SVG picture at full strength, with the reason.
func TestStageForbidden(t *testing.T) {
	t.Parallel()
	for name, meddle := range map[string]func(w http.ResponseWriter, file string) bool{
		"frames forbidden": func(w http.ResponseWriter, file string) bool {
			w.Header().Set("X-Frame-Options", "DENY")
			return false
		},
		"no stage page":    missing("/stage-", ".html"),
		"no guard":         missing("/guard-", ".js"),
		"no stage program": missing("/stage-", ".wasm"),
	} {
		t.Run(name, func(t *testing.T) {
			p := proxied(t, "/diffusion/#n=16&p=50", small, meddle)
			for _, part := range []string{"404", "X-Frame-Options", "frame", "did not load", "Refused to execute"} {
				p.expect(part) // the browser logs it
			}
			p.await(slow, `document.body.dataset.stage == 'svg' && !document.querySelector('#alert').hidden`)
			if faint := js[string](p, `['#stage', '#still', '#still svg'].filter(e => {
				const s = getComputedStyle(document.querySelector(e)); return s.opacity != 1 || s.visibility != 'visible' || s.filter != 'none' }).join()`); faint != "" {
				t.Errorf("not at full strength: %s", faint)
			}
			if reason := p.text("#alerttext"); !strings.Contains(reason, "The stage") || !strings.Contains(reason, "The picture is now drawn in another way") {
				t.Errorf("the reason is %q", reason)
			}
			p.click("#restart")
			p.click("#step")
			p.await(slow, `document.querySelector('#count').textContent.includes('1 of') && document.querySelector('#still svg')`)
		})
	}
}

// A server that calls scripts plain text and programs nothing, as the registry of some
// machines does, has labs that live.
func TestPlainServer(t *testing.T) {
	t.Parallel()
	files := http.FileServer(http.Dir(filepath.Join(root, "assets", "site")))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if kind := map[string]string{".js": "text/plain", ".wasm": "application/octet-stream"}[path.Ext(r.URL.Path)]; kind != "" {
			w.Header().Set("Content-Type", kind)
		}
		files.ServeHTTP(w, r)
	}))
	defer server.Close()
	p := open(t, "/404.html", small)
	p.expect("request to another host: " + server.URL)
	p.expect("unsupported MIME type") // of the service worker, which comes later and is not needed
	must(t, chromedp.Do(p.ctx, chromedp.Navigate(server.URL+"/diffusion/#n=16&p=50")))
	p.ready()
	p.click("#step")
	p.await(slow, `document.querySelector('#count').textContent.includes('1 of')`)
}

// missing answers 404 for a file.
func missing(begin, end string) func(w http.ResponseWriter, file string) bool {
	return func(w http.ResponseWriter, file string) bool {
		gone := strings.HasPrefix(file, begin) && strings.HasSuffix(file, end)
		if gone {
			http.NotFound(w, nil)
		}
		return gone
	}
}
