package main

import "math"

// slack is how far a line may be painted from where it is, in pixels.
const slack = .1

// straightened drops points of a line so that none of them is more than slack off
// what is left, and returns it in the same room.
func straightened(pts []point) []point {
	if len(pts) < 3 {
		return pts
	}
	kept, c := pts[:1], cone{tip: pts[0]}
	for i, p := range pts[1:] {
		if !c.holds(p) {
			last := pts[i]
			kept, c = append(kept, last), cone{tip: last}
		}
		c.narrow(p)
	}
	return append(kept, pts[len(pts)-1])
}

// A cone is where a line from its tip may go to pass all the points that it was
// narrowed to. Everywhere, if it was not.
type cone struct {
	tip         point
	left, right point   // unit vectors along its sides, zero if it is not narrowed
	reached     float64 // the distance of the farthest of the points
}

// holds reports whether the straight line from the tip to p passes all points.
func (c *cone) holds(p point) bool {
	way := p.minus(c.tip)
	return math.Hypot(way.x, way.y) >= c.reached && turn(c.right, way) >= 0 && turn(way, c.left) >= 0
}

// narrow leaves only the ways that pass p.
func (c *cone) narrow(p point) {
	way := p.minus(c.tip)
	d := math.Hypot(way.x, way.y)
	c.reached = max(c.reached, d)
	if d <= slack {
		return
	}
	ahead, aside := way.times(math.Sqrt(1-slack*slack/(d*d))/d), point{-way.y, way.x}.times(slack/(d*d))
	if left := ahead.plus(aside); c.left == (point{}) || turn(left, c.left) > 0 {
		c.left = left
	}
	if right := ahead.minus(aside); c.right == (point{}) || turn(c.right, right) > 0 {
		c.right = right
	}
}

// turn is positive if b points to the left of a, where y grows upwards.
func turn(a, b point) float64 { return a.x*b.y - a.y*b.x }
