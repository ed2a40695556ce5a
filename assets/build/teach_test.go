package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.org/rote/sim"
)

// A page for the teachers of the toy, with both of its questions.
const toyTeach = "---\ntitle: All toys\nlead: One class.\nneeds: Nothing.\nsurprise: It is a *toy*.\n---\n- count dots;\n\n```plan\n" + `0 | toy 1 | Ask twice.
9 | gone 1
20 | Talk | What is a dot?
30 | Few | toy?n=3 | How few? | Three.
home | toy 2
` + "```\n\n```belief\nsays: Dots move.\nopen: Watch\nrun: toy?c=0.1\nobserve: copied < 1\nshows: They stay.\n```\n\nAfter.\n"

func TestParseTeaching(t *testing.T) {
	got, err := parseTeaching(toyTeach)
	if err != nil {
		t.Fatal(err)
	}
	if got.needs != "Nothing." || got.surprise != "It is a *toy*." || !strings.Contains(got.goals, "count dots") || strings.TrimSpace(got.after) != "After." {
		t.Errorf("got %+v", got)
	}
	if len(got.plan) != 5 || got.plan[0] != (hour{minute: "0", lab: "toy", step: 1, ask: "Ask twice."}) || got.plan[3].tell != "Three." {
		t.Errorf("got the plan %+v", got.plan)
	}
	if len(got.beliefs) != 1 || got.beliefs[0] != (belief{"Dots move.", "Watch", "toy?c=0.1", "They stay."}) {
		t.Errorf("got the beliefs %+v", got.beliefs)
	}
	for _, c := range [][2]string{{"```plan", "```plans"}, {"0 | toy", "1 | toy"}, {"30 | Few", "45 | Few"}, {"20 | Talk", "9 | Talk"},
		{" | Three.", ""}, {"observe: copied < 1\n", ""}, {"says: Dots move.\n", ""}} {
		if _, err := parseTeaching(strings.Replace(toyTeach, c[0], c[1], 1)); err == nil {
			t.Errorf("with %q for %q there is no error", c[1], c[0])
		}
	}
}

func TestBrief(t *testing.T) {
	for text, want := range map[string]string{
		"None. It is so. And so on and on and on. The end.": "None. It is so. And so on and on and on.",
		"One sentence that has more letters than forty. b":  "One sentence that has more letters than forty.",
		"Short. Stop": "Short. Stop",
		"Here $a. b$ a formula with a stop inside. Then more of it.": "Here $a. b$ a formula with a stop inside.",
	} {
		if got := brief(text); got != want {
			t.Errorf("brief(%q) = %q, want %q", text, got, want)
		}
	}
}

// A lab with a text for its teachers has their page, and links to it; the class has a row
// for each lab that is there.
func TestTeach(t *testing.T) {
	root := checkout(t)
	teach := filepath.Join(root, "assets", "lessons", "teach")
	build := func(text string) (*workshop, error) {
		os.MkdirAll(teach, 0o755)
		os.WriteFile(filepath.Join(teach, "toy.md"), []byte(text), 0o644)
		os.WriteFile(filepath.Join(root, "assets", "teach.md"), []byte(text), 0o644)
		w := &workshop{root: root, base: "/", cache: cache{dir: filepath.Join(root, "cache")}, labs: []sim.Info{toyInfo}, site: site{}}
		return w, w.addPages()
	}
	w, err := build(toyTeach)
	if err != nil {
		t.Fatal(err)
	}
	for page, parts := range map[string][]string{
		"toy/teach/index.html": {"First step", `href="../../toy/#n=3"`, "<i>Ask twice.</i>", "What is a dot?", "They stay.", `href="../../toy/#c=0.1"`,
			"Because <strong>of</strong> this", `class="worksheet"`, "<li>No</li>", "It is<span>samples</span>", "After."},
		"teach/index.html":     {"<h1>All toys</h1>", `href="../toy/#n=3"`, `href="../toy/teach/"`, "One class."},
		"toy/index.html":       {`href="teach/"`},
		"toy/about/index.html": {`href="../teach/"`},
		"index.html":           {`href="teach/"`},
	} {
		for _, part := range parts {
			if !strings.Contains(string(w.site[page]), part) {
				t.Errorf("the page %s lacks %s", page, part)
			}
		}
		if strings.Contains(string(w.site[page]), "gone") {
			t.Errorf("the page %s has a lab that is not there", page)
		}
	}
	for _, c := range [][3]string{{"home | toy 2\n", "", "the plan lacks toy 2"}, {"toy 2", "toy 3", "toy 2"}, {"toy?c=0.1", "toy?c=-1", "below 0"}, {"toy?n=3", "toy?m=3", "not a knob"}} {
		if _, err := build(strings.Replace(toyTeach, c[0], c[1], 1)); err == nil || !strings.Contains(err.Error(), c[2]) {
			t.Errorf("with %q for %q: error %v, want %q", c[1], c[0], err, c[2])
		}
	}
}
