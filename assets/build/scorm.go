package main

import (
	"bytes"
	"fmt"
	"maps"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"text/template"

	"example.org/rote/sim"
)

// packScorm writes each lab as a SCORM 1.2 package for a learning platform.
func (w *workshop) packScorm(dir string) error {
	for _, info := range w.labs {
		pack, err := w.scorm(info)
		if err != nil {
			return fmt.Errorf("package of %s: %w", info.Name, err)
		}
		if err := pack.pack(filepath.Join(dir, "rote-"+info.Name+"-scorm.zip")); err != nil {
			return err
		}
	}
	return nil
}

// scorm returns the files of a lab's package: those of the site that it needs, in the
// folder rote, in a frame of a page that talks with the platform, and the manifest.
func (w *workshop) scorm(info sim.Info) (site, error) {
	pack := site{}
	for name, data := range w.needs(info.Name) {
		pack["rote/"+name] = data
	}
	// Where the pages of a lab lead to the first page of the site, they come back.
	pack["rote/index.html"] = fmt.Appendf(nil, `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Rote</title><meta http-equiv="refresh" content="0; url=%s/index.html"></head><body></body></html>`, info.Name)
	script, err := w.source("scorm.js")
	if err != nil {
		return nil, err
	}
	pack["scorm.js"] = script
	view := struct {
		parts
		Info  sim.Info
		Files []string
	}{parts: w.parts, Info: info}
	if pack["index.html"], err = w.render("scorm.html", view); err != nil {
		return nil, err
	}
	manifest, err := template.ParseFiles(filepath.Join(w.web(), "imsmanifest.xml"))
	if err != nil {
		return nil, err
	}
	view.Files = slices.Sorted(maps.Keys(pack))
	var list bytes.Buffer
	err = manifest.Execute(&list, view)
	pack["imsmanifest.xml"] = list.Bytes()
	return pack, err
}

// fileName is what a text may refer to a file of the site as.
var fileName = regexp.MustCompile(`[\w-]+\.\w+`)

// installs is the link of a page to what installs the site and keeps it without a
// network: in a package that is the platform's affair.
var installs = regexp.MustCompile(`<link rel="manifest"[^>]*>\n`)

// folders are the links to pages by their folder, which a platform need not know.
var folders = regexp.MustCompile(`(href="[^":#]*/)((?:#[^"]*)?")`)

// packed returns a page as it is in a package.
func packed(page []byte) []byte {
	return folders.ReplaceAll(installs.ReplaceAll(page, nil), []byte("${1}index.html${2}"))
}

// needs returns the pages of a lab and all files to which they lead, but those of other
// labs.
func (w *workshop) needs(lab string) site {
	byName, need, todo := map[string]string{}, site{}, []string{}
	for name := range w.site {
		switch {
		case strings.HasPrefix(name, lab+"/") && path.Base(name) == "index.html", path.Ext(name) == ".txt" && strings.HasPrefix(name, "fonts/"):
			todo = append(todo, name)
		case path.Base(name) != "index.html":
			byName[path.Base(name)] = name
		}
	}
	for len(todo) > 0 {
		name := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if need[name] != nil {
			continue
		}
		need[name] = w.site[name]
		switch path.Ext(name) {
		case ".html":
			need[name] = packed(w.site[name])
		case ".css":
		default:
			continue
		}
		for _, word := range fileName.FindAll(need[name], -1) {
			if file := byName[string(word)]; file != "" {
				todo = append(todo, file)
			}
		}
	}
	return need
}
