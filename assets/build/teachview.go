package main

import (
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"example.org/rote/sim"
	"example.org/rote/sim/sweep"
)

// A teachPage is what the templates of the teacher's pages are given.
type teachPage struct {
	labPage
	Title, Lead     string
	Goals, After    template.HTML
	Needs, Surprise template.HTML
	Minutes         int
	Plan            []hourView
	Beliefs         []beliefView
}

// An hourView is a row of a plan as the page shows it.
type hourView struct {
	Minute          string
	Word            string // of the lab whose lesson asks, or ""
	Number          int    // of its question
	Words           template.HTML
	Link, Place     string // what is opened: from the page, and from the top of the site
	Ask, More, Tell template.HTML
}

// A beliefView is a belief as the page shows it.
type beliefView struct {
	Says, Words, Shows template.HTML
	Link, Place        string
}

// teachFile is where a lab's page for teachers is written, from the top.
func teachFile(lab string) string { return path.Join("assets", "lessons", "teach", lab+".md") }

// teaching reads a text for teachers; nil is none.
func (w *workshop) teaching(file string) (*teaching, error) {
	text, err := os.ReadFile(filepath.Join(w.root, filepath.FromSlash(file)))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	t, err := parseTeaching(texted(text))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return t, nil
}

// addTeach adds the page for the teachers of a lab.
func (w *workshop) addTeach(m markdown, lab labPage, t *teaching) error {
	file := teachFile(lab.Info.Name)
	for i, step := range lab.Lesson.Steps {
		if !slices.ContainsFunc(t.plan, func(h hour) bool { return h.lab == lab.Info.Name && h.step == i+1 }) {
			return fmt.Errorf("%s: the plan lacks %s %d, %q", file, lab.Info.Name, i+1, step.Heading)
		}
	}
	lab.Root = "../../"
	view := teachPage{labPage: lab}
	if err := w.fill(&view, t, m, []card{lab.card}); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	view.Title = lab.Lesson.Title
	view.Meta = w.teachMeta(lab.Info.Name+"/teach/", "Teach "+lab.Word+" - Rote", fmt.Sprintf("For teachers: a plan of %d minutes, and a worksheet.", view.Minutes), t, "lesson plan", "worksheet")
	view.Meta.Learning.Level, view.Meta.Learning.BasedOn = lab.Lesson.Level, paper(lab.Info)
	return w.addPage(lab.Info.Name+"/teach/index.html", "teach.html", view)
}

// teachMeta returns what a page for teachers says.
func (w *workshop) teachMeta(path, title, says string, t *teaching, kind ...string) meta {
	m := w.meta(path, title, says)
	m.Learning = m.learning("expositive", lesson45, kind...)
	m.Learning.Teaches = goalList(t.goals)
	return m
}

// addClass adds the page of a class over all labs, if there is a text for it.
func (w *workshop) addClass(m markdown, cards []card) (bool, error) {
	const file = "assets/teach.md"
	t, err := w.teaching(file)
	if t == nil || err != nil {
		return false, err
	}
	view := teachPage{labPage: labPage{page: page{parts: w.parts, Root: "../", Word: "Teach", Cards: cards}}}
	if err := w.fill(&view, t, m, cards); err != nil {
		return false, fmt.Errorf("%s: %w", file, err)
	}
	view.Meta = w.teachMeta("teach/", t.title+" - Rote", t.lead, t, "lesson plan")
	return true, w.addPage("teach/index.html", "class.html", view)
}

// fill checks and renders what a text for teachers says. Rows of labs that are not there
// are left out.
func (w *workshop) fill(view *teachPage, t *teaching, m markdown, cards []card) error {
	s := &scribe{markdown: m}
	view.Title, view.Lead, view.Minutes = t.title, t.lead, lesson45
	view.Goals, view.After, view.Needs, view.Surprise = s.text(t.goals), s.text(t.after), s.word(t.needs), s.word(t.surprise)
	for _, h := range t.plan {
		i := slices.IndexFunc(cards, func(c card) bool { return c.Info.Name == h.lab })
		if h.lab != "" && i < 0 {
			continue
		}
		row, err := w.row(s, h, cards, i)
		if err != nil {
			return err
		}
		if row.Place != "" {
			row.Link = view.Root + row.Place
		}
		view.Plan = append(view.Plan, row)
	}
	for _, b := range t.beliefs {
		at, err := w.place(b.run)
		if err != nil {
			return err
		}
		view.Beliefs = append(view.Beliefs, beliefView{s.word(b.says), s.word(b.words), s.word(b.shows), view.Root + at, at})
	}
	return s.err
}

// row renders a row of a plan. That of a question says what the lesson of its card says.
func (w *workshop) row(s *scribe, h hour, cards []card, i int) (hourView, error) {
	v := hourView{Minute: h.minute, Words: s.word(h.words), Ask: s.word(h.ask), Tell: s.word(h.tell)}
	if i >= 0 {
		steps := cards[i].Lesson.Steps
		if h.step < 1 || h.step > len(steps) {
			return v, fmt.Errorf("plan: %s has no question %d", h.lab, h.step)
		}
		step := steps[h.step-1]
		v.Words, v.Ask, v.More, v.Tell = step.Heading, step.Question, v.Ask, step.Brief
		v.Word, v.Number, v.Place = wordOf(cards[i].Info), h.step, h.lab+"/"+strings.TrimSuffix(step.Links[0].Fragment, "#")
		return v, nil
	}
	if h.address == "" {
		return v, nil
	}
	at, err := w.place(h.address)
	v.Place = at
	return v, err
}

// place returns where an address of a run or a sweep is found, from the top of the site.
func (w *workshop) place(address string) (string, error) {
	lab, _, _ := strings.Cut(address, "?")
	var repairs []string
	var err error
	if strings.Contains(address, "fact=") {
		_, repairs, err = sweep.Open(w.labs, address)
	} else {
		_, repairs, err = sim.Open(w.labs, address)
	}
	if err == nil && len(repairs) > 0 {
		err = errors.New(strings.Join(repairs, " "))
	}
	if err != nil {
		return "", fmt.Errorf("address %s: %w", address, err)
	}
	at := lab + "/"
	if query := sim.Query(address); query != "" {
		at += "#" + query
	}
	return at, nil
}
