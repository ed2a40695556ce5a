package page

import "slices"

// shortcut returns the id of the element that a key acts on. Letters want Alt,
// and are named by their place on the keyboard, so that they work in any layout;
// the keys of a presenter's clicker work in present mode only.
func shortcut(code string, alt, other, present bool) (id string, ok bool) {
	keys := clickerKeys
	switch {
	case other || !alt && !present:
		return "", false
	case alt:
		keys = altKeys
	}
	for _, k := range keys {
		if k.code == code {
			return k.id, true
		}
	}
	return "", false
}

type key struct{ code, id string }

var altKeys = []key{
	{"KeyK", "play"}, {"KeyL", "step"}, {"KeyJ", "back"}, {"KeyR", "reset"}, {"KeyP", "present"},
	{"KeyI", "stage"}, {"KeyC", "controls"}, {"KeyG", "readings"}, {"KeyZ", "undo"},
}

var clickerKeys = []key{{"Space", "next"}, {"PageDown", "next"}, {"PageUp", "back"},
	{"ArrowRight", "next"}, {"ArrowLeft", "back"}, {"KeyF", "screen"}, {"Escape", "leave"}}

// isRepeatable reports whether a shortcut that is held acts again and again: those
// that go from step to step. The others toggle once.
func isRepeatable(code string) bool {
	return code == "KeyL" || code == "KeyJ" || code == "PageUp" || code == "ArrowLeft"
}

// isClicker reports whether a key is one of those that a presenter's clicker has:
// they work wherever the focus is.
func isClicker(code string) bool { return code == "PageDown" || code == "PageUp" }

// slideKeys are the keys of a deck of slides that goes on around the lab.
var slideKeys = []string{"Escape", "Space", "PageDown", "PageUp", "Home", "End",
	"ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp", "KeyB", "KeyF", "KeyO", "KeyS", "Period"}

// isSlideKey reports whether a deck of slides may use a key.
func isSlideKey(code string) bool { return slices.Contains(slideKeys, code) }

// users returns a selector of what has its own meaning for a key; "" is nothing.
func users(code string) string {
	switch code {
	case "Escape":
		return "#sheet *, dialog *, [popover] *"
	case "Space":
		return "button, summary, a, input, select"
	case "ArrowLeft", "ArrowRight":
		return "input, select, [role=tab], iframe"
	case "ArrowUp", "ArrowDown":
		return "input, select, iframe"
	case "Home", "End":
		return "input[type=range], select, [role=tab], iframe"
	case "PageUp", "PageDown":
		return "input[type=range], select"
	case "KeyB", "KeyF", "KeyO", "KeyS", "Period":
		return "select"
	}
	return ""
}
