package figure

import (
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
