package sim_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"example.org/rote/sim"
	"pgregory.net/rapid"
)

func TestParseAddress(t *testing.T) {
	for text, want := range map[string]string{
		"walk":                                "walk",
		" walk?n=3 ":                          "walk?n=3",
		"walk?n=3&&c=1&":                      "walk?n=3&c=1",
		"walk/#n=3":                           "walk?n=3",
		"https://host/walk/#n=3&c=1":          "walk?n=3&c=1",
		"https://host/walk/":                  "walk",
		"https://host/rote/walk/?source=x":    "walk?source=x",
		"https://host/rote/walk/?source=x#n=": "walk?n=&source=x",
		"https://host/walk/?utm_source=x#n=3": "walk?n=3",
		"walk?n=3&fbclid=x&_ga=2.1&gclid=":    "walk?n=3",
		"http://localhost:8080/walk#n=3":      "walk?n=3",
		"walk?pts=1,2,3%2C4":                  "walk?pts=1,2,3,4",
		"walk?n":                              "walk?n=",
		"walk?c=1+2":                          "walk?c=1+2",
		"?n=3":                                "?n=3",
		"":                                    "",
	} {
		a, repairs := sim.ParseAddress(text)
		if a.String() != want || len(repairs) > 0 {
			t.Errorf("%q is read as %q with %q, want %q", text, a, repairs, want)
		}
	}
	if got := sim.Query("https://host/walk/#n=3&c=1"); got != "n=3&c=1" {
		t.Errorf("query %q, want n=3&c=1", got)
	}
}

func TestParseAddressRepairs(t *testing.T) {
	long := "The address is longer than 4096 bytes; using the part before that."
	for _, row := range []struct {
		text, want string
		repairs    []string
	}{
		{"walk?%zz=1&n=3", "walk?n=3", []string{"%zz=1 is not valid: % wants two hexadecimal digits; it is left out."}},
		{"walk?n=3&c=%zz", "walk?n=3", []string{"c=%zz is not valid: % wants two hexadecimal digits; it is left out."}},
		{"walk%2F", "walk", []string{"Other software has changed the link; it is read as walk."}},
		{"walk?n=3&n=4", "walk?n=3", []string{"n is given more than once; using the first, 3."}},
		{"walk?n=&n=4", "walk?n=", []string{"n is given more than once; using the first, (empty)."}},
		{"walk?n=3&x=" + strings.Repeat("9", 5000), "walk?n=3", []string{long}},
		{"walk?pts=" + strings.Repeat("12,", 2000), "walk?pts=" + strings.TrimSuffix(strings.Repeat("12,", 1362), ","), []string{long}},
	} {
		a, repairs := sim.ParseAddress(row.text)
		if a.String() != row.want || !slices.Equal(repairs, row.repairs) {
			t.Errorf("%.40q is read as %q with %q, want %q with %q", row.text, a, repairs, row.want, row.repairs)
		}
	}
}

// Pairs such as Rote writes survive being written and read, if their keys differ.
func TestAddressRoundTrip(t *testing.T) {
	pair := rapid.Custom(func(t *rapid.T) sim.Pair {
		return sim.Pair{Key: rapid.StringMatching(`[a-z0-9]+`).Draw(t, "key"),
			Value: rapid.StringMatching(`(([+-]?[0-9]|[a-z-])([a-z0-9.,*/-]*[a-z0-9])?)?`).Draw(t, "value")}
	})
	key := func(p sim.Pair) string { return p.Key }
	rapid.Check(t, func(t *rapid.T) {
		want := sim.Address{Lab: "walk", Pairs: rapid.SliceOfNDistinct(pair, 1, 5, key).Draw(t, "pairs")}
		got, repairs := sim.ParseAddress(want.String())
		if !reflect.DeepEqual(got, want) || len(repairs) > 0 {
			t.Fatalf("%q is read as %q with %q", want, got, repairs)
		}
	})
}
