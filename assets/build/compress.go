package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"maps"
	"path"
	"slices"
	"sync"

	"github.com/andybalholm/brotli"
)

// An encoding is one way to compress a file.
type encoding struct {
	suffix string
	level  int
	encode func(data []byte, level int) ([]byte, error)
}

// encodings returns what is made of each compressible file. The best level of
// brotli takes a minute or more for a large program, so only a release uses it.
func (w *workshop) encodings() []encoding {
	if w.release {
		return []encoding{{".br", brotli.BestCompression, toBrotli}, {".gz", gzip.BestCompression, toGzip}}
	}
	return []encoding{{".br", 5, toBrotli}, {".gz", 6, toGzip}}
}

func compressible(name string) bool {
	return slices.Contains([]string{".html", ".css", ".js", ".svg", ".wasm", ".txt"}, path.Ext(name))
}

// compress returns the site with the compressed copies of its files added.
func (w *workshop) compress() (site, error) {
	packed := maps.Clone(w.site)
	var mu sync.Mutex
	var wait sync.WaitGroup
	var failure error
	for name, data := range w.site {
		if !compressible(name) {
			continue
		}
		for _, e := range w.encodings() {
			wait.Go(func() {
				out, err := w.compressed(e, data)
				mu.Lock()
				defer mu.Unlock()
				if err != nil {
					failure = fmt.Errorf("compress %s: %w", name, err)
				}
				packed[name+e.suffix] = out
			})
		}
	}
	wait.Wait()
	return packed, failure
}

func (w *workshop) compressed(e encoding, data []byte) ([]byte, error) {
	return w.cache.get(func() ([]byte, error) { return e.encode(data, e.level) },
		fmt.Appendf(nil, "%s %d", e.suffix, e.level), data)
}

func toBrotli(data []byte, level int) ([]byte, error) {
	var b bytes.Buffer
	// A window as large as the file finds repetitions that are far apart; every
	// browser can decode it.
	out := brotli.NewWriterOptions(&b, brotli.WriterOptions{Quality: level, LGWin: 24})
	if _, err := out.Write(data); err != nil {
		return nil, err
	}
	err := out.Close()
	return b.Bytes(), err
}

func toGzip(data []byte, level int) ([]byte, error) {
	var b bytes.Buffer
	out, err := gzip.NewWriterLevel(&b, level)
	if err != nil {
		return nil, err
	}
	if _, err := out.Write(data); err != nil {
		return nil, err
	}
	err = out.Close()
	return b.Bytes(), err
}
