package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"example.org/rote/sim"
)

// A workshop is one run of the command: where things are, and what is wanted.
type workshop struct {
	root    string // folder of the checkout
	out     string // folder of the finished site
	origin  string // scheme and host of the site, or "" if it is for any host
	base    string // path of the site on its host, with slashes at both ends
	zip     string // file to pack the site into, or ""
	course  string // folder to write a package of each lab into, or ""
	release bool
	labs    []sim.Info

	cache cache
	site  site
	parts parts
}

// Parts are the names under which the pages refer to files of the site, and the
// sizes that the progress bar needs.
type parts struct {
	Style, Icon, Boot, Guard, GIF, Exec string
	Lab, Stage, StageWasm               string
	Kernel, Thunk                       string
	LabBytes, StageBytes                int
	Maker                               string // which Rote this is
}

// build makes the whole site and prints its sizes.
func (w *workshop) build(report io.Writer) error {
	w.cache = cache{dir: filepath.Join(w.root, "assets", ".cache")}
	w.site = site{}
	w.parts.Maker = sim.Maker(revision(w.root))
	steps := []func() error{w.addPrograms, w.buildRote, w.addWeb, w.addPages, w.addListing, w.addOffline}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	if w.zip != "" {
		if err := w.site.pack(w.zip); err != nil {
			return err
		}
	}
	if w.course != "" {
		if err := w.packScorm(w.course); err != nil {
			return err
		}
	}
	packed, err := w.compress()
	if err != nil {
		return err
	}
	if err := packed.write(w.out); err != nil {
		return err
	}
	w.cache.prune()
	return w.report(report, packed)
}

// source reads a file of assets/web.
func (w *workshop) source(name string) ([]byte, error) {
	return os.ReadFile(filepath.Join(w.web(), filepath.FromSlash(name)))
}

func (w *workshop) web() string { return filepath.Join(w.root, "assets", "web") }

// addPage renders a template of assets/web as a page of the site.
func (w *workshop) addPage(path, template string, data any) error {
	html, err := w.render(template, data)
	if err != nil {
		return fmt.Errorf("page %s: %w", path, err)
	}
	w.site[path] = html
	return nil
}
