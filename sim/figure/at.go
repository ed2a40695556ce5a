package figure

import "example.org/rote/sim"

// A Hit is what lies under a point of a picture.
type Hit struct {
	Panel        int      // index into the frame's panels
	X, Y         float64  // the point, in the units of the panel's axes; NaN for a panel without axes
	Pick         sim.Pick // the nearest mark, or the zero Pick
	MarkX, MarkY float64  // its position in the picture; the point itself if there is no mark
	Text         string   // the mark in words and numbers, or the point's coordinates
}

// At returns what is under the point (x, y) of the picture: the panel, the
// place in it, and the nearest mark within some 12 px. It returns false outside
// of all panels.
func (p *Picture) At(x, y float64) (Hit, bool) { return Hit{}, false }

// Within returns the place of the point (x, y) in a panel, even if it lies
// outside: then the place is the nearest on the panel's edge. That is for a
// drag which has begun in the panel. It returns false if the panel is not shown
// or has no axes.
func (p *Picture) Within(panel int, x, y float64) (dataX, dataY float64, ok bool) {
	return 0, 0, false
}
