package main

import (
	"context"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"path"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"example.org/rote/assets"
)

func testSite() fstest.MapFS {
	text := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	return fstest.MapFS{
		"index.html": text("home"), "index.html.br": text("BR"), "index.html.gz": text("GZ"),
		"404.html": text("no such lab"), "diffusion/index.html": text("lab"),
		"lab-0123456789.wasm": text("0123456789"), "lab-0123456789.wasm.br": text("W"),
		"lab.wasm": text("unhashed"), ".rote": text("manifest"),
	}
}

func get(t *testing.T, method, path string, header ...string) *http.Response {
	t.Helper()
	files, err := load(testSite())
	if err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequest(method, path, nil)
	for i := 0; i < len(header); i += 2 {
		r.Header.Add(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	files.ServeHTTP(w, r)
	return w.Result()
}

func body(t *testing.T, r *http.Response) string {
	t.Helper()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestResponses(t *testing.T) {
	for _, c := range []struct {
		method, path string
		status       int
		body         string
		header       [2]string // one header that must be there
	}{
		{"GET", "/", 200, "home", [2]string{"Content-Type", "text/html; charset=utf-8"}},
		{"HEAD", "/", 200, "", [2]string{"Cache-Control", "no-cache"}},
		{"GET", "/diffusion/", 200, "lab", [2]string{"Cache-Control", "no-cache"}},
		{"GET", "/diffusion", 301, "", [2]string{"Location", "diffusion/"}},
		{"GET", "/diffusion?a=1", 301, "", [2]string{"Location", "diffusion/?a=1"}},
		{"GET", "/lab-0123456789.wasm", 200, "0123456789", [2]string{"Content-Type", "application/wasm"}},
		{"GET", "/lab-0123456789.wasm", 200, "0123456789", [2]string{"Cache-Control", "public, max-age=31536000, immutable"}},
		{"GET", "/lab.wasm", 200, "unhashed", [2]string{"Cache-Control", "no-cache"}},
		{"GET", "/nope", 404, "no such lab", [2]string{"Content-Type", "text/html; charset=utf-8"}},
		{"HEAD", "/nope", 404, "", [2]string{"Content-Length", "11"}},
		{"GET", "/.rote", 404, "no such lab", [2]string{"X-Content-Type-Options", "nosniff"}},
		{"GET", "/index.html.br", 404, "no such lab", [2]string{"Referrer-Policy", "no-referrer"}},
		{"GET", "/../main.go", 404, "no such lab", [2]string{"Referrer-Policy", "no-referrer"}},
		{"POST", "/", 405, "Only GET and HEAD are allowed.\n", [2]string{"Allow", "GET, HEAD, OPTIONS"}},
		{"OPTIONS", "*", 204, "", [2]string{"Allow", "GET, HEAD, OPTIONS"}},
		{"OPTIONS", "/diffusion/", 204, "", [2]string{"Cross-Origin-Resource-Policy", "cross-origin"}},
	} {
		r := get(t, c.method, c.path)
		if r.StatusCode != c.status || body(t, r) != c.body || r.Header.Get(c.header[0]) != c.header[1] {
			t.Errorf("%s %s = %d, %s: %q; want %d and %q", c.method, c.path, r.StatusCode, c.header[0], r.Header.Get(c.header[0]), c.status, c.header[1])
		}
		for _, h := range headers {
			if r.Header.Get(h[0]) != h[1] {
				t.Errorf("%s %s lacks %s", c.method, c.path, h[0])
			}
		}
	}
}

func TestEncodings(t *testing.T) {
	for _, c := range []struct{ accept, encoding, body string }{
		{"", "", "home"}, {"identity", "", "home"}, {"gzip, deflate, br, zstd", "br", "BR"}, {"gzip", "gzip", "GZ"},
		{"br;q=0, gzip", "gzip", "GZ"}, {"br;q=0,gzip;q=0.0", "", "home"}, {"*", "br", "BR"}, {"*;q=0", "", "home"},
		{"BR ; q = 0.5", "br", "BR"}, {"br;q=x", "", "home"}, {"*, br;q=0", "gzip", "GZ"},
		{"br;q=0.1, gzip;q=0.9", "gzip", "GZ"}, {"gzip, br", "br", "BR"}, {"br;q=0.5, identity", "", "home"},
		{"identity;q=0, br;q=0.1", "br", "BR"}, {"gzip;q=nan", "", "home"},
		{"gzip\t;\tq=0.5,\tbr\t; q=0.9\t", "br", "BR"}, {"\tgzip\t", "gzip", "GZ"}, {"br;level=5;q=0, gzip;x", "gzip", "GZ"},
		{"br;level=11", "br", "BR"}, {"x-gzip", "gzip", "GZ"}, {"gzip;q=0.5;x=1, br;x=\"y\";Q=0.4", "gzip", "GZ"},
	} {
		r := get(t, "GET", "/", "Accept-Encoding", c.accept)
		if got := r.Header.Get("Content-Encoding"); got != c.encoding || body(t, r) != c.body {
			t.Errorf("Accept-Encoding %q: got %q, want %q", c.accept, got, c.encoding)
		}
		if r.Header.Get("Vary") != "Accept-Encoding" {
			t.Errorf("Accept-Encoding %q: no Vary", c.accept)
		}
		if want := strconv.Itoa(len(c.body)); r.Header.Get("Content-Length") != want {
			t.Errorf("Accept-Encoding %q: Content-Length %q, want %s", c.accept, r.Header.Get("Content-Length"), want)
		}
	}
}

func TestEmptySite(t *testing.T) {
	if _, err := load(fstest.MapFS{}); err == nil || !strings.Contains(err.Error(), "make build") {
		t.Errorf("an empty site gives %v, want what to do", err)
	}
}

// lines is a writer that passes on each write.
type lines chan string

func (l lines) Write(b []byte) (int, error) { l <- string(b); return len(b), nil }

// The server prints its address, answers, refuses a port in use with what to do,
// and ends when it is told to.
func TestRun(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	out, ended := make(lines, 1), make(chan error)
	go func() { ended <- run(ctx, []string{"-addr", "127.0.0.1:0"}, testSite(), out, io.Discard) }()
	line := <-out
	url := strings.TrimSpace(strings.TrimPrefix(line, "Rote is at "))
	r, err := http.Get(url + "/")
	if err != nil || r.StatusCode != http.StatusOK {
		t.Fatalf("GET %s: %v", url, err)
	}
	r.Body.Close()
	err = run(ctx, []string{"-addr", strings.TrimPrefix(url, "http://")}, testSite(), io.Discard, io.Discard)
	if err == nil || !strings.Contains(err.Error(), "-addr") {
		t.Errorf("a port in use gives %v, want what to do", err)
	}
	cancel()
	select {
	case err := <-ended:
		if err != nil {
			t.Errorf("shutdown: %v", err)
		}
	case <-time.After(10 * time.Second):
		t.Error("the server did not stop")
	}
}

// What the build writes has a type of its own, whatever this machine calls it.
func TestTypes(t *testing.T) {
	err := fs.WalkDir(assets.Site(), ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && !isTwin(name) && !strings.HasPrefix(entry.Name(), ".") && types[path.Ext(name)] == "" {
			t.Errorf("%s has no type", name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := contentType("x/style-0123456789.css"); got != "text/css; charset=utf-8" {
		t.Errorf("a style sheet is %s", got)
	}
	if got := contentType("x/LICENSE"); got != "application/octet-stream" {
		t.Errorf("a file without an ending is %s", got)
	}
}

// Bad usage is said, with what is allowed.
func TestBadArguments(t *testing.T) {
	for _, args := range [][]string{{"-nope"}, {"extra"}, {"-addr", "8080"}, {"-addr", "localhost"}, {"-addr", "::1"}, {"-addr", ":70000"}, {"-addr", "http://localhost:8080"}, {"-addr", "localhost:8080/"}} {
		var said strings.Builder
		if err := run(context.Background(), args, testSite(), io.Discard, &said); err != errUsage || !strings.Contains(said.String(), "-addr") {
			t.Errorf("%v: %v, and it says %q", args, err, said.String())
		}
	}
}
