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
	if s.heading != "First step" || len(s.options) != 3 || s.options[2] != (answer{`$\|x = y\|$`, 0}) || s.options[1].value != 10 || strings.Join(s.presets, " ") != "toy?n=3 toy" {
		t.Errorf("first step: got %+v", s)
	}
	if s.axis != (axis{"copied", 20, 0, 20, false, "samples"}) || l.steps[1].axis != (axis{"copied", 1, 1e-3, 1, true, "share"}) {
		t.Errorf("axes = %+v, %+v", s.axis, l.steps[1].axis)
	}
	if s.law != "law" || strings.Join(s.hide, " ") != "law gap" || s.next != (suggestion{"Try more", "toy?n=4"}) {
		t.Errorf("hide = %q, next = %q", s.hide, s.next)
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
		{"question: And now?", "", `step "Second step" in line 34 has no question`},
		{"question: And now?", "Question: And now?", `"Question: And now?" in a step`},
		{"options: Yes = 20 | No = 1e1 | $\\|x = y\\|$ = 0", "options: Yes = 20", "at least two options"},
		{"No = 1e1", "No", `option "No" has no place`},
		{"No = 1e1", "No = some", `option No: "some" is not a number`},
		{"No = 1e1", "No = 21", `the option "No" outside its axis`},
		{"axis: copied, 1e-3 to 1 log, share\n", "", "has no axis"},
		{"1e-3 to 1 log", "0 to 1 log", "a log axis starts above 0"},
		{"1e-3 to 1 log", "1 to 1", "is no range"},
		{"1e-3 to 1 log", "much", `axis: from: "much" is not a number`},
		{"copied, 1e-3", "copied * 0, 1e-3", "the factor is 0"},
		{"copied, 1e-3 to 1 log, share", "copied", `axis: "copied"; want`},
		{" | toy?n=4", "", "words | address"},
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
