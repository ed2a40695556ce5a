package main

import (
	"fmt"
	"html/template"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"example.org/rote/sim"
)

// A meaning is one row of assets/map.md: what a lab means by memory.
type meaning struct {
	heading  string
	lab      string
	formula  string // TeX
	compares string // what with what; one line of Markdown, as the following
	blind    string // what that cannot see
	says     string // how the run ends
	run      string // address
	reads    []string
}

// A meanings is the text of assets/map.md, taken apart but not rendered.
type meanings struct {
	title, lead  string
	intro, after string // Markdown
	rows         []meaning
}

// parseMeanings reads front matter with title and lead, an introduction, rows that begin
// with "## " and hold one ```meaning block each, and what follows the heading "# ".
func parseMeanings(text string) (*meanings, error) {
	front, body, ok := strings.Cut(strings.TrimPrefix(text, "---\n"), "\n---\n")
	m := &meanings{title: part(front, "title"), lead: part(front, "lead")}
	if !ok || m.title == "" || m.lead == "" {
		return nil, fmt.Errorf(`no front matter between "---" lines with title and lead`)
	}
	body, after, _ := strings.Cut(body, "\n# ")
	m.after = "# " + after
	intro, rows, _ := strings.Cut(body, "\n## ")
	m.intro = intro
	for text := range strings.SplitSeq(rows, "\n## ") {
		row, err := parseMeaning(text)
		if err != nil {
			return nil, err
		}
		m.rows = append(m.rows, row)
	}
	return m, nil
}

func parseMeaning(text string) (m meaning, err error) {
	heading, block, _ := strings.Cut(text, "\n")
	m = meaning{heading: heading, lab: part(block, "lab"), formula: part(block, "formula"), compares: part(block, "compares"),
		blind: part(block, "blind"), says: part(block, "says"), run: part(block, "run")}
	if reads := part(block, "reads"); reads != "" {
		m.reads = strings.Split(reads, " | ")
	}
	for _, has := range []string{m.lab, m.formula, m.compares, m.blind, m.says, m.run} {
		if has == "" {
			return m, fmt.Errorf("row %q: wants lab, formula, compares, blind, says and run", heading)
		}
	}
	return m, nil
}

// part returns the line of a text that begins with a name and a colon, without these.
func part(text, name string) string {
	for line := range strings.SplitSeq(text, "\n") {
		if value, ok := strings.CutPrefix(line, name+":"); ok {
			return strings.TrimSpace(value)
		}
	}
	return ""
}

// A mapPage is what the template of the meanings is given.
type mapPage struct {
	page
	Title, Lead  string
	Intro, After template.HTML
	Rows         []meaningView
}

// A meaningView is a row as the page shows it.
type meaningView struct {
	Heading, Word                  string
	Formula, Compares, Blind, Says template.HTML
	Lab, Fragment                  string
}

// addMap adds the page of the meanings, with a row for each lab that is there.
func (w *workshop) addMap(m markdown) error {
	const file = "assets/map.md"
	text, err := os.ReadFile(filepath.Join(w.root, filepath.FromSlash(file)))
	if err != nil {
		return err
	}
	parsed, err := parseMeanings(texted(text))
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	s := &scribe{markdown: m}
	view := mapPage{page: page{parts: w.parts, Meta: w.meta("map/", parsed.title+" - Rote", parsed.lead), Root: "../", Word: "Map"}, Title: parsed.title, Lead: parsed.lead,
		Intro: s.text(parsed.intro), After: s.text(parsed.after)}
	for _, row := range parsed.rows {
		i := slices.IndexFunc(w.labs, func(info sim.Info) bool { return info.Name == row.lab })
		if i < 0 {
			continue
		}
		if err := w.opens(w.labs[i], row.run); err != nil {
			return fmt.Errorf("%s: row %q: %w", file, row.heading, err)
		}
		view.Rows = append(view.Rows, row.render(s, w.labs[i]))
	}
	if s.err != nil {
		return fmt.Errorf("%s: %w", file, s.err)
	}
	return w.addPage("map/index.html", "map.html", view)
}

func (m *meaning) render(to *scribe, info sim.Info) meaningView {
	return meaningView{Heading: m.heading, Word: wordOf(info), Lab: info.Name, Fragment: fragment(m.run),
		Formula: to.text("$$" + m.formula + "$$"), Compares: to.word(m.compares), Blind: to.word(m.blind), Says: to.word(m.says)}
}
