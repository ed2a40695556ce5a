package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"net/http"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"example.org/rote/assets"
)

// A class of 30 opens a lab at once, with nothing kept by their browsers, 500 times in
// all: every file arrives as it is in the site, to the last byte.
func TestClass(t *testing.T) {
	const phones, loads = 30, 500
	set, err := coldSet(assets.Site(), "diffusion/index.html")
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("the site has not been built")
	}
	if err != nil {
		t.Fatal(err)
	}
	cmd, addr := program(t, "labs")
	turns := make(chan int, loads)
	for i := range loads {
		turns <- i
	}
	close(turns)
	start := time.Now()
	var class sync.WaitGroup
	for range phones {
		class.Go(func() {
			for range turns {
				if err := coldLoad("http://"+addr, set); err != nil {
					t.Error(err)
				}
			}
		})
	}
	class.Wait()
	size := 0
	for _, f := range set {
		size += len(f)
	}
	t.Logf("%d loads of %d files, %.1f MB each, by %d phones in %v; the server had at most %s", loads, len(set), float64(size)/1e6, phones,
		time.Since(start).Round(time.Millisecond), peak(cmd.Process.Pid))
}

// hashedNames are the files that a page names.
var hashedNames = regexp.MustCompile(`[a-z_]+(-[a-z]+)?-[0-9a-f]{10}\.[a-z0-9]+`)

// coldSet returns what a browser without a cache fetches for a page of site, as it is
// sent: the page, what it names, and what the page of the stage names.
func coldSet(site fs.FS, page string) (map[string][]byte, error) {
	set := map[string][]byte{}
	for names := []string{page}; len(names) > 0; names = names[1:] {
		name := names[0]
		if set[name] != nil || strings.Contains(name, "-dark-") {
			continue
		}
		sent, err := fs.ReadFile(site, name+".br")
		if errors.Is(err, fs.ErrNotExist) {
			sent, err = fs.ReadFile(site, name)
		}
		if err != nil {
			return nil, err
		}
		set[name] = sent
		if strings.HasSuffix(name, ".html") {
			text, err := fs.ReadFile(site, name)
			if err != nil {
				return nil, err
			}
			names = append(names, hashedNames.FindAllString(string(text), -1)...)
		}
	}
	for _, kind := range []string{"lab-", "stage-", "kernel-", "thunk-", "style-", "boot-", "guard-", "wasm_exec-"} {
		if !slices.ContainsFunc(slices.Collect(maps.Keys(set)), func(name string) bool { return strings.HasPrefix(name, kind) }) {
			return nil, fmt.Errorf("%s names no %s", page, kind)
		}
	}
	return set, nil
}

// coldLoad fetches a page and what belongs to it over at most six connections of its
// own, as a browser does.
func coldLoad(top string, set map[string][]byte) error {
	transport := &http.Transport{MaxConnsPerHost: 6}
	defer transport.CloseIdleConnections()
	client := &http.Client{Transport: transport}
	got := make(chan error, len(set))
	for name, want := range set {
		go func() { got <- fetch(client, top+"/"+strings.TrimSuffix(name, "index.html"), want) }()
	}
	var failed []error
	for range set {
		failed = append(failed, <-got)
	}
	return errors.Join(failed...)
}

// fetch reports whatever differs from want.
func fetch(client *http.Client, url string, want []byte) error {
	request, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	request.Header.Set("Accept-Encoding", "br")
	response, err := client.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	body := expected(want)
	if _, err := io.Copy(&body, response.Body); err != nil || len(body) > 0 || response.StatusCode != http.StatusOK {
		return fmt.Errorf("%s: %s, %d of %d bytes are missing, %v", url, response.Status, len(body), len(want), err)
	}
	return nil
}

// expected is what has still to be written to it; anything else is an error.
type expected []byte

func (e *expected) Write(p []byte) (int, error) {
	if !bytes.HasPrefix(*e, p) {
		return 0, errors.New("other bytes than those of the site")
	}
	*e = (*e)[len(p):]
	return len(p), nil
}

// peak returns the most memory that a process has had, where the system tells.
func peak(pid int) string {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return "an unknown amount"
	}
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	line, _, _ := strings.Cut(rest, "\n")
	return strings.TrimSpace(line)
}
