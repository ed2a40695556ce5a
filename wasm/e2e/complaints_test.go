package e2e

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"strings"
	"testing"
)

// complaining serves the site with a script in each page that tells hear what goes
// wrong there, for an engine whose driver does not. It returns its address.
func complaining(t *testing.T, hear func(problem string)) string {
	t.Helper()
	address, err := url.Parse(site)
	must(t, err)
	pages := &httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) {
			r.SetURL(address)
			r.Out.Header.Del("Accept-Encoding") // the HTML is to be changed
		},
		ModifyResponse: insertScript,
	}
	script, err := os.ReadFile("testdata/complaints.js")
	must(t, err)
	mux := http.NewServeMux()
	mux.Handle("/", pages)
	mux.HandleFunc("GET /complaints.js", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/javascript")
		w.Write(script)
	})
	mux.HandleFunc("POST /complaint", func(_ http.ResponseWriter, r *http.Request) {
		text, _ := io.ReadAll(r.Body)
		hear(string(text))
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL
}

func insertScript(r *http.Response) error {
	if !strings.HasPrefix(r.Header.Get("Content-Type"), "text/html") {
		return nil
	}
	html, err := io.ReadAll(r.Body)
	if err != nil {
		return err
	}
	html = bytes.Replace(html, []byte("<head>"), []byte(`<head><script src="/complaints.js"></script>`), 1)
	r.Body = io.NopCloser(bytes.NewReader(html))
	r.ContentLength = int64(len(html))
	r.Header.Set("Content-Length", fmt.Sprint(len(html)))
	return nil
}
