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
		{"σ", []run{{"σ", false}}},
		{"10⁻³", []run{{"10", false}, {"−3", true}}},
		{"x² + y²", []run{{"x", false}, {"2", true}, {" + y", false}, {"2", true}}},
	} {
		if got := split(c.text); !slices.Equal(got, c.want) {
			t.Errorf("split(%q) = %v, want %v", c.text, got, c.want)
		}
	}
}
