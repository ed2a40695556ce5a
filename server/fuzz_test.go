package main

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

// FuzzServe asks for any path in any way: the answer is a file of the site in an
// encoding that was asked for, a way to a folder below, or a plain no.
func FuzzServe(f *testing.F) {
	for _, path := range []string{"/", "/diffusion", "/diffusion/", "//evil.example/", "/../.rote", "/index.html.br", "/%2e%2e/x", "/\x00", "/lab-0123456789.wasm", "/Diffusion).", "/diffusion/#n=16", "/diffusion#%2", "/diffusion?n=16#seed=2", "//diffusion//"} {
		f.Add("GET", path, "a=1", "br;q=0.5, gzip", "", "")
		f.Add("HEAD", path, "", "*;q=0", "bytes=2-5", `"x"`)
		f.Add("POST", path, "\r\nSet-Cookie: a", "br;q=nan,;;=,", "bytes=-1,4-", "*")
	}
	files, err := load(testSite())
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, method, path, query, accept, span, match string) {
		if _, err := url.Parse("/?" + query); err != nil {
			return // as net/http refuses it
		}
		r := &http.Request{Method: method, URL: &url.URL{Path: path, RawQuery: query}, Header: http.Header{}, ProtoMajor: 1, ProtoMinor: 1}
		for _, h := range [][2]string{{"Accept-Encoding", accept}, {"Range", span}, {"If-None-Match", match}} {
			if h[1] != "" {
				r.Header.Set(h[0], h[1])
			}
		}
		w := httptest.NewRecorder()
		files.ServeHTTP(w, r)
		checkAnswer(t, r, w.Result())
	})
}

func checkAnswer(t *testing.T, r *http.Request, got *http.Response) {
	t.Helper()
	for _, h := range headers {
		if got.Header.Get(h[0]) != h[1] {
			t.Errorf("%s %q lacks %s", r.Method, r.URL.Path, h[0])
		}
	}
	switch got.StatusCode {
	case http.StatusOK, http.StatusPartialContent, http.StatusNotModified, http.StatusRequestedRangeNotSatisfiable, http.StatusNotFound:
	case http.StatusMovedPermanently:
		to, err := url.Parse(got.Header.Get("Location"))
		if err != nil || to.IsAbs() || to.Host != "" || strings.HasPrefix(to.Path, "/") {
			t.Errorf("%q leads to %q, %v", r.URL.Path, to, err)
			return
		}
		if !strings.HasPrefix(r.URL.Path, "/") {
			return // from there no client goes on
		}
		files, _ := load(testSite())
		w := httptest.NewRecorder()
		files.ServeHTTP(w, &http.Request{Method: "GET", URL: r.URL.ResolveReference(to), Header: http.Header{}})
		if w.Code != http.StatusOK {
			t.Errorf("%q leads to %q, which answers %d", r.URL.Path, to, w.Code)
		}
	case http.StatusNoContent:
		if r.Method != "OPTIONS" {
			t.Errorf("%s %q: no content", r.Method, r.URL.Path)
		}
	case http.StatusMethodNotAllowed:
		if r.Method == "GET" || r.Method == "HEAD" {
			t.Errorf("%s is not allowed", r.Method)
		}
	default:
		t.Errorf("%s %q: status %d", r.Method, r.URL.Path, got.StatusCode)
	}
	if encoding := got.Header.Get("Content-Encoding"); encoding != "" && !strings.Contains(strings.ToLower(r.Header.Get("Accept-Encoding")), encoding) &&
		!strings.Contains(r.Header.Get("Accept-Encoding"), "*") {
		t.Errorf("Accept-Encoding %q is answered in %s", r.Header.Get("Accept-Encoding"), encoding)
	}
	if strings.Contains(body(t, got), "manifest") {
		t.Errorf("%q shows a hidden file", r.URL.Path)
	}
}
