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

// A deck gets its keys, and a control keeps those that it uses.
func TestSlideKeys(t *testing.T) {
	for _, code := range slideKeys {
		if !isSlideKey(code) || users(code) == "" {
			t.Errorf("%s: nothing on the page uses it", code)
		}
	}
	for _, code := range []string{"Tab", "Enter", "KeyK", "Delete"} {
		if isSlideKey(code) {
			t.Errorf("%s leaves the page", code)
		}
	}
}
