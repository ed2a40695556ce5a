package capacity

import (
	"fmt"
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

// say formats like fmt.Sprintf, with %v for whole numbers that are not below 0: they
// get commas between thousands.
func say(format string, args ...any) string {
	for i, arg := range args {
		if n, ok := arg.(int); ok {
			args[i] = sketch.Whole(n)
		}
	}
	return fmt.Sprintf(format, args...)
}

// about writes a number with two digits: 8.6, 81,000, 1.2e9.
func about(x float64) string {
	text := sketch.Digits(x, 2)
	if n, err := strconv.Atoi(text); err == nil {
		return sketch.Whole(n)
	}
	return text
}
