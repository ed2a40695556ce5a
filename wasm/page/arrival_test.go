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

func TestStrays(t *testing.T) {
	_, _, repairs, err := openLink(labs(), "counter", "steps=7&seeds=3")
	if err != nil || len(repairs) != 1 || !strings.Contains(repairs[0], "seeds = 3") {
		t.Errorf("seeds alone: repairs %q, %v", repairs, err)
	}
}
