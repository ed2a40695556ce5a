package main

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// A teaching is the text of assets/lessons/teach/LAB.md, or of assets/teach.md for a
// class over all labs, taken apart but not rendered. Its questions and answers are those
// of the lessons.
type teaching struct {
	title    string // of the class over all labs
	lead     string
	needs    string // one line of Markdown: what must be known
	surprise string // one line of Markdown
	goals    string // Markdown: a list
	plan     []hour
	beliefs  []belief
	after    string // Markdown
}

// An hour is one row of a plan: a question of a lesson, another link, or a talk.
type hour struct {
	minute    string // when it begins, such as "8", or "home"
	lab       string // of the lesson that asks; "" is no question of a lesson
	step      int    // which of its questions, from 1
	words     string // of the link, or what is talked about
	address   string // of a run or a sweep; "" is a talk
	ask, tell string // one line of Markdown each
}

// A belief is what students take for true, with the run that refutes it.
type belief struct {
	says  string // one line of Markdown, as the following
	words string // of the link
	run   string // address
	shows string // what is seen at the end
}

// parseTeaching reads front matter with needs and surprise, goals, a ```plan block with a
// row a line, ```belief blocks, and what follows the last block.
func parseTeaching(text string) (*teaching, error) {
	front, body, ok := strings.Cut(strings.TrimPrefix(text, "---\n"), "\n---\n")
	goals, blocks, planned := strings.Cut(body, "```plan\n")
	if !ok || !planned {
		return nil, errors.New("wants front matter between \"---\" lines, goals, and a ```plan block")
	}
	t := &teaching{title: part(front, "title"), lead: part(front, "lead"), needs: part(front, "needs"), surprise: part(front, "surprise"), goals: goals}
	plan, rest, _ := strings.Cut(blocks, "\n```\n")
	for line := range strings.SplitSeq(plan, "\n") {
		h, err := parseHour(line)
		if err != nil {
			return nil, err
		}
		t.plan = append(t.plan, h)
	}
	for {
		_, block, found := strings.Cut(rest, "```belief\n")
		if !found {
			break
		}
		block, rest, _ = strings.Cut(block, "\n```\n")
		b := belief{says: part(block, "says"), words: part(block, "open"), run: part(block, "run"), shows: part(block, "shows")}
		if b.says == "" || b.words == "" || b.run == "" || b.shows == "" || part(block, "observe") == "" {
			return nil, fmt.Errorf("belief %q: wants says, open, run, observe and shows", b.says)
		}
		t.beliefs = append(t.beliefs, b)
	}
	t.after = rest
	return t, checkPlan(t.plan)
}

// stepName is how a plan names a question of a lesson, such as "diffusion 1".
var stepName = regexp.MustCompile(`^([a-z]+) (\d+)$`)

// parseHour reads "minute | lab 1", "minute | lab 1 | what to ask, besides", "minute |
// words | what to ask" or "minute | words | address | what to ask | what is seen".
func parseHour(line string) (h hour, err error) {
	fields := strings.Split(line, " | ")
	for i := range fields {
		fields[i] = strings.TrimSpace(fields[i])
	}
	if len(fields) < 2 {
		return h, fmt.Errorf("plan %q: wants a minute and what is done", line)
	}
	h.minute = fields[0]
	name := stepName.FindStringSubmatch(fields[1])
	switch {
	case name != nil && len(fields) <= 3:
		h.lab = name[1]
		h.step, err = strconv.Atoi(name[2])
		h.ask = strings.Join(fields[2:], "")
	case len(fields) == 3:
		h.words, h.ask = fields[1], fields[2]
	case len(fields) == 5:
		h.words, h.address, h.ask, h.tell = fields[1], fields[2], fields[3], fields[4]
	default:
		err = fmt.Errorf("plan %q: has %d fields", line, len(fields))
	}
	return h, err
}

// lesson45 is how many minutes a plan has.
const lesson45 = 45

// checkPlan reports minutes that do not rise from 0, or go beyond the class.
func checkPlan(plan []hour) error {
	last := -1
	for i, h := range plan {
		if h.minute == "home" && last >= 0 {
			continue
		}
		at, err := strconv.Atoi(h.minute)
		if err != nil || at <= last || at >= lesson45 || i == 0 && at != 0 {
			return fmt.Errorf("plan: minute %q after %d; minutes rise from 0 and stay below %d", h.minute, last, lesson45)
		}
		last = at
	}
	return nil
}

// brief returns the first sentences of a text: as few as make 40 characters.
func brief(text string) string {
	text = strings.TrimSpace(text)
	for i := 0; ; {
		next := strings.Index(text[i:], ". ")
		if next < 0 {
			return text
		}
		i += next + 1
		if i >= 40 && strings.Count(text[:i], "$")%2 == 0 && strings.Count(text[:i], "(") == strings.Count(text[:i], ")") {
			return text[:i]
		}
	}
}
