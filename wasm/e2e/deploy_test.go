package e2e

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/chromedp/chromedp"
)

var hash = regexp.MustCompile(`-([0-9a-f]{10})\.`)

// renamed turns each hash of a file's name round.
func renamed(text []byte) []byte {
	return hash.ReplaceAllFunc(text, func(match []byte) []byte {
		slices.Reverse(match[1:11])
		return match
	})
}

// deployed is the site until the switch, and then one whose files have other names.
func deployed(t *testing.T) (address string, isNew *atomic.Bool) {
	t.Helper()
	target, err := url.Parse(site)
	must(t, err)
	isNew = new(atomic.Bool)
	pass := httputil.NewSingleHostReverseProxy(target)
	pass.ModifyResponse = func(r *http.Response) error {
		if !isNew.Load() || !strings.HasPrefix(r.Header.Get("Content-Type"), "text/") {
			return nil
		}
		page, err := io.ReadAll(r.Body)
		page = renamed(page)
		r.Body = io.NopCloser(bytes.NewReader(page))
		r.Header.Set("Content-Length", strconv.Itoa(len(page)))
		r.Header.Set("ETag", `"new"`)
		return err
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Header.Del("Accept-Encoding")
		r.Header.Del("If-None-Match")
		if isNew.Load() {
			r.URL.Path = string(renamed([]byte(r.URL.Path)))
		}
		pass.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	return server.URL, isNew
}

// A tab that stays open while the site is replaced goes on, also after a death. When it is
// seen again it says so, and the new site opens in the same state.
func TestDeployment(t *testing.T) {
	t.Parallel()
	host, isNew := deployed(t)
	p := open(t, "/404.html", small)
	p.expect("request to another host: " + host)
	must(t, chromedp.Do(p.ctx, chromedp.Navigate(host+"/diffusion/#n=16&p=50")))
	p.ready()
	isNew.Store(true)
	p.run(`roteWorker.terminate()`)
	p.await(slow, `!document.querySelector('#alert').hidden`)
	p.click("#restart")
	p.await(slow, `document.querySelector('#alert').hidden && document.body.dataset.state != 'loading'`)
	p.click("#step")
	p.await(slow, `document.querySelector('#count').textContent.includes('1 of')`)
	p.run(`document.dispatchEvent(new Event('visibilitychange'))`)
	p.await(slow, `!document.querySelector('#reload').hidden && document.querySelector('#alerttext').textContent.includes('newer Rote')`)
	count, before := p.text("#count"), js[string](p, `document.querySelector('link[rel=stylesheet]').href`)
	p.run(`window.isOld = true`)
	p.click("#reload")
	p.await(slow, `!window.isOld && document.querySelector('#count')?.textContent == %q`, count)
	p.ready()
	if after := js[string](p, `document.querySelector('link[rel=stylesheet]').href`); after == before {
		t.Errorf("it has %s still", after)
	}
	if fragment := js[string](p, `location.hash`); fragment != "#n=16&p=50&at=1" {
		t.Errorf("it comes back at %s", fragment)
	}
}
