package main

import (
	"net/http"
	"strings"
	"testing"
)

// A condition that holds is answered as none, with the length; one that fails, by a
// response without a body or a length, which no cache keeps.
func TestConditions(t *testing.T) {
	const path = "/lab-0123456789.wasm"
	etag := get(t, "GET", path, "Accept-Encoding", "br").Header.Get("ETag")
	for _, c := range []struct {
		key, value string
		status     int
		length     string
	}{
		{"If-None-Match", `"other"`, 200, "1"},
		{"If-None-Match", etag, 304, ""},
		{"If-None-Match", `"a", W/` + etag, 304, ""},
		{"If-None-Match", "\"a\"\n" + etag, 304, ""},
		{"If-Match", etag, 200, "1"},
		{"If-Match", "*", 200, "1"},
		{"If-Match", `"other"`, 412, ""},
		{"If-Unmodified-Since", "Mon, 02 Jan 2006 15:04:05 GMT", 200, "1"},
		{"If-Range", `"other"`, 200, "1"},
	} {
		header := []string{"Accept-Encoding", "br"}
		for line := range strings.SplitSeq(c.value, "\n") {
			header = append(header, c.key, line)
		}
		r := get(t, "GET", path, header...)
		if r.StatusCode != c.status || r.Header.Get("Content-Length") != c.length || (body(t, r) == "W") != (c.status == 200) {
			t.Errorf("%s: %s: status %d and length %q, want %d and %q", c.key, c.value, r.StatusCode, r.Header.Get("Content-Length"), c.status, c.length)
		}
		failed := c.status == http.StatusPreconditionFailed
		if kept := r.Header.Get("Cache-Control"); strings.Contains(kept, "immutable") == failed || failed && r.Header.Get("Content-Encoding") != "" {
			t.Errorf("%s: %s: status %d is kept as %q, in %q", c.key, c.value, r.StatusCode, kept, r.Header.Get("Content-Encoding"))
		}
	}
}

// Each encoding has an ETag of its own, which is answered by 304.
func TestNotModified(t *testing.T) {
	seen := map[string]bool{}
	for _, encoding := range []string{"br", "gzip", "identity"} {
		etag := get(t, "GET", "/", "Accept-Encoding", encoding).Header.Get("ETag")
		if etag == "" || seen[etag] {
			t.Errorf("%s: ETag %q is empty or of another encoding", encoding, etag)
		}
		seen[etag] = true
		r := get(t, "GET", "/", "Accept-Encoding", encoding, "If-None-Match", etag)
		if r.StatusCode != http.StatusNotModified || body(t, r) != "" {
			t.Errorf("%s: status %d, want 304", encoding, r.StatusCode)
		}
	}
}

// A range is of the plain file, whose size goes with a refusal. What is none that RFC 9110
// knows is not looked at.
func TestRange(t *testing.T) {
	for _, c := range []struct {
		method, value string
		status        int
		body          string
	}{
		{"GET", "bytes=2-4", 206, "234"}, {"GET", "BYTES=2-4", 206, "234"}, {"GET", "bytes=8-", 206, "89"}, {"GET", "bytes=-2", 206, "89"},
		{"GET", "bytes=10-", 416, "invalid range: failed to overlap\n"}, {"GET", "bytes=4-2", 416, "invalid range\n"},
		{"HEAD", "bytes=2-4", 200, ""}, {"GET", "lines=2-4", 200, "W"}, {"GET", "bytes=-0", 200, "W"}, {"GET", "bytes=x", 200, "W"}, {"GET", "bytes=", 200, "W"},
		{"GET", "bytes=2-4\nbytes=6-7", 200, "W"}, {"GET", "bytes 2-4", 200, "W"},
		{"GET", "bytes=8-18446744073709551615", 206, "89"}, {"GET", "bytes=-18446744073709551615", 206, "0123456789"},
		{"GET", "bytes=18446744073709551615-", 416, "invalid range: failed to overlap\n"}, {"GET", "bytes=0000000000000000000008-", 206, "89"},
	} {
		header := []string{"Accept-Encoding", "br"}
		for line := range strings.SplitSeq(c.value, "\n") {
			header = append(header, "Range", line)
		}
		r := get(t, c.method, "/lab-0123456789.wasm", header...)
		encoding := map[bool]string{true: "br"}[c.status == 200]
		if got := body(t, r); r.StatusCode != c.status || got != c.body || r.Header.Get("Content-Encoding") != encoding {
			t.Errorf("%s %q: %d %q in %q, want %d %q", c.method, c.value, r.StatusCode, got, r.Header.Get("Content-Encoding"), c.status, c.body)
		}
		if size := r.Header.Get("Content-Range"); (size == "bytes */10") != (c.status == 416) {
			t.Errorf("%s %q: %d with Content-Range %q", c.method, c.value, c.status, size)
		}
	}
}
