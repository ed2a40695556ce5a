package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"maps"
	"slices"
	"text/template"
)

// addOffline adds what lets the site be installed and work without a network: the
// manifest, and the service worker, which keeps all files that there are by now.
func (w *workshop) addOffline() error {
	type icon struct {
		Src   string `json:"src"`
		Sizes string `json:"sizes"`
		Type  string `json:"type"`
	}
	list, err := json.Marshal(struct {
		Name        string `json:"name"`
		ShortName   string `json:"short_name"`
		Description string `json:"description"`
		StartURL    string `json:"start_url"`
		Display     string `json:"display"`
		Theme       string `json:"theme_color"`
		Background  string `json:"background_color"`
		Icons       []icon `json:"icons"`
	}{"Rote: a laboratory of memorization", "Rote", "Small, honest simulations that show when a model learns and when it only remembers.",
		"./", "standalone", "#0B5CAD", "#FFFFFF", []icon{{w.parts.Icon, "any", "image/svg+xml"}}})
	if err != nil {
		return err
	}
	w.site["manifest.webmanifest"] = list
	return w.addServiceWorker()
}

func (w *workshop) addServiceWorker() error {
	source, err := w.source("sw.js")
	if err != nil {
		return err
	}
	t, err := template.New("sw.js").Parse(string(source))
	if err != nil {
		return err
	}
	names := slices.DeleteFunc(slices.Sorted(maps.Keys(w.site)), isForPrograms)
	files, err := json.Marshal(names)
	if err != nil {
		return err
	}
	sum := sha256.New()
	for _, name := range names {
		sum.Write([]byte(name))
		sum.Write(w.site[name])
	}
	var b bytes.Buffer
	err = t.Execute(&b, map[string]string{"Version": hex.EncodeToString(sum.Sum(nil)[:5]), "Files": string(files)})
	w.site["sw.js"] = b.Bytes()
	return err
}
