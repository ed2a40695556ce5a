package main

import "testing"

// Numbers of the prose have no commas in them; lists and addresses keep theirs.
func TestTexted(t *testing.T) {
	for text, want := range map[string]string{
		"of 1,000 samples":             "of 1\u202f000 samples",
		"1,234,567 (10,000) and 1,5":   "1\u202f234\u202f567 (10\u202f000) and 1,5",
		"capacity?n=64,128&fact=at":    "capacity?n=64,128&fact=at",
		"500 = 500 | 1,000 = 1000\r\n": "500 = 500 | 1\u202f000 = 1000\n",
	} {
		if got := texted([]byte(text)); got != want {
			t.Errorf("texted(%q) = %q, want %q", text, got, want)
		}
	}
}
