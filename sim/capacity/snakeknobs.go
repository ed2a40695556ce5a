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
	k.Group("How large the network is")
	k.Int(&l.dy, "dy", "Numbers per point", 1, 1, 4).Short("Outputs").Help("Each has zig-zags of its own.").
		When("More than one needs labels that are numbers, in one block.",
			func() bool { return l.labels == real && l.blocks == 1 })
	k.Int(&l.w1, "w1", "Neurons in layer 1", 0, 0, 128).Short("Layer 1").Help("0: as few as suffice.")
	k.Int(&l.w2, "w2", "Neurons in layer 2", 0, 0, 128).Short("Layer 2").Help("0: as few as suffice.")
	k.Int(&l.blocks, "blocks", "Blocks of two layers", 1, 1, 4).Short("Blocks").Help("They share the line among them.")
	both.Int(&l.dirs, "dirs", "Directions tried", 32, 1, 64).Log().Main("snake").Short("Directions").
		When("This construction does not choose a direction.", func() bool { return l.view == "snake" || l.method == byZhang || l.method == byVardi }).
		Help("The one with the smallest weights is kept.")
	k.Group("How it is built")
	k.Float(&l.angle, "angle", "Line by hand, in degrees", -1, -1, 180).Live().Short("Line").Help("Below 0: the best of those tried.").
		When("A hand can turn the line in the plane only, d = 2.", func() bool { return l.d == 2 })
	k.Float(&l.margin, "margin", "Steepness of zig-zags", 1.05, 0.2, 3).Live().Short("Steepness").
		Help("From 1 on a zig-zag is out of the band at all points but its own.")
	k.Int(&l.unit, "unit", "Zig-zag shown", 0, 0, 64).Live().Short("Zig-zag").Help("0: the latest one; above their number: the last.")
	k.Bool(&l.alternate, "snake", "Turn back in every group", true).Main().Short("Turn back").
		Help("Off: zig-zags meet the labels of every group in the same order.")
	both.Choice(&l.precision, "precision", "Digits of a number", "float64", single).Names("Double, 53 bits", "Single, 24 bits").
		Live().Main("snake").Short("Digits").Help("The network is built with 53 bits, and then runs with these.")
	k.Float(&l.near, "close", "Distance of a planted pair", 0, 0, 1).LogZero(1e-14).Short("Pair").
		Help("Two points this near to each other get opposite labels.")
}
