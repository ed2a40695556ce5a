package figure

import (
	"slices"
	"testing"
)

func TestScripts(t *testing.T) {
	for _, c := range []struct {
		text string
		want []Script
	}{
		{"", nil},
		{"σ", []Script{{"σ", plain}}},
		{"10⁻³", []Script{{"10", plain}, {"−3", super}}},
		{"1\u202f024 of", []Script{{"1", plain}, {" ", thin}, {"024 of", plain}}},
		{"x² + y²", []Script{{"x", plain}, {"2", super}, {" + y", plain}, {"2", super}}},
	} {
		if got := Scripts(c.text); !slices.Equal(got, c.want) {
			t.Errorf("Scripts(%q) = %v, want %v", c.text, got, c.want)
		}
	}
}
