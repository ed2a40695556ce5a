package main

import (
	"bytes"
	"fmt"
	"html/template"
	"path/filepath"
	"strings"

	"example.org/rote/sim"
	"example.org/rote/sim/sweep"
)

// A page is what every page template is given.
type page struct {
	parts
	Root  string // leads from the page to the top of the site
	Title string
	Cards []card
}

// A card presents one lab on the home page.
type card struct {
	Info   sim.Info
	Lesson *lessonView
	Still  stills
}

// A labPage is what the template of a lab's page is given.
type labPage struct {
	page
	card
	Controls []control
	Presets  []link
	Sweeps   []link
	Says     string
	Step     int
	Count    string
	Readings []reading
	Data     dataBlock
}

// A dataBlock tells the page program where its files are. Addresses are relative
// to the page, sizes are those of the decoded files.
type dataBlock struct {
	Lab        string `json:"lab"`
	Boot       string `json:"boot"`
	Exec       string `json:"exec"`
	Wasm       string `json:"wasm"`
	WasmBytes  int    `json:"wasmBytes"`
	Kernel     string `json:"kernel"`
	Thunk      string `json:"thunk"`
	Stage      string `json:"stage"`
	StageWasm  string `json:"stageWasm"`
	StageBytes int    `json:"stageBytes"`
}

// addPages adds a page for each lab, the home page and the page for unknown
// addresses.
func (w *workshop) addPages() error {
	temml, err := w.source("vendor/temml.min.js")
	if err != nil {
		return err
	}
	m := newMarkdown(&typesetter{temml: temml, cache: w.cache})
	var cards []card
	for _, info := range w.labs {
		c, err := w.addLab(m, info)
		if err != nil {
			return err
		}
		cards = append(cards, c)
	}
	home := page{parts: w.parts, Root: "", Title: "Rote", Cards: cards}
	if err := w.addPage("index.html", "home.html", home); err != nil {
		return err
	}
	lost := page{parts: w.parts, Root: w.base, Title: "Page not found", Cards: cards}
	return w.addPage("404.html", "notfound.html", lost)
}

func (w *workshop) addLab(m markdown, info sim.Info) (card, error) {
	lesson, err := w.lesson(m, info)
	if err != nil {
		return card{}, err
	}
	run, err := w.finished(info)
	if err != nil {
		return card{}, err
	}
	presets, err := w.presets(info)
	if err != nil {
		return card{}, err
	}
	sweeps, err := w.sweeps(info)
	if err != nil {
		return card{}, err
	}
	c := card{Info: info, Lesson: lesson, Still: w.stills(run)}
	p := page{parts: w.parts, Root: "../", Title: info.Title}
	frame := run.Frame()
	return c, w.addPage(info.Name+"/index.html", "lab.html", labPage{page: p, card: c,
		Controls: controls(run), Presets: presets, Sweeps: sweeps, Says: frame.Says, Step: frame.Step, Count: count(frame), Readings: readings(frame),
		Data: w.data(info, p.Root)})
}

func count(f *sim.Frame) string {
	if f.Of == 0 {
		return fmt.Sprintf("Step %d", f.Step)
	}
	return fmt.Sprintf("Step %d of %d", f.Step, f.Of)
}

func (w *workshop) presets(info sim.Info) ([]link, error) {
	var links []link
	for _, p := range info.Presets {
		if err := w.opens(info, p.Address); err != nil {
			return nil, err
		}
		links = append(links, link{p.Name, fragment(p.Address)})
	}
	return links, nil
}

// sweeps returns links to the proposed sweeps.
func (w *workshop) sweeps(info sim.Info) ([]link, error) {
	var links []link
	for _, p := range info.Sweeps {
		s, repairs, err := sweep.Open(w.labs, p.Address)
		switch {
		case err != nil:
			return nil, fmt.Errorf("sweep %s: %w", p.Address, err)
		case len(repairs) > 0:
			return nil, fmt.Errorf("sweep %s: %s", p.Address, strings.Join(repairs, " "))
		}
		links = append(links, link{p.Question, fragment(s.Address())})
	}
	return links, nil
}

func (w *workshop) data(info sim.Info, root string) dataBlock {
	return dataBlock{Lab: info.Name, Boot: root + w.parts.Boot, Exec: root + w.parts.Exec,
		Wasm: root + w.parts.Lab, WasmBytes: w.parts.LabBytes,
		Kernel: root + w.parts.Kernel, Thunk: root + w.parts.Thunk,
		Stage: root + w.parts.Stage, StageWasm: root + w.parts.StageWasm, StageBytes: w.parts.StageBytes}
}

// render executes a template of assets/web, with what all pages share.
func (w *workshop) render(name string, data any) ([]byte, error) {
	t, err := template.ParseFiles(filepath.Join(w.web(), name), filepath.Join(w.web(), "shared.html"))
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = t.ExecuteTemplate(&b, name, data)
	return b.Bytes(), err
}
