package figure

import (
	"image/color"
	"math"

	"example.org/rote/sim"
)

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{uint8(hex >> 16), uint8(hex >> 8), uint8(hex), 255}
}

// mix goes the given share of the way from a to b.
func mix(a, b color.NRGBA, share float64) color.NRGBA {
	part := func(a, b uint8) uint8 {
		return uint8(math.Round(float64(a) + share*(float64(b)-float64(a))))
	}
	return color.NRGBA{part(a.R, b.R), part(a.G, b.G), part(a.B, b.B), part(a.A, b.A)}
}

// faint returns c with the given opacity.
func faint(c color.NRGBA, share float64) color.NRGBA {
	c.A = uint8(math.Round(share * float64(c.A)))
	return c
}

// viridis is the colour map of that name by S. van der Walt and N. Smith, at
// nine equally spaced places.
var viridis = [...]uint32{0x440154, 0x472D7B, 0x3B528B, 0x2C728E, 0x21918C, 0x28AE80, 0x5EC962, 0xADDC30, 0xFDE725}

func sequential(share float64) color.NRGBA {
	last := len(viridis) - 1
	place := min(1, max(0, share)) * float64(last)
	i := min(int(place), last-1)
	return mix(rgb(viridis[i]), rgb(viridis[i+1]), place-float64(i))
}

// A ramp is a colour scale cut into equal steps.
type ramp [256]color.NRGBA

// at returns the colour at a share of the way from low to high.
func (r *ramp) at(share float64) color.NRGBA {
	return r[int(min(255, max(0, share*255+0.5)))]
}

// ramp returns the scale of a field. Below marks it is pale and begins with the
// background, so that the marks stay readable.
func (t *Theme) ramp(diverging, below bool) *ramp {
	r := new(ramp)
	for i := range r {
		share := float64(i) / 255
		switch {
		case diverging:
			r[i] = t.diverging(2*share - 1)
		case below:
			r[i] = t.shade(share)
		default:
			r[i] = sequential(share)
		}
		if diverging && below {
			r[i] = mix(t.Panel, r[i], 0.31)
		}
	}
	return r
}

// shade is the sequential scale as a backdrop.
func (t *Theme) shade(share float64) color.NRGBA {
	if t.Page.R < 128 { // more is lighter in the dark
		return mix(t.Panel, sequential(0.25+0.3*share), 0.04+0.25*share)
	}
	return mix(t.Panel, sequential(0.62-0.4*share), 0.04+0.25*share)
}

// diverging goes from the orange of held-out data through the neutral colour at 0
// to the blue of training data, for x from -1 to 1.
func (t *Theme) diverging(x float64) color.NRGBA {
	if x < 0 {
		return mix(t.Neutral, t.Roles[sim.HeldOut].Mark, -x)
	}
	return mix(t.Neutral, t.Roles[sim.Train].Mark, x)
}

// pale is the colour of the area of a class, from 1 on.
func (t *Theme) pale(class int) color.NRGBA { return mix(t.Page, t.Classes[class-1].Mark, 0.22) }
