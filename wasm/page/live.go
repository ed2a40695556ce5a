package page

// A herald decides what the live region says: at most one message in a while,
// the newest first. The zero value has said nothing yet. Times are in ms.
type herald struct {
	spoken  bool
	last    float64 // when it last spoke
	waiting string
}

// between is the least time from one message to the next, in ms.
const between = 4000

// say takes a message, which replaces one that waits.
func (h *herald) say(text string) { h.waiting = text }

// next returns the message that is due, or "" and how long to wait for it; a
// wait of 0 means that nothing waits.
func (h *herald) next(now float64) (text string, wait float64) {
	if h.waiting == "" {
		return "", 0
	}
	if left := h.last + between - now; h.spoken && left > 0 {
		return "", left
	}
	text, h.waiting = h.waiting, ""
	h.spoken, h.last = true, now
	return text, 0
}

// milestone reports whether a quarter of the known total was passed on the way
// from one step to the next.
func milestone(from, to, of int) bool {
	return of > 0 && to > from && to < of && 4*from/of != 4*to/of
}
