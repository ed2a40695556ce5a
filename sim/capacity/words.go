package capacity

import (
	"strconv"

	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// panel appends a panel: its question, and its name in the strip.
func panel(f *sim.Frame, title, short string) *sim.Panel {
	p := f.Panel(title)
	p.Short = short
	return p
}

// say formats as [sketch.Say] does.
func say(format string, args ...any) string { return sketch.Say(format, args...) }

// about writes a number with two digits: 8.6, 81 000, 1.2e9.
func about(x float64) string {
	text := sketch.Digits(x, 2)
	if n, err := strconv.Atoi(text); err == nil {
		return sketch.Whole(n)
	}
	return text
}
