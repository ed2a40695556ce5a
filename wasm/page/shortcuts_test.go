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
		{"Space", false, false, true, "next"},
		{"Space", true, false, true, ""},
		{"KeyF", false, false, true, "screen"},
		{"KeyF", false, false, false, ""},
		{"KeyZ", true, false, false, "undo"},
		{"PageUp", false, false, true, "back"},
	} {
		if got, _ := shortcut(c.code, c.alt, c.other, c.present); got != c.want {
			t.Errorf("%+v: got %q", c, got)
		}
	}
}
