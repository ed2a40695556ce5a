package page

import "strings"

// A herald decides what the live region says: at most one message in a while, with the
// newest answer to what a reader did and the newest report of the run. Neither is lost for
// the other. The zero value has said nothing yet. Times are in ms.
type herald struct {
	spoken         bool
	last           float64 // when it last spoke
	answer, report string  // that wait
}

// between is the least time from one message to the next, in ms.
const between = 4000

// waits reports whether something is to be said.
func (h *herald) waits() bool { return h.answer != "" || h.report != "" }

// next returns the message that is due, or "" and how long to wait for it; a
// wait of 0 means that nothing waits.
func (h *herald) next(now float64) (text string, wait float64) {
	if !h.waits() {
		return "", 0
	}
	if left := h.last + between - now; h.spoken && left > 0 {
		return "", left
	}
	text = h.answer + h.report
	if h.answer != "" && h.report != "" {
		text = strings.TrimSuffix(h.answer, ".") + ". " + h.report
	}
	h.answer, h.report = "", ""
	h.spoken, h.last = true, now
	return text, 0
}

// milestone reports whether a quarter of the known total was passed on the way
// from one step to the next.
func milestone(from, to, of int) bool {
	return of > 0 && to > from && to < of && 4*from/of != 4*to/of
}
