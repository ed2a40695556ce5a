package capacity

import (
	"fmt"

	"example.org/rote/sim"
)

// panel appends a panel: its question, and its name in the strip.
func panel(f *sim.Frame, title, short string) *sim.Panel {
	p := f.Panel(title)
	p.Short = short
	return p
}

// plural writes a number of things: "1 group", "3 groups". More than one letter at
// the end needs both forms: "1 place stays", "2 places stay".
func plural(n int, one string, more ...string) string {
	switch {
	case n == 1:
		return "1 " + one
	case len(more) > 0:
		return fmt.Sprintf("%d %s", n, more[0])
	}
	return fmt.Sprintf("%d %ss", n, one)
}
