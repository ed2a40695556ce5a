package capacity

import "example.org/rote/sim"

// snakeKnobs are those of the view snake alone. Angle, margin and unit are live.
type snakeKnobs struct {
	dy, w1, w2, blocks int
	alternate          bool
	near               float64
	angle, margin      float64
	unit               int
}

// declareSnake declares them on k, and two knobs that the ladder has too on both.
func (l *Lab) declareSnake(k, both *sim.Knobs) {
	k.Int(&l.dy, "dy", "Outputs", 1, 1, 4).Help("One second layer per output.").
		When("More than one output needs labels that are numbers, in one block.",
			func() bool { return l.labels == real && l.blocks == 1 })
	k.Int(&l.w1, "w1", "First width (ReLU)", 0, 0, 128).Help("0 chooses the least that suffices.")
	k.Int(&l.w2, "w2", "Second width (ReLU)", 0, 0, 128).Help("0 chooses.")
	k.Int(&l.blocks, "blocks", "Blocks of two layers", 1, 1, 4).Help("Share the work over depth.")
	both.Int(&l.dirs, "dirs", "Directions tried", 32, 1, 64).Log().
		When("This construction does not choose a direction.", func() bool { return l.view == "snake" || l.method == byZhang }).
		Help("The one with the smallest weights is kept.")
	k.Float(&l.angle, "angle", "Direction by hand, degrees", -1, -1, 180).Live().Help("Below 0: the best of those tried.").
		When("A hand can turn the line in the plane only, d = 2.", func() bool { return l.d == 2 })
	k.Float(&l.margin, "margin", "Saturation margin", 1.05, 0.2, 3).Live().Help("Below 1 neighbours leak into the band.")
	k.Int(&l.unit, "unit", "Zig-zag shown", 0, 0, 64).Live().Help("0 follows the construction; above their number: the last.")
	k.Bool(&l.alternate, "snake", "Alternate the order", true).Help("Off: weights grow geometrically.")
	both.Choice(&l.precision, "precision", "Arithmetic", "float64", single).Live().
		Help("float32 forgets from about 256 labels on.")
	k.Float(&l.near, "close", "Plant a pair this close", 0, 0, 1).LogZero(1e-14).Help("Opposite labels, this far apart.")
}
