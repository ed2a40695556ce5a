package figure

import (
	"slices"
	"testing"

	"example.org/rote/sim"
)

// A preview holds its words whole, and neither the number nor the sentence of the run.
func TestPreview(t *testing.T) {
	f := &sim.Frame{Says: "All are copies.", Headline: sim.Headline{Fact: "copied", Of: 200, Words: "copies"}}
	f.Fact("copied", "Copied", "", "Share.", 1)
	panel := f.Panel("Where are the dots?")
	panel.Points = append(panel.Points, sim.Points{X: []float64{0, 1}, Y: []float64{0, 1}})
	question := "Which of all the many points did the generator keep for ever and ever, and why?"
	pic := Preview(f, "Density", question, Options{Width: 600, Height: 315})
	said, words := "", []string{}
	for _, op := range pic.Ops {
		text, ok := op.(*Text)
		if !ok {
			continue
		}
		words = append(words, text.Text)
		if text.X > .62*600 {
			said += text.Text + " "
			if right := text.X + textWidth(text.Text, text.Size, text.Bold); right > 600 || text.Y > 315 {
				t.Errorf("%q ends at %.0f, %.0f", text.Text, right, text.Y)
			}
		}
	}
	if want := "Density " + question + " Rote A laboratory of memorization "; said != want {
		t.Errorf("got %q, want %q", said, want)
	}
	if !slices.Contains(words, "Where are the dots?") || slices.Contains(words, "200") || slices.Contains(words, f.Says) {
		t.Errorf("the picture says %q", words)
	}
}
