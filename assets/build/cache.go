package main

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"time"
)

// A cache keeps what is slow to make in a folder, by the hash of everything that
// it is made from. Entries never go stale; unused ones go away after a while.
type cache struct{ dir string }

const keep = 14 * 24 * time.Hour

// get returns what was made from the same inputs before, or makes it.
func (c cache) get(make func() ([]byte, error), inputs ...[]byte) ([]byte, error) {
	file := filepath.Join(c.dir, key(inputs))
	if data, err := os.ReadFile(file); err == nil {
		now := time.Now()
		_ = os.Chtimes(file, now, now) // only delays the pruning: a failure does no harm
		return data, nil
	}
	data, err := make()
	if err != nil {
		return nil, err
	}
	return data, c.put(file, data)
}

// put writes by renaming, so that a build which is cut off leaves no half entry.
func (c cache) put(file string, data []byte) error {
	if err := os.MkdirAll(c.dir, 0o755); err != nil {
		return err
	}
	temp, err := os.CreateTemp(c.dir, "new-")
	if err != nil {
		return err
	}
	_, err = temp.Write(data)
	if err = errors.Join(err, temp.Close()); err != nil {
		return errors.Join(err, os.Remove(temp.Name()))
	}
	return os.Rename(temp.Name(), file)
}

// prune removes entries that no build has used for two weeks.
func (c cache) prune() {
	entries, err := os.ReadDir(c.dir)
	if err != nil {
		return
	}
	for _, entry := range entries {
		info, err := entry.Info()
		if err == nil && time.Since(info.ModTime()) > keep {
			_ = os.Remove(filepath.Join(c.dir, entry.Name()))
		}
	}
}

// key hashes the inputs with their lengths, so that ("a", "b") is not ("ab", "").
func key(inputs [][]byte) string {
	h := sha256.New()
	for _, in := range inputs {
		h.Write(binary.LittleEndian.AppendUint64(nil, uint64(len(in))))
		h.Write(in)
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}
