package page

import (
	"strings"
	"testing"
)

// The knobs of a link count wherever it names them; trackers do not.
func TestArrival(t *testing.T) {
	for url, want := range map[string]string{
		"http://host/counter/":                          "",
		"http://host/counter/#steps=7":                  "steps=7",
		"http://host/counter/?steps=7":                  "steps=7",
		"http://host/counter/?steps=7&c=1":              "steps=7&c=1",
		"http://host/counter/?c=1#steps=7":              "steps=7&c=1",
		"http://host/counter/?fbclid=x&utm_source=mail": "",
		"http://host/counter/?fbclid=x#steps=7":         "steps=7",
		"http://host/counter/?_gl=x&gbraid=y&igsh=z":    "",
	} {
		got, repair := arrival(url)
		if got != want {
			t.Errorf("%s asks for %q, want %q", url, got, want)
		}
		if told := strings.Contains(url, "?steps") || strings.Contains(url, "?c="); told != (repair != "") {
			t.Errorf("%s: repair %q", url, repair)
		}
	}
}

// What belongs to a sweep is named where there is none, and a range makes one.
func TestStrays(t *testing.T) {
	for _, pair := range []string{"seeds=3", "every=5", "design=lhs*5"} {
		_, _, repairs, err := openLink(labs(), "counter", "steps=7&"+pair)
		if err != nil || len(repairs) != 1 || !strings.Contains(repairs[0], "belongs to a sweep") {
			t.Errorf("%s alone: repairs %q, %v", pair, repairs, err)
		}
	}
	for fragment, want := range map[string]bool{"n=4..8": true, "n=4…8": true, "FACT=x": true, "n=4": false, "n=4..": false, "n=4…": false, "pts=1,2": false} {
		if isSweep(fragment) != want {
			t.Errorf("%s is a sweep: %v, want %v", fragment, !want, want)
		}
	}
}
