package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// A lessonParser reads a lesson line by line.
type lessonParser struct {
	lesson
	line  int
	state func(p *lessonParser, text string) error
	fence bool // inside a fenced block of the prose
}

// parseLesson takes a lesson apart: front matter between "---" lines, an
// introduction, steps that begin with "## ", and what follows "# About".
func parseLesson(file, text string) (*lesson, error) {
	p := &lessonParser{lesson: lesson{file: file}, state: (*lessonParser).opening}
	for text := range strings.SplitSeq(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		p.line++
		if err := p.state(p, text); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, p.line, err)
		}
	}
	if err := p.complete(); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return &p.lesson, nil
}

func (p *lessonParser) opening(text string) error {
	if text != "---" {
		return fmt.Errorf(`%q: a lesson begins with front matter between "---" lines`, text)
	}
	p.state = (*lessonParser).frontMatter
	return nil
}

func (p *lessonParser) frontMatter(text string) (err error) {
	if text == "---" {
		p.state = (*lessonParser).introduction
		return nil
	}
	name, value, _ := strings.Cut(text, ":")
	value = strings.TrimSpace(value)
	switch strings.TrimSpace(name) {
	case "title":
		p.title = value
	case "level":
		p.level = value
	case "minutes":
		if p.minutes, err = strconv.Atoi(value); err != nil || p.minutes < 1 {
			return fmt.Errorf("minutes: %q is not a whole number above 0", value)
		}
	case "":
	default:
		return fmt.Errorf("front matter %q: allowed are title, minutes and level", name)
	}
	return nil
}

func (p *lessonParser) introduction(text string) error {
	return p.prose(&p.intro, text)
}

func (p *lessonParser) inStep(text string) error {
	s := &p.steps[len(p.steps)-1]
	if strings.TrimSpace(text) == "```step" && !p.fence {
		s.blocks++
		p.state = (*lessonParser).block
		return nil
	}
	return p.prose(&s.prose, text)
}

func (p *lessonParser) inAbout(text string) error {
	p.about += text + "\n"
	return nil
}

// prose adds a line to a text, unless the line begins the next part.
func (p *lessonParser) prose(to *string, text string) error {
	if strings.HasPrefix(text, "```") {
		p.fence = !p.fence
	}
	heading, isStep := strings.CutPrefix(text, "## ")
	switch {
	case p.fence:
	case text == "# About":
		p.state = (*lessonParser).inAbout
		return nil
	case strings.HasPrefix(text, "# "):
		return fmt.Errorf(`%q: steps begin with "## ", and only "# About" with one sign`, text)
	case isStep:
		p.steps = append(p.steps, step{line: p.line, heading: strings.TrimSpace(heading)})
		p.state = (*lessonParser).inStep
		return nil
	}
	*to += text + "\n"
	return nil
}

// block reads a line of a ```step block. A line without a name goes on with the
// explanation.
func (p *lessonParser) block(text string) error {
	s := &p.steps[len(p.steps)-1]
	name, value, _ := strings.Cut(text, ":")
	if name == "```" {
		p.state = (*lessonParser).inStep
		return nil
	}
	known, err := s.set(name, strings.TrimSpace(value))
	switch {
	case known:
		return err
	case s.explain != "" && s.next == suggestion{}:
		s.explain += text + "\n"
		return nil
	case strings.TrimSpace(text) == "":
		return nil
	}
	return fmt.Errorf("%q in a step: allowed are question, axis, law, options, hide, preset, observe, explain and next", text)
}

// set takes one part of a step. Options stand between bars with spaces, so that
// formulas may hold bars.
func (s *step) set(name, value string) (known bool, err error) {
	switch name {
	case "question":
		s.question = value
	case "axis":
		s.axis, err = parseAxis(value)
	case "law":
		s.law = value
	case "options":
		for text := range strings.SplitSeq(value, " | ") {
			o, wrong := parseOption(text)
			s.options, err = append(s.options, o), errors.Join(err, wrong)
		}
	case "hide":
		s.hide = strings.Fields(strings.ReplaceAll(value, ",", " "))
	case "preset":
		s.presets = append(s.presets, value)
	case "observe":
		if s.observed++; len(s.presets) == 0 {
			err = errors.New("observe: there is no preset before it")
		}
	case "explain":
		s.explain = value + "\n"
	case "next":
		words, address, _ := strings.Cut(value, " | ")
		s.next = suggestion{strings.TrimSpace(words), strings.TrimSpace(address)}
	default:
		return false, nil
	}
	return true, err
}

// complete says what a lesson lacks.
func (p *lessonParser) complete() error {
	missing := ""
	switch {
	case p.title == "":
		missing = "the front matter has no title"
	case p.minutes == 0:
		missing = "the front matter has no minutes"
	case p.level == "":
		missing = "the front matter has no level"
	case len(p.steps) == 0:
		missing = `there is no step (a line "## heading")`
	case strings.TrimSpace(p.about) == "":
		missing = `there is no text under "# About"`
	}
	if missing != "" {
		return fmt.Errorf("%s", missing)
	}
	for i := range p.steps {
		if err := p.steps[i].complete(); err != nil {
			return err
		}
	}
	return nil
}

func (s *step) complete() error {
	missing := ""
	switch {
	case s.blocks != 1:
		missing = fmt.Sprintf("wants one ```step block and has %d", s.blocks)
	case s.question == "":
		missing = "has no question"
	case s.axis.fact == "":
		missing = "has no axis"
	case len(s.options) == 1:
		missing = "wants at least two options, or none and a place on the axis"
	case s.strayOption() != "":
		missing = fmt.Sprintf("has the option %q outside its axis", s.strayOption())
	case len(s.presets) == 0:
		missing = "has no preset"
	case s.observed == 0:
		missing = "has no observe"
	case s.explain == "":
		missing = "has no explain"
	case (s.next.words == "") != (s.next.address == ""):
		missing = `wants "words | address" behind next`
	default:
		return nil
	}
	return fmt.Errorf("step %q in line %d %s", s.heading, s.line, missing)
}

// strayOption returns the first option whose place the axis does not have, or "".
func (s *step) strayOption() string {
	for _, o := range s.options {
		if o.value < s.axis.lo || o.value > s.axis.hi {
			return o.text
		}
	}
	return ""
}
