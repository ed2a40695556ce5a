package main

import (
	"bytes"
	"fmt"
	"html/template"
	"path/filepath"
	"slices"
	"strings"

	"example.org/rote/sim"
	"example.org/rote/sim/figure"
	"example.org/rote/sim/sweep"
)

// A page is what every page template is given.
type page struct {
	parts
	Meta   meta
	Root   string // leads from the page to the top of the site
	Word   string // what the page is about, without the answer
	Cards  []card
	First  *card // the one to begin with
	Teach  bool  // there is a page for a class over all labs
	Report bool  // there is a page on accessibility
}

// A card presents one lab on the home page.
type card struct {
	Info   sim.Info
	Lesson *lessonView
	Still  stills
	Taught bool // there is a page for its teachers
}

// addPages adds the pages of each lab, those of their meanings and of a class over all, the
// home page and the page for unknown addresses.
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
	if err := w.addMap(m); err != nil {
		return err
	}
	teach, err := w.addClass(m, cards)
	if err != nil {
		return err
	}
	report, err := w.addReport(m)
	if err != nil {
		return err
	}
	home := page{parts: w.parts, Root: "", Word: "Rote", Cards: cards, First: first(cards), Teach: teach, Report: report}
	if home.Meta, err = w.homeMeta(cards); err != nil {
		return err
	}
	if err := w.addPage("index.html", "home.html", home); err != nil {
		return err
	}
	lost := page{parts: w.parts, Meta: meta{Title: "Page not found - Rote"}, Root: w.base, Word: "Page not found", Cards: cards}
	return w.addPage("404.html", "notfound.html", lost)
}

// begin is the lab with which a visitor begins.
const begin = "diffusion"

// first returns the card to begin with, or nil if there is none.
func first(cards []card) *card {
	for i := range cards {
		if cards[i].Info.Name == begin {
			return &cards[i]
		}
	}
	if len(cards) > 0 {
		return &cards[0]
	}
	return nil
}

// wordOf names a lab without its answer.
func wordOf(info sim.Info) string {
	if info.Word != "" {
		return info.Word
	}
	return strings.ToUpper(info.Name[:1]) + info.Name[1:]
}

// unit is what the run counts, in sentence case.
func unit(f *sim.Frame) string {
	word := f.Unit
	if word == "" {
		word = "step"
	}
	return strings.ToUpper(word[:1]) + word[1:]
}

func count(f *sim.Frame) string {
	if f.Of == 0 {
		return fmt.Sprintf("%s %d", unit(f), f.Step)
	}
	return fmt.Sprintf("%s %d of %s", unit(f), f.Step, figure.Number(float64(f.Of)))
}

// A preset is an experiment that the page offers.
type preset struct {
	link
	Main bool // one of those that are seen at once
}

// presets returns the experiments of a lab. If none is a main one, the first six
// are.
func (w *workshop) presets(info sim.Info) (list []preset, others bool, err error) {
	some := slices.ContainsFunc(info.Presets, func(p sim.Preset) bool { return p.Main })
	for i, p := range info.Presets {
		if err := w.opens(info, p.Address); err != nil {
			return nil, false, err
		}
		name := p.Promise
		if name == "" {
			name = p.Name
		}
		name = strings.ReplaceAll(name, " = ", "\u00a0=\u00a0") // a value is not parted from its name
		main := p.Main || !some && i < mainPresets
		list = append(list, preset{link{name, fragment(p.Address)}, main})
		others = others || !main
	}
	return list, others, nil
}

// mainPresets is how many experiments are seen at once.
const mainPresets = 6

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

// render executes a template of assets/web, with what all pages share.
func (w *workshop) render(name string, data any) ([]byte, error) {
	t, err := template.ParseFiles(filepath.Join(w.web(), name), filepath.Join(w.web(), "shared.html"), filepath.Join(w.web(), "lesson.html"))
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err = t.ExecuteTemplate(&b, name, data); err != nil {
		return nil, err
	}
	return untranslated(b.Bytes()), nil
}

// untranslated keeps formulas, code and the name of the site out of the hands of
// programs that translate pages.
func untranslated(html []byte) []byte {
	for _, tag := range []string{"<math", "<code", `<a class="brand"`} {
		html = bytes.ReplaceAll(html, []byte(tag), []byte(tag+` translate="no"`))
	}
	return html
}
