package main

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// listening serves a site with a large file, with little patience, and returns the
// address, what stops it, and what it ends with.
func listening(t *testing.T, patience time.Duration) (addr string, stop func(), ended chan error) {
	t.Helper()
	site := testSite()
	site["large.wasm"] = &fstest.MapFile{Data: bytes.Repeat([]byte("0123456789abcdef"), 1<<20)}
	files, err := load(site)
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	ended = make(chan error, 1)
	go func() { ended <- serve(ctx, listener{l, patience}, files, slog.New(slog.DiscardHandler)) }()
	return l.Addr().String(), cancel, ended
}

func dial(t *testing.T, addr, request string) *net.TCPConn {
	t.Helper()
	c, err := net.Dial("tcp", addr)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	if _, err := io.WriteString(c, request); err != nil {
		t.Fatal(err)
	}
	return c.(*net.TCPConn)
}

// What net/http answers itself carries the headers, too.
func TestHeadersOnErrors(t *testing.T) {
	addr, _, _ := listening(t, time.Second)
	for request, status := range map[string]string{
		"GET\r\n\r\n":                                                                "400 Bad Request",
		"GET / HTTP/1.1\r\n\r\n":                                                     "400 Bad Request: missing required Host header",
		"GET / HTTP/1.1\r\nHost: a b/\r\n\r\n":                                       "400 Bad Request: malformed Host header",
		"GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n":                                       "400 Bad Request",
		"GET / HTTP/1.1\r\nHost: x\r\nA: " + strings.Repeat("a", 64<<10):             "431 Request Header Fields Too Large",
		"GET / HTTP/3.0\r\nHost: x\r\n\r\n":                                          "505 HTTP Version Not Supported: unsupported protocol version",
		"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: x\r\n\r\n":                 "501 Not Implemented",
		"GET / HTTP/1.1\r\nHost: x\r\nExpect: a cake\r\n\r\n":                        "417 Expectation Failed",
		"OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n":                 "204 No Content",
		"OPTIONS / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n":                 "204 No Content",
		"CONNECT x:80 HTTP/1.1\r\nHost: x:80\r\nConnection: close\r\n\r\n":           "405 Method Not Allowed",
		"GET /nope HTTP/1.0\r\n\r\n":                                                 "404 Not Found",
		"GET http://x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n":              "301 Moved Permanently",
		"HEAD / HTTP/1.1\r\nHost: x\r\nIf-Match: \"a\"\r\nConnection: close\r\n\r\n": "412 Precondition Failed",
	} {
		c := dial(t, addr, request)
		r, err := http.ReadResponse(bufio.NewReader(c), &http.Request{Method: strings.Fields(request)[0]})
		if err != nil {
			t.Errorf("%.40q: %v", request, err)
			continue
		}
		if r.Status != status {
			t.Errorf("%.40q: %s, want %s", request, r.Status, status)
		}
		for _, h := range headers {
			if got := r.Header.Values(h[0]); len(got) != 1 || got[0] != h[1] {
				t.Errorf("%.40q: %s is %q", request, h[0], got)
			}
		}
	}
}

const wantLarge = "GET /large.wasm HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"

// A download that takes longer than a connection's patience, during a stop, too, is
// complete as long as bytes move, also where it goes on from a part or has a condition.
// New ones are refused by then.
func TestSlowDownload(t *testing.T) {
	for _, header := range []string{"", "Range: bytes=0-\r\n", "If-None-Match: \"other\"\r\n"} {
		t.Run(header, func(t *testing.T) { slowDownload(t, header) })
	}
}

func slowDownload(t *testing.T, header string) {
	const wait = 100 * time.Millisecond // and the whole download takes many of them
	addr, stop, ended := listening(t, wait)
	c := dial(t, addr, strings.TrimSuffix(wantLarge, "\r\n")+header+"\r\n")
	var got bytes.Buffer
	for n := int64(1 << 20); ; {
		k, err := io.CopyN(&got, c, n)
		if got.Len() > 4<<20 {
			stop()
		}
		if k == 0 {
			break
		}
		if err != nil && err != io.EOF {
			t.Fatalf("cut after %d bytes: %v", got.Len(), err)
		}
		time.Sleep(wait)
	}
	r, err := http.ReadResponse(bufio.NewReader(&got), nil)
	if err != nil {
		t.Fatal(err)
	}
	if data, err := io.ReadAll(r.Body); len(data) != 16<<20 || err != nil {
		t.Errorf("%d bytes, %v", len(data), err)
	}
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if c, err := net.Dial("tcp", addr); err == nil {
		c.Close()
		t.Error("it is open after the stop")
	}
}

// A client that takes nothing is given up, so that a stop comes to its end.
func TestStuckDownload(t *testing.T) {
	addr, stop, ended := listening(t, 10*time.Millisecond)
	dial(t, addr, wantLarge)
	stop()
	select {
	case err := <-ended:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(time.Minute):
		t.Error("it waits for a client that takes nothing")
	}
}
