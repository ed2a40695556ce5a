package figure

import (
	"slices"
	"strings"
	"testing"

	"example.org/rote/sim"
)

// Texts of tiles at places fill their tiles, none wider than its own, and are never smaller
// than in a grid.
func TestTextsFillTheirTiles(t *testing.T) {
	size := func(tile float64, words ...string) float64 {
		f := new(sim.Frame)
		f.Says = "Words."
		p := f.Panel("Which words?")
		p.Axes(sim.Axis{Min: 0, Max: 10}, sim.Axis{Min: 0, Max: 10})
		p.Tile(sim.Tiles{N: 2, Text: words, X: []float64{2, 6}, Y: []float64{5, 5}, Size: tile})
		for _, s := range Layout(f, Options{Width: 900, Height: 500, Alone: true}).Ops {
			if text, ok := s.(*Text); ok && text.Text == words[1] {
				return text.Size
			}
		}
		t.Fatalf("the word %q is cut, or not there", words[1])
		return 0
	}
	large, long, small := size(2, "CAT", "DOG"), size(2, "CAT", "HIPPOPOTAMUSES"), size(0.4, "CAT", "I")
	if !(large > long && long > small) {
		t.Errorf("short words are of size %g, long ones of %g, those of small tiles of %g", large, long, small)
	}
}

// A text that is cut keeps whole words, and a tile lower than its text has none.
func TestCutTextsOfTiles(t *testing.T) {
	texts := func(width, height float64) (list []string) {
		f := new(sim.Frame)
		f.Says = "Words."
		f.Panel("Which words?").Tile(sim.Tiles{N: 40, Text: slices.Repeat([]string{"281 tiny dog eats fish"}, 40), Cols: 4})
		for _, s := range Layout(f, Options{Width: width, Height: height, Alone: true}).Ops {
			if text, ok := s.(*Text); ok && strings.HasPrefix(text.Text, "281") {
				list = append(list, text.Text)
			}
		}
		return list
	}
	for _, c := range []struct {
		width, height float64
		want          string // in each tile; "" is none
	}{{900, 500, "281 tiny dog eats fish"}, {340, 500, "281 tiny…"}, {220, 500, "281…"}, {220, 120, ""}} {
		got := texts(c.width, c.height)
		if (c.want == "") != (len(got) == 0) || slices.ContainsFunc(got, func(s string) bool { return s != c.want }) {
			t.Errorf("at %g×%g the tiles say %q, want %q", c.width, c.height, got, c.want)
		}
	}
}
