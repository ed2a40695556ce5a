package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// A site is the content of each file, by slash-separated path.
type site map[string][]byte

// addHashed adds a file under a name that holds the hash of its content, and
// returns that name: lab.wasm becomes lab-0123456789.wasm.
func (s site) addHashed(name string, data []byte) string {
	sum := sha256.Sum256(data)
	ext := path.Ext(name)
	hashed := strings.TrimSuffix(name, ext) + "-" + hex.EncodeToString(sum[:5]) + ext
	s[hashed] = data
	return hashed
}

// manifest lists the files that the last build wrote, so that the next one can
// take away those that are gone without touching anybody else's files.
const manifest = ".rote"

// write brings dir up to date: it writes what differs and removes what an
// earlier build wrote and this one did not.
func (s site) write(dir string) error {
	names := slices.Sorted(maps.Keys(s))
	for _, name := range names {
		if err := writeChanged(filepath.Join(dir, filepath.FromSlash(name)), s[name]); err != nil {
			return err
		}
	}
	if err := s.removeOld(dir); err != nil {
		return err
	}
	list := []byte(strings.Join(names, "\n") + "\n")
	return writeChanged(filepath.Join(dir, manifest), list)
}

func (s site) removeOld(dir string) error {
	old, err := os.ReadFile(filepath.Join(dir, manifest))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for _, name := range strings.Fields(string(old)) {
		if _, kept := s[name]; kept || !fs.ValidPath(name) {
			continue
		}
		err := os.Remove(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// writeChanged leaves a file that is right already alone, so that the go command
// need not embed it again.
func writeChanged(file string, data []byte) error {
	if old, err := os.ReadFile(file); err == nil && bytes.Equal(old, data) {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	return os.WriteFile(file, data, 0o644)
}
