package main

// dashes cuts a line into the pieces that a dash pattern leaves on, in pixels:
// on, off, on, off, ... The lengths are not negative, and their sum is positive.
// The pieces are only good until the next one. A line of more dashes than a
// picture can show stays whole.
func dashes(pts []point, pattern []float64, each func([]point)) {
	if length(pts) > manyDashes*total(pattern) {
		each(pts)
		return
	}
	d := dasher{pattern: pattern, left: pattern[0], each: each}
	for i := 1; i < len(pts); i++ {
		d.segment(pts[i-1], pts[i])
	}
	d.end()
}

const manyDashes = 2e4

func total(lengths []float64) float64 {
	sum := 0.0
	for _, l := range lengths {
		sum += l
	}
	return sum
}

// A dasher walks along a line.
type dasher struct {
	pattern []float64
	k       int     // which length of the pattern; even is on
	left    float64 // of that length
	piece   []point
	each    func([]point)
}

func (d *dasher) segment(a, b point) {
	all := distance(a, b)
	if d.on() && len(d.piece) == 0 {
		d.piece = append(d.piece, a)
	}
	for at := 0.0; ; {
		if at+d.left >= all {
			d.left -= all - at
			break
		}
		at += d.left
		p := point{a.x + (b.x-a.x)*at/all, a.y + (b.y-a.y)*at/all}
		d.turn(p)
	}
	d.add(b)
}

// turn goes on to the next length of the pattern, at p.
func (d *dasher) turn(p point) {
	d.add(p)
	if d.on() {
		d.end()
	}
	d.k = (d.k + 1) % (2 * len(d.pattern)) // an odd pattern swaps on and off in its second round
	d.left = d.pattern[d.k%len(d.pattern)]
	if d.on() {
		d.piece = append(d.piece[:0], p)
	}
}

func (d *dasher) on() bool { return d.k%2 == 0 }

func (d *dasher) add(p point) {
	if d.on() && len(d.piece) > 0 && distance(d.piece[len(d.piece)-1], p) > nearly {
		d.piece = append(d.piece, p)
	}
}

func (d *dasher) end() {
	if len(d.piece) > 1 {
		d.each(d.piece)
	}
	d.piece = d.piece[:0]
}
