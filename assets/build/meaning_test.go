package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.org/rote/sim"
)

// A row for the toy, and one for a lab that is not there.
const toyMap = "---\ntitle: Meanings\nlead: Two rows.\n---\n\nProse.\n\n" + toyRow + `
## Gone

` + "```meaning" + `
lab: gone
formula: x
compares: This.
blind: That.
says: Nothing.
run: gone
` + "```" + `

# After

The end.
`

const toyRow = `## Dots?

` + "```meaning" + `
lab: toy
formula: x_i=y_i
compares: Dots, with $n$ others.
blind: **Noise.** All else.
says: 3 dots.
run: toy?n=3
reads: n
` + "```" + `
`

func TestParseMeanings(t *testing.T) {
	m, err := parseMeanings(toyMap)
	if err != nil {
		t.Fatal(err)
	}
	row := m.rows[0]
	if m.title != "Meanings" || m.lead != "Two rows." || len(m.rows) != 2 || strings.TrimSpace(m.intro) != "Prose." || m.after != "# After\n\nThe end.\n" {
		t.Errorf("got %+v", m)
	}
	if row.heading != "Dots?" || row.lab != "toy" || row.run != "toy?n=3" || row.says != "3 dots." {
		t.Errorf("got the row %+v", row)
	}
	for _, without := range []string{"---\ntitle", "lab: toy\n", "formula: x_i=y_i\n", "blind: **Noise.** All else.\n", "run: toy?n=3\n"} {
		if _, err := parseMeanings(strings.Replace(toyMap, without, "", 1)); err == nil {
			t.Errorf("without %q there is no error", without)
		}
	}
}

// The page has a row for the lab that is there, and its link.
func TestMap(t *testing.T) {
	root := checkout(t)
	write := func(text string) *workshop {
		os.WriteFile(filepath.Join(root, "assets", "map.md"), []byte(text), 0o644)
		return &workshop{root: root, labs: []sim.Info{toyInfo}, site: site{}}
	}
	w := write(toyMap)
	if err := w.addMap(testMarkdown(t)); err != nil {
		t.Fatal(err)
	}
	page := string(w.site["map/index.html"])
	for _, part := range []string{"<h1>Meanings</h1>", "<math", "<strong>Noise.</strong>", `href="../toy/#n=3"`, "Open it in Toy", "The end."} {
		if !strings.Contains(page, part) {
			t.Errorf("the page lacks %s", part)
		}
	}
	if strings.Contains(page, "Gone") || strings.Contains(page, "```") {
		t.Errorf("the page has what it should not: %s", page)
	}
	for _, c := range []struct{ old, with, want string }{{"toy?n=3", "toy?n=0", "below 1"}, {"x_i=y_i", "x_i}", "formula"}} {
		if err := write(strings.Replace(toyMap, c.old, c.with, 1)).addMap(testMarkdown(t)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", c.with, err, c.want)
		}
	}
}
