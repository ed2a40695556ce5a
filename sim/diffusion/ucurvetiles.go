package diffusion

import (
	"math"

	"example.org/rote/sim"
	"example.org/rote/sim/exact"
)

// A tile is a small picture of the samples of a trial, which stands in the curve's
// panel: a dark dot for each sample on a light ground.
const (
	tilePixels = 44 // on a side, over ±truthHalf
	tileWidth  = 0.13
)

// picture draws the samples, n×2.
func picture(samples []float64) []byte {
	pix := make([]byte, tilePixels*tilePixels)
	for i := range pix {
		pix[i] = 255
	}
	for i := 0; i < len(samples); i += 2 {
		x := int(math.Floor((samples[i] + truthHalf) * tilePixels / (2 * truthHalf)))
		y := int(math.Floor((truthHalf - samples[i+1]) * tilePixels / (2 * truthHalf)))
		if x >= 0 && x < tilePixels && y >= 0 && y < tilePixels {
			pix[y*tilePixels+x] -= min(pix[y*tilePixels+x], 110)
		}
	}
	return pix
}

// tiles shows the samples of the weakest, the best and the strongest, below and
// above the curve.
func (s *ucurve) tiles() (list []sim.Tiles) {
	best, last := s.best(), len(s.trial)-1
	if s.trial[0].done {
		list = append(list, s.tile(0, 0.02+tileWidth/2, 0.2))
	}
	if best > 0 && best < last {
		at := min(0.98-1.7*tileWidth, max(0.4, s.share(s.what.strengths[best])))
		list = append(list, s.tile(best, at, 0.8))
	}
	if s.trial[last].done {
		list = append(list, s.tile(last, 0.98-tileWidth/2, 0.8))
	}
	return list
}

// tile places the picture of trial i at shares of both axes.
func (s *ucurve) tile(i int, x, y float64) sim.Tiles {
	low, high := s.ends()
	at, half := geometric(low, high, x), geometric(1, high/low, tileWidth)
	return sim.Tiles{Name: "600 samples", N: 1, W: tilePixels, H: tilePixels, Depth: 1, Pix: s.trial[i].picture,
		X: []float64{at}, Y: []float64{geometric(s.picture.bottom, s.picture.top, y)},
		Size: 2 * at * (half - 1) / (half + 1), Values: s.what.strengths[i : i+1]}
}

// ends returns those of the axis of strengths.
func (s *ucurve) ends() (low, high float64) {
	return s.weakest() / 1.5, s.strongest() * 1.5
}

// share returns where a strength stands on the axis, from 0 to 1.
func (s *ucurve) share(strength float64) float64 {
	low, high := s.ends()
	return exact.Log(strength/low) / exact.Log(high/low)
}
