package dejavu

import (
	"math/rand/v2"

	"example.org/rote/sim/exact"
)

const (
	viewSide = 6 // of what the network sees of a crop
	inputs   = viewSide * viewSide * channels
)

// A crop is a rectangle of a picture, in pixels.
type crop struct{ x, y, w, h float64 }

// whole is the crop of all.
var whole = crop{0, 0, side, side}

// look writes what the network sees of a crop to out, of inputs numbers around 0.
func (c crop) look(out, pic []float32) {
	for row := range viewSide {
		y, fy := pixelAt(c.y, c.h, row)
		for column := range viewSide {
			x, fx := pixelAt(c.x, c.w, column)
			at := (y*side + x) * channels
			for k := range channels {
				top := mix(float64(pic[at+k]), float64(pic[at+channels+k]), fx)
				low := mix(float64(pic[at+side*channels+k]), float64(pic[at+(side+1)*channels+k]), fx)
				out[(row*viewSide+column)*channels+k] = float32((mix(top, low, fy) - 0.5) * 2)
			}
		}
	}
}

// pixelAt returns the pixel that cell i of a view is read at or behind, and how far it is
// to the next.
func pixelAt(from, size float64, i int) (pixel int, part float64) {
	at := min(side-1.001, max(0, from+float64((float64(i)+0.5)/viewSide*size)-0.5))
	pixel = int(at)
	return pixel, at - float64(pixel)
}

// A cutter cuts the crops that networks are trained with.
type cutter struct{ least, most float64 } // width, in pixels

// cut draws a crop of a random width, form and place, and how much brighter it is.
func (k cutter) cut(rng *rand.Rand) (c crop, brighter float64) {
	c.w = k.least + float64((k.most-k.least)*rng.Float64())
	c.h = min(side, max(2, c.w*exact.Exp(float64(0.5*rng.Float64())-0.25)))
	c.x = rng.Float64() * (side - c.w)
	c.y = rng.Float64() * (side - c.h)
	return c, 0.05 * exact.Normal(rng)
}

// view writes what the network sees of a crop drawn at random.
func (k cutter) view(out, pic []float32, rng *rand.Rand) {
	c, brighter := k.cut(rng)
	c.look(out, pic)
	for i, v := range out {
		out[i] = v + float32(brighter)
	}
}

// leastAttacked is what the side of an attacked crop has to exceed, in pixels.
const leastAttacked = 3

// attacked returns the square that a stranger sees of a picture whose object lies in the
// box at (x0, y0): in the widest of the slabs left, right, above and below of it. ok is
// false if none is wide enough.
func attacked(x0, y0 int) (c crop, ok bool) {
	x, y := float64(x0), float64(y0)
	var best crop
	for _, slab := range [...]crop{
		{0, 0, x, side},
		{x + boxSide, 0, side - x - boxSide, side},
		{x, 0, boxSide, y},
		{x, y + boxSide, boxSide, side - y - boxSide},
	} {
		if min(slab.w, slab.h) > min(best.w, best.h) {
			best = slab
		}
	}
	size := min(best.w, best.h)
	if best.h > size && y0 < 5 {
		best.y += best.h - size
	}
	return crop{best.x, best.y, size, size}, size > leastAttacked
}

// wholes writes what the network sees of all pictures, n×inputs.
func (s *set) wholes() []float32 {
	out := make([]float32, s.n*inputs)
	for i := range s.n {
		whole.look(out[i*inputs:(i+1)*inputs], s.picture(i))
	}
	return out
}

// crops appends what the network sees of the attacked crops.
func (s *set) crops(out []float32) []float32 {
	var view [inputs]float32
	for i := range s.n {
		c, _ := attacked(s.boxX[i], s.boxY[i])
		c.look(view[:], s.picture(i))
		out = append(out, view[:]...)
	}
	return out
}

// excluded returns how many pictures have no crop to attack.
func (s *set) excluded() (n int) {
	for i := range s.n {
		if _, ok := attacked(s.boxX[i], s.boxY[i]); !ok {
			n++
		}
	}
	return n
}
