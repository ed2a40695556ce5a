package main

import (
	"archive/zip"
	"bytes"
	"maps"
	"os"
	"slices"
)

// pack writes the site as a zip file for any host: unpacked into a folder, it needs
// nothing but a server of static files. Equal sites make equal files.
func (s site) pack(name string) error {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, file := range slices.Sorted(maps.Keys(s)) {
		w, err := z.Create(file)
		if err != nil {
			return err
		}
		if _, err := w.Write(s[file]); err != nil {
			return err
		}
	}
	if err := z.Close(); err != nil {
		return err
	}
	return os.WriteFile(name, b.Bytes(), 0o644)
}
