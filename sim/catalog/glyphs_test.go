package catalog_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"

	"example.org/rote/sim/catalog"
)

// The font of the stage has every letter of every title, name and label in the
// golden frames. What a frame says stands in the page, whose fonts have more.
func TestGlyphs(t *testing.T) {
	font, err := sfnt.Parse(goregular.TTF)
	if err != nil {
		t.Fatal(err)
	}
	for _, info := range catalog.Labs() {
		golden, err := os.ReadFile(filepath.Join("..", info.Name, "testdata", "golden.txt"))
		if err != nil {
			t.Fatal(err)
		}
		says := false
		for _, line := range strings.Split(string(golden), "\n") {
			if !says {
				checkGlyphs(t, font, info.Name, line)
			}
			says = strings.HasPrefix(strings.TrimSpace(line), "step ")
		}
	}
}

func checkGlyphs(t *testing.T, font *sfnt.Font, lab, line string) {
	for _, r := range line {
		if index, err := font.GlyphIndex(nil, r); r != '\t' && (err != nil || index == 0) {
			t.Errorf("lab %s: the stage has no glyph for %q in: %s", lab, r, line)
		}
	}
}
