package main

import (
	"bytes"
	"fmt"
)

// addWeb adds the styles, scripts and the page of the stage.
func (w *workshop) addWeb() error {
	if err := w.addStyle(); err != nil {
		return err
	}
	for _, f := range []struct {
		name string
		part *string
	}{{"icon.svg", &w.parts.Icon}, {"boot.js", &w.parts.Boot}, {"guard.js", &w.parts.Guard}, {"gif.js", &w.parts.GIF}} {
		data, err := w.source(f.name)
		if err != nil {
			return err
		}
		*f.part = w.site.addHashed(f.name, data)
	}
	stage, err := w.render("stage.html", w.parts)
	if err != nil {
		return fmt.Errorf("page stage.html: %w", err)
	}
	w.parts.Stage = w.site.addHashed("stage.html", stage)
	return nil
}

// font is the one file that style.css refers to.
const font = "fonts/stix-two-math.woff2"

func (w *workshop) addStyle() error {
	data, err := w.source(font)
	if err != nil {
		return err
	}
	license, err := w.source("fonts/OFL.txt")
	if err != nil {
		return err
	}
	style, err := w.source("style.css")
	if err != nil {
		return err
	}
	if !bytes.Contains(style, []byte(font)) {
		return fmt.Errorf("style.css does not refer to %s", font)
	}
	w.site["fonts/OFL.txt"] = license
	style = bytes.ReplaceAll(style, []byte(font), []byte(w.site.addHashed(font, data)))
	w.parts.Style = w.site.addHashed("style.css", style)
	return nil
}
