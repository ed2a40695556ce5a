package main

import (
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// addReport adds the page that says how accessible the pages are, and reports whether
// there is a text for it.
func (w *workshop) addReport(m markdown) (bool, error) {
	const file = "assets/accessibility.md"
	text, err := os.ReadFile(filepath.Join(w.root, filepath.FromSlash(file)))
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	front, body, ok := strings.Cut(texted(text), "\n---\n")
	if !ok || part(front, "title") == "" {
		return false, fmt.Errorf(`%s: no front matter between "---" lines with a title`, file)
	}
	html, err := m.html(body)
	if err != nil {
		return false, fmt.Errorf("%s: %w", file, err)
	}
	return true, w.addPage("accessibility/index.html", "text.html", struct {
		page
		Title, Lead string
		Text        template.HTML
	}{page{parts: w.parts, Meta: w.meta("accessibility/", part(front, "title")+" - Rote", part(front, "lead")), Root: "../", Word: "Accessibility"}, part(front, "title"), part(front, "lead"), html})
}
