package page

import "slices"

// A withheld is what an open question keeps back until its run has been seen: the
// number and the sentence, the strip, the theory in pictures and readings, and
// what to try next. The zero value keeps nothing back.
type withheld struct {
	on     bool
	counts string   // what the number will count, instead of the headline's words
	says   string   // instead of the frame's sentence
	facts  []string // keys of the readings that would tell
}

// fact reports whether a reading is kept back.
func (w withheld) fact(key string) bool { return w.on && slices.Contains(w.facts, key) }
