package main

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"
)

// Links that other programs have rewritten lead to the lab, with the experiment.
func TestLinks(t *testing.T) {
	files, err := load(testSite())
	if err != nil {
		t.Fatal(err)
	}
	for from, want := range map[string]string{
		"/diffusion?n=16&c=0.1":                  "/diffusion/?n=16&c=0.1",
		"/diffusion/?n=16":                       "/diffusion/?n=16",
		"/diffusion%2F":                          "/diffusion/",
		"/diffusion%2f?n=16":                     "/diffusion/?n=16",
		"/diffusion/%23n=16&c=0.1":               "/diffusion/#n=16&c=0.1",
		"/diffusion%23n=16":                      "/diffusion/#n=16",
		"/diffusion/%2523n=16":                   "/diffusion/#n=16",
		"/diffusion%253Fn=16%2523at=2":           "/diffusion/?n=16#at=2",
		"/diffusion%23n=%252":                    "/diffusion/#n=%252",
		"/diffusion/%3Fn=16":                     "/diffusion/?n=16",
		"/diffusion%3fn=16%26c=1%23at=3":         "/diffusion/?n=16%26c=1#at=3",
		"/diffusion/%23n=16?from=mail":           "/diffusion/?from=mail#n=16",
		"/diffusion).":                           "/diffusion/",
		"/diffusion/%C2%BB":                      "/diffusion/",
		"/diffusion/%E2%80%8B":                   "/diffusion/",
		"/diffusion/)?n=16":                      "/diffusion/?n=16",
		"/Diffusion/":                            "/diffusion/",
		"/DIFFUSION/%23n=16":                     "/diffusion/#n=16",
		"/diffusion//":                           "/diffusion/",
		"//diffusion/":                           "/diffusion/",
		"/diffusion/../diffusion":                "/diffusion/",
		"/)":                                     "/",
		"/%23n=16":                               "/#n=16",
		"/lab.wasm.":                             "/lab.wasm",
		"/%64iffusion/":                          "/%64iffusion/",
		"/diffusion%2F%23n=16":                   "/diffusion/#n=16",
		"/diffusion%252F%2523n=16":               "/diffusion/#n=16",
		"/diffusion/%252523n%253D16":             "/diffusion/#n%253D16",
		"/diffusion/&utm_source=x":               "/diffusion/?utm_source=x",
		"/diffusion&n=16":                        "/diffusion/?n=16",
		"/diffusion/%26n=16":                     "/diffusion/?n=16",
		"/diffusion/%EF%BC%83n=16":               "/diffusion/#n=16",
		"/diffusion/%ef%bc%9fn=16":               "/diffusion/?n=16",
		"/diff%C2%ADusion/":                      "/diffusion/",
		"/diffu%0Asion/":                         "/diffusion/",
		"/%EF%BD%84iffusion/":                    "/diffusion/",
		"/(diffusion/":                           "/diffusion/",
		"/%E2%80%9Cdiffusion/%E2%80%9D":          "/diffusion/",
		"/%20diffusion%20":                       "/diffusion/",
		"/diffusion%7Cdiffusion%3E":              "/diffusion/",
		"/diffusion/](http://host/diffusion/":    "/diffusion/",
		"/diffusion/%5D(http://host/diffusion/)": "/diffusion/",
		"/diffusion/{/":                          "/diffusion/",
		"/diffusion/INDEX.HTML":                  "/diffusion/index.html",
		"/diffusion/...":                         "/diffusion/",
		"/diffusion%20for%20you":                 "/diffusion/",
		"/diffusion/%20for%20you":                "/diffusion/",
		"/diffusion/n=16&c=0.1":                  "/diffusion/?n=16&c=0.1",
		"/diffusion/n=16/c=0.1":                  "/diffusion/?n=16/c=0.1",
		"/diffusion;n=16":                        "/diffusion/?n=16",
		"/diffusion/n%3D16%26c%3D0.1":            "/diffusion/?n%3D16%26c%3D0.1",
		"/diffusion/n=16?c=0.1":                  "/diffusion/?n=16&c=0.1",
		"/diffusion/:~:text=a":                   "/diffusion/?:~:text=a",
		"/nope/n=16":                             "",
		"/n=16":                                  "",
		"/nope%23n=16":                           "",
		"/diffusion/nope":                        "",
		"/%2e%2e/%2e%2e/etc/passwd":              "",
		"//evil.example/%2f..":                   "",
		"/diffusion/%00":                         "",
		"//evil.example/%23diffusion?n=1":        "",
	} {
		if got := follow(t, files, from); got != want {
			t.Errorf("%s leads to %q, want %q", from, got, want)
		}
	}
}

// follow returns where a request ends, or "" if nothing is there.
func follow(t *testing.T, files *Files, from string) string {
	t.Helper()
	u, err := url.Parse("http://host" + from)
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		w := httptest.NewRecorder()
		files.ServeHTTP(w, &http.Request{Method: "GET", URL: u, Header: http.Header{}})
		switch w.Code {
		case http.StatusOK:
			return u.String()[len("http://host"):]
		case http.StatusMovedPermanently:
			to, err := url.Parse(w.Header().Get("Location"))
			if err != nil || to.IsAbs() || to.Host != "" {
				t.Fatalf("%s leads to %q, %v", u, to, err)
			}
			u = u.ResolveReference(to)
		default:
			return ""
		}
	}
	t.Errorf("%s goes round in circles", from)
	return ""
}
