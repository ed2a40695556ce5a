package e2e

import (
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"sync/atomic"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// After one visit every lab works without a network, and what others keep is left alone.
// The network is a proxy here, which finds no host any more, and then ends.
func TestOffline(t *testing.T) {
	t.Parallel()
	target, err := url.Parse(site)
	must(t, err)
	var cut atomic.Bool
	pass := httputil.NewSingleHostReverseProxy(target)
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if cut.Load() {
			w.WriteHeader(http.StatusBadGateway)
			return
		}
		pass.ServeHTTP(w, r)
	}))
	defer proxy.Close()

	p := open(t, "/404.html", desktop)
	_, err = chromedp.Call(p.ctx, network.SetBypassServiceWorker, network.SetBypassServiceWorkerParams{Bypass: false})
	must(t, err)
	p.expect("request to another host: " + proxy.URL)
	visit := func(path string) { must(t, chromedp.Do(p.ctx, chromedp.Navigate(proxy.URL+path))) }
	visit("/diffusion/#at=0")
	p.await(slow, `await caches.open('rote-of another')`)
	p.ready()
	p.await(slow, `navigator.serviceWorker.controller`)
	if !js[bool](p, `caches.has('rote-of another')`) {
		t.Error("what another site of this host keeps is gone")
	}
	cut.Store(true)
	p.expect("502")
	visit("/map/")
	if got := p.text("h1"); got == "" {
		t.Error("behind a proxy without a network the page of meanings is empty")
	}
	proxy.CloseClientConnections()
	proxy.Close()

	p.expect("ERR_CONNECTION_REFUSED")
	visit("/ntk?m=64#at=0")
	p.await(slow, `location.pathname == '/ntk/'`)
	p.ready()
	if got := js[string](p, `document.querySelector('#k-m').value`); got != "64" {
		t.Errorf("without a network ntk?m=64 opens with m = %s", got)
	}
	p.click("#step")
	p.await(slow, `document.querySelector('#count').textContent == 'Epoch 1'`)
	visit("/map/")
	if got := p.text("h1"); got == "" {
		t.Error("the page of meanings is empty")
	}
}
