package main

import (
	"slices"
	"strings"
	"testing"
)

// FuzzParseLesson reads any text as a lesson: it is complete, or an error names
// the file and says what is wrong. Line ends do not matter.
func FuzzParseLesson(f *testing.F) {
	f.Add(toyLesson)
	for _, cut := range []string{"---", "minutes: 7", "## ", "```step", "```", "options: ", "preset: ", "explain: ", "# About"} {
		f.Add(strings.Replace(toyLesson, cut, "", 1))
		f.Add(strings.ReplaceAll(toyLesson, cut, cut+cut))
		head, _, _ := strings.Cut(toyLesson, cut)
		f.Add(head)
	}
	f.Fuzz(func(t *testing.T, text string) {
		l, err := parseLesson("toy.md", text)
		other, otherErr := parseLesson("toy.md", strings.ReplaceAll(text, "\n", "\r\n"))
		if (err == nil) != (otherErr == nil) && !strings.Contains(text, "\r") {
			t.Fatalf("%q: %v with \\n, %v with \\r\\n", text, err, otherErr)
		}
		if err != nil {
			if !strings.HasPrefix(err.Error(), "toy.md:") || len(err.Error()) < len("toy.md: x") {
				t.Errorf("%q: error %q", text, err)
			}
			return
		}
		if other != nil && !strings.Contains(text, "\r") && !slices.EqualFunc(l.steps, other.steps, sameStep) {
			t.Errorf("%q: other steps with \\r\\n", text)
		}
		if l.title == "" || l.level == "" || l.minutes < 1 || len(l.steps) == 0 {
			t.Errorf("%q: not complete", text)
		}
		for _, s := range l.steps {
			checkStep(t, s)
		}
	})
}

func sameStep(a, b step) bool {
	return a.heading == b.heading && a.prose == b.prose && a.explain == b.explain && slices.Equal(a.options, b.options)
}

func checkStep(t *testing.T, s step) {
	t.Helper()
	if s.line < 1 || s.question == "" || len(s.options) == 1 || s.axis.check() != nil || len(s.presets) == 0 || s.observed == 0 || s.explain == "" || s.blocks != 1 {
		t.Errorf("a step that is not complete: %+v", s)
	}
}
