package density

import "math"

// isCheckpoint reports whether the scores are estimated after an epoch.
func (l *Lab) isCheckpoint(epoch int) bool {
	every := 20
	if l.isPlane() {
		every = 60
	}
	switch epoch {
	case 5, 10, 20, 40, 60, l.epochs:
		return true
	}
	return epoch > 0 && epoch%every == 0
}

// A history is the tallies of all checkpoints.
type history []tally

// last returns the last tally, or nil.
func (h history) last() *tally {
	if len(h) == 0 {
		return nil
	}
	return &h[len(h)-1]
}

// at returns the tally of the first checkpoint at or after an epoch, at most that of the
// last epoch, or nil if it has not come yet.
func (h history) at(epoch, last int) *tally {
	for i := range h {
		if h[i].epoch >= float64(min(epoch, last)) {
			return &h[i]
		}
	}
	return nil
}

// best returns the tally at which unseen points were likeliest.
func (h history) best() *tally {
	var best *tally
	for i := range h {
		if !math.IsNaN(h[i].v) && (best == nil || h[i].v > best.v) {
			best = &h[i]
		}
	}
	return best
}
