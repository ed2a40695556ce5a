package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"example.org/rote/sim"
)

// Every test on which the report rests is one of those in Chromium.
func TestReportNamesTests(t *testing.T) {
	report, err := os.ReadFile("../accessibility.md")
	if err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob("../../wasm/e2e/*_test.go")
	source := ""
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		source += string(text)
	}
	names := regexp.MustCompile("`(Test[A-Za-z]+)`").FindAllStringSubmatch(string(report), -1)
	if len(names) < 10 {
		t.Errorf("the report names %d tests", len(names))
	}
	for _, name := range names {
		if !strings.Contains(source, "func "+name[1]+"(t *testing.T)") {
			t.Errorf("the report names %s, which is no test", name[1])
		}
	}
}

func TestReport(t *testing.T) {
	root := t.TempDir()
	os.MkdirAll(filepath.Join(root, "assets"), 0o755)
	os.CopyFS(filepath.Join(root, "assets", "web"), os.DirFS("../web"))
	write := func(text string) (*workshop, bool, error) {
		os.WriteFile(filepath.Join(root, "assets", "accessibility.md"), []byte(text), 0o644)
		w := &workshop{root: root, labs: []sim.Info{toyInfo}, site: site{}}
		there, err := w.addReport(testMarkdown(t))
		return w, there, err
	}
	w, there, err := write("---\ntitle: Report\nlead: Honest.\n---\n\n| A | B |\n|---|---|\n| 1 | Partly |\n")
	if page := string(w.site["accessibility/index.html"]); err != nil || !there || !strings.Contains(page, "<h1>Report</h1>") || !strings.Contains(page, "<td>Partly</td>") {
		t.Errorf("%v, %v: %s", there, err, page)
	}
	if _, _, err := write("No front matter."); err == nil {
		t.Error("a report without front matter is no error")
	}
}
