package main

import (
	"strings"
	"testing"
)

func TestParseLesson(t *testing.T) {
	l, err := parseLesson("toy.md", toyLesson)
	if err != nil {
		t.Fatal(err)
	}
	if l.title != "A toy lesson" || l.minutes != 7 || l.level != "anybody" || !strings.Contains(l.intro, "$x_1$") {
		t.Errorf("front matter and introduction: got %+v", l)
	}
	if len(l.steps) != 2 {
		t.Fatalf("got %d steps, want 2", len(l.steps))
	}
	s := l.steps[0]
	if s.heading != "First step" || len(s.options) != 3 || s.options[2] != `$\|x\|$` || strings.Join(s.presets, " ") != "toy?n=3 toy" {
		t.Errorf("first step: got %+v", s)
	}
	if s.explain != "Because **of** this,\nand of that.\n" {
		t.Errorf("explain = %q", s.explain)
	}
	if !strings.Contains(s.prose, "More prose.") || !strings.Contains(s.prose, "# no heading, but code") || strings.Contains(s.prose, "question") {
		t.Errorf("prose = %q", s.prose)
	}
	if !strings.Contains(l.about, "It is a toy.") || !strings.Contains(l.about, "## How it is tested") {
		t.Errorf("about = %q", l.about)
	}
}

func TestParseLessonWrong(t *testing.T) {
	for _, c := range []struct{ old, with, want string }{
		{"---\ntitle", "title", "front matter"},
		{"minutes: 7", "minutes: soon", `toy.md:3: minutes: "soon"`},
		{"minutes: 7\n", "", "no minutes"},
		{"level:", "grade:", `"grade"`},
		{"title: A toy lesson\n", "", "no title"},
		{"question: And now?", "", `step "Second step" in line 30 has no question`},
		{"question: And now?", "Question: And now?", `"Question: And now?" in a step`},
		{"options: A | B", "options: A", "at least two options"},
		{"preset: toy?snake=off\n", "", "no preset before it"},
		{"observe: has(copied)\n", "", "has no observe"},
		{"explain: So.\n", "", "has no explain"},
		{"```step\nquestion: And", "```stop\nquestion: And", "wants one ```step block and has 0"},
		{"# About", "# Abuot", `"# Abuot"`},
		{"# About\nIt is a toy.\n\n## How it is tested\nHere.", "", "# About"},
	} {
		text := strings.Replace(toyLesson, c.old, c.with, 1)
		if text == toyLesson {
			t.Fatalf("%q is not in the lesson", c.old)
		}
		_, err := parseLesson("toy.md", text)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q for %q: error %v, want %q", c.with, c.old, err, c.want)
		}
	}
}
