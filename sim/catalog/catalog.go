// Package catalog lists the labs.
package catalog

import (
	"example.org/rote/sim"
	"example.org/rote/sim/capacity"
	"example.org/rote/sim/decoding"
	"example.org/rote/sim/dejavu"
	"example.org/rote/sim/density"
	"example.org/rote/sim/diffusion"
	"example.org/rote/sim/inheritance"
	"example.org/rote/sim/ntk"
)

// Labs returns the labs in teaching order. Adding a lab is one folder, one
// lesson and one line here.
func Labs() []sim.Info {
	return []sim.Info{
		capacity.Info(),
		ntk.Info(),
		diffusion.Info(),
		density.Info(),
		dejavu.Info(),
		inheritance.Info(),
		decoding.Info(),
	}
}
