package main

import (
	"slices"
	"testing"
)

func TestSplit(t *testing.T) {
	for _, c := range []struct {
		text string
		want []run
	}{
		{"", nil},
		{"σ", []run{{"σ", plain}}},
		{"10⁻³", []run{{"10", plain}, {"−3", super}}},
		{"1\u202f024 of", []run{{"1", plain}, {" ", narrow}, {"024 of", plain}}},
		{"x² + y²", []run{{"x", plain}, {"2", super}, {" + y", plain}, {"2", super}}},
	} {
		if got := split(c.text); !slices.Equal(got, c.want) {
			t.Errorf("split(%q) = %v, want %v", c.text, got, c.want)
		}
	}
}
