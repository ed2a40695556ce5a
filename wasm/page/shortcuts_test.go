package page

import "testing"

func TestShortcut(t *testing.T) {
	for _, c := range []struct {
		code                string
		alt, other, present bool
		want                string
	}{
		{"KeyK", true, false, false, "play"},
		{"KeyK", false, false, false, ""},
		{"KeyK", true, true, false, ""}, // Ctrl+Alt+K belongs to somebody else
		{"Space", false, false, false, ""},
		{"Space", false, false, true, "play"},
		{"Space", true, false, true, ""},
		{"PageUp", false, false, true, "reset"},
	} {
		if got, _ := shortcut(c.code, c.alt, c.other, c.present); got != c.want {
			t.Errorf("%+v: got %q", c, got)
		}
	}
}
