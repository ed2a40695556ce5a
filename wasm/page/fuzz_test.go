package page

import (
	"strings"
	"testing"
)

// FuzzOpenLink opens any fragment, which anybody may have typed: what the page
// then writes into its address opens the same, without a repair.
func FuzzOpenLink(f *testing.F) {
	for _, fragment := range []string{"", "steps=7&at=3&mode=present&show=steps,seed", "mode=x", "show=,,steps,steps,at,nope,view,c,snake", "%zz&&=", "#", "a/b?c#d", "pts=1,2,3", "mode=%00", "show=%0a"} {
		f.Add(fragment)
	}
	f.Fuzz(func(t *testing.T, fragment string) {
		r, l, repairs, err := openLink(labs(), "counter", fragment)
		if err != nil {
			return // a link to some other page
		}
		for _, repair := range repairs {
			if !strings.HasSuffix(repair, ".") || strings.ContainsAny(repair, "\x00\n\r") {
				t.Errorf("%q: repair %q is no sentence", fragment, repair)
			}
		}
		at := int(r.At.Number())
		written := l.format(r, at)
		again, m, repairs, err := openLink(labs(), "counter", written)
		if err != nil || len(repairs) > 0 || again.Address() != r.Address() || m.format(again, at) != written {
			t.Errorf("%q is written as %q, which opens as %q with %q, %v", fragment, written, again.Address(), repairs, err)
		}
	})
}

// FuzzCoordinate types any text into the table of points.
func FuzzCoordinate(f *testing.F) {
	for _, text := range []string{"1", " 2e-3 ", "1,2", "1/3", "−4", "NaN", "", "left", "1\n"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		const list = "1,2,3,4"
		changed, repair := withCoordinate(list, 2, text)
		if repair != "" && changed != list {
			t.Errorf("%q: %q and %q", text, changed, repair)
		}
		words := coordinates(changed)
		if len(words) != 4 || words[0] != "1" || words[1] != "2" || words[3] != "4" {
			t.Errorf("%q makes the list %q", text, changed)
		}
	})
}
