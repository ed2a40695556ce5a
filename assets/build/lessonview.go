package main

import (
	"fmt"
	"html/template"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"example.org/rote/sim"
)

// A lessonView is a lesson as the page template shows it.
type lessonView struct {
	Title, Level string
	Minutes      int
	Intro, About template.HTML
	Steps        []stepView
}

type stepView struct {
	Heading, Prose, Question, Explain template.HTML
	Brief                             template.HTML // the first sentences of Explain
	Options                           []optionView
	Fact, Factor, Lo, Hi, Unit        string // of the axis
	Log                               bool
	Law                               string // key of a fact, or ""
	Hide                              string // keys of facts, with spaces
	Links                             []link // the first is the run of the question
	Next                              link
}

// An optionView is an answer to choose, with its value on the axis.
type optionView struct {
	Text  template.HTML
	Value string
}

// A link leads to another state of the same page.
type link struct{ Name, Fragment string }

// lesson reads, checks and renders the lesson of a lab.
func (w *workshop) lesson(m markdown, info sim.Info) (*lessonView, error) {
	file := path.Join("assets", "lessons", info.Name+".md")
	text, err := os.ReadFile(filepath.Join(w.root, filepath.FromSlash(file)))
	if err != nil {
		return nil, err
	}
	l, err := parseLesson(file, texted(text))
	if err != nil {
		return nil, err
	}
	for _, s := range l.steps {
		for _, address := range s.addresses() {
			if err := w.opens(info, address); err != nil {
				return nil, fmt.Errorf("%s: step %q: %w", file, s.heading, err)
			}
		}
	}
	view, err := l.render(m)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return view, nil
}

// opens checks that an address belongs to the lab and needs no repair.
func (w *workshop) opens(info sim.Info, address string) error {
	run, repairs, err := sim.Open(w.labs, address)
	switch {
	case err != nil:
		return fmt.Errorf("preset %s: %w", address, err)
	case len(repairs) > 0:
		return fmt.Errorf("preset %s: %s", address, strings.Join(repairs, " "))
	case run.Info.Name != info.Name:
		return fmt.Errorf("preset %s: belongs to another lab", address)
	}
	return nil
}

// A scribe renders Markdown and keeps the first error.
type scribe struct {
	markdown
	err error
}

func (s *scribe) text(markdown string) template.HTML { return s.keep(s.html(markdown)) }
func (s *scribe) word(markdown string) template.HTML { return s.keep(s.line(markdown)) }

func (s *scribe) keep(html template.HTML, err error) template.HTML {
	if s.err == nil {
		s.err = err
	}
	return html
}

func (l *lesson) render(m markdown) (*lessonView, error) {
	s := &scribe{markdown: m}
	view := &lessonView{Title: l.title, Level: l.level, Minutes: l.minutes, Intro: s.text(l.intro), About: s.text(l.about)}
	for _, st := range l.steps {
		view.Steps = append(view.Steps, st.render(s))
	}
	return view, s.err
}

func (s *step) render(to *scribe) stepView {
	v := stepView{Heading: to.word(s.heading), Prose: to.text(s.prose), Question: to.word(s.question), Explain: to.text(s.explain), Brief: to.word(brief(s.explain))}
	for _, o := range s.options {
		v.Options = append(v.Options, optionView{to.word(o.text), sim.FormatFloat(o.value)})
	}
	v.Fact, v.Factor, v.Unit, v.Log = s.axis.fact, sim.FormatFloat(s.axis.factor), s.axis.unit, s.axis.log
	v.Law = s.law
	v.Lo, v.Hi, v.Hide = sim.FormatFloat(s.axis.lo), sim.FormatFloat(s.axis.hi), strings.Join(s.hide, " ")
	if s.next.words != "" {
		v.Next = link{s.next.words, fragment(s.next.address)}
	}
	for i, address := range s.presets {
		name := "Set up this run"
		if len(s.presets) > 1 {
			name = fmt.Sprintf("Set up run %d", i+1)
		}
		v.Links = append(v.Links, link{name, fragment(address)})
	}
	return v
}

// fragment returns the link to an address within the page of its lab.
func fragment(address string) string { return "#" + sim.Query(address) }

// addresses returns those that the step proposes.
func (s *step) addresses() []string {
	if s.next.address == "" {
		return s.presets
	}
	return append(slices.Clone(s.presets), s.next.address)
}
